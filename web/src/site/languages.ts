// Where a reader goes on in another of the site's languages.

import type { LanguageLink } from "../article/site.js";
import { placeRoute, sectionRoute } from "../catalog/routes.js";
import type { Route } from "../catalog/types.js";
import type { SiteContext } from "./context.js";

/** What is known of a place without what stands there. */
type PlaceFacts = Pick<
	SiteContext,
	"catalog" | "configuration" | "entry" | "hrefs" | "place"
>;

/**
 * The place in all of the site's languages, in their order, the language of the place itself among them. Where it does
 * not exist in a language, that language's first page stands for it.
 * @param context of the place
 * @returns nothing on a site in one language
 */
export function languageLinks(context: PlaceFacts): LanguageLink[] {
	const { languages } = context.configuration;
	return languages.length < 2
		? []
		: languages.map(({ lang }) => ({
				lang,
				title: "",
				url: context.hrefs.href(routeInLanguage(lang, context)),
			}));
}

function routeInLanguage(
	lang: string,
	{ configuration, catalog, entry, place }: PlaceFacts,
): Route {
	const home = placeRoute({ kind: "home", site: lang }, configuration);
	if (lang === place.site) {
		return entry?.card.route ?? placeRoute(place, configuration);
	}
	if (entry) {
		return entry.translations.find(({ site }) => site === lang)?.route ?? home;
	}
	const there = catalog.languages[lang];
	switch (place.kind) {
		// A term is called otherwise in another language.
		case "term":
			return home;
		case "route":
			return there?.sections.some(({ name }) => name === place.name)
				? sectionRoute(lang, place.name, configuration)
				: home;
		case "year":
			return there?.years.some(({ year }) => year === place.year)
				? placeRoute({ ...place, site: lang }, configuration)
				: home;
		default:
			return placeRoute({ ...place, site: lang }, configuration);
	}
}
