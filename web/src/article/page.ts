// Puts an article page together from its parts.

import type { Article } from "../types.js";
import { fitBody, takeTitle } from "./body.js";
import { directionOf } from "./language.js";
import { articleHeader } from "./parts/header.js";
import type { Sanitize } from "./sanitize.js";
import { tocBox } from "./toc.js";
import { wordsFor } from "./words.js";

/** What a page needs besides the article. */
export interface Surroundings {
	/** What relative URLs in the article are relative to. */
	url: string;
	/** The title when the article has none; "" for none. */
	fallbackTitle: string;
	/** The language around the article, a BCP 47 tag or "". */
	lang: string;
	sanitize: Sanitize;
}

/** An article page. */
export interface ArticlePage {
	/** The title that it shows; "" when it has none. */
	title: string;
	content: HTMLElement;
}

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

	const sanitized = surroundings.sanitize(article.html);
	fitBody(sanitized, surroundings.url, words);
	const titleId = takeTitle(sanitized, title);
	const body = document.createElement("div");
	body.className = "ink-body";
	body.append(...sanitized.childNodes);

	const content = document.createElement("article");
	content.className = "ink-article";
	if (metadata.lang) {
		content.lang = metadata.lang;
		content.dir = directionOf(metadata.lang);
	}
	const parts = [
		articleHeader(title, titleId, metadata),
		tocBox(article.toc, metadata.toc, words),
		body,
	];
	content.append(...parts.filter((part) => part !== undefined));
	return { title, content };
}
