// Footnotes say what they are to who cannot see it.

import { fill, type Words } from "../words.js";
import { say } from "./text.js";

/** A reference to a footnote. */
export const reference = 'a[role="doc-noteref"]';

/**
 * Describes references, names the links back from the notes, and the notes' section, which gets a heading: seen without a
 * theme, heard with one.
 * @param body is changed
 * @param words in the article's language
 */
export function nameFootnotes(body: Element, words: Words): void {
	for (const link of body.querySelectorAll(reference)) {
		// Its name would become a part of that of a heading around it.
		link.setAttribute("aria-description", nameOf(link, words));
	}
	for (const link of body.querySelectorAll(".footnote-backref")) {
		// Where there are several, they are numbered; who speaks to the page says what is seen.
		const isNumbered = link.querySelector("sup");
		link.setAttribute(
			"aria-label",
			isNumbered ? `${words.back} ${link.textContent}` : words.back,
		);
	}
	for (const notes of body.querySelectorAll('[role="doc-endnotes"]')) {
		const heading = body.ownerDocument.createElement("h2");
		heading.className = "ink-footnotes-title";
		say(heading, words.footnotes, words);
		notes.prepend(heading);
		notes.setAttribute("aria-label", words.footnotes);
	}
}

/**
 * Names a footnote.
 * @param link a reference to it
 * @param words in the article's language
 */
export function nameOf(link: Element, words: Words): string {
	return fill(words.footnote, { number: link.textContent ?? "" });
}
