// What all widgets have in common.

import { linkTo } from "../links.js";
import type { SiteLink } from "../site.js";

let sections = 0;

/**
 * Makes a widget: a section with its title.
 * @param name the widget's, for its class
 * @param title the words over it
 * @param content what it shows
 */
export function widgetSection(
	name: string,
	title: string,
	...content: Node[]
): HTMLElement {
	const heading = document.createElement("h2");
	heading.className = "ink-widget-title";
	// The colon keeps it apart from every id of a heading.
	heading.id = `ink:widget:${++sections}`;
	heading.textContent = title;

	const section = document.createElement("section");
	section.className = `ink-widget ink-widget-${name}`;
	section.setAttribute("aria-labelledby", heading.id);
	section.append(heading, ...content);
	return section;
}

/**
 * Makes a widget that is a list of links.
 * @param name the widget's, for its class
 * @param title the words over it
 * @param entries as a site or settings have given them; those without a URL that is safe are left out
 * @param fit changes each link for what it stands for
 * @returns nothing where no link is left
 */
export function linkWidget<Entry extends SiteLink>(
	name: string,
	title: string,
	entries: Entry[] | undefined,
	fit: (link: HTMLAnchorElement, entry: Entry) => void = () => {},
): HTMLElement | undefined {
	const list = document.createElement("ul");
	for (const entry of Array.isArray(entries) ? entries : []) {
		const link = linkTo(entry);
		if (link) {
			fit(link, entry);
			const item = document.createElement("li");
			item.append(link);
			list.append(item);
		}
	}
	return list.hasChildNodes() ? widgetSection(name, title, list) : undefined;
}
