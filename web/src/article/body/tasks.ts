// Boxes of task lists, and others that only show something.

import type { Words } from "../words.js";

/**
 * Says what boxes say that cannot be ticked.
 * @param body is changed
 * @param words in the article's language
 */
export function fitTasks(body: Element, words: Words): void {
	for (const box of body.querySelectorAll<HTMLInputElement>(
		'input[type="checkbox"]:disabled',
	)) {
		if (!box.labels?.length && !box.hasAttribute("aria-label")) {
			box.ariaLabel = box.checked ? words.done : words.open;
		}
		if (box.classList.contains("task-list-item-checkbox")) {
			// A form around the article would count it among its own.
			box.setAttribute("form", "");
		}
	}
}
