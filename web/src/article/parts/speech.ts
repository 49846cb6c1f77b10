// Marks what the element says itself where the article is in a language that it does not speak.

import { directionOf, isSpokenIn } from "../../language.js";
import type { PageContext } from "../context.js";

/**
 * Marks an element whose text comes from the context's words with their language, unless that is the article's.
 * @param element is changed
 * @param context see {@link PageContext}
 */
export function speak(
	element: HTMLElement,
	{ lang, words }: Pick<PageContext, "lang" | "words">,
): void {
	if (!isSpokenIn(lang, words.lang)) {
		element.lang = words.lang;
		element.dir = directionOf(words.lang);
	}
}

/**
 * The language for numbers in the context's words: theirs, as the article's region writes it.
 * @param context see {@link PageContext}
 */
export function speechLang({
	lang,
	words,
}: Pick<PageContext, "lang" | "words">): string {
	return lang && isSpokenIn(lang, words.lang) ? lang : words.lang;
}
