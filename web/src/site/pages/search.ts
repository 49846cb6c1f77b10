// The page that searches a site: a field, and what is found for what stands in it.

import type { SiteContext, SitePage } from "../context.js";
import { frame, pageHeader } from "../parts/frame.js";
import { SearchView } from "../parts/search-view.js";
import { missingPage } from "./missing.js";

/**
 * Makes the page. It searches at once for what the address says.
 * @param context of the place
 * @returns the page for what is missing, where the site has no search
 */
export async function searchPage(context: SiteContext): Promise<SitePage> {
	const { configuration, words } = context;
	if (configuration.search.engine === "none") {
		return missingPage(context);
	}
	const header = pageHeader(words.search);
	const heading = header.querySelector("h1");
	// The colons keep it apart from every id of a heading.
	const titleId = "ink:search:title";
	heading?.setAttribute("id", titleId);
	const view = new SearchView(titleId, context);
	return {
		title: words.search,
		description: "",
		// What is found today is not what is found tomorrow.
		robots: "noindex",
		status: "found",
		page: 1,
		pages: 1,
		focus: view.field,
		...frame(
			"list",
			words.search,
			[header, ...view.elements],
			context,
			// One is there, and larger.
			"search",
		),
	};
}
