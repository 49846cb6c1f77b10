// @ts-check
// What the document says of each page of a site to search engines, to those who pass it on and to readers of feeds, and that the
// tags of the document's own author survive it.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { useEngines } from "../engines.js";
import { blog, headers, html } from "./blog.js";

const own = `<meta name="description" content="The author's own">
<meta property="og:image" content="https://example.org/own.png">
<link rel="me" href="https://example.org/me">`;

/** The document's tags, one each in a line. Runs in the page. */
const tags = () =>
	[...document.head.querySelectorAll("meta, link")]
		.map((tag) => {
			const name =
				tag.getAttribute("name") ??
				tag.getAttribute("property") ??
				[
					tag.getAttribute("rel"),
					tag.getAttribute("hreflang") ?? tag.getAttribute("type") ?? "",
				]
					.join(" ")
					.trim();
			return `${name}: ${tag.getAttribute("content") ?? tag.getAttribute("href")}`;
		})
		.filter((line) => !/^(:|viewport|icon|stylesheet)/.test(line))
		.sort();

/** @param {string} title */
const isTitle = (title) => document.title === title;

for (const engine of useEngines({ keepsPages: true })) {
	/** @type {Awaited<ReturnType<typeof engine.open>>} */
	let page;
	before(async () => {
		page = await engine.open({
			headers,
			files: {
				...blog("path", { page: html(undefined, own) }),
				"/blog/posts/gone.md":
					"---\ntitle: With image\ndraft: true\nthumbnail: pic.png\n---\n",
			},
		});
		await page.goto("blog/posts/a/");
		await page.waitForFunction(isTitle, "Article A - Blog");
	});

	test(`${engine.name}: an article says what it is, when it was published, where it really is, and in which languages`, async () => {
		assert.deepEqual(await page.evaluate(tags), [
			"alternate en: https://example.org/blog/posts/a/",
			"alternate zh: https://example.org/blog/zh/posts/a/",
			"article:published_time: 2025-01-01",
			"canonical: https://example.org/blog/posts/a/",
			"description: What A is about.",
			"me: https://example.org/me",
			"og:description: What A is about.",
			"og:image: https://example.org/own.png",
			"og:locale: en_US",
			"og:site_name: Blog",
			"og:title: Article A",
			"og:type: article",
			"og:url: https://example.org/blog/posts/a/",
			"twitter:card: summary",
		]);
	});

	test(`${engine.name}: a list says what it is, and nothing of the article before`, async () => {
		await page.click('.ink-menu a[href$="tags/"]');
		await page.waitForFunction(isTitle, "Tags - Blog");
		assert.deepEqual(await page.evaluate(tags), [
			"alternate en: https://example.org/blog/tags/",
			"alternate zh: https://example.org/blog/zh/tags/",
			"canonical: https://example.org/blog/tags/",
			"description: The author's own",
			"me: https://example.org/me",
			"og:image: https://example.org/own.png",
			"og:locale: en_US",
			"og:site_name: Blog",
			"og:title: Tags",
			"og:type: website",
			"og:url: https://example.org/blog/tags/",
			"twitter:card: summary",
		]);
	});

	test(`${engine.name}: the document speaks the language of its page`, async () => {
		await page.evaluate(() =>
			/** @type {HTMLElement} */ (
				document.querySelector('.ink-languages a[hreflang="zh"]')
			).click(),
		);
		await page.waitForFunction(() => document.documentElement.lang === "zh");
		await page.goto("blog/zh/posts/a/");
		await page.waitForFunction(isTitle, "甲 - 博客");
		assert.deepEqual(
			await page.evaluate(() => [
				document.documentElement.lang,
				document.documentElement.dir,
			]),
			["zh", "ltr"],
		);
	});

	test(`${engine.name}: what nobody is to find says so, an image is shown with its whole address, and no tag stands there twice`, async () => {
		await page.goto("blog/posts/gone/");
		await page.waitForFunction(isTitle, "With image - Blog");
		const lines = await page.evaluate(tags);
		for (const line of [
			"robots: noindex",
			"og:image: https://example.org/blog/posts/pic.png",
			"twitter:card: summary_large_image",
		]) {
			assert.ok(lines.includes(line), line);
		}
		assert.equal(
			lines.some((line) => line.startsWith("canonical")),
			false,
		);
		const names = lines.map((line) => line.replace(/: .*/, ""));
		assert.deepEqual(names, [...new Set(names)]);
	});
}
