// Widget: the newest articles of the site.

import type { WidgetContext } from "../context.js";
import { linkWidget } from "./section.js";

/** In the order that the site gives. */
export async function recentWidget({
	site,
	url,
	words,
}: WidgetContext): Promise<Element | undefined> {
	return linkWidget("recent", words.recent, await site?.recent?.(url));
}
