// The tags below an article's text.

import type { PageContext } from "../context.js";
import { termLink } from "../links.js";

/**
 * Makes the tags: links where the site has pages for them.
 * @param context see {@link PageContext}
 * @returns nothing where the article has none
 */
export function tags(context: PageContext): HTMLElement | undefined {
	const { values, words } = context;
	if (values.tags.length === 0) {
		return undefined;
	}
	const footer = document.createElement("footer");
	footer.className = "ink-tags";
	const list = document.createElement("ul");
	// Safari does not take a list without bullets for a list, unless it is told.
	list.setAttribute("role", "list");
	list.ariaLabel = words.tags;
	for (const tag of values.tags) {
		const item = document.createElement("li");
		item.append(
			termLink("tags", tag, { class: "ink-tag", rel: "tag" }, context),
		);
		list.append(item);
	}
	footer.append(list);
	return footer;
}
