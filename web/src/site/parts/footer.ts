// What stands under every page of a site: its footer menu, whose it is, and its feeds.

import { speak } from "../../article/parts/speech.js";
import type { SiteContext } from "../context.js";
import { feedsAt } from "../feeds.js";
import { listItem, listOf, menuAt, menuList } from "./menu.js";

/**
 * Makes the footer.
 * @param context of the place
 * @returns nothing where it would be empty
 */
export function siteFooter(context: SiteContext): HTMLElement | undefined {
	const footer = document.createElement("footer");
	footer.className = "ink-site-footer";
	footer.append(
		...[footerMenu(context), copyright(context), feeds(context)].filter(
			(part) => part !== undefined,
		),
	);
	return footer.hasChildNodes() ? footer : undefined;
}

function footerMenu(context: SiteContext): HTMLElement | undefined {
	const list = menuList(menuAt("footer", context));
	if (!list) {
		return undefined;
	}
	const menu = document.createElement("nav");
	menu.className = "ink-menu-footer";
	menu.setAttribute("aria-label", context.words.footerMenu);
	menu.append(list);
	return menu;
}

function copyright({
	language: { copyright, title },
}: SiteContext): HTMLElement | undefined {
	const text = copyright || (title && `© ${title}`);
	if (!text) {
		return undefined;
	}
	const part = document.createElement("p");
	part.className = "ink-copyright";
	part.textContent = text;
	return part;
}

function feeds(context: SiteContext): HTMLElement | undefined {
	const items = feedsAt(context).map(({ title, type, url }) => {
		const link = document.createElement("a");
		link.href = url;
		link.rel = "alternate";
		link.type = type;
		link.textContent = title;
		return listItem(link);
	});
	if (items.length === 0) {
		return undefined;
	}
	const list = listOf("ul", "ink-feeds", items);
	list.setAttribute("aria-label", context.words.feed);
	speak(list, context);
	return list;
}
