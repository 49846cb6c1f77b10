// What every part of an article page is made from.

import type { Awaitable } from "../awaitable.js";
import type {
	Article,
	Metadata,
	PageDiagnosticCode,
	Thumbnail,
	TocEntry,
	TocSettings,
} from "../types.js";
import type { PageSettings } from "./settings.js";
import type { Site } from "./site.js";
import type { Words } from "./words.js";

/** The keys of the front matter as they count on this page: the article's, else the page's, else the defaults. */
export interface PageValues extends Omit<Metadata, "widgets"> {
	author: string[];
	toc: TocSettings & { show: boolean };
	thumbnail: Thumbnail & { visibility: ("list" | "post")[] };
	comments: boolean;
	authorbox: boolean;
	pager: boolean;
	sidebar: "none" | "left" | "right";
	widgets: string[];
}

/** What a widget is made from, on the page of an article and on a site's lists. */
export interface WidgetContext {
	/** As the core gave it; absent on a list. */
	readonly article?: Article;
	readonly values: Pick<PageValues, "sidebar" | "toc" | "widgets">;
	/** The headings as they stand on this page, with the levels and ids that they have there; none on a list. */
	readonly toc: TocEntry[];
	/** The title that the page shows; "" for none. */
	readonly title: string;
	/**
	 * The article's absolute URL, which relative URLs in it are relative to; the page's for inline Markdown, that of
	 * the site's folder for a list.
	 */
	readonly url: string;
	/** The article's language, else that around the article; a BCP 47 tag or "". */
	readonly lang: string;
	/** What the element says, in that language or in one that it speaks. */
	readonly words: Words;
	readonly settings: PageSettings;
	readonly site: Site | undefined;
	/** Where the page looks up ids and focus: the document, or the shadow root that the article stands in. */
	readonly root: Document | ShadowRoot;
	/** Ends when the page is taken away; every listener outside of the page's own elements must have it. */
	readonly signal: AbortSignal;
	/**
	 * Tells the article's author, at the value of a key of the front matter.
	 * @param key the key's canonical name; "" for the file as a whole
	 * @param message a sentence
	 */
	readonly report: (
		code: PageDiagnosticCode,
		key: keyof Metadata | "",
		message: string,
	) => void;
}

/** An article on its way into a page. */
export interface PageContext extends WidgetContext {
	readonly article: Article;
	readonly values: PageValues;
}

/** Makes a part of the page: an element, or nothing where it would be empty. */
export type Part = (context: PageContext) => Awaitable<Element | undefined>;

/** Makes a widget: an element, or nothing where it would be empty. */
export type WidgetPart = (
	context: WidgetContext,
) => Awaitable<Element | undefined>;
