// What stands in the page while an article is on its way.

import type { Words } from "./words.js";

/**
 * Says that the article is loading. The theme makes a bar of it, and shows it only when loading takes long.
 * @param words in the reader's language
 */
export function loadingView(words: Words): HTMLElement {
	const view = document.createElement("p");
	view.className = "ink-loading";
	view.lang = words.lang;
	view.setAttribute("role", "status");
	view.textContent = words.loading;
	return view;
}
