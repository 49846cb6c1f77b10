// The archive: the years in which a site has articles.

import { placeRoute } from "../../catalog/routes.js";
import type { SiteContext, SitePage } from "../context.js";
import { yearText } from "../dates.js";
import { countLink } from "../parts/count-link.js";
import { frame, pageHeader, spokenLine } from "../parts/frame.js";
import { listItem, listOf } from "../parts/menu.js";

/**
 * Makes the page.
 * @param context of the place
 */
export async function archivePage(context: SiteContext): Promise<SitePage> {
	const {
		catalog,
		configuration,
		hrefs,
		lang,
		place: { site },
		words,
	} = context;
	const years = catalog.languages[site]?.years ?? [];
	const items = years.map(({ year, count }) =>
		listItem(
			countLink(
				yearText(year, lang),
				hrefs.href(placeRoute({ kind: "year", site, year }, configuration)),
				count,
				context,
			),
		),
	);
	return {
		title: words.archive,
		description: "",
		status: "found",
		page: 1,
		pages: 1,
		...frame(
			"list",
			words.archive,
			[
				pageHeader(words.archive),
				items.length > 0
					? listOf("ol", "ink-years", items)
					: spokenLine("ink-empty", words.noArticles, context),
			],
			context,
		),
	};
}
