// What a link within an article leads to.

import { idIn } from "../../address.js";

/**
 * The id that a link's fragment names.
 * @param link whose `href` is only a fragment
 * @returns "" when it is anything else
 */
export function fragmentTarget(link: Element): string {
	const href = link.getAttribute("href") ?? "";
	return href.startsWith("#") ? idIn(href) : "";
}
