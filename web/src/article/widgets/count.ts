// How many articles a tag or a category has, as the widgets write it.

import type { Term } from "../site.js";
import type { Words } from "../words.js";

/**
 * Writes a term's count into its link.
 * @param link the term's
 * @param term as the site has given it; has a count where it is to be shown
 * @param words whose language writes the number
 */
export function addCount(
	link: HTMLAnchorElement,
	{ count }: { count?: Term["count"] | undefined },
	{ lang }: Words,
): void {
	if (typeof count === "number" && Number.isFinite(count)) {
		const number = document.createElement("span");
		number.className = "ink-count";
		number.textContent = new Intl.NumberFormat(lang).format(count);
		link.append(" ", number);
	}
}
