// An article's page as the element would make it, made in Node.

import { composePage, type Tools } from "../../article/compose.js";
import type { PartOverrides } from "../../article/parts.js";
import type { PageSettings } from "../../article/settings.js";
import type { Site } from "../../article/site.js";
import type { Article, Diagnostic, Inkstone } from "../../types.js";
import { parseTrustedHtml, sanitizeHtml } from "./sanitize.js";
import { watchedSite } from "./settling.js";

/** An article that is to become a page. */
export interface PrerenderedSource {
	/** The file's text, or its bytes in UTF-8. */
	content: string;
	/** Where the file will be, absolute. */
	url: string;
}

/** What its page is made with. */
export interface PrerenderOptions {
	/** As attributes of `<inkstone-article>`. */
	attributes: Record<string, string>;
	settings: PageSettings;
	site: Site | undefined;
	/** The language around the article, a BCP 47 tag or "". */
	lang: string;
}

/** An article's page, made. */
export interface PrerenderedArticle {
	/** `div.ink-page`. */
	content: HTMLElement;
	article: Article;
	/** The title that the page shows; "" for none. */
	title: string;
	/** The article's language, else that around it; a BCP 47 tag or "". */
	lang: string;
	/** What the author of the article, or of the page, should know. */
	diagnostics: Diagnostic[];
}

// Nobody can be asked to comment without a script.
const parts: PartOverrides = { comments: () => undefined };

/**
 * Makes the page of an article in the open document.
 * @param inkstone renders it
 * @param source the article
 * @param options see {@link PrerenderOptions}
 * @returns when everything is there that the page will have without a reader
 * @throws ArticleProblem where an option is wrong
 */
export async function prerenderArticle(
	inkstone: Inkstone,
	source: PrerenderedSource,
	{ attributes, settings, site, lang }: PrerenderOptions,
): Promise<PrerenderedArticle> {
	const host = document.createElement("inkstone-article");
	for (const [name, value] of Object.entries(attributes)) {
		host.setAttribute(name, value);
	}
	const watched = watchedSite(site);
	const late: Diagnostic[] = [];
	const page = await composePage(toolsOf(inkstone), source, {
		host,
		settings,
		site: watched.site,
		parts,
		slots: {
			take: () => undefined,
			fill: () => undefined,
			unknown: [],
			template: () => undefined,
		},
		root: document,
		lang,
		isMain: true,
		comments: undefined,
		// The page ends with its document, in which nothing happens.
		signal: new AbortController().signal,
		onLateFinding: (finding) => late.push(finding),
	});
	await page.finished;
	await watched.settled();
	const { article, title, lang: pageLang } = page.context;
	return {
		content: page.content,
		article,
		title,
		lang: pageLang,
		diagnostics: [...page.diagnostics, ...late],
	};
}

function toolsOf(inkstone: Inkstone): Tools {
	return {
		inkstone,
		options: inkstone.describe().options.map(({ name }) => name),
		sanitize: sanitizeHtml,
		parseTrusted: parseTrustedHtml,
	};
}
