// The page of a section: the articles of one folder.

import type { SiteContext, SitePage } from "../context.js";
import { cardsPage } from "./list.js";
import { missingPage } from "./missing.js";

/**
 * Makes the page.
 * @param context of a place of the kind `route`
 * @returns the page for what is missing, where there is no such section
 */
export async function sectionPage(context: SiteContext): Promise<SitePage> {
	const { catalog, place } = context;
	const section =
		place.kind === "route"
			? catalog.languages[place.site]?.sections.find(
					({ name }) => name === place.name,
				)
			: undefined;
	return section
		? cardsPage(
				"list",
				`section/${section.name}`,
				{
					title: section.title || section.name,
					heading: section.title || section.name,
					lead: section.summary,
					description: section.summary,
					hasTotal: true,
				},
				context,
			)
		: missingPage(context);
}
