// Widget: all tags of the site, as chips.

import type { WidgetContext } from "../context.js";
import { addCount } from "./count.js";
import { linkWidget } from "./section.js";

/** In the order that the site gives, with counts where it gives some. */
export async function taglistWidget({
	site,
	words,
}: WidgetContext): Promise<Element | undefined> {
	return linkWidget(
		"taglist",
		words.tags,
		await site?.terms?.("tags"),
		(link, term) => {
			link.className = "ink-tag";
			addCount(link, term, words);
		},
	);
}
