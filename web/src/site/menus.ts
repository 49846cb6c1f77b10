// Which entries a menu of the site has: those of the configuration and those that articles ask for, in their order,
// and which of them leads to where the reader is.

import { decode } from "../address.js";
import { textOf } from "../article/links.js";
import type { MenuItem } from "../article/site.js";
import type { Hrefs } from "../catalog/hrefs.js";
import { normalRoute } from "../catalog/paths.js";
import type { CatalogMenuItem, Route } from "../catalog/types.js";
import { knownTags } from "../language.js";
import type { SiteMenuItem } from "../types.js";

/** An entry of a menu, and how it stands to where the reader is. */
export interface MenuLink extends MenuItem {
	/** `"page"`: it leads to the page itself; `"section"`: to what that belongs to; absent: elsewhere. */
	place?: "page" | "section";
}

/** What a menu is made from. */
export interface MenuSources {
	/** The configuration's entries for the language. */
	configured: readonly SiteMenuItem[];
	/** What the language's articles ask for. */
	articles: readonly CatalogMenuItem[];
	hrefs: Hrefs;
	/** Where the reader is. */
	route: Route;
	/** The section that the article there belongs to; absent for what is no article. */
	section?: Route | undefined;
	/** The language that orders titles, a BCP 47 tag. */
	lang: string;
}

/**
 * Puts a menu together.
 * @param sources see {@link MenuSources}
 * @returns by weight, 0 last; with the same weight the configuration's in the order that it gives, then those of
 * articles by title. Entries without a title or a usable URL are left out. The one that leads nearest to where the reader is
 * is current.
 */
export function menuLinks(sources: MenuSources): MenuLink[] {
	const { configured, articles, hrefs, lang } = sources;
	const byTitle = new Intl.Collator(knownTags(lang)).compare;
	const entries = [
		...configured.map(({ title, url, weight }) => ({
			title: textOf(title),
			weight,
			...targetOf(textOf(url), hrefs),
		})),
		...articles
			.map(({ title, route, weight }) => ({
				title: textOf(title),
				weight,
				url: hrefs.href(route),
				route,
			}))
			.sort((a, b) => byTitle(a.title, b.title)),
	].filter(({ title, url }) => title && url);
	// Sorting keeps the order of what has the same weight.
	entries.sort((a, b) => rankOf(a.weight) - rankOf(b.weight));

	const nearest = nearestRoute(
		entries.map(({ route }) => route),
		sources,
	);
	return entries.map(({ title, url, route }) => {
		const isCurrent = route !== undefined && route === nearest;
		return {
			title,
			url,
			...(isCurrent && {
				current: true,
				place: route === sources.route ? "page" : "section",
			}),
		};
	});
}

function targetOf(
	url: string,
	hrefs: Hrefs,
): { url: string; route?: Route | undefined } {
	if (/^\/(?!\/)/.test(url)) {
		const [, path = "", search = "", heading = ""] =
			/^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url) ?? [];
		const route = normalRoute(decode(path));
		const query = new URLSearchParams(search).get("q") ?? "";
		return {
			url: hrefs.href(route, { query, heading: decode(heading) }),
			// A search or a heading is not the page.
			route: query || heading ? undefined : route,
		};
	}
	try {
		const { href } = new URL(url, hrefs.file(""));
		return { url: url && href, route: hrefs.address(href)?.route };
	} catch {
		return { url: "" };
	}
}

// Everything is below the first page; it is current only on itself.
function nearestRoute(
	routes: (Route | undefined)[],
	{ route, section }: MenuSources,
): Route | undefined {
	const isAbove = (candidate: Route) =>
		candidate === section || route.startsWith(`${candidate}/`);
	return routes
		.filter(
			(candidate): candidate is Route =>
				candidate !== undefined && (candidate === route || isAbove(candidate)),
		)
		.sort(
			(a, b) =>
				Number(b === route) - Number(a === route) || b.length - a.length,
		)[0];
}

function rankOf(weight: number): number {
	return weight === 0 ? Number.MAX_VALUE : weight;
}
