// Titles of alerts, which the core writes in English, in the article's language.

import type { Words } from "../words.js";
import { say } from "./text.js";

/** As the core writes them. */
const written: Words["alerts"] = {
	note: "Note",
	tip: "Tip",
	important: "Important",
	warning: "Warning",
	caution: "Caution",
};

/**
 * Translates the titles. One that an author wrote in HTML stays.
 * @param body is changed
 * @param words in the article's language
 */
export function translateAlerts(body: Element, words: Words): void {
	for (const kind of Object.keys(written) as (keyof Words["alerts"])[]) {
		const titles = body.querySelectorAll(
			`.markdown-alert-${kind} > .markdown-alert-title`,
		);
		for (const title of titles) {
			if (title.textContent === written[kind]) {
				say(title, words.alerts[kind], words);
			}
		}
	}
}
