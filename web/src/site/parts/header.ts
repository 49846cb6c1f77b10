// What stands over every page of a site: its name, its main menu, and what concerns all of its pages.

import { linkTo, safeUrl } from "../../article/links.js";
import { speak } from "../../article/parts/speech.js";
import { placeRoute } from "../../catalog/routes.js";
import { directionOf, languageName } from "../../language.js";
import type { SiteContext } from "../context.js";
import { languageLinks } from "../languages.js";
import { listItem, listOf, menuAt, menuList } from "./menu.js";

/**
 * Makes the header.
 * @param context of the place
 */
export function siteHeader(context: SiteContext): HTMLElement {
	const header = document.createElement("header");
	header.className = "ink-site-header";
	header.append(
		...[
			brand(context),
			mainMenu(context),
			languages(context),
			context.configuration.schemeSwitch
				? document.createElement("inkstone-scheme")
				: undefined,
		].filter((part) => part !== undefined),
	);
	return header;
}

function brand(context: SiteContext): HTMLElement {
	const { configuration, hrefs, language, place, words } = context;
	const brand = document.createElement("p");
	brand.className = "ink-site-brand";

	const home = document.createElement("a");
	home.className = "ink-site-title";
	home.rel = "home";
	home.href = hrefs.href(
		placeRoute({ kind: "home", site: place.site }, configuration),
	);
	if (place.kind === "home") {
		home.setAttribute("aria-current", "page");
	}
	const image = logo(context);
	if (image) {
		home.append(image);
	}
	// A logo whose text says the name says it alone.
	if (language.title && image?.alt !== language.title) {
		home.append(...(image ? [" "] : []), language.title);
	}
	if (!language.title && !image?.alt) {
		home.append(words.home);
		speak(home, context);
	}
	brand.append(home);

	if (language.tagline) {
		const tagline = document.createElement("span");
		tagline.className = "ink-site-tagline";
		tagline.textContent = language.tagline;
		brand.append(" ", tagline);
	}
	return brand;
}

function logo({
	configuration,
	hrefs,
	settings,
}: SiteContext): HTMLImageElement | undefined {
	const { src, alt } = configuration.logo;
	const url = safeUrl(src, hrefs.file(""), "image");
	if (!url) {
		return undefined;
	}
	const image = document.createElement("img");
	image.className = "ink-site-logo";
	image.alt = alt;
	image.setAttribute("decoding", "async");
	if (settings.referrerPolicy) {
		image.setAttribute("referrerpolicy", settings.referrerPolicy);
	}
	image.src = url;
	return image;
}

function mainMenu(context: SiteContext): HTMLElement | undefined {
	const list = menuList(menuAt("main", context));
	if (!list) {
		return undefined;
	}
	const { words } = context;
	// The colons keep it apart from every id of a heading.
	list.id = "ink:menu:main";

	const button = document.createElement("button");
	button.type = "button";
	button.className = "ink-menu-button";
	button.setAttribute("aria-controls", list.id);
	button.setAttribute("aria-expanded", "false");
	button.textContent = words.menu;
	speak(button, context);

	const menu = document.createElement("nav");
	menu.className = "ink-menu";
	menu.setAttribute("aria-label", words.mainMenu);
	menu.append(button, list);

	const isOpen = () => button.getAttribute("aria-expanded") === "true";
	button.addEventListener("click", () => {
		button.setAttribute("aria-expanded", String(!isOpen()));
	});
	menu.addEventListener("keydown", (event) => {
		if (event.key === "Escape" && isOpen()) {
			button.setAttribute("aria-expanded", "false");
			button.focus();
			// Nothing around the site is closed by the same key.
			event.stopPropagation();
		}
	});
	return menu;
}

function languages(context: SiteContext): HTMLElement | undefined {
	const { place, words } = context;
	const items = languageLinks(context).flatMap((entry) => {
		const { lang } = entry;
		const link = linkTo({ ...entry, title: languageName(lang) });
		if (!link) {
			return [];
		}
		link.hreflang = lang;
		link.lang = lang;
		link.dir = directionOf(lang);
		if (lang === place.site) {
			link.setAttribute("aria-current", "true");
		} else {
			link.rel = "alternate";
		}
		return listItem(link);
	});
	if (items.length === 0) {
		return undefined;
	}
	const part = document.createElement("nav");
	part.className = "ink-languages";
	part.setAttribute("aria-label", words.languages);
	part.append(listOf("ul", "", items));
	return part;
}
