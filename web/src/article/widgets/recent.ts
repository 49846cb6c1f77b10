// Widget: the newest articles of the site.

import type { PageContext } from "../context.js";
import { linkWidget } from "./section.js";

/** In the order that the site gives. */
export async function recentWidget({
	site,
	url,
	words,
}: PageContext): Promise<Element | undefined> {
	return linkWidget("recent", words.recent, await site?.recent?.(url));
}
