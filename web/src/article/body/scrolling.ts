// What is too wide for the column scrolls, and can be reached by the keyboard to do so.

import type { PageContext } from "../context.js";

/**
 * Puts each table into an `.ink-scroll`, which takes the focus while it really scrolls, and makes code focusable.
 * @param body is changed
 * @param context for the words and the signal
 */
export function fitScrolling(
	body: Element,
	{ words, signal }: PageContext,
): void {
	for (const code of body.querySelectorAll("pre")) {
		makeFocusable(code, words.code);
	}
	const tables = [...body.querySelectorAll("table")];
	if (tables.length === 0) {
		return;
	}
	const observer = new ResizeObserver((changes) => {
		for (const { target } of changes) {
			const frame = target.closest(".ink-scroll");
			if (frame) {
				fitFrame(frame, words.table);
			}
		}
	});
	signal.addEventListener("abort", () => observer.disconnect());
	for (const table of tables) {
		const frame = body.ownerDocument.createElement("div");
		frame.className = "ink-scroll";
		table.replaceWith(frame);
		frame.append(table);
		// Either may change without the other.
		observer.observe(frame);
		observer.observe(table);
	}
}

function fitFrame(frame: Element, label: string): void {
	if (frame.scrollWidth > frame.clientWidth) {
		makeFocusable(frame, label);
	} else {
		for (const attribute of ["tabindex", "role", "aria-label"]) {
			frame.removeAttribute(attribute);
		}
	}
}

function makeFocusable(element: Element, label: string): void {
	element.setAttribute("tabindex", "0");
	element.setAttribute("role", "group");
	element.setAttribute("aria-label", label);
}
