// The links between the pages of a list.

import { speak, speechLang } from "../../article/parts/speech.js";
import { fill } from "../../article/words.js";
import { placeRoute } from "../../catalog/routes.js";
import type { SiteContext } from "../context.js";

/** Where in a list a page is. */
export interface ListPage {
	/** 1-based. */
	page: number;
	/** How many there are, at least 1. */
	pages: number;
}

/**
 * Decides which page of a list is shown.
 * @param wanted 1-based; later than the last one is the last one
 * @param total how many entries the list has
 * @param size how many of them a page has
 */
export function listPage(
	wanted: number,
	total: number,
	size: number,
): ListPage {
	const pages = Math.max(1, Math.ceil(total / size));
	return { page: Math.min(Math.max(1, wanted), pages), pages };
}

/**
 * Makes the links to the page before and the one behind.
 * @param list see {@link ListPage}
 * @param context of the list
 * @returns nothing for a list of one page
 */
export function pagination(
	{ page, pages }: ListPage,
	context: SiteContext,
): HTMLElement | undefined {
	if (pages < 2) {
		return undefined;
	}
	const { words } = context;
	const number = new Intl.NumberFormat(speechLang(context));
	const place = document.createElement("span");
	place.className = "ink-pagination-place";
	place.textContent = fill(words.page, {
		page: number.format(page),
		pages: number.format(pages),
	});

	const part = document.createElement("nav");
	part.className = "ink-pagination";
	part.setAttribute("aria-label", words.pages);
	part.append(
		...[
			page > 1
				? pageLink("prev", words.previousPage, page - 1, context)
				: undefined,
			place,
			page < pages
				? pageLink("next", words.nextPage, page + 1, context)
				: undefined,
		].filter((element) => element !== undefined),
	);
	speak(part, context);
	return part;
}

function pageLink(
	rel: "prev" | "next",
	text: string,
	page: number,
	{ configuration, hrefs, place }: SiteContext,
): HTMLAnchorElement {
	const link = document.createElement("a");
	link.href = hrefs.href(placeRoute(place, configuration), { page });
	link.rel = rel;
	link.textContent = text;
	return link;
}
