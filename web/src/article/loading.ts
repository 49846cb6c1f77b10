// What stands in the page while an article is on its way.

import type { Words } from "./words.js";

/**
 * Says that the article is loading. The theme makes a bar of it, and shows it only when loading takes long.
 * @param words in the reader's language, which may be on their way, too
 */
export function loadingView(words: Promise<Words>): HTMLElement {
	const view = document.createElement("p");
	view.className = "ink-loading";
	view.setAttribute("role", "status");
	void words.then(({ lang, loading }) => {
		view.lang = lang;
		view.textContent = loading;
	});
	return view;
}
