// What articles are looked up by, and which of them are neighbours: one answer for catalogs in memory and on disk.

import type { SiteConfiguration } from "../types.js";
import type { CardNumber } from "./format.js";
import { normalRoute } from "./paths.js";
import { type Languages, placeOfFile } from "./routes.js";
import type { Card, CardLink, Route } from "./types.js";

/** What of a configuration a catalog depends on. */
export type CatalogConfiguration = Languages &
	Pick<SiteConfiguration, "mainSections">;

/**
 * What an article is looked up by: routes and paths in their normal form, which a slash at the beginning tells apart.
 * @param routeOrPath a route, an alias or a path
 */
export function lookUpKey(routeOrPath: string): string {
	return routeOrPath.startsWith("/")
		? normalRoute(routeOrPath)
		: routeOrPath.normalize();
}

/**
 * As much of a card as a link needs.
 * @param card the card
 */
export function linkTo({ title, route }: Card): CardLink {
	return { title, route };
}

/**
 * The name of what an article is next to others in: the articles of its section and language.
 * @param card the article's
 */
export function neighbourhoodOf({
	site,
	section,
}: Pick<Card, "site" | "section">): string {
	return `${site}//${section}`;
}

/**
 * The route that a path says by itself.
 * @param path of an article's file
 * @param languages of the site
 */
export function routeOfPath(path: string, languages: Languages): Route {
	const nothing = { lang: "", slug: "", type: "" };
	return placeOfFile(path, nothing, languages).route;
}

/**
 * Whether two numbers are those of the same card.
 * @param a a number
 * @param b another one
 */
export function isSame(a: CardNumber, b: CardNumber): boolean {
	return a[0] === b[0] && a[1] === b[1];
}
