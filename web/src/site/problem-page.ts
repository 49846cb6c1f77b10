// What readers see of a site that cannot be shown.

import { ArticleProblem, messageOf, problemView } from "../article/problem.js";
import { wordsFor } from "../article/words.js";

/**
 * Makes a page that says so, with a button to try again.
 * @param error what happened
 * @param retry is called when the button is pressed
 */
export function siteProblemPage(error: Error, retry: () => void): HTMLElement {
	const words = wordsFor(document.documentElement.lang);
	const main = document.createElement("main");
	main.className = "ink-main";
	main.append(
		problemView(
			new ArticleProblem("network", messageOf(error), error),
			words,
			retry,
			navigator.onLine ? words.siteProblem : words.offline,
		),
	);
	const page = document.createElement("div");
	page.className = "ink-page";
	page.dataset.sidebar = "none";
	page.append(main);
	return page;
}
