// A page with cards: what the first page, sections and terms have in common.

import type { ListName } from "../../catalog/types.js";
import type { SiteContext, SitePage } from "../context.js";
import { cardElement } from "../parts/card.js";
import { frame, pageHeader, spokenLine, totalLine } from "../parts/frame.js";
import { listItem, listOf } from "../parts/menu.js";
import { listPage, pagination } from "../parts/pagination.js";

/** What is said of a list. */
export interface ListText {
	/** What the page is called; "" where it is called like the site. */
	title: string;
	/** The heading. */
	heading: string;
	/** Whether that only repeats what the site's header says, so that who sees that need not see it again. */
	isUnseen?: boolean;
	/** A few sentences under the heading, plain text, or "". */
	lead: string;
	/** Plain text for search engines, or "". */
	description: string;
	/** Whether it is said how many articles there are. */
	hasTotal: boolean;
}

/**
 * Makes a page of a list.
 * @param kind which aside it has
 * @param name the list's
 * @param text what is said of it
 * @param context of the place
 */
export async function cardsPage(
	kind: "home" | "list",
	name: ListName,
	text: ListText,
	context: SiteContext,
): Promise<SitePage> {
	const { address, configuration, words } = context;
	const { cards, total, ...place } = await cardsOf(
		name,
		address.page,
		configuration.pageSize,
		context,
	);
	const header = pageHeader(
		text.heading,
		place.page === 1 ? text.lead : "",
		text.hasTotal && total > 0 ? totalLine(total, context) : undefined,
	);
	if (text.isUnseen) {
		const { childElementCount, firstElementChild } = header;
		const repeated = childElementCount > 1 ? firstElementChild : header;
		repeated?.classList.add("ink-unseen");
	}
	const list =
		cards.length > 0
			? listOf(
					"ol",
					"ink-cards",
					cards.map((card, index) =>
						listItem(cardElement(card, index, context)),
					),
				)
			: spokenLine("ink-empty", words.noArticles, context);
	return {
		title: text.title,
		description: text.description,
		status: "found",
		...place,
		...frame(
			kind,
			text.title || text.heading,
			[header, list, pagination(place, context)],
			context,
		),
	};
}

/**
 * The cards of a page of a list.
 * @param name the list's
 * @param wanted which page, 1-based; a later one than the last is the last one
 * @param size how many cards a page has
 * @param context of the list
 */
export async function cardsOf(
	name: ListName,
	wanted: number,
	size: number,
	{ catalog, place: { site } }: SiteContext,
) {
	const asked = Math.max(1, wanted);
	const { total, cards } = await catalog.list(
		site,
		name,
		(asked - 1) * size,
		size,
	);
	const place = listPage(asked, total, size);
	return {
		total,
		...place,
		cards:
			place.page === asked
				? cards
				: (await catalog.list(site, name, (place.page - 1) * size, size)).cards,
	};
}
