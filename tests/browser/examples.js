// @ts-check
// The example pages: what each has to show, and how tests open one. That every page of examples/ stands here is a test
// of its own.

import assert from "node:assert/strict";
import { openPage } from "./browser.js";
import { strictPolicy } from "./pages.js";

/** @typedef {import("./browser.js").Page} Page */

/**
 * A page of the examples.
 * @typedef {object} Example
 * @property {string} name
 * @property {string} path below examples/
 * @property {string} lang
 * @property {string} title
 * @property {string} lead how it begins
 * @property {{ label: string, entries: number }} [contents] if it has a table of contents
 * @property {string[]} parts what is special about it: selectors, each of which the page has once
 * @property {string} ending the last words of its text
 * @property {string} policy what the page itself states
 */

/** The policy that examples/docs/reference/enhancements.md asks for where there are diagrams. */
export const diagramPolicy = strictPolicy
	.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
	.replace("img-src *", "img-src * data:");

/** @type {Example[]} */
export const pages = [
	{
		name: "chinese",
		path: "static/",
		lang: "zh-CN",
		title: "一家县城印刷厂，决定把铅字留下来",
		lead: "电脑排版普及二十多年后",
		contents: { label: "目录", entries: 7 },
		parts: [".ink-thumbnail img", ".ink-date time", ".ink-tags"],
		ending: "原文",
		policy: strictPolicy,
	},
	{
		name: "english",
		path: "static/english.html",
		lang: "en",
		title: "How long should a line be?",
		lead: "Sixty-six characters",
		contents: { label: "Contents", entries: 6 },
		parts: [
			".ink-thumbnail img",
			".ink-scroll table",
			".footnotes",
			".markdown-alert-tip",
		],
		ending: "Chinese lines seem to hold less than they do. ↩",
		policy: strictPolicy,
	},
	{
		name: "themed",
		path: "themed/",
		lang: "en",
		title: "The ink that eats its paper",
		lead: "For a thousand years",
		parts: [
			"inkstone-scheme button",
			".ink-progress",
			".ink-aside .ink-widget-toc",
			".ink-aside .ink-widget-social",
			".ink-authorbox .ink-author-bio",
			".house-tags",
			".house-note",
		],
		ending: "scraped again. ↩",
		policy: strictPolicy,
	},
	{
		name: "trusted-html",
		path: "trusted-html/",
		lang: "en",
		title: "Two tides a day, almost",
		lead: "The sea comes twice a day",
		parts: [
			"inkstone-scheme button",
			"svg.tide-table",
			"tide-clock",
			"details",
			".markdown-alert-caution",
		],
		ending: "scripts, forms and unknown elements are taken out.",
		policy: strictPolicy,
	},
	{
		name: "math-and-code",
		path: "math-and-code/",
		lang: "en",
		title: "The drunkard comes home",
		lead: "A walker on a line",
		contents: { label: "Contents", entries: 4 },
		parts: [
			"inkstone-scheme button",
			"math[display=block] munder, math[display=block] mfrac >> nth=0",
			".ink-code-name:text-is('walk.js')",
			".ink-code .hljs-keyword >> nth=0",
			".ink-diagram img",
		],
		ending: "]) ",
		policy: diagramPolicy,
	},
	{
		name: "comments",
		path: "comments/",
		lang: "en",
		title: "Room in the margin",
		lead: "Readers have always answered back.",
		parts: [".ink-comments margin-notes form"],
		ending: "it would be a discussion that everyone can join.",
		policy: strictPolicy,
	},
];

/** Examples that are sites of many pages. blog.test.js and docs.test.js in tests/browser/site walk through them. */
export const sites = ["blog/", "docs/"];

// Stands in for the pictures of another site.
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="500"><rect width="1200" height="500"
	fill="#d8c7a8"/><circle cx="900" cy="330" r="70" fill="#c9573d"/><path d="M0 500V360l260-120 240 120h700v140z"
	fill="#5d5343"/></svg>`;

/**
 * Opens a page of the examples once its article is there. No other site is asked for anything.
 * @param {{ path: string }} example
 * @param {Parameters<typeof openPage>[0] & { prepare?(page: Page): Promise<unknown> }} [options] `prepare`: before the
 * page is loaded
 */
export async function openExample({ path }, { prepare, ...options } = {}) {
	const { page, complaints } = await openPage(options);
	await keepHome(page);
	await prepare?.(page);
	await page.goto(path);
	await page.waitForSelector(".ink-article");
	return { page, complaints };
}

/**
 * Answers in the place of other sites: with a picture.
 * @param {Page} page
 */
export async function keepHome(page) {
	await page.route(/^https:/, (route) =>
		route.fulfill({ body: picture, contentType: "image/svg+xml" }),
	);
}

/**
 * Reads a page to its end, as readers do, so that all comes that waits for them; then goes back to its start.
 * @param {Page} page
 */
export async function readThrough(page) {
	await page.evaluate(async () => {
		const frame = () =>
			new Promise((resolve) => requestAnimationFrame(resolve));
		const end = () => document.documentElement.scrollHeight - innerHeight;
		for (let top = 0; top < end(); top += innerHeight / 4) {
			scrollTo({ top, behavior: "instant" });
			await frame();
			await frame();
		}
		scrollTo({ top: end(), behavior: "instant" });
		await Promise.all(
			[...document.images].map((image) => image.decode().catch(() => {})),
		);
		await frame();
	});
	await page.waitForLoadState("networkidle");
	// What a diagram or a thread of comments brings after it has been loaded.
	await page.waitForFunction(
		() =>
			!document.querySelector("[aria-busy=true], .ink-diagram:not(:has(img))"),
	);
	await page.evaluate(async () => {
		await Promise.all(
			[...document.images].map((image) => image.decode().catch(() => {})),
		);
		scrollTo({ top: 0, behavior: "instant" });
	});
}

/**
 * Fails if the page can be scrolled sideways.
 * @param {Page} page
 */
export async function assertFits(page) {
	const { content, screen, wide } = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return {
			content: scrollWidth,
			screen: clientWidth,
			wide: [...document.querySelectorAll("body *")]
				.filter((element) => {
					const { left, right } = element.getBoundingClientRect();
					return left < 0 || right > clientWidth;
				})
				.map((element) => `${element.localName}.${element.className}`),
		};
	});
	assert(
		content <= screen,
		`${content} pixels on a screen of ${screen}: ${wide.join(", ")}`,
	);
}
