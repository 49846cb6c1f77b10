// Keeps the title the page's only heading of the first level, and from being shown twice.

import { squeeze } from "./text.js";

/**
 * Makes room above a body's headings: where other headings than the title are of the first level, all go down by
 * one. What opens the body as the title stays, for {@link takeTitle}.
 * @param body is changed
 * @param title the title that the page shows; "" for none, and then nothing is changed
 * @returns whether the headings have gone down
 */
export function lowerHeadings(body: Element, title: string): boolean {
	const opening = openingTitle(body, title);
	const isCrowded = [...body.querySelectorAll("h1")].some(
		(heading) => heading !== opening,
	);
	if (!title || !isCrowded) {
		return false;
	}
	for (const level of [5, 4, 3, 2, 1]) {
		for (const heading of body.querySelectorAll(`h${level}`)) {
			if (heading !== opening) {
				lower(heading, level + 1);
			}
		}
	}
	return true;
}

/**
 * Takes the heading off a body that opens with the title.
 * @param body is changed
 * @param title the title that the page shows
 * @returns the id that the heading had, for its links; "" if there was none
 */
export function takeTitle(body: Element, title: string): string {
	const opening = openingTitle(body, title);
	opening?.remove();
	return opening?.id ?? "";
}

function openingTitle(body: Element, title: string): Element | undefined {
	const first = body.firstElementChild;
	return first?.localName === "h1" &&
		squeeze(first.textContent) === squeeze(title)
		? first
		: undefined;
}

function lower(heading: Element, level: number): void {
	const lower = heading.ownerDocument.createElement(`h${level}`);
	for (const { name, value } of heading.attributes) {
		lower.setAttribute(name, value);
	}
	lower.append(...heading.childNodes);
	heading.replaceWith(lower);
}
