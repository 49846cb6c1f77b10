// A year of the archive: its articles by months, title and day of each.

import type { Card } from "../../catalog/types.js";
import type { SiteContext, SitePage } from "../context.js";
import { dayInYearText, monthText, yearText } from "../dates.js";
import { markLanguage, nameOf } from "../parts/card.js";
import { frame, pageHeader, totalLine } from "../parts/frame.js";
import { listItem, listOf } from "../parts/menu.js";
import { pagination } from "../parts/pagination.js";
import { cardsOf } from "./list.js";
import { missingPage } from "./missing.js";

/** How many articles a page has: a line for each is little. */
const pageSize = 100;

/**
 * Makes the page.
 * @param context of a place of the kind `year`
 * @returns the page for what is missing, where the year has no article
 */
export async function yearPage(context: SiteContext): Promise<SitePage> {
	const { address, lang, place } = context;
	if (place.kind !== "year") {
		return missingPage(context);
	}
	const { year } = place;
	const { cards, total, ...list } = await cardsOf(
		`year/${year}`,
		address.page,
		pageSize,
		context,
	);
	if (total === 0) {
		return missingPage(context);
	}
	const title = yearText(year, lang);
	return {
		title,
		description: "",
		status: "found",
		...list,
		...frame(
			"list",
			title,
			[
				pageHeader(title, "", totalLine(total, context)),
				...byMonths(cards).map(([month, cards]) =>
					monthSection(year, month, cards, context),
				),
				pagination(list, context),
			],
			context,
		),
	};
}

// The newest month first, also where weights have put an older article before it.
function byMonths(cards: Card[]): [month: string, cards: Card[]][] {
	const months = new Map<string, Card[]>();
	for (const card of cards) {
		const [, month = ""] = card.date.split("-");
		months.set(month, [...(months.get(month) ?? []), card]);
	}
	return [...months].sort(([a], [b]) => Number(b) - Number(a));
}

function monthSection(
	year: string,
	month: string,
	cards: Card[],
	context: SiteContext,
): HTMLElement {
	const heading = document.createElement("h2");
	heading.className = "ink-month-title";
	// The colons keep it apart from every id of a heading.
	heading.id = `ink:month:${year}-${month}`;
	heading.textContent = monthText(year, month, context.lang);

	const section = document.createElement("section");
	section.className = "ink-month";
	section.setAttribute("aria-labelledby", heading.id);
	section.append(
		heading,
		listOf(
			"ol",
			"ink-entries",
			cards.map((card) => entryItem(card, context)),
		),
	);
	return section;
}

function entryItem(card: Card, context: SiteContext): HTMLLIElement {
	const link = document.createElement("a");
	link.href = context.hrefs.href(card.route);
	link.rel = "bookmark";
	link.textContent = nameOf(card);
	markLanguage(link, card.lang, context.lang);

	const time = document.createElement("time");
	time.setAttribute("datetime", card.date);
	time.textContent = dayInYearText(card.date, context.lang);
	return listItem(link, " ", time);
}
