// Puts an article page together from its parts.

import type { Article, TocEntry } from "../types.js";
import { fitBody, takeTitle, uniqueIds } from "./body.js";
import type { PageContext } from "./context.js";
import { articleHeader } from "./header.js";
import type { Sanitize } from "./sanitize.js";
import { tocBox } from "./toc.js";
import { type Words, wordsFor } from "./words.js";

/** What a page needs besides the article. */
export interface Surroundings {
	/** What relative URLs in the article are relative to. */
	url: string;
	/** The title when the article has none; "" for none. */
	fallbackTitle: string;
	/** The language around the article, a BCP 47 tag or "". */
	lang: string;
	sanitize: Sanitize;
	/** What the page will stand in. */
	root: Document | ShadowRoot;
	/** Ends when the page is taken away. */
	signal: AbortSignal;
	/** Whether something outside of the element has an id. */
	isTaken: (id: string) => boolean;
}

/** An article page. */
export interface ArticlePage {
	/** The title that it shows; "" when it has none. */
	title: string;
	content: HTMLElement;
}

const rightToLeftScripts =
	"Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi".split(" ");

/**
 * Makes an article's page.
 * @param article from the core
 * @param surroundings see {@link Surroundings}
 */
export function articlePage(
	article: Article,
	surroundings: Surroundings,
): ArticlePage {
	const { metadata } = article;
	const words = wordsFor(metadata.lang || surroundings.lang);
	const title = metadata.title || surroundings.fallbackTitle;

	const body = surroundings.sanitize(article.html);
	body.className = "ink-body";
	fitBody(body, contextOf(article, title, words, surroundings));
	const renamed = uniqueIds(body, surroundings.isTaken);
	const titleId = takeTitle(body, title);

	const content = document.createElement("article");
	content.className = "ink-article";
	if (metadata.lang) {
		content.lang = metadata.lang;
		content.dir = directionOf(metadata.lang);
	}
	const parts = [
		articleHeader(title, titleId, metadata),
		tocBox(withIds(article.toc, renamed), metadata.toc, words),
		body,
	];
	content.append(...parts.filter((part) => part !== undefined));
	return { title, content };
}

function contextOf(
	article: Article,
	title: string,
	words: Words,
	{ url, lang, root, signal }: Surroundings,
): PageContext {
	const { metadata } = article;
	return {
		article,
		values: {
			...metadata,
			author: metadata.author ?? [],
			comments: metadata.comments ?? false,
			authorbox: metadata.authorbox ?? false,
			pager: metadata.pager ?? false,
			sidebar: metadata.sidebar ?? "none",
			widgets: metadata.widgets ?? [],
		},
		title,
		url,
		lang: metadata.lang || lang,
		words,
		settings: {},
		site: undefined,
		root,
		signal,
		report: () => {},
	};
}

function withIds(toc: TocEntry[], renamed: Map<string, string>): TocEntry[] {
	return toc.map((entry) => ({
		...entry,
		id: renamed.get(entry.id) ?? entry.id,
		children: withIds(entry.children, renamed),
	}));
}

function directionOf(lang: string): "ltr" | "rtl" {
	const { script } = new Intl.Locale(lang).maximize();
	return rightToLeftScripts.includes(script ?? "") ? "rtl" : "ltr";
}
