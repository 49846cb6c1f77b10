// Dresses the code blocks of an article: a bar with their name and a copy button, colours, numbers and marks of lines.

import type { PageContext } from "../article/context.js";
import { copyButton } from "./copy-button.js";
import { type CodeInfo, readInfo } from "./info-string.js";
import { type Language, languageOf } from "./languages.js";
import { divideIntoLines } from "./lines.js";
import { pauses } from "./pace.js";

interface Block {
	pre: HTMLPreElement;
	code: HTMLElement;
	info: CodeInfo;
	language: Language | undefined;
}

// In UTF-16 code units. Nobody reads so much code in an article, and colouring it takes seconds.
const longest = 200_000;

// Names that say that there is no language.
const plain = /^(?:text|txt|plain|plaintext|none|nohighlight)$/i;

/**
 * Dresses all code blocks in a body. Each `pre` gets into a `div.ink-code`, behind a `div.ink-code-bar`; colours
 * come once their grammars are there, and change no place on the page.
 * @param body may stand outside of the document
 * @param context the page around it
 */
export async function enhanceCode(
	body: HTMLElement,
	context: PageContext,
): Promise<void> {
	if (context.signal.aborted) {
		return;
	}
	const blocks = [
		...body.querySelectorAll<HTMLElement>("pre > code:only-child"),
	]
		.filter((code) => !code.closest(".ink-code"))
		.map(blockOf);
	const status = statusIn(body);
	for (const block of blocks) {
		dress(block, status, context);
	}
	const pause = pauses();
	let isReported = false;
	for (const block of blocks) {
		await pause();
		if (context.signal.aborted) {
			return;
		}
		try {
			await colour(block);
		} catch (error) {
			if (!isReported) {
				isReported = true;
				context.report(
					"page-enhancement",
					"",
					`Code in ${block.language?.name} has no colours: ${error instanceof Error ? error.message : error}`,
				);
			}
		}
	}
}

function blockOf(code: HTMLElement): Block {
	const written = [...code.classList].find((name) =>
		name.startsWith("language-"),
	);
	const info = readInfo(
		code.dataset.info ?? written?.slice("language-".length) ?? "",
	);
	if (plain.test(info.language)) {
		info.language = "";
	}
	return {
		pre: code.parentElement as HTMLPreElement,
		code,
		info,
		language: languageOf(info.language),
	};
}

// One for all blocks of an article; it must be there before it says something.
function statusIn(body: HTMLElement): HTMLElement {
	const present = body.querySelector<HTMLElement>(".ink-code-status");
	if (present) {
		return present;
	}
	const status = document.createElement("span");
	status.className = "ink-code-status";
	status.role = "status";
	return status;
}

function dress(
	{ pre, code, info, language }: Block,
	status: HTMLElement,
	context: PageContext,
): void {
	const frame = document.createElement("div");
	frame.className = "ink-code";
	pre.replaceWith(frame);
	frame.append(pre);
	const text = code.textContent;
	if (text.trim() === "") {
		return;
	}
	if (text.length <= longest) {
		divide(code, info);
	}
	const { words } = context;
	const bar = document.createElement("div");
	bar.className = "ink-code-bar";
	// A single command needs no title, and a listing without a name has none: their button floats over them.
	const isTitled = info.name || (info.language && /\n./.test(text));
	if (isTitled) {
		const name = document.createElement("span");
		name.className = "ink-code-name";
		name.textContent = info.name || language?.name || info.language;
		bar.append(name);
		pre.setAttribute("aria-label", `${words.code}: ${name.textContent}`);
	}
	const copied = () => code.textContent.replace(/\n$/, "");
	bar.append(copyButton(copied, words, status, code));
	if (!status.parentElement) {
		bar.append(status);
	}
	frame.prepend(bar);
}

async function colour({ code, info, language }: Block): Promise<void> {
	if (!language || code.textContent.length > longest) {
		return;
	}
	const { highlight } = await import("./highlight.js");
	code.replaceChildren(await highlight(code.textContent, language));
	divide(code, info);
}

function divide(code: HTMLElement, info: CodeInfo): void {
	if (info.numbered || info.marked.length > 0) {
		divideIntoLines(code, info);
	}
}
