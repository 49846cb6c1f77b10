// A menu of the site as a list of links.

import { linkTo } from "../../article/links.js";
import { placeRoute, sectionRoute } from "../../catalog/routes.js";
import type { SiteContext } from "../context.js";
import { type MenuLink, menuLinks } from "../menus.js";

/**
 * A menu of the language at a place.
 * @param name which one
 * @param context of the place
 */
export function menuAt(
	name: "main" | "side" | "footer",
	context: SiteContext,
): MenuLink[] {
	const { catalog, configuration, entry, hrefs, language, lang, place } =
		context;
	return menuLinks({
		configured: language.menus[name],
		articles: catalog.languages[place.site]?.menus[name] ?? [],
		hrefs,
		route: entry?.card.route ?? placeRoute(place, configuration),
		section: entry?.card.section
			? sectionRoute(place.site, entry.card.section, configuration)
			: undefined,
		lang,
	});
}

/**
 * The entries of a menu as a list.
 * @param links from {@link menuAt}
 * @returns nothing where none can be linked to
 */
export function menuList(
	links: readonly MenuLink[],
): HTMLUListElement | undefined {
	const items = links.flatMap((entry) => {
		const link = linkTo(entry);
		if (!link) {
			return [];
		}
		if (entry.place) {
			link.setAttribute(
				"aria-current",
				entry.place === "page" ? "page" : "true",
			);
		}
		return listItem(link);
	});
	return items.length > 0 ? listOf("ul", "", items) : undefined;
}

/**
 * A list that browsers take for one whatever it looks like.
 * @param name `ul` or `ol`
 * @param className of the list, or ""
 * @param items its `li`
 */
export function listOf<Name extends "ol" | "ul">(
	name: Name,
	className: string,
	items: Element[],
): HTMLElementTagNameMap[Name] {
	const list = document.createElement(name);
	if (className) {
		list.className = className;
	}
	// Safari does not take a list without bullets for a list, unless it is told.
	list.setAttribute("role", "list");
	list.append(...items);
	return list;
}

/**
 * An item of a list.
 * @param content what stands in it
 */
export function listItem(...content: (Node | string)[]): HTMLLIElement {
	const item = document.createElement("li");
	item.append(...content);
	return item;
}
