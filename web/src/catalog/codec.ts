// Cards as an index keeps them: without what is empty and what the file's path says already. A change here, or of
// what `placeOfFile` gives, is another format.

import type { MenuEntry, Thumbnail } from "../types.js";
import { type Languages, placeOfFile } from "./routes.js";
import type { Card } from "./types.js";

/** A card without what {@link unpackCard} knows. */
export type PackedCard = Pick<Card, "path" | "title"> &
	Partial<Omit<Card, "site" | "thumbnail" | "menu">> & {
		thumbnail?: Pick<Thumbnail, "src"> & Partial<Thumbnail>;
		menu?: (Pick<MenuEntry, "menu"> & Partial<MenuEntry>)[];
	};

const noThumbnail: Thumbnail = { src: "", alt: "", visibility: null };
const noEntry: MenuEntry = { menu: "", name: "", weight: null, identifier: "" };

/**
 * Leaves out of a card what need not be kept.
 * @param card the card
 * @param languages of the site
 */
export function packCard(card: Card, languages: Languages): PackedCard {
	const { site: _, ...rest } = card;
	const { path, title } = card;
	const { thumbnail, menu, ...packed } = without(
		rest,
		defaultsOf(path, card.lang, card.site, languages),
	);
	return {
		path,
		title,
		...packed,
		...(thumbnail && {
			thumbnail: { src: thumbnail.src, ...without(thumbnail, noThumbnail) },
		}),
		...(menu && {
			menu: menu.map((entry) => ({
				menu: entry.menu,
				...without(entry, noEntry),
			})),
		}),
	};
}

/**
 * The card again.
 * @param packed as {@link packCard} gave it
 * @param site the one of the site's languages whose lists have the article
 * @param languages of the site
 */
export function unpackCard(
	packed: PackedCard,
	site: string,
	languages: Languages,
): Card {
	const { thumbnail, menu = [], path, lang = site } = packed;
	return {
		...defaultsOf(path, lang, site, languages),
		...packed,
		site,
		thumbnail: { ...noThumbnail, ...thumbnail },
		menu: menu.map((entry) => ({ ...noEntry, ...entry })),
	};
}

function defaultsOf(
	path: string,
	lang: string,
	site: string,
	languages: Languages,
): Omit<Card, "site" | "title"> {
	const said = { lang, slug: "", type: "" };
	const { route, section, base } = placeOfFile(path, said, languages);
	return {
		path,
		route,
		aliases: [],
		lang: site,
		translationKey: base,
		section,
		lead: "",
		summary: "",
		date: "",
		lastmod: "",
		authors: [],
		categories: [],
		tags: [],
		weight: 0,
		thumbnail: noThumbnail,
		minutes: 1,
		menu: [],
		hidden: "",
	};
}

// The values that are others than the defaults.
function without<Value extends object>(
	value: Value,
	defaults: Partial<Value>,
): Partial<Value> {
	return Object.fromEntries(
		Object.entries(value).filter(
			([key, part]) =>
				JSON.stringify(part) !== JSON.stringify(defaults[key as keyof Value]),
		),
	) as Partial<Value>;
}
