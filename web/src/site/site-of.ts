// The site as its articles and widgets see it: the catalog, the configuration and the search behind the interface
// that an article asks.

import type {
	LanguageLink,
	MenuItem,
	SearchHit,
	Site,
	SiteLink,
	Term,
} from "../article/site.js";
import { placeRoute, sectionRoute, termSlug } from "../catalog/routes.js";
import type { CardLink, CatalogEntry, Taxonomy } from "../catalog/types.js";
import type { SiteContext } from "./context.js";
import { languageLinks } from "./languages.js";
import { menuLinks } from "./menus.js";
import { mainId } from "./parts/frame.js";

/** How many articles a search shows as the reader types. */
const hitsShown = 8;

/** A place of a site, without the site as its articles see it from there. */
export type SiteFacts = Omit<SiteContext, "site">;

/**
 * Makes the site as it is seen from a place.
 * @param facts of the place
 * @param present as in {@link Site}; none: where pages are made ahead of time
 */
export function siteOf(facts: SiteFacts, present?: Site["present"]): Site {
	const {
		catalog,
		configuration,
		entry,
		hrefs,
		language,
		lang,
		place,
		search,
	} = facts;
	const { site } = place;
	const linkTo = ({ title, route }: CardLink): SiteLink => ({
		title,
		url: hrefs.href(route),
	});
	const entryOf = async (
		article: string,
	): Promise<CatalogEntry | undefined> => {
		const path = hrefs.pathOf(article);
		return path === undefined || path === entry?.card.path
			? entry
			: catalog.find(path);
	};
	const termRoute = (taxonomy: Taxonomy, slug: string) =>
		placeRoute({ kind: "term", site, taxonomy, slug }, configuration);
	const route = entry?.card.route ?? placeRoute(place, configuration);

	return {
		mainId,

		termUrl: (taxonomy, term) =>
			hrefs.href(termRoute(taxonomy, termSlug(term))),

		async neighbours(article) {
			const found = await entryOf(article);
			return {
				...(found?.older && { older: linkTo(found.older) }),
				...(found?.newer && { newer: linkTo(found.newer) }),
			};
		},

		async translations(article): Promise<LanguageLink[]> {
			const found = await entryOf(article);
			return (found?.translations ?? []).map((link) => ({
				...linkTo(link),
				lang: link.lang,
			}));
		},

		async recent(): Promise<SiteLink[]> {
			const { cards } = await catalog.list(
				site,
				"home",
				0,
				configuration.recentCount,
			);
			return cards.map(linkTo);
		},

		async terms(taxonomy): Promise<Term[]> {
			const terms = await catalog.terms(site, taxonomy);
			return terms.map(({ title, slug, count }) => ({
				title,
				url: hrefs.href(termRoute(taxonomy, slug)),
				...(configuration.termCounts && { count }),
			}));
		},

		languages: () => languageLinks(facts),

		async menu(name, article): Promise<MenuItem[]> {
			// A list asks with the site's folder.
			const card = (await entryOf(article))?.card;
			return menuLinks({
				configured: language.menus[name],
				articles: catalog.languages[site]?.menus[name] ?? [],
				hrefs,
				route: card?.route ?? route,
				section: card?.section
					? sectionRoute(site, card.section, configuration)
					: undefined,
				lang,
			});
		},

		...(search && {
			searchUrl: (query) =>
				hrefs.href(placeRoute({ kind: "search", site }, configuration), {
					query,
				}),

			async search(query, signal): Promise<SearchHit[]> {
				const found = await search.search(query, { limit: hitsShown, signal });
				return found.map(({ title, route, snippet, marks }) => ({
					title,
					url: hrefs.href(route),
					snippet,
					marks,
				}));
			},
		}),

		...(configuration.urls === "hash" && {
			fragmentUrl: (id: string) => {
				const url = new URL(hrefs.href(route, { heading: id }));
				return url.hash;
			},
		}),

		...(present && { present }),
	};
}
