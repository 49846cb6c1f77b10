// The page of a tag or a category: the articles that have it.

import { termSlug } from "../../catalog/routes.js";
import type { SiteContext, SitePage } from "../context.js";
import { cardsPage } from "./list.js";
import { missingPage } from "./missing.js";

/**
 * Makes the page.
 * @param context of a place of the kind `term`
 * @returns the page for what is missing, where no article has the term
 */
export async function termPage(context: SiteContext): Promise<SitePage> {
	const { catalog, place } = context;
	if (place.kind !== "term") {
		return missingPage(context);
	}
	const { site, taxonomy, slug } = place;
	const list = `${taxonomy}/${slug}` as const;
	// Its first article says what it is called: all terms are more than a page about one needs.
	const { cards } = await catalog.list(site, list, 0, 1);
	const title = cards[0]?.[taxonomy].find((term) => termSlug(term) === slug);
	return title !== undefined
		? cardsPage(
				"list",
				list,
				{ title, heading: title, lead: "", description: "", hasTotal: true },
				context,
			)
		: missingPage(context);
}
