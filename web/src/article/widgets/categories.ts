// Widget: all categories of the site.

import type { WidgetContext } from "../context.js";
import { addCount } from "./count.js";
import { linkWidget } from "./section.js";

/** In the order that the site gives, with counts where it gives some. */
export async function categoriesWidget({
	site,
	words,
}: WidgetContext): Promise<Element | undefined> {
	return linkWidget(
		"categories",
		words.categories,
		await site?.terms?.("categories"),
		(link, term) => addCount(link, term, words),
	);
}
