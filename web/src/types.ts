// What goes into the renderer and what comes out of it: the TypeScript mirror of the core's headers, and
// the one place that exports these types.

/**
 * How an article is rendered. Names, defaults and meanings are the core's own; `Inkstone.describe` lists
 * them. Each option is also understood as text, as HTML attributes and command lines give it: `"false"`,
 * `"3"`. A property that is `undefined` or `null` leaves the default.
 */
export interface RenderOptions {
	/** Whether the file may begin with front matter; else all of it is Markdown. Default: true. */
	frontMatter?: boolean | string | null;
	/** What happens to raw HTML in the Markdown: shown as text, or passed through. Default: `"escape"`. */
	html?: "escape" | "trusted" | null;
	/** GitHub's tables, strikethrough, task lists and bare links. Default: true. */
	gfm?: boolean | string | null;
	/** Whether headings get ids by GitHub's algorithm. Default: true. */
	headingIds?: boolean | string | null;
	/** The deepest heading level in the table of contents, 1 to 6. Default: 4. */
	tocDepth?: number | string | null;
	/** Whether formulas in TeX are taken from the source, as `math inline` and `math display`. Default: true. */
	math?: boolean | string | null;
	/** Whether emphasis next to Chinese, Japanese and Korean text opens and closes as people mean it. Default: true. */
	cjkFriendly?: boolean | string | null;
	/** Whether runs of asterisks that converters leave are read as they were meant. Default: true. */
	repairEmphasis?: boolean | string | null;
	/** Whether a line break between two Chinese or Japanese characters is no space. Default: true. */
	joinCjkLines?: boolean | string | null;
	/** Whether short bold paragraphs are section titles where there is no heading. Default: `"auto"`. */
	boldHeadings?: "auto" | "off" | null;
	/** Whether images get `loading="lazy"` and `decoding="async"`. Default: true. */
	lazyImages?: boolean | string | null;
	/** Whether a code block keeps the rest of its info string in `data-info`. Default: true. */
	codeInfo?: boolean | string | null;
	/** URL schemes that links may use besides the built-in ones, separated by spaces. Default: none. */
	urlSchemes?: string | null;
	/** Footnotes as on GitHub: `text[^1]`, and elsewhere `[^1]: note`. Default: true. */
	footnotes?: boolean | string | null;
	/** Whether block quotes that begin with `[!NOTE]` and its kin are alerts. Default: true. */
	alerts?: boolean | string | null;
	/** Whether a paragraph and `: text` under it are a term and its definition. Default: true. */
	definitionLists?: boolean | string | null;
	/** Whether `{#id .class}` at a heading's end gives it an id and classes. Default: true. */
	headingAttributes?: boolean | string | null;
	/** Whether `<!--more-->` ends the summary. Default: true. */
	more?: boolean | string | null;
	/** Whether `==text==` is marked. Default: true. */
	mark?: boolean | string | null;
	/** Whether `2^10^` is raised. Default: false. */
	superscript?: boolean | string | null;
	/** Whether `H~2~O` is lowered. Default: false. */
	subscript?: boolean | string | null;
	/** Whether `:tada:` is an emoji, by GitHub's names. Default: false. */
	emoji?: boolean | string | null;
	/** Whether straight quotes, hyphens and dots become typographic ones. Default: false. */
	smartPunctuation?: boolean | string | null;
	/** Whether blocks get `data-line`, the line of the file on which they begin. Default: false. */
	sourceLines?: boolean | string | null;
	/** How deep block quotes and lists may be nested, 1 to 200; what is deeper is text. Default: 100. */
	maxNesting?: number | string | null;
	/** How many cells the tables may have in all; rows beyond have one cell each. Default: 200,000. */
	maxTableCells?: number | string | null;
	/** How long the HTML may be, in bytes; it ends with the last block that fits. Default: 256 MiB. */
	maxHtmlBytes?: number | string | null;
	/** The largest file that is rendered, in bytes. Default and most: 256 MiB. */
	maxSourceBytes?: number | string | null;
	/** The largest front matter that is read, in bytes, to 16 MiB. Default: 256 KiB. */
	maxFrontMatterBytes?: number | string | null;
	/** How deep mappings and lists of the front matter may be nested, 1 to 400. Default: 100. */
	maxFrontMatterDepth?: number | string | null;
	/** How many values the front matter may hold, to a million. Default: 100,000. */
	maxFrontMatterNodes?: number | string | null;
	/** Whether, with `gfm`, URLs and addresses of e-mail are links without any markup. Default: true. */
	bareLinks?: boolean | string | null;
}

/** An article, rendered. A plain object that nobody else keeps. */
export interface Article {
	/** The body as an HTML fragment, without the front matter. */
	html: string;
	/** Every key of the front matter as written; an empty object where there is none. */
	frontMatter: FrontMatter;
	/** The keys that a page understands, normalised. */
	metadata: Metadata;
	/** Where the values stand of those keys of {@link Metadata} that say something, usable or not. */
	places: Partial<Record<keyof Metadata, Place>>;
	/** The headings of the body down to `tocDepth`, nested. */
	toc: TocEntry[];
	/** What lists and feeds say of the article. */
	summary: Summary;
	/** How much there is to read in the body. */
	counts: Counts;
	/** What the article's author should know, in the order of the places in the file. */
	diagnostics: Diagnostic[];
}

/** A place in the file, front matter included. */
export interface Place {
	/** 1-based. */
	line: number;
	/** In UTF-16 code units; 1-based. */
	column: number;
}

/**
 * The front matter's `summary` or `description`, else what stands before `<!--more-->`, else the body's first
 * sentences.
 */
export interface Summary {
	/** Plain text. */
	text: string;
	/** The same as an HTML fragment, without ids and footnotes. */
	html: string;
}

/** How much there is to read: text and code, not the texts of images. */
export interface Counts {
	/** In scripts that put spaces between words. */
	words: number;
	/** Chinese, Japanese and Korean, with punctuation. */
	characters: number;
	/** Reading time at 213 words or 501 characters a minute, rounded up. */
	minutes: number;
}

/** A mapping of the front matter, its keys in their written order. */
export interface FrontMatter {
	[key: string]: FrontMatterValue | undefined;
}

/** A value of the front matter by YAML's core schema. Dates stay the strings that were written. */
export type FrontMatterValue =
	| null
	| boolean
	| number
	| string
	| FrontMatterValue[]
	| FrontMatter;

/**
 * What the front matter means to a site and its pages; `examples/docs/reference/front-matter.md` says what each key takes. An
 * empty string: the article has none. `null`: the article does not say, so the site does. Texts are trimmed;
 * lists hold no duplicates and no blank entries.
 */
export interface Metadata {
	/** The title; without a `title` key, the body's first `h1`. */
	title: string;
	/**
	 * A value of HTML's `datetime`, in the zone that was written: `2025-02-12`, `2025-02-12T18:55:15` or
	 * `2025-02-12T18:55:15+08:00`.
	 */
	date: string;
	/** When the article was last changed; as `date`. */
	lastmod: string;
	/** The authors; `null`: the site's. */
	author: string[] | null;
	/** The standfirst under the title, plain text. */
	lead: string;
	/** What cards say, inline Markdown; without a `summary` key, the `description`. */
	summary: string;
	/** What search engines are told, inline Markdown; without a `description` key, the `summary`. */
	description: string;
	categories: string[];
	tags: string[];
	/** A BCP 47 language tag. */
	lang: string;
	/** The article in other languages, perhaps its own among them; each language once, ignoring case. */
	translations: Translation[];
	/** The article's entries in the site's menus, each menu once. */
	menu: MenuEntry[];
	/** The article's place in lists; 0 is last. */
	weight: number;
	/** The lead image. */
	thumbnail: Thumbnail;
	/** The page's box with the table of contents. */
	toc: TocSettings;
	/** Whether there are formulas. */
	mathjax: boolean | null;
	/** Whether readers can comment. */
	comments: boolean | null;
	/** Whether the author is introduced below the article. */
	authorbox: boolean | null;
	/** Whether there are links to the older and the newer article. */
	pager: boolean | null;
	/** The side that the aside stands on; `"none"`: the article has no aside. */
	sidebar: "none" | "left" | "right" | null;
	/** What stands in the aside, in this order. */
	widgets: Widget[] | null;
	/** Whether lists leave the article out. */
	draft: boolean;
	/** Before this, lists leave the article out; as `date`. */
	publishDate: string;
	/** From this on, lists leave the article out; as `date`. */
	expiryDate: string;
	/** The last part of the article's address. */
	slug: string;
	/** Other addresses that lead to the article. */
	aliases: string[];
	/** What the article has in common with its translations. */
	translationKey: string;
	/** The section that the article belongs to. */
	type: string;
	layout: string;
}

/** The article in one language. */
export interface Translation {
	/** A BCP 47 language tag. */
	lang: string;
	/** An allowed URL; empty where only the language is known. */
	url: string;
}

/** The article's entry in one of the site's menus. */
export interface MenuEntry {
	/** The menu's name, e.g. `"main"`. */
	menu: string;
	/** The entry's words; empty: the article's title. */
	name: string;
	/** Its place; `null`: the article's own weight. */
	weight: number | null;
	/** How other entries call it; empty where they do not. */
	identifier: string;
}

/** The article's lead image. */
export interface Thumbnail {
	/** An allowed URL; empty: there is no image, and nothing else counts. */
	src: string;
	/** What it shows, in words. */
	alt: string;
	/** Where it is shown: on cards in lists, on the article's own page, or nowhere; `null`: the article does not say. */
	visibility: ("list" | "post")[] | null;
}

/** What can stand in the aside. */
export type Widget =
	| "search"
	| "recent"
	| "categories"
	| "taglist"
	| "social"
	| "languages"
	| "sidemenu"
	| "toc";

/** Whether an article asks for a table of contents, and of which headings. */
export interface TocSettings {
	/** Whether it is asked for; `null`: the article does not say. */
	show: boolean | null;
	/** The highest heading level listed, 1 to 6. */
	min: number;
	/** The deepest heading level listed, 1 to 6. */
	max: number;
}

/** A heading of the body, with the deeper headings that follow it. */
export interface TocEntry {
	/** 1 to 6, as in `<h1>` to `<h6>`. */
	level: number;
	/** The heading's id in the HTML; empty when `headingIds` is off. */
	id: string;
	/** The heading's text without markup. */
	text: string;
	children: TocEntry[];
}

/** How much of an article a finding costs its readers; `info`: nothing. */
export type Severity = "error" | "warning" | "info";

/** One finding in an article, for its author, and where it is. */
export interface Diagnostic extends Place {
	/** The stable name of this kind of finding; `examples/docs/reference/diagnostics.md` says what each means. */
	code: DiagnosticCode;
	severity: Severity;
	/** A sentence for the author. */
	message: string;
}

/** What can be found in an article or a configuration, by the renderer or by the page that shows it. */
export type DiagnosticCode = CoreDiagnosticCode | PageDiagnosticCode;

/** What {@link Inkstone.render} and {@link Inkstone.readSite} report. */
export type CoreDiagnosticCode =
	| "invalid-utf8"
	| "control-character"
	| "front-matter-unclosed"
	| "front-matter-toml"
	| "front-matter-syntax"
	| "front-matter-not-mapping"
	| "front-matter-trailing"
	| "front-matter-duplicate-key"
	| "front-matter-complex-key"
	| "front-matter-too-large"
	| "front-matter-too-deep"
	| "front-matter-too-many-nodes"
	| "front-matter-cycle"
	| "metadata-type"
	| "metadata-value"
	| "metadata-date"
	| "url-refused"
	| "source-too-large"
	| "out-of-memory"
	| "footnote-undefined"
	| "footnote-unused"
	| "footnote-duplicate"
	| "nesting-too-deep"
	| "too-many-table-cells"
	| "html-too-large"
	| "site-unknown-key"
	| "site-type"
	| "site-value";

/** What an article page reports on top of that. */
export type PageDiagnosticCode =
	| "page-no-author"
	| "page-unknown-provider"
	| "page-setting"
	| "page-enhancement";

/** The tables behind the interface, as the core gives them. */
export interface Description {
	/** The core's version, e.g. `"0.1.0"`. */
	version: string;
	options: OptionDescription[];
	siteKeys: SiteKeyDescription[];
	diagnostics: DiagnosticDescription[];
}

/** One row of the table of options. */
export interface OptionDescription {
	name: keyof RenderOptions;
	type: "boolean" | "integer" | "choice" | "text";
	default: boolean | number | string;
	/** A sentence for users, in Markdown. */
	meaning: string;
	/** Choices only: the words. */
	choices?: string[];
	/** Integers only, inclusive. */
	minimum?: number;
	/** Integers only, inclusive. */
	maximum?: number;
}

/** One row of the table of the keys of a site's configuration. */
export interface SiteKeyDescription {
	/**
	 * The key in all mappings that it stands in: `title`, `search.limit`; of a list's items `social[].url`, of a
	 * mapping whose keys are names `authors.*.url`.
	 */
	name: string;
	/** What stands behind "takes", in Markdown: ``a whole number from 1 to 9``. */
	takes: string;
	/** Without the key; `null`: then the configuration does not have it. */
	default: FrontMatterValue;
	/** A sentence for users, in Markdown. */
	meaning: string;
	/** Whether the mapping that it stands in is left out without it. */
	required?: true;
	/** The words of which it takes one or some. */
	choices?: string[];
	/** Whole numbers only, inclusive. */
	minimum?: number;
	/** Whole numbers only, inclusive. */
	maximum?: number;
}

/** One row of the table of diagnostics. */
export interface DiagnosticDescription {
	code: DiagnosticCode;
	severity: Severity;
	/** Who reports it: the renderer, or the page that shows the article. */
	reporter: "core" | "page";
	/** When it is reported, and what happens to the article then; Markdown. */
	meaning: string;
}

/** The renderer, ready for use. */
export interface Inkstone {
	/**
	 * Renders an article: Markdown with optional front matter.
	 * @param source the file's text, or its bytes in UTF-8 (a `Uint8Array`, also over shared memory). Lone
	 * surrogates and bytes that are not UTF-8 are read as U+FFFD.
	 * @param options own properties only; see {@link RenderOptions}
	 * @returns the article; trouble in the text is never an error but stands in its `diagnostics`
	 * @throws TypeError for an argument of the wrong kind, an option that does not exist (the message lists
	 * those that do) or a value that an option does not take
	 * @throws Error when memory ends. Or when the core stopped, with the reason as `cause`: the renderer can
	 * be used again at once.
	 */
	render(source: string | Uint8Array, options?: RenderOptions): Article;
	/**
	 * Reads a site's configuration, YAML or JSON.
	 * @param source as for {@link Inkstone.render}
	 * @returns the configuration; trouble in it is never an error but stands in its `diagnostics`
	 * @throws as {@link Inkstone.render}
	 */
	readSite(source: string | Uint8Array): SiteReading;
	/** The core's version, its options, the keys of a site and its diagnostics. */
	describe(): Description;
}

/** How {@link load} gets the core's WebAssembly. */
export interface LoadOptions {
	/**
	 * Where the core is: a URL (as text: relative to the page or worker), a response to a request for it,
	 * its bytes, or the compiled module. Default: `core.wasm` beside the module that loads it.
	 */
	wasm?: WasmSource | PromiseLike<WasmSource> | undefined;
}

/** What the core's WebAssembly can be had from. */
export type WasmSource =
	| string
	| URL
	| Response
	| ArrayBuffer
	| ArrayBufferView
	| WasmModule;

/** `WebAssembly.Module`, where the surrounding type library knows it; Node's own does not. */
export type WasmModule = typeof globalThis extends {
	WebAssembly: { Module: { prototype: infer Module } };
}
	? Module
	: never;

/** A site's configuration, read. */
export interface SiteReading {
	/** Every key, in the form that {@link SiteConfiguration} has; what cannot be used has its default. */
	configuration: SiteConfiguration;
	/** What the author of the configuration should know, in the order of the places in the file. */
	diagnostics: Diagnostic[];
}

/**
 * A site's configuration: `examples/docs/reference/site.md` says what each key takes. An empty string or list: the configuration
 * does not say.
 */
export interface SiteConfiguration {
	title: string;
	/** A line beside the title, plain text. */
	tagline: string;
	/** What search engines and feeds are told of the site, plain text. */
	description: string;
	/** The line at the foot of every page; plain text. */
	copyright: string;
	logo: { src: string; alt: string };
	/** The site's absolute URL, with a slash at its end: what feeds, canonical links and the sitemap need. */
	baseUrl: string;
	/** The site's language, a BCP 47 tag, spelled as in `languages`; without the key, the first of them. */
	lang: string;
	/** The site's languages in their order, `lang` among them; texts that are empty are the site's. */
	languages: SiteLanguage[];
	/** Whether routes are in the fragment (`#/posts/a`), which works everywhere, or in the path. */
	urls: "hash" | "path";
	/** The folder that `npx inkstone index` has written, relative to the configuration. */
	index: string;
	/** The articles of a site without an index, relative to the configuration. */
	articles: string[];
	/** The sections that `home` and `recent` show; none: every article that is not of the type `page`. */
	mainSections: string[];
	/** Entries of the menus besides those that articles ask for. */
	menus: Record<"main" | "side" | "footer", SiteMenuItem[]>;
	/** The side of the aside, by the kind of page. */
	sidebar: Record<"home" | "list" | "single", "none" | "left" | "right">;
	/** The widgets of the aside, by the kind of page; those that were registered among them. */
	widgets: Record<"home" | "list" | "single", string[]>;
	/** How many articles the widget `recent` shows. */
	recentCount: number;
	/** Whether `categories` and `taglist` show counts. */
	termCounts: boolean;
	/** How many articles a page of a list shows. */
	pageSize: number;
	/** Whether cards end with a link that says so. */
	readMore: boolean;
	/** `default`, `minimal`, or a style sheet's URL; "": the page's own links count. */
	theme: string;
	/** Whether the header has the switch between light and dark. */
	schemeSwitch: boolean;
	search: SiteSearch;
	/** The service worker that keeps what was read, a URL relative to the configuration; "": there is none. */
	offline: string;
	/** The keys of `PageSettings` that the configuration gives, as it gives them. */
	settings: FrontMatter;
	/** The options of `render` that the configuration gives. */
	options: RenderOptions;
}

/** A language of a site. */
export interface SiteLanguage {
	/** A BCP 47 tag. */
	lang: string;
	title: string;
	tagline: string;
	description: string;
	copyright: string;
	/** As in {@link SiteConfiguration}; the site's count where there are none. */
	menus: Partial<SiteConfiguration["menus"]>;
}

/** An entry of a menu. */
export interface SiteMenuItem {
	title: string;
	/** A route of the site that begins with a slash (`/tags`), or a URL. */
	url: string;
	/** Its place; 0 is last. */
	weight: number;
}

/** How a site is searched. */
export interface SiteSearch {
	/** `auto`: by Pagefind above `limit` articles where it is installed. */
	engine: "auto" | "minisearch" | "pagefind" | "none";
	/** From how many articles on. */
	limit: number;
}
