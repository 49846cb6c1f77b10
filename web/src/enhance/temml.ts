// The renderer that comes with Inkstone: TeX to MathML by Temml, which browsers set with the fonts that are there.

import library from "temml";
import type { MathRenderer } from "./math.js";

/** What Temml makes before it makes elements: a tree of what will be elements. */
interface TemmlNode {
	attributes?: Record<string, string>;
	style?: Record<string, string>;
	children?: TemmlNode[];
	toNode(): Node;
}

// The package's own types describe another kind of module than it is.
const temml = library as unknown as {
	__renderToMathMLTree(tex: string, options: object): TemmlNode;
	definePreamble(tex: string): Record<string, unknown>;
};

// Em: larger rules and spaces are nobody's formula but somebody's prank.
const maxSize: [number, number] = [50, 50];

// Temml has no \DeclareMathOperator, with which half of all preambles begin.
const ownMacros = {
	"\\DeclareMathOperator": "\\@ifstar\\ink@limits\\ink@plain",
	"\\ink@limits": "\\gdef#1{\\operatorname*{#2}}",
	"\\ink@plain": "\\gdef#1{\\operatorname{#2}}",
};

/**
 * Makes the renderer for one article: what a formula defines the next ones know, and equations are counted.
 */
export function temmlRenderer(): MathRenderer {
	const macros: Record<string, unknown> = { ...ownMacros };
	return {
		render(tex, { display }) {
			const source = definesMacros(tex) ? define(tex, macros) : tex;
			const tree = temml.__renderToMathMLTree(source, {
				displayMode: display,
				throwOnError: true,
				macros,
				maxSize,
				// Long formulas in a line may break behind their operators.
				wrap: display ? "none" : "tex",
			});
			stylesByScript(tree);
			return tree.toNode();
		},
		finish: numberEquations,
	};
}

function definesMacros(tex: string): boolean {
	return /\\(?:(?:re)?newcommand|def|let)\b/.test(tex);
}

// Macros count for the whole article, as MathJax has taught authors; Temml forgets them at the formula's end.
function define(tex: string, macros: Record<string, unknown>): string {
	// What Temml knows by that name already, such as \R, means the same.
	const provided = tex.replace(/\\newcommand\b/g, "\\providecommand");
	for (const preamble of [tex, provided]) {
		try {
			Object.assign(macros, temml.definePreamble(preamble));
			return provided;
		} catch {
			// Either it goes the other way, or the formula's own error says what is wrong.
		}
	}
	return provided;
}

// A few commands write style attributes, which a strict policy refuses; what scripts set it does not refuse.
function stylesByScript(node: TemmlNode): void {
	const { attributes, style } = node;
	if (attributes?.style && style) {
		for (const declaration of attributes.style.split(";")) {
			const [name = "", value = ""] = declaration.split(":");
			if (value) {
				style[camelCase(name.trim())] = value.trim();
			}
		}
		delete attributes.style;
	}
	node.children?.forEach(stylesByScript);
}

function camelCase(name: string): string {
	return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function numberEquations(body: HTMLElement): string[] {
	let count = 0;
	for (const number of body.querySelectorAll(".tml-eqn")) {
		number.textContent = `(${++count})`;
		// Temml's own style sheet would number it once more.
		number.className = "tml-tag";
	}
	const numbers = new Map<string, string>();
	// The label of an equation is an id of its row, as the author wrote it: keep it apart from headings.
	for (const row of body.querySelectorAll("mtr[id]")) {
		const label = row.id;
		row.id = idOf(label);
		numbers.set(label, row.querySelector(".tml-tag")?.textContent ?? "");
	}
	const missing: string[] = [];
	for (const reference of body.querySelectorAll<HTMLAnchorElement>(
		"a.tml-ref",
	)) {
		const label = reference.getAttribute("href")?.slice(1) ?? "";
		const number = numbers.get(label);
		if (number === undefined) {
			missing.push(label);
		}
		fillIn(reference, label, number);
	}
	return missing;
}

function fillIn(
	reference: HTMLAnchorElement,
	label: string,
	number: string | undefined,
): void {
	const bare = number?.replace(/^\(|\)$/g, "") ?? "??";
	const text = reference.matches(".tml-eqref") ? `(${bare})` : bare;
	let content: Node = document.createTextNode(text);
	if (number !== undefined) {
		const link = document.createElement("a");
		link.href = `#${encodeURIComponent(idOf(label))}`;
		link.append(content);
		content = link;
	}
	if (reference.closest("math")) {
		// HTML may stand in MathML only where MathML has text.
		const frame = document.createElementNS(
			"http://www.w3.org/1998/Math/MathML",
			"mtext",
		);
		frame.append(content);
		content = frame;
	}
	reference.replaceWith(content);
}

function idOf(label: string): string {
	return `eq-${label}`;
}
