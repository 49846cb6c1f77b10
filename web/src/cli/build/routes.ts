// All routes of a blog.

import { placeRoute, sectionRoute } from "../../catalog/routes.js";
import type { Card, Catalog, Route, Taxonomy } from "../../catalog/types.js";
import type { SiteConfiguration } from "../../types.js";

const taxonomies: Taxonomy[] = ["categories", "tags"];

/**
 * The routes at which a blog has something, each once: those of its articles, and those of its lists.
 * @param catalog the blog's
 * @param cards of all articles that are there
 * @param configuration of the blog
 */
export async function routesOf(
	catalog: Catalog,
	cards: readonly Card[],
	configuration: SiteConfiguration,
): Promise<Route[]> {
	const routes = new Set<Route>();
	const add = (place: Parameters<typeof placeRoute>[0]) =>
		routes.add(placeRoute(place, configuration));
	for (const [site, language] of Object.entries(catalog.languages)) {
		add({ kind: "home", site });
		for (const { name } of language.sections) {
			routes.add(sectionRoute(site, name, configuration));
		}
		for (const taxonomy of taxonomies) {
			if (language.terms[taxonomy] > 0) {
				add({ kind: "taxonomy", site, taxonomy });
			}
			for (const { slug } of await catalog.terms(site, taxonomy)) {
				add({ kind: "term", site, taxonomy, slug });
			}
		}
		add({ kind: "archive", site });
		for (const { year } of language.years) {
			add({ kind: "year", site, year });
		}
		if (configuration.search.engine !== "none") {
			add({ kind: "search", site });
		}
	}
	for (const { route } of cards) {
		routes.add(route);
	}
	return [...routes];
}
