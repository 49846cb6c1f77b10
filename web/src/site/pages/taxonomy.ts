// The page of all tags, or of all categories.

import { placeRoute } from "../../catalog/routes.js";
import type { SiteContext, SitePage } from "../context.js";
import { countLink } from "../parts/count-link.js";
import { frame, pageHeader, spokenLine } from "../parts/frame.js";
import { listItem, listOf } from "../parts/menu.js";
import { missingPage } from "./missing.js";

/**
 * Makes the page: the terms in the alphabetical order of the language.
 * @param context of a place of the kind `taxonomy`
 */
export async function taxonomyPage(context: SiteContext): Promise<SitePage> {
	const { catalog, configuration, hrefs, place, words } = context;
	if (place.kind !== "taxonomy") {
		return missingPage(context);
	}
	const { site, taxonomy } = place;
	const terms = await catalog.terms(site, taxonomy);
	const title = words[taxonomy];
	const items = terms.map(({ title, slug, count }) =>
		listItem(
			countLink(
				title,
				hrefs.href(
					placeRoute({ kind: "term", site, taxonomy, slug }, configuration),
				),
				configuration.termCounts ? count : undefined,
				context,
			),
		),
	);
	return {
		title,
		description: "",
		status: "found",
		page: 1,
		pages: 1,
		...frame(
			"list",
			title,
			[
				pageHeader(title),
				items.length > 0
					? listOf("ul", "ink-terms", items)
					: spokenLine("ink-empty", words.noArticles, context),
			],
			context,
		),
	};
}
