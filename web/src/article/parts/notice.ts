// The notice over an article that lists leave out: a draft, one before its time, or one after it.

import type { PageContext } from "../context.js";
import { isAfter, isBefore } from "../dates.js";
import { speak } from "./speech.js";

/**
 * Makes the notice. It says one thing: why a draft is not published yet goes without saying.
 * @param context see {@link PageContext}
 * @param now in milliseconds since 1970
 * @returns nothing for an article that anyone may see
 */
export function notice(
	context: PageContext,
	now: number = Date.now(),
): HTMLElement | undefined {
	const { values, words } = context;
	const text =
		(values.draft && words.draft) ||
		(isAfter(values.publishDate, now) && words.scheduled) ||
		(isBefore(values.expiryDate, now) && words.expired);
	if (!text) {
		return undefined;
	}
	const element = document.createElement("p");
	element.className = "ink-notice";
	// Not a `status`: it belongs to the article, and is read with it instead of over it.
	element.setAttribute("role", "note");
	element.textContent = text;
	speak(element, context);
	return element;
}
