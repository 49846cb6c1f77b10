// The tags below an article's text.

import type { PageContext } from "../context.js";
import { ask, linkOr, linkUrl } from "./links.js";

/**
 * Makes the tags: links where the site has pages for them.
 * @param context see {@link PageContext}
 * @returns nothing where the article has none
 */
export async function tags({
	values,
	words,
	site,
}: PageContext): Promise<HTMLElement | undefined> {
	if (values.tags.length === 0) {
		return undefined;
	}
	const footer = document.createElement("footer");
	footer.className = "ink-tags";
	const list = document.createElement("ul");
	// Safari does not take a list without bullets for a list, unless it is told.
	list.setAttribute("role", "list");
	list.ariaLabel = words.tags;
	list.append(
		...(await Promise.all(
			values.tags.map(async (tag) => {
				const url = await ask(() => site?.termUrl?.("tags", tag));
				const item = document.createElement("li");
				item.append(
					linkOr(tag, linkUrl(url, document.baseURI), {
						class: "ink-tag",
						rel: "tag",
					}),
				);
				return item;
			}),
		)),
	);
	footer.append(list);
	return footer;
}
