// Text of elements, and text of the element's own in an article of another language.

import type { Words } from "../words.js";

/**
 * Text with single spaces, and none around it.
 * @param text as an element has it
 */
export function squeeze(text: string | null): string {
	return (text ?? "").replace(/\s+/g, " ").trim();
}

/**
 * Puts words of the element's own into an element, marked with their language: the article's may be one that the
 * element does not speak.
 * @param element is emptied first
 * @param text one of the words
 * @param words that it is one of
 */
export function say(element: Element, text: string, words: Words): void {
	element.textContent = text;
	element.setAttribute("lang", words.lang);
}
