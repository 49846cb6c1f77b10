// Keeps a title from being shown twice.

import { squeeze } from "./text.js";

/**
 * Takes the heading off a body that opens with the title.
 * @param body is changed
 * @param title the title that the page shows
 * @returns the id that the heading had, for its links; "" if there was none
 */
export function takeTitle(body: Element, title: string): string {
	const first = body.firstElementChild;
	if (
		first?.localName !== "h1" ||
		squeeze(first.textContent) !== squeeze(title)
	) {
		return "";
	}
	first.remove();
	return first.id;
}
