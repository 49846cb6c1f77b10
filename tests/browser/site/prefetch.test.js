// @ts-check
// An article is fetched when a reader points at its link, once, and not for those who save data.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useEngines } from "../engines.js";
import { blog, headers, html } from "./blog.js";

/** @param {string} title */
const isTitle = (title) => document.title === title;

/** @param {string} path */
const toArticle = (path) => `.ink-card-title a[href*="${path}"]`;

for (const engine of useEngines()) {
	/** @param {string} [head] */
	const open = async (head) => {
		const page = await engine.open({
			headers,
			files: {
				...blog("hash", { page: html(undefined, head) }),
				"/static/saving.js":
					'Object.defineProperty(navigator, "connection", { value: { saveData: true } });',
			},
		});
		await page.goto("blog/");
		await page.waitForFunction(isTitle, "Blog");
		/** @param {string} path */
		const times = (path) =>
			page.requests().filter((asked) => asked === `/blog/${path}`).length;
		return { page, times };
	};

	test(`${engine.name}: an article is fetched while the pointer is on its link, and only once`, async () => {
		const { page, times } = await open();
		const before = times("posts/b.md");
		await page.hover(toArticle("posts/bee"));
		const until = performance.now() + 10_000;
		while (times("posts/b.md") === before && performance.now() < until) {
			await new Promise((done) => setTimeout(done, 20));
		}
		await page.hover(".ink-site-title");
		await page.hover(toArticle("posts/bee"));
		// Whatever was to be fetched has been, when the article of another link is.
		const beforeA = times("posts/a.md");
		await page.hover(toArticle("posts/a"));
		while (times("posts/a.md") === beforeA && performance.now() < until) {
			await new Promise((done) => setTimeout(done, 20));
		}
		assert.equal(times("posts/b.md"), before + 1);
		assert.equal(times("posts/a.md"), beforeA + 1);
	});

	test(`${engine.name}: who saves data pays for no article but those that are read`, async () => {
		const { page, times } = await open(
			'<script src="/static/saving.js"></script>',
		);
		const before = times("posts/b.md");
		await page.hover(toArticle("posts/bee"));
		await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
		assert.equal(times("posts/b.md"), before);
		await page.evaluate(
			(selector) =>
				/** @type {HTMLElement} */ (document.querySelector(selector)).click(),
			toArticle("posts/bee"),
		);
		await page.waitForFunction(isTitle, "Article B - Blog");
		assert.equal(times("posts/b.md"), before + 1);
	});
}
