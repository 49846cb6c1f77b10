// What readers copy of a text with formulas holds the formulas as their TeX, which can be pasted into Markdown again.

import type { PageContext } from "../context.js";

/** An element that shows a formula and keeps what was written. */
const formula = "[data-tex]";

/**
 * Takes over copying where formulas are in the selection, and only there.
 * @param body that the selection must be in
 * @param context for the root and the signal
 */
export function keepFormulas(
	body: Element,
	{ root, signal }: PageContext,
): void {
	root.addEventListener(
		"copy",
		(event) => copy(event as ClipboardEvent, body, root),
		{ signal },
	);
}

function copy(
	event: ClipboardEvent,
	body: Element,
	root: Document | ShadowRoot,
): void {
	const range = selectedRange(root);
	if (event.defaultPrevented || !range || !event.clipboardData) {
		return;
	}
	const around = range.commonAncestorContainer;
	// A part of a formula is asked for as it is.
	const isInText =
		(body.closest(".ink-article") ?? body).contains(around) &&
		!(around instanceof Element ? around : around.parentElement)?.closest(
			formula,
		);
	const formulas = [...body.querySelectorAll(formula)];
	if (!isInText || !formulas.some((one) => range.intersectsNode(one))) {
		return;
	}
	const content = document.createElement("div");
	content.append(range.cloneContents());
	for (const one of content.querySelectorAll(formula)) {
		one.replaceWith(texOf(one));
	}
	for (const control of content.querySelectorAll(
		"button, dialog, .ink-anchor, .ink-preview, .ink-footnotes-title",
	)) {
		control.replaceWith(...control.querySelectorAll("img"));
	}
	event.clipboardData.setData("text/html", htmlOf(content));
	event.clipboardData.setData("text/plain", textOf(content, body));
	event.preventDefault();
}

function selectedRange(root: Document | ShadowRoot): Range | undefined {
	const selection = document.getSelection();
	if (!selection || selection.isCollapsed || selection.rangeCount !== 1) {
		return undefined;
	}
	const range = selection.getRangeAt(0);
	// From outside, a selection in a shadow root is but a place beside it.
	if (root instanceof ShadowRoot && "getComposedRanges" in selection) {
		const [inside] = selection.getComposedRanges({ shadowRoots: [root] });
		if (inside) {
			range.setStart(inside.startContainer, inside.startOffset);
			range.setEnd(inside.endContainer, inside.endOffset);
		}
	}
	return range;
}

function texOf(one: Element): string {
	const mark =
		one.matches('.display, [display="block"]') ||
		one.querySelector('[display="block"]')
			? "$$"
			: "$";
	return mark + (one.getAttribute("data-tex") ?? "") + mark;
}

function htmlOf(content: Element): string {
	return "getHTML" in content
		? content.getHTML()
		: new XMLSerializer().serializeToString(content);
}

// Where lines and paragraphs break, only layout knows.
function textOf(content: HTMLElement, body: Element): string {
	body.append(content);
	const text = content.innerText;
	content.remove();
	return text;
}
