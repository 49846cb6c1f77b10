// Boxes of task lists: the only inputs that an article may have.

import type { Words } from "../words.js";

/**
 * Makes boxes that cannot be ticked, and takes every other input away.
 * @param body is changed
 * @param words in the article's language
 */
export function fitTasks(body: Element, words: Words): void {
	for (const input of body.querySelectorAll("input")) {
		if (input.type === "checkbox") {
			input.disabled = true;
			// A form around the article would count it among its own.
			input.setAttribute("form", "");
			input.ariaLabel = input.checked ? words.done : words.open;
		} else {
			input.remove();
		}
	}
}
