// A site's first page in one of its languages: the newest articles.

import type { SiteContext, SitePage } from "../context.js";
import { cardsPage } from "./list.js";

/**
 * Makes the page.
 * @param context of the place
 */
export function homePage(context: SiteContext): Promise<SitePage> {
	const { catalog, language, place, words } = context;
	const own = catalog.languages[place.site]?.sections.find(
		({ name }) => name === "",
	);
	return cardsPage(
		"home",
		"home",
		{
			title: "",
			heading: own?.title || language.title || words.home,
			isUnseen: !own?.title,
			lead: own?.summary ?? "",
			description: language.description,
			hasTotal: false,
		},
		context,
	);
}
