// A link to a list with the number of articles in it.

import { speechLang } from "../../article/parts/speech.js";
import type { SiteContext } from "../context.js";
import { countText } from "./frame.js";

/**
 * Makes the link and the number behind it.
 * @param text the link's, in whatever language
 * @param href where it leads
 * @param count of articles; absent where it is not to be shown
 * @param context of the page
 */
export function countLink(
	text: string,
	href: string,
	count: number | undefined,
	context: Pick<SiteContext, "lang" | "words">,
): (Node | string)[] {
	const link = document.createElement("a");
	link.href = href;
	// Terms may be in another script than what stands around them.
	link.dir = "auto";
	link.textContent = text;
	if (count === undefined) {
		return [link];
	}
	const number = document.createElement("span");
	number.className = "ink-count";
	number.title = countText(count, context);
	number.textContent = new Intl.NumberFormat(speechLang(context)).format(count);
	return [link, " ", number];
}
