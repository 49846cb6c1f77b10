// @ts-check
// Protects examples/blog as its readers see it: every page of it, found by its links, in three browsers, with routes in
// the fragment and in the path, under the strict policy; what is in no list; and a strange article that is dropped into it.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { violationsOf } from "../accessible.js";
import { openPage, useBrowser } from "../browser.js";
import { useEngines } from "../engines.js";
import { examples, strictPolicy } from "../pages.js";
import { walk } from "./walk.js";

useBrowser();

/** @typedef {import("../engines/page.js").EnginePage} Page */

const configuration = readFileSync(join(examples, "blog/site.yaml"), "utf8");
const html = readFileSync(join(examples, "blog/index.html"), "utf8");

/** The pages of each language, below `/` and `/zh`. */
const pages = {
	en: [
		"/",
		"/?page=2",
		"/about",
		"/archive",
		"/archive/2025",
		"/archive/2026",
		"/categories",
		"/categories/craft",
		"/categories/materials",
		"/categories/workshop",
		"/notes",
		"/notes/2025-12-21-red",
		"/notes/Cleaning day",
		"/posts",
		"/posts/black",
		"/posts/first-proof",
		"/posts/folded-sheet",
		"/posts/grain",
		"/posts/how-many-es",
		"/posts/leading",
		"/posts/the-press-that-came-by-barge",
		"/posts?page=2",
		"/search",
		"/tags",
		"/tags/binding",
		"/tags/code",
		"/tags/colour",
		"/tags/ink",
		"/tags/paper",
		"/tags/press",
		"/tags/proofs",
		"/tags/type",
		"/tags/typography",
	],
	zh: [
		"/zh",
		"/zh/about",
		"/zh/archive",
		"/zh/archive/2025",
		"/zh/archive/2026",
		"/zh/categories",
		"/zh/categories/作坊",
		"/zh/categories/手艺",
		"/zh/categories/材料",
		"/zh/notes",
		"/zh/notes/浆糊",
		"/zh/notes/裁纸刀",
		"/zh/posts",
		"/zh/posts/black",
		"/zh/posts/first-proof",
		"/zh/posts/grain",
		"/zh/posts/leading",
		"/zh/posts/一副铅字里有几个“的”",
		"/zh/posts/旧书店",
		"/zh/posts?page=2",
		"/zh/search",
		"/zh/tags",
		"/zh/tags/代码",
		"/zh/tags/墨",
		"/zh/tags/排版",
		"/zh/tags/旧书",
		"/zh/tags/校对",
		"/zh/tags/活字",
		"/zh/tags/纸",
		"/zh/tags/装订",
		"/zh/tags/颜色",
		"/zh?page=2",
	],
};

/** What an article is in, if not in the language of its site. */
const languages = new Map([["/zh/posts/旧书店", "zh-CN"]]);

/** How the two kinds of addresses are made and read. */
const modes = {
	hash: {
		files: {},
		start: "blog/",
		/** @param {URL} url */
		routeIn: ({ hash }) =>
			hash.startsWith("#/") ? hash.slice(1).replace(/#.*/, "") : undefined,
	},
	path: {
		files: {
			"/blog/": html.replace("<head>", '<head><base href="/blog/">'),
			"/blog/site.yaml": `${configuration}\nurls: path\n`,
		},
		start: "blog/",
		/** @param {URL} url */
		routeIn: ({ pathname, search }) =>
			/\.\w+$/.test(pathname)
				? undefined
				: pathname
						.replace(/^\/blog/, "")
						.replace(/(.)\/$/, "$1")
						.replace(/\/page\/(\d+)$/, "?page=$1")
						.replace(/^\?/, "/?") + search,
	},
};

/**
 * The route of an URL of the blog's pages.
 * @param {Page} page
 * @param {keyof typeof modes} mode
 */
function routesOf(page, mode) {
	return (/** @type {string} */ text) => {
		const url = new URL(text);
		const isHere = url.href.startsWith(new URL("blog/", page.base).href);
		const route = isHere ? modes[mode].routeIn(url) : undefined;
		return route && decodeURIComponent(route);
	};
}

/**
 * Opens the blog, and waits until all of its articles are known.
 * @param {ReturnType<typeof useEngines>[number]} engine
 * @param {keyof typeof modes} mode
 */
async function openBlog(engine, mode) {
	const page = await engine.open({
		files: modes[mode].files,
		reducedMotion: true,
		headers: { "Content-Security-Policy": strictPolicy },
	});
	await page.goto(`${modes[mode].start}${mode === "hash" ? "#/" : ""}`);
	await page.waitForFunction(
		() =>
			document.querySelector(".ink-pagination-place")?.textContent ===
			"Page 1 of 2",
	);
	return page;
}

for (const engine of useEngines()) {
	for (const mode of /** @type {const} */ (["hash", "path"])) {
		test(`${engine.name}, routes in the ${mode}: links lead to every page, each with one heading, its title, its language and its images, and nothing complains`, async () => {
			const page = await openBlog(engine, mode);
			const seen = await walk(page, { routeOf: routesOf(page, mode) });
			assert.deepEqual(
				[...seen.keys()].sort(),
				[...pages.en, ...pages.zh].sort(),
			);
			for (const [route, place] of seen) {
				const lang = pages.en.includes(route) ? "en" : "zh";
				assert.equal(place.lang, languages.get(route) ?? lang, route);
				assert.equal(place.headings.length, 1, route);
				assert.equal(place.problem, "", route);
				assert.equal(place.broken, 0, route);
				const name = lang === "en" ? "Deckle" : "毛边";
				const [heading = ""] = place.headings;
				const title = /^\/(zh)?(\?|$)/.test(route) ? "" : `${heading} - `;
				assert(place.title.startsWith(title), place.title);
				assert(place.title.endsWith(name), place.title);
			}
			assert.deepEqual(await page.complaints(), []);
		});
	}

	test(`${engine.name}: the draft and the article of the future open at their addresses, and say what they are`, async () => {
		const page = await openBlog(engine, "hash");
		for (const [route, title, notice] of [
			["/posts/colophon", "What a colophon is for", "draft"],
			["/notes/spring-programme", "What we print in the spring", "not been"],
		]) {
			await page.goto(`blog/#${route}`);
			// The article before keeps its place until this one is there.
			await page.waitForFunction(
				(text) => document.querySelector("h1")?.textContent?.startsWith(text),
				title,
			);
			await page.waitFor(".ink-notice");
			assert.match(
				(await page.texts(".ink-notice")).join(),
				new RegExp(`${notice}`),
			);
		}
	});

	test(`${engine.name}: an article's other addresses lead to it`, async () => {
		const page = await openBlog(engine, "hash");
		for (const [alias, route] of [
			["/posts/soot", "/posts/black"],
			["/ink/black", "/posts/black"],
			["/posts/iron-press", "/posts/the-press-that-came-by-barge"],
		]) {
			await page.goto(`blog/#${alias}`);
			await page.waitForFunction((hash) => location.hash === hash, `#${route}`);
		}
	});

	const sample = fileURLToPath(
		new URL("../../../../shared/fixtures/news-zh.md", import.meta.url),
	);
	test(`${engine.name}: an article from elsewhere that is dropped in is one of the blog's, and has what it asks for`, {
		skip: !existsSync(sample) && "the sample is not at hand",
	}, async () => {
		const page = await engine.open({
			files: {
				"/blog/site.yaml": `${configuration}  - posts/news.md\n`,
				"/blog/posts/news.md": readFileSync(sample),
			},
		});
		await page.goto("blog/#/zh/posts/news");
		await page.waitFor(".ink-pager");
		await page.waitFor(".ink-widget-taglist");
		assert.deepEqual(
			await page.evaluate(() => ({
				lang: document.querySelector(".ink-article")?.getAttribute("lang"),
				sidebar: document
					.querySelector(".ink-page")
					?.getAttribute("data-sidebar"),
				widgets: Array.from(
					document.querySelectorAll(".ink-aside > section"),
					({ className }) => className,
				),
				absent: document.querySelectorAll(
					".ink-toc, .ink-widget-toc, .ink-comments, .ink-authorbox, .ink-header .ink-lead",
				).length,
			})),
			{
				lang: "zh-CN",
				sidebar: "right",
				widgets: ["search", "recent", "taglist"].map(
					(name) => `ink-widget ink-widget-${name}`,
				),
				absent: 0,
			},
		);
		const [title = ""] = await page.texts("h1");
		assert.match(title, /Deepseek$/);
		await page.click(".ink-tags a");
		await page.waitFor(".ink-cards");
		assert.deepEqual(await page.texts(".ink-card-title"), [title]);
		assert.deepEqual(await page.texts("h1"), ["qq"]);
		// Its pictures are on a server that is not there.
		const complaints = await page.complaints();
		assert.deepEqual(
			complaints.filter((text) => !text.startsWith("console:")),
			[],
		);
	});
}

test("axe finds nothing on any page", async () => {
	const { page } = await openPage({ reducedMotion: "reduce" });
	await page.goto("blog/");
	await page.waitForSelector(".ink-pagination-place:text-is('Page 1 of 2')");
	/** @type {Record<string, string[]>} */
	const found = {};
	for (const route of [...pages.en.slice(1), ...pages.zh, "/nothing", "/"]) {
		await page.evaluate(
			(route) =>
				new Promise((resolve) => {
					document.addEventListener("inkstone-navigate", resolve, {
						once: true,
					});
					location.hash = route;
				}),
			route,
		);
		const violations = await violationsOf(page);
		if (violations.length > 0) {
			found[route] = violations;
		}
	}
	assert.deepEqual(found, {});
});

test("without scripts, the page says what it needs them for, and leads to an article in each language", async () => {
	const { page } = await openPage({ javaScriptEnabled: false });
	await page.goto("blog/");
	const links = await page.locator("inkstone-site noscript a").all();
	assert.equal(links.length, 2);
	for (const link of links) {
		assert(await link.isVisible());
		const answer = await page.request.get(
			new URL((await link.getAttribute("href")) ?? "", page.url()).href,
		);
		assert.match(await answer.text(), /^---\ntitle: /);
	}
});
