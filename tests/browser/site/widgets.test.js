// @ts-check
// The aside of a site's lists: the same widgets as beside an article, made without one; and that none of them holds up the list.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "../browser.js";
import { widgetNames } from "../parts.js";
import { openBench } from "./bench.js";

useBrowser();

const cards = [{ title: "Ink", tags: ["ink"], categories: ["Print"] }];
const right = /** @type {const} */ ("right");
const none = /** @type {const} */ ("none");

test("the first page and the other lists have the aside that the site wants there", async () => {
	const { page, show, complaints } = await openBench();
	const given = {
		cards,
		configuration: {
			sidebar: {
				home: right,
				list: /** @type {const} */ ("left"),
				single: none,
			},
			widgets: {
				home: ["taglist", "search", "recent", "toc"],
				list: ["categories", "search"],
			},
		},
	};
	const side = () => page.locator(".ink-page").getAttribute("data-sidebar");
	await show(given, "/");
	assert.deepEqual(await widgetNames(page), ["taglist", "search", "recent"]);
	assert.equal(await side(), "right");
	assert.deepEqual(
		await page
			.locator(".ink-page")
			.evaluate(({ children }) =>
				Array.from(children, ({ localName }) => localName),
			),
		["main", "aside"],
	);
	for (const route of [
		"/posts",
		"/tags",
		"/tags/ink",
		"/archive",
		"/nowhere",
	]) {
		await show(given, route);
		assert.deepEqual(await widgetNames(page), ["categories", "search"], route);
		assert.equal(await side(), "left", route);
	}
	// It is a search itself.
	await show(given, "/search");
	assert.deepEqual(await widgetNames(page), ["categories"]);
	assert.deepEqual(complaints, []);
});

test("without an aside, or a widget that has something to show, a list takes the whole page", async () => {
	const { page, show } = await openBench();
	for (const configuration of [
		{
			sidebar: { home: none, list: none, single: right },
			widgets: { home: ["recent"], single: ["recent"] },
		},
		{
			sidebar: { home: right, list: right, single: right },
			widgets: { home: ["toc", "languages", "sidemenu", "social"] },
		},
		{ sidebar: { home: right, list: right, single: right } },
	]) {
		await show({ cards, configuration }, "/");
		assert.equal(await page.locator("aside").count(), 0);
		assert.equal(
			await page.locator(".ink-page").getAttribute("data-sidebar"),
			"none",
		);
		assert.equal(await page.locator(".ink-card").count(), 1);
	}
});

test("a widget of somebody's own is given what a list has: no article, and the site's folder as its URL", async () => {
	const { page, show } = await openBench();
	await page.evaluate(`bench.registerWidget("own", (context) => {
		window.given = context;
		const line = document.createElement("p");
		line.textContent = context.title;
		return bench.widgetSection("own", "Own", line);
	})`);
	await show(
		{
			cards,
			sections: [{ site: "en", name: "posts", title: "Letters", summary: "" }],
			configuration: {
				sidebar: { home: right, list: right, single: right },
				widgets: { list: ["own"] },
			},
		},
		"/posts",
	);
	assert.deepEqual(await page.locator(".ink-widget-own p").allTextContents(), [
		"Letters",
	]);
	assert.deepEqual(
		await page.evaluate(() => {
			const { article, toc, url, lang, values } = Reflect.get(window, "given");
			return [article === undefined, toc, url, lang, values.widgets];
		}),
		[true, [], new URL(".", page.url()).href, "en", ["own"]],
	);
});

test("a widget that fails or does not exist is left out and told of, and the others stand", async () => {
	const { page, show, complaints } = await openBench();
	await page.evaluate(
		`bench.registerWidget("broken", () => { throw new Error("broken"); })`,
	);
	const { reports } = await show(
		{
			cards,
			configuration: {
				sidebar: { home: right, list: right, single: right },
				widgets: { home: ["broken", "unheard-of", "recent"] },
			},
		},
		"/",
	);
	assert.deepEqual(await widgetNames(page), ["recent"]);
	assert.deepEqual(
		reports.map(([code, key]) => [code, key]),
		[["page-setting", "widgets"]],
	);
	assert.match(String(reports[0][2]), /“unheard-of”/);
	assert.equal(complaints.length, 1);
	assert.match(complaints[0], /“broken”/);
});

test("a list is there before its widgets are, and keeps their place free", async () => {
	const { page, show } = await openBench();
	await page.evaluate(`bench.registerWidget("slow", () => new Promise((resolve) => {
		window.finish = () => resolve(bench.widgetSection("slow", "Slow"));
	}))`);
	const shown = show(
		{
			cards,
			configuration: {
				sidebar: { home: right, list: right, single: right },
				widgets: { home: ["slow"] },
			},
		},
		"/",
	);
	await page.locator(".ink-card").waitFor();
	assert.equal(await page.locator("aside").count(), 0);
	assert.equal(
		await page.locator(".ink-page").getAttribute("data-sidebar"),
		"right",
	);
	await page.evaluate("finish()");
	await shown;
	assert.deepEqual(await widgetNames(page), ["slow"]);
});
