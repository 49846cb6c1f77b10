// Colours code: highlight.js says, through lowlight, what is what; here it becomes elements.

import { createLowlight } from "lowlight";
import { grammars, type Language } from "./languages.js";

type Tree = ReturnType<ReturnType<typeof createLowlight>["highlight"]>;
type Token = Tree["children"][number];

const lowlight = createLowlight();
const loading = new Map<string, Promise<void>>();

/**
 * Colours code.
 * @param text the code
 * @param language what it is written in
 * @returns its text, in `span`s with highlight.js' classes
 * @throws TypeError when a grammar could not be fetched
 */
export async function highlight(
	text: string,
	language: Language,
): Promise<DocumentFragment> {
	await Promise.all(language.needs.map(load));
	const { children } = lowlight.highlight(language.grammar, text);
	const fragment = document.createDocumentFragment();
	fragment.append(...children.map(nodeOf));
	return fragment;
}

function load(grammar: string): Promise<void> {
	let loaded = loading.get(grammar);
	if (!loaded) {
		loaded = register(grammar).catch((error: unknown) => {
			// Another article may have more luck.
			loading.delete(grammar);
			throw error;
		});
		loading.set(grammar, loaded);
	}
	return loaded;
}

async function register(grammar: string): Promise<void> {
	const module = await grammars[grammar]?.();
	if (module) {
		lowlight.register(grammar, module.default);
	}
}

function nodeOf(token: Token): Node {
	if (token.type === "text") {
		return document.createTextNode(token.value);
	}
	const span = document.createElement("span");
	if (token.type === "element") {
		const { className } = token.properties;
		span.className = Array.isArray(className) ? className.join(" ") : "";
		span.append(...token.children.map((child) => nodeOf(child as Token)));
	}
	return span;
}
