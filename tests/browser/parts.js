// @ts-check
// Shows single parts of an article page, without the element, in a page under the strictest policy.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { give, openPage, pageWith, strictPolicy } from "./browser.js";

/**
 * @typedef {import("./browser.js").Page} Page
 * @typedef {import("../../web/src/article/context.js").PageContext} PageContext
 * @typedef {import("../../web/src/article/context.js").PageValues} PageValues
 * @typedef {import("../../web/src/types.js").TocEntry} TocEntry
 */

/**
 * What of a page matters to a part; the rest is filled in.
 * @typedef {object} Surroundings
 * @property {Partial<Omit<PageValues, "widgets">> & { widgets?: string[] }} [values]
 * @property {PageContext["settings"]} [settings]
 * @property {any} [site] what a site gives cannot be trusted to be what it should
 * @property {TocEntry[]} [toc]
 * @property {string} [lang]
 */

const bundle = build({
	stdin: {
		contents: `
			import { asidePart } from "./parts/aside.ts";
			import { authorboxPart } from "./parts/authorbox.ts";
			import { pagerPart } from "./parts/pager.ts";
			import { registerWidget } from "./widgets/registry.ts";
			import { widgetSection } from "./widgets/section.ts";
			import { loadWords } from "./words.ts";

			const parts = { aside: asidePart, authorbox: authorboxPart, pager: pagerPart };
			const leaving = new AbortController();
			window.ink = {
				registerWidget,
				widgetSection,
				leave: () => leaving.abort(),
				async show(name, { values, settings = {}, site, toc = [], lang = "en" }) {
					const reports = [];
					const part = await parts[name]({
						article: { toc },
						values: {
							author: [], authorbox: true, pager: true, sidebar: "right", widgets: [],
							toc: { show: false, min: 2, max: 4 },
							...values,
						},
						toc,
						title: "Here",
						url: new URL("here.md", document.baseURI).href,
						lang,
						words: await loadWords(lang),
						settings,
						site,
						root: document,
						signal: leaving.signal,
						report: (...report) => reports.push(report),
					});
					if (part) document.querySelector(part.localName === "aside" ? "body" : "main").append(part);
					return reports;
				},
			};`,
		resolveDir: fileURLToPath(
			new URL("../../web/src/article", import.meta.url),
		),
	},
	bundle: true,
	write: false,
	format: "esm",
	target: "es2022",
});

/**
 * Opens a page for parts.
 * @param {Parameters<typeof openPage>[0] & { prepare?(page: Page): Promise<void> }} [options] `prepare`: before
 * the page is loaded
 */
export async function openParts({ prepare, ...options } = {}) {
	const opened = await openPage(options);
	const { page } = opened;
	const [script] = (await bundle).outputFiles;
	await give(page, {
		"test.html": (route) =>
			route.fulfill({
				body: pageWith("<main><h1>Here</h1></main>").replace(
					"inkstone/define.js",
					"parts.js",
				),
				contentType: "text/html; charset=utf-8",
				headers: { "content-security-policy": strictPolicy },
			}),
		"parts.js": (route) =>
			route.fulfill({ body: script.text, contentType: "text/javascript" }),
	});
	await prepare?.(page);
	await page.goto("static/test.html");
	return opened;
}

/**
 * Makes a part and puts it into the page, where there is one.
 * @param {Page} page
 * @param {"aside" | "authorbox" | "pager"} name
 * @param {() => Surroundings} surroundings runs in the page
 * @returns {Promise<[code: string, key: string, message: string][]>} what it has told the article's author
 */
export function show(page, name, surroundings) {
	return page.evaluate(`ink.show("${name}", (${surroundings})())`);
}

/**
 * The links in a part: their texts, addresses relative to the page, and what else is asked for.
 * @param {Page} page
 * @param {string} selector
 * @param {string[]} [attributes]
 */
export function links(page, selector, attributes = []) {
	return page
		.locator(`${selector} a`)
		.evaluateAll(
			(all, attributes) =>
				all.map((link) => [
					link.textContent,
					/** @type {HTMLAnchorElement} */ (link).href.replace(
						new URL(".", document.baseURI).href,
						"",
					),
					...attributes.map((name) => link.getAttribute(name)),
				]),
			attributes,
		);
}

/**
 * The names of the widgets in the aside.
 * @param {Page} page
 */
export function widgetNames(page) {
	return page
		.locator(".ink-aside > section")
		.evaluateAll((sections) =>
			sections.map(({ className }) =>
				className.replace("ink-widget ink-widget-", ""),
			),
		);
}
