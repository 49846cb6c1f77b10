// @ts-check
// Runs in the page of the tests of a body: shows articles by the body's own modules, with a context that the test chooses.

import { addConveniences } from "../../../web/src/article/body/conveniences.js";
import {
	fitBody,
	takenOutside,
	uniqueIds,
} from "../../../web/src/article/body.js";
import { loadSanitizer } from "../../../web/src/article/sanitize.js";
import { loadWords } from "../../../web/src/article/words.js";

/**
 * @typedef {import("../../../web/src/types.js").Article} Article
 * @typedef {import("../../../web/src/article/context.js").PageContext} PageContext
 * @typedef {object} Showing
 * @property {string} [lang] of the words
 * @property {Partial<PageContext["words"]>} [words] in place of that language's
 * @property {PageContext["settings"]} [settings]
 * @property {boolean} [shadow] whether the article stands in a shadow root
 * @property {string} [url] the article's; default: `a.md` beside the page
 * @property {string} [into] an element that is emptied for the article; default: a new one at the end
 */

/** @type {AbortController[]} */
const pages = [];

Object.assign(window, {
	/**
	 * @param {Article} article
	 * @param {Showing} options
	 */
	async showArticle(
		article,
		{ lang, words, settings = {}, shadow, url, into },
	) {
		const host = into
			? document.querySelector(into)
			: document.body.appendChild(document.createElement("div"));
		if (!host) {
			throw new Error(`no ${into}`);
		}
		const sanitize = await loadSanitizer();
		const root = shadow ? host.attachShadow({ mode: "open" }) : document;
		const page = new AbortController();
		pages.push(page);
		const body = sanitize(article.html);
		body.className = "ink-body";
		const context = /** @type {PageContext} */ ({
			article,
			url: new URL(url ?? "a.md", document.baseURI).href,
			lang: lang ?? "en",
			words: { ...(await loadWords(lang)), ...words },
			settings,
			root,
			signal: page.signal,
		});
		fitBody(body, context);
		addConveniences(body, context);
		const renamed = uniqueIds(body, takenOutside(root, host));
		const content = document.createElement("article");
		content.className = "ink-article";
		content.append(body);
		(host.shadowRoot ?? host).replaceChildren(content);
		return [...renamed];
	},
	/** What happens when the pages are taken away. */
	endPages() {
		for (const page of pages) {
			page.abort();
		}
	},
});
