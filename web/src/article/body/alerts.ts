// Titles of alerts, which the core writes in English, in the article's language.

import { type Words, wordsFor } from "../words.js";
import { say } from "./text.js";

/**
 * Translates the titles. One that an author wrote in HTML stays.
 * @param body is changed
 * @param words in the article's language
 */
export function translateAlerts(body: Element, words: Words): void {
	const english = wordsFor("en").alerts;
	for (const kind of Object.keys(english) as (keyof Words["alerts"])[]) {
		const titles = body.querySelectorAll(
			`.markdown-alert-${kind} > .markdown-alert-title`,
		);
		for (const title of titles) {
			if (title.textContent === english[kind]) {
				say(title, words.alerts[kind], words);
			}
		}
	}
}
