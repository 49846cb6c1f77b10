// A link to a list with the number of articles in it.

import { addCount } from "../../article/widgets/count.js";
import type { SiteContext } from "../context.js";

/**
 * Makes the link.
 * @param title its words, in whatever language
 * @param url where it leads
 * @param count of articles; absent where it is not to be shown
 * @param context of the page
 */
export function countLink(
	title: string,
	url: string,
	count: number | undefined,
	{ words }: Pick<SiteContext, "words">,
): HTMLAnchorElement {
	const link = document.createElement("a");
	link.href = url;
	// Terms may be in another script than what stands around them.
	link.dir = "auto";
	link.textContent = title;
	addCount(link, { count }, words);
	return link;
}
