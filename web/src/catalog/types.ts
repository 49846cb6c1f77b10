// What a site knows of its articles: the forms in which lists, menus, feeds and searches have them. Like all of
// this folder it knows neither the DOM nor Node, because the site's element and `npx inkstone` share it.

import type { MenuEntry, Thumbnail } from "../types.js";

/**
 * A place of the site, as a path from the site's own folder: `/`, `/posts/letterpress`, `/zh/tags/qq`. Segments are
 * decoded; there is no slash at its end and no page number. `routes.ts` says which there are.
 */
export type Route = string;

/** What lists, menus and feeds say of an article. */
export interface Card {
	/** The Markdown file, relative to the site's folder, without a slash before it: `posts/letterpress.zh.md`. */
	path: string;
	/** Where the article's page is. */
	route: Route;
	/** Other routes that lead to it. */
	aliases: Route[];
	/** The one of the site's languages whose lists have the article. */
	site: string;
	/** The article's own language, a BCP 47 tag: `zh-CN` on a site in `zh`. */
	lang: string;
	/** What the article has in common with its translations. */
	translationKey: string;
	/** The folder that the article belongs to, or its `type`; "" for the site's own folder. */
	section: string;
	title: string;
	/** Plain text. */
	lead: string;
	/** Plain text. */
	summary: string;
	/** As in the article's metadata: a value of HTML's `datetime`, or "". */
	date: string;
	lastmod: string;
	authors: string[];
	categories: string[];
	tags: string[];
	/** Its place in lists; 0 is last. */
	weight: number;
	/** The `src` absolute, or relative to the site's folder. */
	thumbnail: Thumbnail;
	/** Reading time. */
	minutes: number;
	menu: MenuEntry[];
	/** Why lists leave the article out; "" where they do not. Its own route opens all the same. */
	hidden: "" | "draft" | "scheduled" | "expired";
}

/** An article among its neighbours. One that is hidden, or of the type `page`, has no older and no newer one. */
export interface CatalogEntry {
	card: Card;
	/** The article that is next in the order of its section: the older one, where weights do not say otherwise. */
	older?: CardLink;
	/** The one before. */
	newer?: CardLink;
	/** The article in the site's other languages, in the order of these; none that is hidden. */
	translations: (CardLink & { lang: string; site: string })[];
}

/** As much of a card as a link needs. */
export interface CardLink {
	title: string;
	route: Route;
}

/** What a section's `_index.md` says of it, in one of the site's languages. */
export interface SectionCard {
	site: string;
	/** The section's name; "" for the site's own folder. */
	name: string;
	title: string;
	/** Plain text. */
	summary: string;
}

/** Two kinds of terms. */
export type Taxonomy = "categories" | "tags";

/** A tag or a category in one of the site's languages. */
export interface CatalogTerm {
	/** As it was first written, in the order of the lists. */
	title: string;
	/** The last segment of its route, by `termSlug`; terms with the same slug are one. */
	slug: string;
	/** How many articles the lists have. */
	count: number;
	/** The date of the newest of them, or "". */
	newest: string;
}

/** A section in one of the site's languages. */
export interface CatalogSection {
	/** The folder's name; "" for the site's own folder, which is among the sections where it has an `_index.md`. */
	name: string;
	/** That of its `_index.md`; without one, the folder's name. */
	title: string;
	/** That of its `_index.md`, plain text. */
	summary: string;
	/** How many articles its list has; for the site's own folder, that of `home`. */
	count: number;
}

/** What is known of one of the site's languages without looking at its articles. */
export interface CatalogLanguage {
	/** How many articles its lists have. */
	count: number;
	/** In alphabetical order of their titles. */
	sections: CatalogSection[];
	/** The years of its articles, the newest first; those without a date or of the type `page` are in none. */
	years: { year: string; count: number }[];
	/**
	 * What articles have put into menus, by the menu's name: by weight with 0 last, then by title; at most 500 in each.
	 */
	menus: Record<string, CatalogMenuItem[]>;
	/** How many terms there are. */
	terms: Record<Taxonomy, number>;
}

/** An article's entry in a menu. */
export interface CatalogMenuItem extends CardLink {
	weight: number;
	identifier: string;
}

/**
 * A list of a language's articles. `home` has all but those of the type `page`, or those of the main sections;
 * `all` has every one.
 */
export type ListName =
	| "home"
	| "all"
	| `section/${string}`
	| `${Taxonomy}/${string}`
	| `year/${string}`;

/** The articles of a site, wherever they are kept. Every method may reject with an `Error`. */
export interface Catalog {
	/** By the site's languages. */
	readonly languages: Record<string, CatalogLanguage>;
	/** Which search there is for a language; undefined where its articles are searched in memory. */
	readonly search: Record<string, SearchLocation>;
	/**
	 * A part of a list, in the order of the site: by weight with 0 last, then the newest date with none last, then title.
	 * @param site one of the site's languages
	 * @param list which one; an empty one where there is none of that name
	 * @param start 0-based
	 * @param count at most so many
	 */
	list(
		site: string,
		list: ListName,
		start: number,
		count: number,
	): Promise<{ total: number; cards: Card[] }>;
	/**
	 * An article by its route, one of its aliases, or its file's path.
	 * @returns nothing where there is none
	 */
	find(routeOrPath: string): Promise<CatalogEntry | undefined>;
	/** The terms of a taxonomy, in alphabetical order of the language. */
	terms(site: string, taxonomy: Taxonomy): Promise<CatalogTerm[]>;
}

/** Where the search index of a language is. */
export interface SearchLocation {
	engine: "minisearch" | "pagefind";
	/** Relative to the index; several where a corpus was spread over machines. */
	urls: string[];
}

/** What a search index has of an article. */
export interface SearchDocument {
	route: Route;
	title: string;
	/** Names of tags and categories. */
	terms: string[];
	/** The headings' texts. */
	headings: string[];
	/** The body, plain text, with a line break between blocks. */
	text: string;
}

/** What one article gives the index: what workers make, caches keep and shards carry. */
export interface CatalogRecord {
	/** Of the file's bytes and of what else the record is made from. */
	hash: string;
	/**
	 * From this moment on, in milliseconds since 1970, the record is to be made anew, because the article appears in lists
	 * or goes from them then; absent where that never happens.
	 */
	until?: number;
	card: Card;
	document: SearchDocument;
}
