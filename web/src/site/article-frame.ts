// The one article element of a site: from article to article it stays, and takes another file.

import type { InkstoneArticle } from "../article/element.js";
import type { PartOverrides } from "../article/parts.js";
import type { PageSettings } from "../article/settings.js";
import type { Site } from "../article/site.js";
import type { RenderOptions } from "../types.js";

/** What an article is shown with. */
export interface ArticleSetting {
	/** The file's absolute URL. */
	src: string;
	/** The language around it, a BCP 47 tag. */
	lang: string;
	site: Site;
	settings: PageSettings;
	parts: PartOverrides;
	options: RenderOptions;
}

/** What became of an article. */
export type ArticleOutcome = "shown" | "missing" | "failed";

/**
 * Makes an article element.
 * @param setting see {@link ArticleSetting}
 */
export function articleElement(setting: ArticleSetting): InkstoneArticle {
	const article = document.createElement("inkstone-article");
	for (const [name, value] of Object.entries(setting.options)) {
		if (value !== undefined && value !== null) {
			article.setAttribute(name, String(value));
		}
	}
	setArticle(article, setting);
	return article;
}

/**
 * Gives an article element another article.
 * @param article the element
 * @param setting see {@link ArticleSetting}
 */
export function setArticle(
	article: InkstoneArticle,
	{ src, lang, site, settings, parts }: ArticleSetting,
): void {
	// First, so that what follows is not taken for a change of the article before.
	article.lang = lang;
	article.src = src;
	Object.assign(article, { site, settings, parts });
}

/**
 * Waits for an article, or its failure.
 * @param article the element
 * @param signal ends the wait
 * @returns nothing where it was ended
 */
export function outcomeOf(
	article: InkstoneArticle,
	signal: AbortSignal,
): Promise<ArticleOutcome | undefined> {
	return new Promise((resolve) => {
		const listening = new AbortController();
		const end = (outcome?: ArticleOutcome) => {
			listening.abort();
			resolve(outcome);
		};
		const options = { signal: listening.signal };
		article.addEventListener("inkstone-load", () => end("shown"), options);
		article.addEventListener(
			"inkstone-error",
			({ detail }) => end(detail.reason === "not-found" ? "missing" : "failed"),
			options,
		);
		signal.addEventListener("abort", () => end(), options);
		if (signal.aborted) {
			end();
		}
	});
}
