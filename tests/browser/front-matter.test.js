// @ts-check
// Every key of the front matter on the page: what it shows, what stands in for it when it is absent or empty, and
// that a value which cannot be used costs its part and is told with line and column. In three browsers.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { pageWith } from "./browser.js";
import { useEngines } from "./engines.js";
import { cases } from "./front-matter-cases.js";

const page = pageWith('<h2 id="outside">Outside</h2><div id="place"></div>');

for (const engine of useEngines({ keepsPages: true })) {
	/** @type {Awaited<ReturnType<typeof engine.open>>} */
	let browser;
	before(async () => {
		browser = await engine.open({
			files: {
				"test.html": page,
				"picture.svg":
					'<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>',
				...Object.fromEntries(
					cases.map(({ article, file = "a.md" }, index) => [
						`${index}/${file}`,
						article,
					]),
				),
			},
		});
		await browser.goto("static/test.html");
	});

	for (const [index, one] of cases.entries()) {
		test(`${engine.name}: ${one.name}`, async () => {
			const { file = "a.md", settings = {}, hasSite = false } = one;
			const outline = await browser.evaluate(
				outlineOf,
				`${index}/${file}`,
				settings,
				hasSite,
			);
			const expected = one.expected;
			const found = Object.fromEntries(
				Object.keys(expected).map((name) => [
					name,
					outline[/** @type {keyof typeof outline} */ (name)],
				]),
			);
			assert.deepEqual(found, expected);
			if (!("diagnostics" in expected)) {
				assert.deepEqual(outline.diagnostics, []);
			}
		});
	}
}

/**
 * Shows an article in the page, and says what can be seen of it. Runs in the browser.
 * @param {string} src
 * @param {object} settings
 * @param {boolean} hasSite
 */
async function outlineOf(src, settings, hasSite) {
	const place = /** @type {HTMLElement} */ (document.querySelector("#place"));
	document.title = "Before";
	document.querySelector('meta[name="description"]')?.remove();
	const element = document.createElement("inkstone-article");
	element.settings = settings;
	if (hasSite) {
		element.site = {
			termUrl: (taxonomy, term) => `/${taxonomy}/${encodeURIComponent(term)}/`,
			neighbours: () => ({
				older: { title: "Older", url: "/older/" },
				newer: { title: "Newer", url: "/newer/" },
			}),
			translations: async () => [
				{ lang: "de", title: "Auf Deutsch", url: "/de/" },
				{ lang: "en", title: "In English", url: "/en/" },
			],
			recent: async () => [{ title: "Recent one", url: "/recent/" }],
			terms: async (taxonomy) => [
				{ title: `One of ${taxonomy}`, url: "/one/", count: 3 },
			],
			languages: () => [
				{ lang: "en", title: "English", url: "/en/" },
				{ lang: "de", title: "Deutsch", url: "/de/" },
			],
			menu: () => [{ title: "About", url: "/about/" }],
			searchUrl: (query) => `/search?q=${encodeURIComponent(query)}`,
		};
	}
	/** @type {string[]} */
	const diagnostics = [];
	element.addEventListener("inkstone-diagnostics", ({ detail }) => {
		for (const { code, line, column } of detail.diagnostics) {
			diagnostics.push(`${code} ${line}:${column}`);
		}
	});
	const loaded = new Promise((resolve) => {
		element.addEventListener("inkstone-load", resolve, { once: true });
	});
	element.src = src;
	place.replaceChildren(element);
	await loaded;
	// What a site has been asked for comes a little later.
	await new Promise((resolve) => setTimeout(resolve, 20));

	/** @param {string} selector */
	const one = (selector) => element.querySelector(selector);
	/** @param {string} selector */
	const text = (selector) =>
		one(selector)?.textContent?.trim().replace(/\s+/g, " ") ?? null;
	/** @param {string} selector */
	const texts = (selector) =>
		[...element.querySelectorAll(selector)].map(
			({ textContent }) => textContent?.trim().replace(/\s+/g, " ") ?? "",
		);
	/** @param {string} selector */
	const links = (selector) =>
		[...element.querySelectorAll(selector)].map((link) => {
			const { pathname, search } = new URL(
				/** @type {HTMLAnchorElement} */ (link).href,
			);
			// Each article stands in a folder of its own.
			const path = pathname.replace(/^\/static\/\d+/, "");
			return `${link.textContent?.trim()} ${path}${search}`;
		});
	const article = one("article");
	const image = /** @type {HTMLImageElement | null} */ (
		one(".ink-thumbnail img")
	);
	return {
		documentTitle: document.title,
		description:
			document
				.querySelector('meta[name="description"]')
				?.getAttribute("content") ?? null,
		lang: article?.getAttribute("lang"),
		dir: article?.getAttribute("dir"),
		h1: texts("h1"),
		lead: text(".ink-lead"),
		notice: text(".ink-notice"),
		author: text(".ink-author"),
		date: text(".ink-date"),
		datetime: one(".ink-date time")?.getAttribute("datetime") ?? null,
		updated: text(".ink-updated"),
		categories: texts(".ink-category"),
		categoryLinks: links("a.ink-category"),
		reading: text(".ink-reading"),
		translations: links(".ink-translations a"),
		thumbnail: image && new URL(image.src).pathname,
		thumbnailAlt: image?.alt ?? null,
		toc: texts(".ink-toc a"),
		formulas: element.querySelectorAll("math").length,
		tags: texts(".ink-tag"),
		tagLinks: links("a.ink-tag"),
		authorbox: texts(".ink-authorbox h2"),
		bio: text(".ink-author-bio"),
		pager: links(".ink-pager a"),
		comments: text(".ink-comments-title"),
		sidebar: one(".ink-page")?.getAttribute("data-sidebar"),
		widgets: [...element.querySelectorAll(".ink-aside > .ink-widget")].map(
			({ className }) => className.replace(/.*ink-widget-/, ""),
		),
		hasAside: one(".ink-aside") !== null,
		body: text(".ink-body"),
		diagnostics,
	};
}
