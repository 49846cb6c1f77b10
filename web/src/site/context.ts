// What every page of a site, and every part around its articles, is made from.

import type { PageSettings } from "../article/settings.js";
import type { Site } from "../article/site.js";
import type { Words } from "../article/words.js";
import type { Address, Hrefs } from "../catalog/hrefs.js";
import type { Place } from "../catalog/routes.js";
import type { SearchEngine } from "../catalog/search/engine.js";
import type { Catalog, CatalogEntry } from "../catalog/types.js";
import type {
	PageDiagnosticCode,
	SiteConfiguration,
	SiteLanguage,
} from "../types.js";

/** A language that lacks no text and no menu. */
export interface WholeLanguage extends SiteLanguage {
	menus: SiteConfiguration["menus"];
}

/**
 * A place of a site on its way into the document. Nothing that is made from it knows the window, so that the same
 * modules make pages ahead of time.
 */
export interface SiteContext {
	readonly configuration: SiteConfiguration;
	/** The language of the place, whole: from {@link languageOf}. */
	readonly language: WholeLanguage;
	readonly catalog: Catalog;
	/** The site as its articles and widgets see it. */
	readonly site: Site;
	/** Finds articles in the place's language; absent where there is no search, or not yet. */
	readonly search?: SearchEngine | undefined;
	readonly hrefs: Hrefs;
	readonly place: Place;
	/** Which page of a list, and what is searched for. */
	readonly address: Pick<Address, "page" | "query">;
	/** The article at the place; nothing where there is a list, or nothing at all. */
	readonly entry?: CatalogEntry | undefined;
	/** The language that the site speaks here, a BCP 47 tag: that of `language`. */
	readonly lang: string;
	/** What the site says itself, in that language or in one that it speaks. */
	readonly words: Words;
	/** The configuration's settings for pages. */
	readonly settings: PageSettings;
	/** Where ids and focus are looked up: the document, or the shadow root that the site stands in. */
	readonly root: Document | ShadowRoot;
	/** Ends when the page is taken away; every listener outside of the page's own elements has it. */
	readonly signal: AbortSignal;
	/**
	 * Tells the site's author.
	 * @param key the configuration's key that has it; "" for none
	 * @param message a sentence
	 */
	readonly report: (
		code: PageDiagnosticCode,
		key: "" | "widgets",
		message: string,
	) => void;
	/**
	 * Hears what the reader searches for on the page for that, when they have stopped typing, so that the address can say it.
	 * @param query trimmed; "" for nothing
	 */
	readonly onQuery?: (query: string) => void;
}

/** A page of a site that is no article. */
export interface SitePage {
	/** What it is called; "" for the site's first page, which is called like the site. */
	title: string;
	/** What search engines are told of it, plain text, or "". */
	description: string;
	/** What search engines are asked to do with it; absent: as they like. */
	robots?: string;
	/** `"missing"`: there is nothing at the place, which a server would say with status 404. */
	status: "found" | "missing";
	/** Which of its pages a list shows, 1-based: the last one where a later one was asked for. */
	page: number;
	/** How many pages the list has. */
	pages: number;
	/** `div.ink-page`. Its aside may come later. */
	element: HTMLElement;
	/** Where the focus of a reader goes who came here; absent: the page's heading. */
	focus?: HTMLElement;
	/** Is kept when the aside is there as well, or will not come. Never rejects. */
	whole: Promise<void>;
}

/**
 * A language of a site with the site's texts and menus where it has none of its own.
 * @param configuration of the site
 * @param lang one of the site's languages, a BCP 47 tag
 */
export function languageOf(
	configuration: SiteConfiguration,
	lang: string,
): WholeLanguage {
	const own = configuration.languages.find(
		(language) => language.lang === lang,
	);
	const menu = (name: keyof SiteConfiguration["menus"]) =>
		own?.menus[name] ?? configuration.menus[name];
	return {
		lang,
		title: own?.title || configuration.title,
		tagline: own?.tagline || configuration.tagline,
		description: own?.description || configuration.description,
		copyright: own?.copyright || configuration.copyright,
		menus: { main: menu("main"), side: menu("side"), footer: menu("footer") },
	};
}
