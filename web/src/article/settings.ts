// What the author of a page sets for its articles, without or with a site: the one list of these settings.

import type { FrontMatterValue } from "../types.js";

/**
 * Settings of a page. The keys of the front matter are defaults: they count for articles that do not say
 * themselves, and the core reads them as it reads an article's (`examples/docs/reference/front-matter.md`).
 */
export interface PageSettings {
	/** Default for the front matter's `author`. */
	author?: string | string[];
	/** Default for `lang`. */
	lang?: string;
	/** Default for `thumbnail`; as a rule only its `visibility`. */
	thumbnail?: FrontMatterValue;
	/** Default for `toc`. */
	toc?: boolean | { min?: number; max?: number };
	/** Default for `mathjax`. Without either, formulas are set where there are some. */
	mathjax?: boolean;
	/** Default for `comments`: on, where there is a `commentsProvider`. */
	comments?: boolean;
	/** Default for `authorbox`. */
	authorbox?: boolean;
	/** Default for `pager`. */
	pager?: boolean;
	/** Default for `sidebar`. */
	sidebar?: "left" | "right" | false;
	/** Default for `widgets`. */
	widgets?: string[];

	/** What is known of authors, by the names that articles give. */
	authors?: Record<string, Author>;
	/** Who keeps the comments. */
	commentsProvider?: CommentsSettings;
	/** Accounts elsewhere, for the widget `social`. */
	social?: SocialLink[];
	/** How dates are written, as in `Intl.DateTimeFormat`. Default: `"long"`. */
	dateStyle?: "full" | "long" | "medium" | "short";
	/** What servers of images and links are told of the page; the values of HTML's `referrerpolicy`. */
	referrerPolicy?: ReferrerPolicy;
	/** Whether a bar at the top of the window shows how far one has read. Default: false. */
	progress?: boolean;
	/**
	 * URL of a module that sets formulas in place of the one that comes with Inkstone, relative to the page. It
	 * exports `renderMath(tex: string, options: { display: boolean }): Node | Promise<Node>`.
	 */
	mathRenderer?: string;
	/**
	 * URL of Mermaid's module, relative to the page. Default: `mermaid/mermaid.esm.min.mjs` beside Inkstone's
	 * own files.
	 */
	mermaid?: string;
}

/** What the author box says of someone. */
export interface Author {
	/** Default: the name that the article gives. */
	name?: string;
	/** URL of a picture, relative to the page. */
	avatar?: string;
	/** A few sentences, plain text. */
	bio?: string;
	/** URL of their own page. */
	url?: string;
}

/** An account elsewhere. */
export interface SocialLink {
	/** Words for readers, e.g. `"GitHub"`. */
	title: string;
	/** An address on the web or of e-mail (`mailto:`). */
	url: string;
}

/** Who keeps the comments, by the provider's name; its other keys are the provider's own settings. */
export interface CommentsSettings {
	/** `"giscus"`, `"utterances"`, `"disqus"`, `"element"`, or a name that was registered. */
	provider: string;
	[setting: string]: FrontMatterValue | undefined;
}
