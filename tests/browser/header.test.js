// @ts-check
// What stands around the text of an article: notice, title, lead, meta line, lead image and tags. Each part by
// itself, with a page and a site that are made for the test.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { give, openPage, textOf, useBrowser } from "./browser.js";

/**
 * @typedef {import("../../web/src/article/context.js").PageContext} PageContext
 * @typedef {Partial<Omit<PageContext, "values">> & {
 *   values?: Partial<PageContext["values"]>,
 *   minutes?: number,
 *   titleId?: string,
 *   now?: number,
 * }} Setup what a test wants to be otherwise than in a page for an article that says nothing
 */

// Runs in the page: makes a context, and shows every part in the order of a page.
const stage = `
	import { meta } from "./parts/meta.js";
	import { header } from "./parts/header.js";
	import { notice } from "./parts/notice.js";
	import { tags } from "./parts/tags.js";
	import { thumbnail } from "./parts/thumbnail.js";
	import { loadWords } from "./words.js";

	globalThis.show = async ({ values, minutes = 0, titleId = "", now, ...others }) => {
		const context = {
			article: { counts: { words: 0, characters: 0, minutes } },
			values: {
				title: "", date: "", lastmod: "", author: [], lead: "", categories: [], tags: [], translations: [],
				thumbnail: { src: "", alt: "", visibility: ["list", "post"] },
				draft: false, publishDate: "", expiryDate: "",
				...values,
			},
			title: "",
			url: new URL("deep/a.md", document.baseURI).href,
			lang: "en",
			words: await loadWords(others.lang ?? "en"),
			settings: {},
			site: undefined,
			root: document,
			signal: new AbortController().signal,
			report() {},
			...others,
		};
		const article = document.createElement("article");
		article.lang = context.lang;
		const parts = [
			notice(context, now),
			header(context, titleId, [await meta(context)].filter(Boolean)),
			thumbnail(context),
			tags(context),
		];
		article.append(...parts.filter((part) => part !== undefined));
		document.body.replaceChildren(article);
		// What a site has been asked for comes a moment later.
		await new Promise((resolve) => setTimeout(resolve));
	};
`;

useBrowser();

/** @type {string} */
let script;
before(async () => {
	const { outputFiles } = await build({
		stdin: {
			contents: stage,
			resolveDir: fileURLToPath(
				new URL("../../web/src/article", import.meta.url),
			),
		},
		bundle: true,
		write: false,
		format: "esm",
	});
	script = outputFiles[0].text;
});

/**
 * Shows the parts in a page of its own.
 * @param {() => Setup} setup is called in the page
 * @param {import("./browser.js").ContextOptions} [options]
 */
async function show(setup, options) {
	const { page, complaints } = await openPage(options);
	await give(page, {
		"test.html":
			"<!doctype html><meta charset=utf-8><title>Test</title><link rel=icon href=data:,>",
		"picture.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
		"deep/picture.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
	});
	await page.goto("static/test.html");
	await page.addScriptTag({ content: script, type: "module" });
	await page.waitForFunction(() => "show" in window);
	/** @param {() => Setup} setup shows the parts of another article in the same page */
	const again = (setup) => page.evaluate(`show((${setup})())`);
	await again(setup);
	return {
		page,
		again,
		complaints,
		text: (/** @type {string} */ selector) => textOf(page.locator(selector)),
		count: (/** @type {string} */ selector) => page.locator(selector).count(),
		/** @param {string} selector @param {string} attribute */
		attribute: (selector, attribute) =>
			page.locator(selector).getAttribute(attribute),
	};
}

test("an article that says nothing has none of them", async () => {
	const { page } = await show(() => ({}));
	assert.equal(await page.locator("article").innerHTML(), "");
});

test("everything stands where the documentation says", async () => {
	const { page, complaints } = await show(() => ({
		title: "A title",
		titleId: "a-title",
		minutes: 5,
		values: {
			lead: "A lead",
			author: ["Ann", "Bo"],
			date: "2025-02-12T18:55:15+08:00",
			lastmod: "2025-03-01",
			categories: ["Craft", "Print"],
			tags: ["lead", "ink"],
			translations: [{ lang: "de", url: "de.md" }],
			thumbnail: { src: "picture.svg", alt: "", visibility: ["post"] },
			draft: true,
		},
	}));
	assert.deepEqual(
		await page
			.locator("article")
			.evaluate((article) =>
				[...article.querySelectorAll("*")].map(
					({ localName, className }) =>
						localName + (className && `.${className}`),
				),
			),
		[
			"p.ink-notice",
			"header.ink-header",
			"h1.ink-title",
			"p.ink-lead",
			"ul.ink-meta",
			"li.ink-author",
			"span",
			"span",
			"li.ink-date",
			"time",
			"li.ink-updated",
			"time",
			"li.ink-categories",
			"span.ink-category",
			"span.ink-category",
			"li.ink-reading",
			"li.ink-translations",
			"a",
			"figure.ink-thumbnail",
			"img",
			"footer.ink-tags",
			"ul",
			"li",
			"span.ink-tag",
			"li",
			"span.ink-tag",
		],
	);
	assert.deepEqual(await page.locator(".ink-meta > li").allTextContents(), [
		"Ann, Bo",
		"February 12, 2025",
		"Updated March 1, 2025",
		"Craft, Print",
		"5-minute read",
		"Also in Deutsch",
	]);
	assert.equal(await page.locator("h1#a-title").count(), 1);
	assert.deepEqual(complaints, []);
});

test("values are text, whatever they look like", async () => {
	const { page } = await show(() => ({
		title: "<b>t</b>",
		values: {
			lead: "<b>l</b> &amp;",
			author: ["<b>a</b>"],
			categories: ["<b>c</b>"],
			tags: ["<img src=x onerror=alert(1)>"],
		},
	}));
	assert.equal(await page.locator("b, img").count(), 0);
	assert.equal(await textOf(page.locator(".ink-lead")), "<b>l</b> &amp;");
	assert.equal(
		await textOf(page.locator(".ink-tag")),
		"<img src=x onerror=alert(1)>",
	);
});

test("a date is the day that was written, and tells the time to those who point at it", async () => {
	const { text, attribute } = await show(
		() => ({
			lang: "de",
			settings: { dateStyle: "full" },
			values: { date: "2025-02-12T00:30:00+14:00", lastmod: "2025-02-12" },
		}),
		{ timezoneId: "Pacific/Pago_Pago" },
	);
	assert.equal(await text(".ink-date"), "Mittwoch, 12. Februar 2025");
	assert.equal(
		await attribute("time", "datetime"),
		"2025-02-12T00:30:00+14:00",
	);
	assert.match(
		(await attribute("time", "title")) ?? "",
		/^Mittwoch, 12\. Februar 2025 um 00:30 UTC\+14:00$/,
	);
});

test("a day has nothing more to tell", async () => {
	const { count } = await show(() => ({ values: { date: "2025-02-12" } }));
	assert.equal(await count("time[title]"), 0);
	assert.equal(await count("time"), 1);
});

test("an update is told when it was on another day, in the order of the language", async () => {
	const { again, text, count } = await show(() => ({
		values: { date: "2025-02-12T23:00:00-08:00", lastmod: "2025-02-12" },
	}));
	assert.equal(await count(".ink-date"), 1);
	assert.equal(await count(".ink-updated"), 0);
	await again(() => ({
		lang: "ja",
		values: { date: "2025-02-12", lastmod: "2025-02-13" },
	}));
	assert.equal(await text(".ink-updated"), "2025年2月13日更新");
	await again(() => ({ values: { lastmod: "2025-02-13" } }));
	assert.equal(await count(".ink-date"), 0);
	assert.equal(await count(".ink-updated"), 1);
});

test("authors are called, and linked, as the page's settings say", async () => {
	const { page, text } = await show(() => ({
		lang: "zh-Hans",
		settings: {
			authors: {
				ann: { name: "安", url: "people/ann.html" },
				bo: { url: "javascript:alert(1)" },
			},
		},
		values: { author: ["ann", "bo", "constructor"] },
	}));
	assert.equal(await text(".ink-author"), "安、bo、constructor");
	assert.deepEqual(
		await page
			.locator(".ink-author a")
			.evaluateAll((links) =>
				links.map((link) => [
					/** @type {HTMLAnchorElement} */ (link).href,
					link.getAttribute("rel"),
				]),
			),
		[[new URL("people/ann.html", page.url()).href, "author"]],
	);
});

test("categories and tags are links where the site has pages for them, and only to where links may lead", async () => {
	const { page } = await show(() => ({
		site: {
			termUrl: async (taxonomy, term) =>
				({
					web: `${taxonomy}/${term}.html`,
					script: "javascript:alert(1)",
					data: "data:text/html,x",
					mail: "mailto:a@example.org",
					far: "https://example.org/far",
					empty: "",
					broken: "https://",
				})[term],
		},
		values: {
			categories: ["web", "other"],
			tags: ["web", "script", "data", "mail", "far", "empty", "broken", "none"],
		},
	}));
	/** @param {string} selector */
	const hrefs = (selector) =>
		page
			.locator(selector)
			.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
	const url = (/** @type {string} */ path) => new URL(path, page.url()).href;
	assert.deepEqual(await hrefs(".ink-category"), [
		url("categories/web.html"),
		null,
	]);
	assert.deepEqual(await hrefs(".ink-tag"), [
		url("tags/web.html"),
		null,
		null,
		"mailto:a@example.org",
		"https://example.org/far",
		null,
		null,
		null,
	]);
	assert.equal(
		await page.locator("a.ink-category[rel='category tag']").count(),
		1,
	);
	assert.equal(await page.locator("a.ink-tag[rel=tag]").count(), 3);
	await page.getByRole("list", { name: "Tags" }).waitFor();
});

test("a site that fails costs its links, not the page", async () => {
	const { text, count } = await show(() => ({
		site: {
			termUrl: () => Promise.reject(new Error("no index")),
			translations() {
				throw new Error("no index");
			},
		},
		values: {
			categories: ["Craft"],
			tags: ["ink"],
			translations: [{ lang: "de", url: "/de" }],
		},
	}));
	assert.equal(await text(".ink-category"), "Craft");
	assert.equal(await text(".ink-tag"), "ink");
	assert.equal(await text(".ink-translations"), "Also in Deutsch");
	assert.equal(await count("a"), 1);
});

test("reading time is told in the language's plural, and not when there is nothing to read", async () => {
	const { again, text, count } = await show(() => ({
		lang: "ru",
		minutes: 22,
	}));
	assert.equal(await text(".ink-reading"), "22\u00a0минуты чтения");
	await again(() => ({ lang: "ar-EG", minutes: 3 }));
	assert.equal(await text(".ink-reading"), "٣ دقائق للقراءة");
	await again(() => ({ minutes: 0, title: "T" }));
	assert.equal(await count("h1"), 1);
	assert.equal(await count(".ink-meta"), 0);
});

test("translations: the article's own URLs, then what the site finds; never its own language, nor one twice", async () => {
	const { page, text } = await show(() => ({
		lang: "zh-Hans",
		site: {
			translations: (article) =>
				article.endsWith("/static/deep/a.md")
					? [
							{ lang: "DE", title: "Doppelt", url: "/doppelt" },
							{ lang: "fr", title: "En français", url: "fr/a.html" },
							{ lang: "zh", title: "自己", url: "/zh" },
							{ lang: "ar", title: "x", url: "javascript:alert(1)" },
							{ lang: "zh-TW", title: "", url: "/zh-tw" },
						]
					: [],
		},
		values: {
			translations: [
				{ lang: "ZH-cn", url: "/own" },
				{ lang: "fr", url: "" },
				{ lang: "de", url: "../de.md" },
				{ lang: "ja", url: "" },
			],
		},
	}));
	assert.equal(
		await text(".ink-translations"),
		"其他语言：Français、Deutsch、繁體中文",
	);
	assert.deepEqual(
		await page
			.locator(".ink-translations a")
			.evaluateAll((links) =>
				links.map((link) =>
					["href", "hreflang", "lang", "dir", "rel", "title"].map((name) =>
						link.getAttribute(name),
					),
				),
			),
		[
			[
				new URL("/static/fr/a.html", page.url()).href,
				"fr",
				"fr",
				"ltr",
				"alternate",
				"En français",
			],
			[
				new URL("/static/de.md", page.url()).href,
				"de",
				"de",
				"ltr",
				"alternate",
				null,
			],
			[
				new URL("/zh-tw", page.url()).href,
				"zh-TW",
				"zh-TW",
				"ltr",
				"alternate",
				null,
			],
		],
	);
});

test("translations without a URL, or into the article's own language alone, are none", async () => {
	const { count } = await show(() => ({
		lang: "zh-CN",
		values: {
			translations: [
				{ lang: "zh-hans", url: "/own" },
				{ lang: "en", url: "" },
			],
		},
	}));
	assert.equal(await count(".ink-meta"), 0);
});

test("in a language that the element does not speak, what it says is marked as English, and dates are not", async () => {
	const { page, text, attribute } = await show(() => ({
		lang: "he",
		minutes: 5,
		values: { date: "2025-02-12", lastmod: "2025-02-13", draft: true },
	}));
	assert.equal(await text(".ink-date"), "12 בפברואר 2025");
	assert.equal(await text(".ink-updated"), "Updated 13 בפברואר 2025");
	assert.equal(await attribute(".ink-updated time", "lang"), "he");
	assert.equal(await page.locator(".ink-date[lang]").count(), 0);
	for (const part of [".ink-updated", ".ink-reading", ".ink-notice"]) {
		assert.equal(await attribute(part, "lang"), "en", part);
		assert.equal(await attribute(part, "dir"), "ltr", part);
	}
});

test("the lead image starts at the article, is asked for first, and is called as the article", async () => {
	const { page, again, attribute } = await show(() => ({
		title: "A title",
		settings: { referrerPolicy: "no-referrer" },
		values: {
			thumbnail: { src: "picture.svg", alt: "", visibility: ["list", "post"] },
		},
	}));
	const image = ".ink-thumbnail > img";
	assert.equal(
		await attribute(image, "src"),
		new URL("/static/deep/picture.svg", page.url()).href,
	);
	assert.equal(await attribute(image, "alt"), "A title");
	assert.equal(await attribute(image, "fetchpriority"), "high");
	assert.equal(await attribute(image, "decoding"), "async");
	assert.equal(await attribute(image, "loading"), null);
	assert.equal(await attribute(image, "referrerpolicy"), "no-referrer");
	await again(() => ({
		title: "A title",
		values: {
			thumbnail: { src: "picture.svg", alt: "A press", visibility: ["post"] },
		},
	}));
	assert.equal(await attribute("img", "alt"), "A press");
});

test("the servers of the lead image are told what the page's settings say", async () => {
	const { page, again } = await show(() => ({}));
	/** @type {(string | undefined)[]} */
	const referrers = [];
	await page.route("https://example.org/**", (route) => {
		referrers.push(route.request().headers().referer);
		return route.fulfill({
			body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
			contentType: "image/svg+xml",
		});
	});
	/** @param {() => Setup} setup */
	const answered = async (setup) => {
		const response = page.waitForResponse(/example\.org/);
		await again(setup);
		await response;
	};
	await answered(() => ({
		settings: { referrerPolicy: "no-referrer" },
		values: {
			thumbnail: {
				src: "https://example.org/a.svg",
				alt: "",
				visibility: ["post"],
			},
		},
	}));
	await answered(() => ({
		settings: { referrerPolicy: "unsafe-url" },
		values: {
			thumbnail: {
				src: "https://example.org/b.svg",
				alt: "",
				visibility: ["post"],
			},
		},
	}));
	assert.deepEqual(referrers, [undefined, page.url()]);
});

test("a lead image for lists only, or that cannot be had, leaves no hole", async () => {
	const { page, again, count } = await show(() => ({
		title: "T",
		values: {
			thumbnail: { src: "picture.svg", alt: "", visibility: ["list"] },
		},
	}));
	assert.equal(await count("h1"), 1);
	assert.equal(await count("figure, img"), 0);
	await again(() => ({
		title: "T",
		values: {
			thumbnail: { src: "missing.png", alt: "", visibility: ["post"] },
		},
	}));
	await page.waitForSelector("figure", { state: "detached" });
	assert.equal(await count("h1"), 1);
});

test("the notice says one thing: a draft, before its time, or after it", async () => {
	const { page, again } = await show(() => ({}));
	/** @param {() => Setup} setup */
	const said = async (setup) => {
		await again(setup);
		return page.locator(".ink-notice").allTextContents();
	};
	assert.deepEqual(
		await said(() => ({
			now: Date.UTC(2025, 1, 12),
			values: { draft: true, publishDate: "2999-01-01" },
		})),
		["This article is a draft."],
	);
	assert.deepEqual(
		await said(() => ({
			now: Date.UTC(2025, 1, 12) - 1,
			values: {
				publishDate: "2025-02-12T00:00:00Z",
				expiryDate: "2025-02-12T00:00:00Z",
			},
		})),
		["This article has not been published yet."],
	);
	assert.deepEqual(
		await said(() => ({
			now: Date.UTC(2025, 1, 12),
			values: {
				publishDate: "2025-02-12T00:00:00Z",
				expiryDate: "2025-02-12T00:00:00Z",
			},
		})),
		["This article is no longer current."],
	);
	assert.deepEqual(
		await said(() => ({
			now: Date.UTC(2025, 1, 12),
			values: { publishDate: "2025-01-01", expiryDate: "2025-12-31" },
		})),
		[],
	);
});
