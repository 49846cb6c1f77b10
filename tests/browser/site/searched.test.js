// @ts-check
// Protects: examples/blog with an index shows what it shows without one; and with both, a reader finds Chinese, Japanese and
// mistyped English words and opens what was found, with the keyboard alone. The search in three browsers.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { useEngines } from "../engines.js";
import { strictPolicy } from "../pages.js";
import { copyOfBlog, hosted, succeed } from "./copies.js";
import { walk } from "./walk.js";

const engines = useEngines();

const indexed = copyOfBlog({ listed: false, withJapanese: true });
const listed = copyOfBlog({ withJapanese: true });
/** Where the blog is, by where it has its articles from. */
const sites = { list: "", index: "" };

before(async () => {
	const headers = { "Content-Security-Policy": strictPolicy };
	await succeed(["index", indexed]);
	sites.index = await hosted(indexed, headers);
	sites.list = await hosted(listed, headers);
});

for (const engine of engines.filter(({ name }) => name === "chromium")) {
	test("with an index, the blog has the same pages and cards as without it", async () => {
		/** @param {string} base */
		const readThrough = async (base) => {
			const page = await engine.open({ reducedMotion: true });
			await page.goto(`${base}#/`);
			await page.waitForFunction(
				() =>
					document.querySelector(".ink-pagination-place")?.textContent ===
					"Page 1 of 2",
			);
			/** @type {Record<string, string[]>} */
			const texts = {};
			const places = await walk(page, {
				routeOf(text) {
					const url = new URL(text);
					return url.href.startsWith(base) && url.hash.startsWith("#/")
						? decodeURIComponent(url.hash.slice(1).replace(/#.*/, ""))
						: undefined;
				},
				async onArrival(route) {
					texts[route] = await page.texts(
						".ink-menu li, .ink-lead, .ink-card, .ink-pagination, .ink-terms li, .ink-years li, .ink-month, .ink-pager a, .ink-aside li",
					);
				},
			});
			assert.deepEqual(await page.complaints(), []);
			await page.close();
			const sorted = [...places].sort(([a], [b]) => (a < b ? -1 : 1));
			return sorted.map(([route, place]) => ({
				route,
				...place,
				texts: texts[route],
			}));
		};
		const expected = await readThrough(sites.list);
		assert.equal(expected.length, 66);
		assert.deepEqual(await readThrough(sites.index), expected);
	});
}

/** What is typed, where, and what it leads to. */
const searches = [
	{
		what: "a Chinese word inside a sentence",
		search: "/zh/search",
		typed: "松烟",
		marked: "松烟",
		route: "/zh/posts/black",
	},
	{
		what: "an English word with a typo",
		search: "/search",
		typed: "linsed",
		marked: "linseed",
		route: "/posts/black",
	},
	{
		what: "a Japanese word inside a sentence",
		search: "/search",
		typed: "繊維",
		marked: "繊維",
		route: "/posts/washi",
	},
];

for (const engine of engines) {
	for (const source of /** @type {const} */ (["list", "index"])) {
		test(`${engine.name}, articles from the ${source}: the keyboard finds Chinese, Japanese and mistyped English, and opens it`, async () => {
			const page = await engine.open({ reducedMotion: true });
			for (const { what, search, typed, marked, route } of searches) {
				await page.goto("about:blank");
				await page.goto(`${sites[source]}#${search}`);
				await page.waitFor("main .ink-search-field");
				await page.waitFor("inkstone-site:not([aria-busy])");
				for (let presses = 0; ; presses++) {
					const isThere = await page.evaluate(
						() =>
							document.activeElement?.matches("main .ink-search-field") ??
							false,
					);
					if (isThere) {
						break;
					}
					assert(presses < 40, `${what}: the field is out of reach`);
					await page.press("Tab");
				}
				await page.type(typed);
				await page.waitForFunction(
					(marked) =>
						Array.from(
							document.querySelectorAll(".ink-results li:first-child mark"),
							({ textContent }) => textContent,
						).includes(marked),
					marked,
				);
				await page.press("ArrowDown");
				const { words, href } = await page.evaluate(() => ({
					words: document.activeElement?.textContent,
					href: document.activeElement?.getAttribute("href"),
				}));
				assert.equal(
					new URL(href ?? "", sites[source]).hash,
					`#${route}`,
					what,
				);
				await page.press("Enter");
				await page.waitForFunction(
					(route, words) =>
						location.hash === `#${route}` &&
						document.querySelector("h1")?.textContent === words,
					route,
					words ?? "",
				);
			}
			assert.deepEqual(await page.complaints(), []);
		});
	}
}
