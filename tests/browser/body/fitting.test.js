// @ts-check
// Protects: what a body's links, ids, headings, alerts, tables, tasks and films are in a page. Under the strict policy.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf, useBrowser } from "../browser.js";
import { attributes, showBody, showMore, useBody } from "./show.js";

useBrowser();
useBody();

test("relative URLs start at the article, and fragments stay in it", async () => {
	const { page } = await showBody(
		"[a](b.md) [c](#d) [e](a.md#f) [g](./a.md#é) [h](a.md) [i](other.md#j) ![k](l.png)",
		{ url: "deep/a.md" },
	);
	const deep = new URL("deep/", page.url()).href;
	assert.deepEqual(
		(await attributes(page.locator(".ink-body a"), "href")).flat(),
		[`${deep}b.md`, "#d", "#f", "#%C3%A9", `${deep}a.md`, `${deep}other.md#j`],
	);
	assert.deepEqual(await attributes(page.locator("img"), "src"), [
		[`${deep}l.png`],
	]);
});

test("an id that the page has outside of the article is renamed, with all that refers to it", async () => {
	const { page, renamed } = await showBody(
		`## Tea

## Tea 2

[up](#tea) [x](#%E8%8C%B6) [free](#free) a[^n]

<p id="茶" aria-labelledby="free tea" aria-describedby="tea">x</p>
<table><tr><th id="free">a<td headers="free tea">b</table>

[^n]: c`,
		{
			page: '<i id="tea"></i><i id="茶"></i><i id="茶-2"></i><i id="fn-n"></i>',
		},
	);
	assert.deepEqual(renamed, [
		["tea", "tea-3"],
		["茶", "茶-3"],
		["fn-n", "fn-n-2"],
	]);
	assert.deepEqual(await attributes(page.locator(".ink-body h2[id]"), "id"), [
		["tea-3"],
		["tea-2"],
	]);
	assert.deepEqual(
		(await attributes(page.locator(".ink-body a"), "href")).flat(),
		[
			"#tea-3",
			"#tea-2",
			"#tea-3",
			"#%E8%8C%B6-3",
			"#free",
			"#fn-n-2",
			"#fnref-n",
		],
	);
	assert.deepEqual(
		await attributes(
			page.locator("#茶-3"),
			"aria-labelledby",
			"aria-describedby",
		),
		[["free tea-3", "tea-3"]],
	);
	assert.deepEqual(await attributes(page.locator("td"), "headers"), [
		["free tea-3"],
	]);
});

test("the article that is replaced does not count as having its ids; another one does", async () => {
	const { page } = await showBody("# A", { page: '<div class="here"></div>' });
	assert.deepEqual(await showMore(page, "# A", { into: ".here" }), [
		["a", "a-2"],
	]);
	assert.deepEqual(await showMore(page, "# A", { into: ".here" }), [
		["a", "a-2"],
	]);
	assert.deepEqual(await showMore(page, "# A", { shadow: true }), []);
});

test("each heading with an id has a link to itself, with a name and without text", async () => {
	const { page } = await showBody(
		'## The *second* `part()`[^1]\n\n### ![Our logo](l.svg)\n\n<h4>no id</h4>\n\n<div><a href="x"><h5 id="y">in a link</h5></a></div>\n\n[^1]: n',
	);
	const anchors = page.locator(".ink-anchor");
	assert.deepEqual(await attributes(anchors, "href", "aria-label"), [
		["#the-second-part", "Link to the section “The second part()”"],
		["#our-logo", "Link to the section “Our logo”"],
	]);
	assert.deepEqual(await anchors.allTextContents(), ["", ""]);
	await anchors.nth(1).focus();
	await page.keyboard.press("Enter");
	assert.equal(await page.locator("h3:target").count(), 1);
});

test("alerts have their titles in the article's language, unless the author wrote one", async () => {
	const markdown =
		"> [!TIP]\n> a\n\n> [!CAUTION]\n> b\n\n" +
		'<div class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title">Own</p></div>';
	const { page } = await showBody(markdown, {
		lang: "zh",
		words: {
			alerts: {
				note: "",
				tip: "提示",
				important: "",
				warning: "",
				caution: "注意",
			},
		},
	});
	assert.deepEqual(
		await page.locator(".markdown-alert-title").allTextContents(),
		["提示", "注意", "Own"],
	);
	assert.deepEqual(
		await attributes(page.locator(".markdown-alert-title"), "lang"),
		[["zh-Hans"], ["zh-Hans"], [null]],
	);
	assert.equal(await page.locator('.markdown-alert[role="note"]').count(), 2);
});

test("a table takes the focus only while it is wider than its frame", async () => {
	const cells = Array.from({ length: 12 }, (_, i) => `column${i}`).join(" | ");
	const { page } = await showBody(
		`| a |\n|---|\n| b |\n\n${cells}\n${"---|".repeat(12)}\n`,
		{
			css: ".ink-scroll { overflow-x: auto } td, th { padding: 1em }",
			context: { viewport: { width: 500, height: 500 } },
		},
	);
	const frames = page.locator(".ink-scroll");
	const wide = page.locator(".ink-scroll[tabindex]");
	await wide.waitFor();
	assert.deepEqual(await attributes(frames, "tabindex", "role", "aria-label"), [
		[null, null, null],
		["0", "group", "Table"],
	]);
	await page.setViewportSize({ width: 1600, height: 500 });
	await wide.waitFor({ state: "detached" });
	await page.setViewportSize({ width: 500, height: 500 });
	await wide.waitFor();
});

test("boxes of tasks say what they are and belong to no form; other inputs are gone", async () => {
	const { page } = await showBody(
		"- [x] a\n- [ ] b\n\n<input> <input type=radio>",
	);
	assert.deepEqual(
		await attributes(
			page.locator("input"),
			"type",
			"aria-label",
			"disabled",
			"form",
		),
		[
			["checkbox", "Done", "", ""],
			["checkbox", "To do", "", ""],
		],
	);
});

test("films that there are have controls, and load no more than their length", async () => {
	const { page } = await showBody(
		'<video src="a.mp4" preload="auto"></video><audio src="b.mp3" controls></audio><video></video>',
	);
	assert.deepEqual(
		await attributes(
			page.locator("video, audio"),
			"controls",
			"preload",
			"src",
		),
		[
			["", "metadata", new URL("a.mp4", page.url()).href],
			["", "metadata", new URL("b.mp3", page.url()).href],
			[null, "metadata", null],
		],
	);
});

test("links to another site are marked, described and kept away from the page's window", async () => {
	const { page } = await showBody(
		'[a](https://example.org) [b](//example.org/x "own title") [c](b.md) [d](mailto:e@example.org) [f](#g)\n\n' +
			'<a href="http://example.org" rel="nofollow" class="own">h</a>',
		{ settings: { referrerPolicy: "no-referrer" } },
	);
	assert.deepEqual(
		await attributes(
			page.locator(".ink-body a"),
			"class",
			"rel",
			"referrerpolicy",
			"aria-description",
			"title",
			"target",
		),
		[
			[
				"ink-external",
				"noopener",
				"no-referrer",
				"leads to another site",
				null,
				null,
			],
			[
				"ink-external",
				"noopener",
				"no-referrer",
				"leads to another site",
				"own title",
				null,
			],
			[null, null, null, null, null, null],
			[null, null, null, null, null, null],
			[null, null, null, null, null, null],
			[
				"own ink-external",
				"nofollow noopener",
				"no-referrer",
				"leads to another site",
				null,
				null,
			],
		],
	);
	assert.equal(await textOf(page.locator(".ink-body a").first()), "a");
});

test("without a policy of the page's, the browser's own counts", async () => {
	const { page } = await showBody("[a](https://example.org) ![b](c.png)");
	assert.equal(await page.locator("[referrerpolicy]").count(), 0);
});
