// @ts-check
// <inkstone-article>: what it makes of an article, and what its attributes, properties and events do.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { loadInkstone } from "../web/dist.js";
import { give, openPage, pageWith, textOf, useBrowser } from "./browser.js";

useBrowser();

/**
 * Opens a page with one element and waits for its article.
 * @param {string} element
 * @param {Record<string, string | Buffer>} files
 * @param {string} [lang]
 */
async function openArticle(element, files, lang) {
	const { page, complaints } = await openPage();
	await give(page, { "test.html": pageWith(element, lang), ...files });
	await page.goto("static/test.html");
	await page.waitForSelector(".ink-article");
	return { page, complaints };
}

const short = '<inkstone-article src="a.md"></inkstone-article>';

test("the real article: the element, Node and the file agree to the byte", async (context) => {
	const file = new URL("../../../shared/fixtures/news-zh.md", import.meta.url);
	if (!existsSync(file)) {
		context.skip("../shared/fixtures/news-zh.md is not there");
		return;
	}
	const bytes = readFileSync(file);
	const inkstone = await loadInkstone();
	const { page } = await openArticle(short, { "a.md": bytes });
	const article = await page.evaluate(
		() =>
			/** @type {import("../../web/src/types.js").Article} */ (
				Reflect.get(document.querySelector("inkstone-article") ?? {}, "article")
			),
	);
	assert.deepEqual(article, inkstone.render(bytes));
	assert.equal(await textOf(page.locator("h1")), article.metadata.title);
	assert.equal(await page.locator(".ink-lead, .ink-toc").count(), 0);
});

test("inline Markdown is rendered as well", async () => {
	const { page } = await openArticle(
		`<inkstone-article><script type="text/markdown">
---
title: Inline
---
Text with ![a](picture.svg)
</script></inkstone-article>`,
		{},
	);
	assert.equal(await textOf(page.locator("h1")), "Inline");
	assert.equal(
		await page
			.locator("img")
			.evaluate((/** @type {HTMLImageElement} */ image) => image.src),
		new URL("picture.svg", page.url()).href,
	);
});

test("an article without a title shows its file's name", async () => {
	const { page } = await openArticle(
		'<inkstone-article src="a%20%E5%A2%A8.b.md"></inkstone-article>',
		{ "a%20%E5%A2%A8.b.md": "text" },
	);
	assert.equal(await textOf(page.locator("h1")), "a 墨.b");
	assert.equal(await page.title(), "a 墨.b");
});

test("a body that opens with the title shows it once, and links to it still work", async () => {
	const { page } = await openArticle(short, {
		"a.md":
			"---\ntitle: The  *Title*\n---\n# The \\*Title\\*\n\ntext\n\n# Other\n\n[up](#the-title)",
	});
	assert.deepEqual(await page.locator("h1").allTextContents(), [
		"The  *Title*",
	]);
	assert.equal(await textOf(page.locator("h2")), "Other");
	await page.getByRole("link", { name: "up" }).click();
	assert.equal(await page.locator("h1:target").count(), 1);
});

test("the table of contents keeps to its levels, and lifts what stood under a level left out", async () => {
	const { page } = await openArticle(short, {
		"a.md": "---\ntoc: {min: 2, max: 3}\n---\n### B\n## C\n### D\n#### E\n",
	});
	assert.deepEqual(await page.locator(".ink-toc a").allTextContents(), [
		"B",
		"C",
		"D",
	]);
	assert.deepEqual(
		await page.locator(".ink-toc-box > ol > li > a").allTextContents(),
		["B", "C"],
	);
});

test("no headings, or headings without ids: no box", async () => {
	const { page } = await openArticle(
		'<inkstone-article src="a.md"></inkstone-article><inkstone-article src="b.md" headingids="no"></inkstone-article>',
		{
			"a.md": "---\ntoc: true\n---\ntext",
			"b.md": "---\ntoc: true\n---\n## A",
		},
	);
	await page.waitForSelector("inkstone-article:nth-of-type(2) .ink-article");
	assert.equal(await page.locator(".ink-toc").count(), 0);
});

test("the article's language gives its direction and the element's words", async () => {
	const { page } = await openArticle(short, {
		"a.md": "---\nlang: ar\n---\ntext",
	});
	assert.equal(await page.locator("article").getAttribute("lang"), "ar");
	assert.equal(await page.locator("article").getAttribute("dir"), "rtl");

	const chinese = await openArticle(short, {
		"a.md": "---\nlang: zh-Hant\ntoc: true\n---\n## 一",
	});
	assert.equal(await textOf(chinese.page.locator(".ink-toc summary")), "目錄");
});

test("the page's title is left alone when there are several articles", async () => {
	const { page } = await openArticle(short + short, { "a.md": "# A" });
	assert.equal(await page.title(), "Before");
});

test("relative URLs start at the article, and nothing is asked for elsewhere", async () => {
	const { page } = await openPage();
	const requests = imageRequests(page);
	await give(page, {
		"test.html": pageWith(
			// A lazy image would not be asked for at once.
			'<inkstone-article src="deep/er/a.md" lazyimages="no"></inkstone-article>',
		),
		"deep/er/a.md":
			"![a](p.svg) ![b](../q.svg) ![c](https://example.org/r.svg) [d](d.md) [e](#e) [f](mailto:f@example.org)",
	});
	await page.route(/\/[pqr]\.svg$/, (route) =>
		route.fulfill({ body: picture, contentType: "image/svg+xml" }),
	);
	await page.goto("static/test.html");
	await page.waitForSelector(".ink-article");
	await page.waitForLoadState("networkidle");
	assert.deepEqual(requests.sort(), [
		new URL("/static/deep/er/p.svg", page.url()).href,
		new URL("/static/deep/q.svg", page.url()).href,
		"https://example.org/r.svg",
	]);
	assert.deepEqual(
		await page
			.locator(".ink-body a")
			.evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
		[new URL("deep/er/d.md", page.url()).href, "#e", "mailto:f@example.org"],
	);
});

test("relative URLs start where the server has sent the element", async () => {
	const { page } = await openPage();
	await give(page, {
		"test.html": pageWith(
			'<inkstone-article src="moved.md"></inkstone-article>',
		),
		"moved.md": (route) =>
			route.fulfill({
				status: 302,
				headers: { location: "/static/articles/letterpress.md" },
			}),
	});
	await page.goto("static/test.html");
	assert.equal(
		await page.locator(".ink-body img").first().getAttribute("src"),
		new URL("/static/articles/images/type-case.svg", page.url()).href,
	);
});

test("attributes are options, and changing one renders again without another request", async () => {
	const { page } = await openPage();
	let requests = 0;
	await give(page, {
		"test.html": pageWith(
			'<inkstone-article src="a.md" HTML="sanitize" tocDepth="2"></inkstone-article>',
		),
		"a.md": (route) => {
			requests++;
			return route.fulfill({ body: "<b>bold</b>\n\n|a|\n|-|\n" });
		},
	});
	await page.goto("static/test.html");
	await page.waitForSelector(".ink-body b");
	assert.equal(await page.locator("table").count(), 1);

	const element = page.locator("inkstone-article");
	await element.evaluate((element) => element.setAttribute("gfm", "false"));
	await page.waitForSelector("table", { state: "detached" });
	await element.evaluate((element) => element.setAttribute("html", "escape"));
	await page.waitForSelector(".ink-body b", { state: "detached" });
	assert.equal(requests, 1);
});

test("a value that an option does not take is told in the page, and mended there", async () => {
	const { page } = await openPage();
	await give(page, {
		"test.html": pageWith(
			'<inkstone-article src="a.md" tocdepth="9"></inkstone-article>',
		),
		"a.md": "text",
	});
	await page.goto("static/test.html");
	const alert = page.getByRole("alert");
	await alert.waitFor();
	assert.match(await textOf(alert), /tocDepth.*1 to 6.*9/);
	await page
		.locator("inkstone-article")
		.evaluate((element) => element.setAttribute("tocdepth", "3"));
	await page.waitForSelector(".ink-article");
	assert.equal(await alert.count(), 0);
});

test("events tell of the article and of what its author should know; the console has one line for each", async () => {
	const { page } = await openPage();
	/** @type {string[]} */
	const lines = [];
	page.on("console", (message) =>
		lines.push(`${message.type()}: ${message.text()}`),
	);
	await page.addInitScript(() => {
		const events = Object.assign(window, {
			events: /** @type {unknown[]} */ ([]),
		}).events;
		for (const type of /** @type {const} */ ([
			"inkstone-load",
			"inkstone-diagnostics",
			"inkstone-error",
		])) {
			document.addEventListener(type, ({ detail }) =>
				events.push([type, detail]),
			);
		}
	});
	await give(page, {
		"test.html": pageWith(short),
		"a.md": "---\ntitle: [\n---\n\n[x](javascript:y)\n",
	});
	await page.goto("static/test.html");
	await page.waitForSelector(".ink-article");

	const url = new URL("a.md", page.url()).href;
	const events = await page.evaluate(
		() => /** @type {[string, any][]} */ (Reflect.get(window, "events")),
	);
	assert.deepEqual(
		events.map(([type, { src }]) => [type, src]),
		[
			["inkstone-diagnostics", url],
			["inkstone-load", url],
		],
	);
	const diagnostics = events[0][1].diagnostics;
	assert.deepEqual(events[1][1].article.diagnostics, diagnostics);
	assert.deepEqual(
		diagnostics.map(
			(
				/** @type {{ severity: string, line: number }} */ { severity, line },
			) => [severity, line],
		),
		[
			["error", diagnostics[0].line],
			["warning", 5],
		],
	);
	assert.equal(lines.length, 2);
	assert(
		lines[0].startsWith(
			`error: ${url}:${diagnostics[0].line}:${diagnostics[0].column} `,
		),
		lines[0],
	);
	assert(
		lines[1].startsWith(`warning: ${url}:5:${diagnostics[1].column} `),
		lines[1],
	);
});

test("it registers once, is not registered by `inkstone/element`, and can be made by script", async () => {
	const { page, complaints } = await openPage();
	await give(page, {
		"test.html": pageWith("").replace("define.js", "element.js"),
		"a.md": "# A",
	});
	await page.goto("static/test.html");
	assert.equal(
		await page.evaluate(() => customElements.get("inkstone-article")),
		undefined,
	);
	await page.evaluate(async () => {
		const { InkstoneArticle } = await import(
			// @ts-expect-error: a module of the page
			"/static/inkstone/element.js"
		);
		customElements.define("inkstone-article", InkstoneArticle);
		// @ts-expect-error: a module of the page
		await import("/static/inkstone/define.js");
		const element = document.createElement("inkstone-article");
		document.body.append(element);
		Reflect.set(element, "src", "a.md");
		if (
			element.getAttribute("src") !== "a.md" ||
			!(element instanceof InkstoneArticle)
		) {
			throw new Error("not the element");
		}
	});
	await page.waitForSelector(".ink-article");
	assert.deepEqual(complaints, []);
});

const picture = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/**
 * The URLs of the images that a page asks for, but for its icon.
 * @param {import("./browser.js").Page} page
 */
function imageRequests(page) {
	/** @type {string[]} */
	const urls = [];
	page.on("request", (request) => {
		if (
			request.resourceType() === "image" &&
			!request.url().endsWith("icon.svg")
		) {
			urls.push(request.url());
		}
	});
	return urls;
}
