// The page of a tag or a category: the articles that have it.

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
	const terms = await catalog.terms(site, taxonomy);
	const term = terms.find((term) => term.slug === slug);
	return term
		? cardsPage(
				"list",
				`${taxonomy}/${slug}`,
				{
					title: term.title,
					heading: term.title,
					lead: "",
					description: "",
					hasTotal: true,
				},
				context,
			)
		: missingPage(context);
}
