// What readers copy is the text, not what the page has made of it: formulas are their TeX, which can be pasted into
// Markdown again, and buttons are left out.

import type { PageContext } from "../context.js";

/** An element that shows a formula and keeps what was written. */
const formula = "[data-tex]";
/** What the page has added; an image in it is the article's. */
const added = "button, dialog, .ink-anchor, .ink-preview, .ink-footnotes-title";

/**
 * Takes over copying where formulas or buttons are in the selection; elsewhere the browser's own does well.
 * @param body that the selection must be in
 * @param context for the root and the signal
 */
export function tidyCopies(body: Element, { root, signal }: PageContext): void {
	// A selection may begin in the title, where the body does not hear of it.
	document.addEventListener("copy", (event) => copy(event, body, root), {
		signal,
	});
}

function copy(
	event: ClipboardEvent,
	body: Element,
	root: Document | ShadowRoot,
): void {
	const range = selectedRange(root);
	if (
		event.defaultPrevented ||
		!range ||
		range.collapsed ||
		!event.clipboardData
	) {
		return;
	}
	const around = range.commonAncestorContainer;
	// A part of a formula is asked for as it is.
	const isInText =
		(body.closest(".ink-article") ?? body).contains(around) &&
		!(around instanceof Element ? around : around.parentElement)?.closest(
			formula,
		);
	const untidy = [...body.querySelectorAll(`${formula}, button`)];
	if (!isInText || !untidy.some((one) => range.intersectsNode(one))) {
		return;
	}
	const content = document.createElement("div");
	if (around instanceof Element && around.matches("dl, ol, ul")) {
		// Items alone would be no list.
		const list = around.cloneNode() as Element;
		list.append(range.cloneContents());
		content.append(list);
	} else {
		content.append(range.cloneContents());
	}
	for (const one of content.querySelectorAll(formula)) {
		one.replaceWith(texOf(one));
	}
	for (const addition of content.querySelectorAll(added)) {
		const images =
			addition.localName === "button" ? addition.querySelectorAll("img") : [];
		addition.replaceWith(...images);
	}
	event.clipboardData.setData("text/html", htmlOf(content));
	event.clipboardData.setData("text/plain", textOf(content, body));
	event.preventDefault();
}

function selectedRange(root: Document | ShadowRoot): Range | undefined {
	const selection = document.getSelection();
	if (!selection || selection.rangeCount > 1) {
		return undefined;
	}
	// From outside, a selection in a shadow root may be but a place beside it.
	if (root instanceof ShadowRoot && "getComposedRanges" in selection) {
		const [inside] = selection.getComposedRanges({ shadowRoots: [root] });
		if (inside) {
			const range = document.createRange();
			range.setStart(inside.startContainer, inside.startOffset);
			range.setEnd(inside.endContainer, inside.endOffset);
			return range;
		}
	}
	return selection.rangeCount === 1 ? selection.getRangeAt(0) : undefined;
}

function texOf(one: Element): Node {
	const isDisplay =
		one.matches('.display, [display="block"]') ||
		one.querySelector('[display="block"]');
	const mark = isDisplay ? "$$" : "$";
	const tex = new Text(mark + (one.getAttribute("data-tex") ?? "") + mark);
	if (!isDisplay || one.closest("p")) {
		return tex;
	}
	const paragraph = document.createElement("p");
	paragraph.append(tex);
	return paragraph;
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
