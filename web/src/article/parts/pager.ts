// The links to the articles before and after this one.

import type { PageContext, Part } from "../context.js";
import { linkTo, textOf } from "../links.js";
import type { SiteLink } from "../site.js";
import { guarded } from "./guard.js";

/** The older article first; the theme puts each on its side, also where the other is missing. */
export const pagerPart: Part = (context) =>
	context.values.pager && context.site?.neighbours
		? guarded(context, "pager", pager)
		: undefined;

async function pager({
	site,
	url,
	words,
}: PageContext): Promise<Element | undefined> {
	const neighbours = await site?.neighbours?.(url);
	const older = pagerLink("older", "prev", words.previous, neighbours?.older);
	const newer = pagerLink("newer", "next", words.next, neighbours?.newer);
	if (!older && !newer) {
		return undefined;
	}
	const part = document.createElement("nav");
	part.className = "ink-pager";
	part.setAttribute("aria-label", words.pager);
	part.append(...[older, newer].filter((link) => link !== undefined));
	return part;
}

function pagerLink(
	side: "older" | "newer",
	rel: "prev" | "next",
	label: string,
	article: SiteLink | undefined,
): HTMLAnchorElement | undefined {
	const link = linkTo(article);
	if (!link) {
		return undefined;
	}
	const title = textOf(link.textContent);
	link.className = `ink-pager-${side}`;
	link.rel = rel;
	// The space keeps the two words of the link's name apart, however they are laid out.
	link.replaceChildren(
		spanOf("ink-pager-label", label),
		" ",
		spanOf("ink-pager-title", title),
	);
	return link;
}

function spanOf(className: string, text: string): HTMLElement {
	const span = document.createElement("span");
	span.className = className;
	span.textContent = text;
	return span;
}
