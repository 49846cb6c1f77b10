// What an article page asks of the site that it stands in. `<inkstone-site>` answers from its index; any other
// object that does will do.

import type { Awaitable } from "../awaitable.js";

/** A link of the site. */
export interface SiteLink {
	/** Plain text; a link without a title is called by its address. */
	title: string;
	/**
	 * Absolute, or relative to the page. A link whose scheme is not `http`, `https`, `mailto` or the page's own is
	 * not shown.
	 */
	url: string;
}

/** A link to a page in another language; without a title it is called by the language's own name. */
export interface LanguageLink extends SiteLink {
	/** A BCP 47 tag. */
	lang: string;
}

/** A tag or a category. */
export interface Term extends SiteLink {
	/** How many articles have it; absent where the site does not want it shown. */
	count?: number;
}

/** An entry of a menu. */
export interface MenuItem extends SiteLink {
	/** Whether it leads to this page, or to the section that it stands in. */
	current?: boolean;
}

/** What a search has found. */
export interface SearchHit extends SiteLink {
	/** A piece of the article around what was found. */
	snippet: string;
	/** Where in the snippet the words that were found stand: pairs of start and end in UTF-16 units. */
	marks: [start: number, end: number][];
}

/**
 * A site, as its articles see it. Every method may be left out; what would need it is then not shown. Nor is it where
 * the method throws or rejects, or has nothing to give: the console says what has failed. `article` is the absolute URL of the article's Markdown.
 */
export interface Site {
	/** The address of a tag's or a category's page. */
	termUrl?(
		taxonomy: "categories" | "tags",
		term: string,
	): Awaitable<string | undefined>;
	/** The articles before and after this one in its section, by date: `older` is the previous one. */
	neighbours?(
		article: string,
	): Awaitable<{ older?: SiteLink; newer?: SiteLink }>;
	/** The article in other languages, as far as they exist. */
	translations?(article: string): Awaitable<LanguageLink[]>;
	/** The newest articles, for the widget `recent`. */
	recent?(article: string): Awaitable<SiteLink[]>;
	/** All tags or categories, for the widgets `taglist` and `categories`. */
	terms?(taxonomy: "categories" | "tags"): Awaitable<Term[]>;
	/** The site in all of its languages, this page's among them, for the widget `languages`. */
	languages?(): Awaitable<LanguageLink[]>;
	/** The entries of a menu, for the widget `sidemenu`. */
	menu?(
		name: "main" | "side" | "footer",
		article: string,
	): Awaitable<MenuItem[]>;
	/** The address of the page with what was found, for the widget `search`. */
	searchUrl?(query: string): string;
	/**
	 * The address of a place in the page that is being made, for a site that keeps its routes in fragments:
	 * `#/posts/a#heading`. Without it, that is `#heading`.
	 * @param id of an element
	 */
	fragmentUrl?(id: string): string;
	/**
	 * The id that the article's `main` is to have, where the site has a link past its header to it: the article then has
	 * no such link of its own.
	 */
	mainId?: string;
	/**
	 * Puts an article's page in, for a site that shows one article at a time and says itself what the document is
	 * called and where in it the reader arrives.
	 * @param update does it; to be called once, at any time
	 * @param whole is kept when the page has everything that it asks the site for; never rejects
	 * @param finished is kept when what changes no place on the page, such as the colours of code, has come as well;
	 * never rejects
	 */
	present?(
		update: () => void,
		whole: Promise<void>,
		finished: Promise<void>,
	): void;
	/**
	 * The first of what is found, best first, as the reader types.
	 * @param query trimmed, not empty
	 * @param signal ends when the answer is no longer wanted
	 */
	search?(query: string, signal: AbortSignal): Awaitable<SearchHit[]>;
}
