// The page for places where there is nothing.

import { placeRoute } from "../../catalog/routes.js";
import type { SiteContext, SitePage } from "../context.js";
import { frame, pageHeader, spokenLine } from "../parts/frame.js";
import { listItem, listOf } from "../parts/menu.js";

/**
 * Makes the page: it says that there is nothing, and where one can go on.
 * @param context of the place
 */
export async function missingPage(context: SiteContext): Promise<SitePage> {
	const {
		configuration,
		hrefs,
		place: { site },
		words,
	} = context;
	const link = (kind: "home" | "search", text: string) => {
		const element = document.createElement("a");
		element.href = hrefs.href(placeRoute({ kind, site }, configuration));
		element.textContent = text;
		return listItem(element);
	};
	const hasSearch = configuration.search.engine !== "none";
	return {
		title: words.missing,
		description: "",
		robots: "noindex",
		status: "missing",
		page: 1,
		pages: 1,
		...frame(
			"list",
			words.missing,
			[
				pageHeader(words.missing),
				hasSearch
					? spokenLine("ink-missing", words.missingHint, context)
					: undefined,
				listOf("ul", "ink-ways", [
					link("home", words.home),
					...(hasSearch ? [link("search", words.search)] : []),
				]),
			],
			context,
		),
	};
}
