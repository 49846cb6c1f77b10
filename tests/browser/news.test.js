// @ts-check
// The real article, as an editor's system writes it: no lead, no contents, widgets that need a site, emphasis that a
// converter mangled, pictures of another server that cannot be had. Its page has no holes, and fits every screen.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { violationsOf } from "./accessible.js";
import { artifact, give, openPage, pageWith, useBrowser } from "./browser.js";
import { assertFits, readThrough } from "./examples.js";

useBrowser();

const file = new URL("../../../shared/fixtures/news-zh.md", import.meta.url);
const skip = existsSync(file)
	? false
	: "../shared/fixtures/news-zh.md is not there";

/**
 * @param {import("./browser.js").ContextOptions} options
 */
async function openNews(options) {
	const { page, complaints } = await openPage(options);
	await page.route(/^https:/, (route) => route.abort());
	await give(page, {
		"test.html": pageWith(
			`<main><inkstone-article src="a.md"></inkstone-article></main>`,
			"zh-CN",
		),
		"a.md": readFileSync(file),
	});
	await page.goto("static/test.html");
	await page.waitForSelector(".ink-article");
	await readThrough(page);
	return { page, complaints };
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
	for (const width of [1280, 768, 390]) {
		test(`the real article fits a screen of ${width} pixels, ${colorScheme}, and axe finds nothing`, {
			skip,
		}, async () => {
			const { page } = await openNews({
				viewport: { width, height: 900 },
				colorScheme,
			});
			const name = `news-${width}-${colorScheme}`;
			await page.screenshot({ path: artifact(`${name}-top.png`) });
			await page.screenshot({ path: artifact(`${name}.png`), fullPage: true });
			await assertFits(page);
			assert.deepEqual(await violationsOf(page), []);
		});
	}
}

test("what the real article does not have, and what cannot be had, leaves no hole", {
	skip,
}, async () => {
	const { page, complaints } = await openNews({});
	assert.equal(
		await page
			.locator(
				".ink-lead, .ink-toc, .ink-thumbnail, .ink-aside, .ink-authorbox, .ink-pager, .ink-comments",
			)
			.count(),
		0,
	);
	const { head, start, text, screen, gaps } = await page.evaluate(() => {
		const box = (/** @type {string} */ selector) =>
			document.querySelector(selector)?.getBoundingClientRect() ??
			new DOMRect();
		const blocks = [...document.querySelectorAll(".ink-body > *")].map(
			(block) => block.getBoundingClientRect(),
		);
		return {
			head: box(".ink-header").bottom,
			start: box(".ink-body").top,
			text: box(".ink-body").toJSON(),
			screen: document.body.getBoundingClientRect().right,
			gaps: blocks
				.slice(1)
				.map(({ top }, index) => Math.round(top - blocks[index].bottom)),
		};
	});
	assert(start - head < 60, `${start - head} pixels between head and text`);
	assert(
		Math.abs(text.left + text.right - screen) < 2,
		`from ${text.left} to ${text.right} of ${screen}: in the middle`,
	);
	assert(Math.max(...gaps) < 60, `${gaps}`);
	// The article's four pictures are all that failed.
	assert(
		complaints.every((text) => text.includes("net::ERR_FAILED")),
		complaints.join("\n"),
	);
});
