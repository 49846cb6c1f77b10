// @ts-check
// Shows the pages of a site that are no articles, without the element, in a page under the strictest policy. What a
// test gives is JSON: cards, sections, and what of the configuration matters to it.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { openPage } from "../browser.js";
import { strictPolicy } from "../pages.js";

/**
 * @typedef {import("../../../web/src/catalog/types.js").Card} Card
 * @typedef {import("../../../web/src/catalog/types.js").SectionCard} SectionCard
 * @typedef {import("../../../web/src/types.js").SiteConfiguration} SiteConfiguration
 * @typedef {import("../../../web/src/article/site.js").Site} Site
 */

/**
 * A site; what is left out is filled in.
 * @typedef {object} Given
 * @property {Partial<Card>[]} [cards] what is left out follows from the path, and that from their number
 * @property {SectionCard[]} [sections]
 * @property {GivenConfiguration} [configuration]
 * @property {import("../../../web/src/catalog/search/engine.js").FoundArticle[]} [hits] what every search finds, but one for `nothing`, and
 * one for `fail`, which fails
 */

/**
 * @typedef {Partial<Omit<SiteConfiguration, "languages" | "menus" | "widgets">> & {
 *   languages?: Partial<SiteConfiguration["languages"][number]>[],
 *   menus?: Partial<SiteConfiguration["menus"]>,
 *   widgets?: Partial<SiteConfiguration["widgets"]>,
 * }} GivenConfiguration
 */

/**
 * What the page says of what it shows.
 * @typedef {object} Shown
 * @property {string} title
 * @property {string} description
 * @property {string | null} robots
 * @property {"found" | "missing"} status
 * @property {number} page
 * @property {number} pages
 * @property {unknown[][]} reports
 */

const bundle = build({
	stdin: {
		contents: `
			import { InkstoneScheme } from "./element.ts";
			import { registerWidget } from "./article/widgets/registry.ts";
			import { widgetSection } from "./article/widgets/section.ts";
			import { loadWords } from "./article/words.ts";
			import { Hrefs } from "./catalog/hrefs.ts";
			import { unpackCard } from "./catalog/codec.ts";
			import { MemoryCatalog } from "./catalog/memory.ts";
			import { parsePlace } from "./catalog/routes.ts";
			import { languageOf } from "./site/context.ts";
			import { composeSitePage, sitePage } from "./site/page.ts";

			customElements.define("inkstone-scheme", InkstoneScheme);
			// What needs a script is seen once there is one.
			customElements.define("inkstone-site", class extends HTMLElement {});
			const none = { home: "none", list: "none", single: "none" };
			let shown = new AbortController();
			window.bench = {
				registerWidget,
				widgetSection,
				asked: [],
				queries: [],
				leave: () => shown.abort(),
				async show({ cards = [], sections = [], configuration = {}, hits = [] }, route, address = {}) {
					shown.abort();
					shown = new AbortController();
					const { signal } = shown;
					const lang = configuration.lang ?? "en";
					const empty = { title: "", tagline: "", description: "", copyright: "", menus: {} };
					const whole = {
						...empty, title: "A Printer's Notes", logo: { src: "", alt: "" }, baseUrl: "", lang, urls: "hash",
						index: "inkstone-index/", articles: [], mainSections: [],
						sidebar: none, recentCount: 10, termCounts: false, pageSize: 10, readMore: false, theme: "",
						schemeSwitch: false, offline: "", settings: {}, options: {},
						search: { engine: "auto", limit: 2000 },
						...configuration,
						languages: (configuration.languages ?? [{ lang }]).map((language) => ({ ...empty, ...language })),
						menus: { main: [], side: [], footer: [], ...configuration.menus },
						widgets: { home: [], list: [], single: [], ...configuration.widgets },
					};
					const catalog = new MemoryCatalog(
						cards.map(({ site = lang, ...card }) => unpackCard(card, site, whole)), sections, whole,
					);
					const place = parsePlace(route, whole);
					const entry = await catalog.find(route);
					const language = languageOf(whole, place.site);
					const hrefs = new Hrefs(whole, document.baseURI, document.URL);
					const reports = [];
					const context = {
						configuration: whole, language, catalog, hrefs, place, entry,
						site: {
							terms: async (taxonomy) => (await catalog.terms(place.site, taxonomy)).map(({ title, count }) => ({ title, count, url: "#" })),
							recent: async () => (await catalog.list(place.site, "home", 0, 5)).cards.map(({ title, route }) => ({ title, url: hrefs.href(route) })),
							searchUrl: (query) => hrefs.href("/search", { query }),
						},
						search: {
							search: async (query, { limit, signal }) => {
								bench.asked.push(query);
								if (query === "fail") throw new Error("no search");
								await bench.answer;
								signal.throwIfAborted();
								return query === "nothing" ? [] : hits.slice(0, limit);
							},
						},
						address: { page: 1, query: "", ...address },
						lang: language.lang, words: await loadWords(language.lang), settings: whole.settings,
						root: document, signal,
						report: (...report) => reports.push(report),
						onQuery: (query) => bench.queries.push(query),
					};
					document.documentElement.lang = language.lang;
					document.documentElement.dir = new Intl.Locale(language.lang).maximize().script === "Arab" ? "rtl" : "ltr";
					const page = entry ? undefined : await sitePage(context);
					const article = document.createElement("div");
					article.className = "ink-page";
					document.querySelector("inkstone-site").replaceChildren(
						...composeSitePage(page?.element ?? article, context),
					);
					await page?.whole;
					const { title, description, robots = null, status, pages } = page ?? {};
					return { title, description, robots, status, page: page?.page, pages, reports };
				},
			};`,
		resolveDir: fileURLToPath(new URL("../../../web/src", import.meta.url)),
	},
	bundle: true,
	write: false,
	format: "esm",
	target: "es2022",
});

/** The files of the page, for a server: `static/site/` is the site's folder. */
export async function benchFiles() {
	const [script] = (await bundle).outputFiles;
	const page = `<!doctype html>
		<html lang="en">
		<meta charset="utf-8">
		<meta name="viewport" content="width=device-width">
		<title>A site</title>
		<link rel="icon" href="/static/icon.svg">
		<link rel="stylesheet" href="/static/inkstone/themes/default.css">
		<script type="module" src="bench.js"></script>
		<body><inkstone-site></inkstone-site>`;
	return {
		"site/": {
			body: page,
			headers: {
				"content-type": "text/html; charset=utf-8",
				"content-security-policy": strictPolicy,
			},
		},
		"site/bench.js": script.text,
	};
}

/**
 * What the page's script is to do to show a place.
 * @param {Given} given
 * @param {string} route
 * @param {{ page?: number, query?: string }} [address]
 */
export function showing({ cards = [], ...given }, route, address = {}) {
	return `bench.show(${JSON.stringify({ ...given, cards: cards.map(cardOf) })}, ${JSON.stringify(route)}, ${JSON.stringify(address)})`;
}

/**
 * A card as an index keeps it, from what matters of it.
 * @param {Partial<Card>} given
 * @param {number} index
 */
function cardOf(given, index) {
	return {
		path: `posts/${index + 1}.md`,
		title: `Article ${index + 1}`,
		minutes: 0,
		...given,
	};
}

/**
 * Opens the page in Chromium.
 * @param {Parameters<typeof openPage>[0]} [options]
 */
export async function openBench(options) {
	const opened = await openPage(options);
	const { page } = opened;
	for (const [path, content] of Object.entries(await benchFiles())) {
		const { body, headers } =
			typeof content === "string"
				? { body: content, headers: { "content-type": "text/javascript" } }
				: content;
		await page.route(
			(url) => url.pathname === `/static/${path}`,
			(route) => route.fulfill({ body, headers }),
		);
	}
	await page.goto("static/site/");
	return {
		...opened,
		/**
		 * Shows a place.
		 * @param {Given} given
		 * @param {string} route
		 * @param {{ page?: number, query?: string }} [address]
		 * @returns {Promise<Shown>}
		 */
		show: (given, route, address) =>
			page.evaluate(showing(given, route, address)),
	};
}

/**
 * The titles of the cards that a page shows.
 * @param {import("../browser.js").Page} page
 */
export const titles = (page) =>
	page.locator(".ink-card-title").allTextContents();

/**
 * The links that a selector finds: text and address within the site.
 * @param {import("../browser.js").Page} page
 * @param {string} selector
 */
export const linksIn = (page, selector) =>
	page
		.locator(selector)
		.evaluateAll((links) =>
			links.map((link) => [
				link.textContent,
				/** @type {HTMLAnchorElement} */ (link).href.replace(
					new URL(".", document.baseURI).href,
					"",
				),
			]),
		);
