// @ts-check
// A site without an index reads the front matter of the files that it lists: a few at a time, each once in a session, and the
// faults of one are not those of the others.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useEngines } from "../engines.js";
import { gate } from "../pages.js";
import { headers, html } from "./blog.js";

const paths = Array.from({ length: 30 }, (_, index) => `posts/p${index}.md`);

/** @param {number} index */
const article = (index) =>
	`---\ntitle: Article ${index}\ndate: 2025-01-${String(index + 1).padStart(2, "0")}\n---\n\nText ${index}.\n`;

/**
 * @param {string} [more]
 * @returns {import("../stage.js").Files}
 */
const files = (more = "") => ({
	"/blog/": { body: html(), headers: { "Content-Type": "text/html" } },
	"/blog/site.yaml": `title: Blog\npageSize: 50\n${more}articles:\n${paths.map((path) => `  - ${path}\n`).join("")}`,
	...Object.fromEntries(
		paths.map((path, index) => [
			`/blog/${path}`,
			{
				body: article(index),
				headers: { ETag: `"${index}"`, "Cache-Control": "no-cache" },
			},
		]),
	),
});

/** The titles of the cards. Runs in the page. */
const titles = () =>
	[...document.querySelectorAll(".ink-card-title")].map(
		({ textContent }) => textContent,
	);

for (const engine of useEngines()) {
	test(`${engine.name}: all articles stand in the list, the newest first`, async () => {
		const page = await engine.open({ headers, files: files() });
		await page.goto("blog/");
		await page.waitFor(".ink-card");
		assert.deepEqual(
			await page.evaluate(titles),
			paths.map((_, index) => `Article ${29 - index}`),
		);
		assert.deepEqual(await page.complaints(), []);
	});

	test(`${engine.name}: at most six files are asked for at the same time`, async () => {
		let now = 0;
		let highest = 0;
		const page = await engine.open({
			headers,
			files: {
				...files(),
				...Object.fromEntries(
					paths.map((path, index) => [
						`/blog/${path}`,
						async () => {
							highest = Math.max(highest, ++now);
							await new Promise((done) => setTimeout(done, 20));
							now--;
							return article(index);
						},
					]),
				),
			},
		});
		await page.goto("blog/");
		await page.waitForFunction(
			() => document.querySelectorAll(".ink-card").length === 30,
		);
		assert.ok(highest > 1 && highest <= 6, String(highest));
	});

	test(`${engine.name}: the next page of the session asks for none of them again`, async () => {
		const page = await engine.open({ headers, files: files() });
		await page.goto("blog/");
		await page.waitFor(".ink-card");
		const before = page.requests().length;
		await page.goto("static/icon.svg");
		await page.goto("blog/");
		await page.waitFor(".ink-card");
		assert.equal((await page.evaluate(titles)).length, 30);
		assert.deepEqual(
			page
				.requests()
				.slice(before)
				.filter((path) => path.endsWith(".md")),
			[],
		);
	});

	test(`${engine.name}: a reader who reloads sees what has changed`, async () => {
		const page = await engine.open({ headers, files: files() });
		await page.goto("blog/");
		await page.waitFor(".ink-card");
		page.give({
			"/blog/posts/p29.md": {
				body: "---\ntitle: Changed\ndate: 2025-02-01\n---\n",
				headers: { ETag: '"changed"', "Cache-Control": "no-cache" },
			},
		});
		await page.evaluate(() => {
			setTimeout(() => location.reload());
		});
		await page.waitForFunction(
			() =>
				document.querySelector(".ink-card-title")?.textContent === "Changed",
		);
	});

	test(`${engine.name}: files that cannot be used are left out, and the author is told`, async () => {
		const page = await engine.open({
			headers,
			files: {
				...files(),
				"/blog/posts/p0.md": { body: "", status: 500 },
				"/blog/posts/p1.md": "<!doctype html><html></html>",
			},
		});
		await page.goto("blog/");
		await page.waitFor(".ink-card");
		assert.equal((await page.evaluate(titles)).length, 28);
		const complaints = (await page.complaints()).join("\n");
		assert.match(complaints, /posts\/p0\.md/);
		assert.match(complaints, /posts\/p1\.md/);
	});

	test(`${engine.name}: where many articles take long, those that have come are shown, and how many there will be`, async () => {
		const held = gate();
		const page = await engine.open({
			headers,
			files: {
				...files(),
				"/blog/posts/p29.md": async () => {
					await held.opened;
					return article(29);
				},
			},
		});
		await page.goto("blog/");
		await page.waitFor(".ink-card");
		assert.equal((await page.evaluate(titles))[0], "Article 28");
		assert.deepEqual(await page.texts(".ink-site-progress span"), ["29 / 30"]);
		held.open();
		await page.waitForFunction(
			() =>
				document.querySelector(".ink-card-title")?.textContent === "Article 29",
		);
		assert.deepEqual(await page.texts(".ink-site-progress"), []);
	});

	test(`${engine.name}: what is searched for is found in articles that the session had kept`, async () => {
		const page = await engine.open({
			headers,
			files: files("sidebar: right\nwidgets: search\n"),
		});
		await page.goto("blog/");
		await page.waitFor(".ink-card");
		await page.goto("static/icon.svg");
		await page.goto("blog/");
		await page.waitFor(".ink-card");
		await page.click(".ink-search-field");
		await page.type("Text 17");
		await page.waitFor(".ink-search-result");
		assert.equal((await page.texts(".ink-search-title"))[0], "Article 17");
	});

	test(`${engine.name}: a site whose configuration cannot be had says so, and can be tried again`, async () => {
		const page = await engine.open({
			headers,
			files: { ...files(), "/blog/site.yaml": { body: "", status: 503 } },
		});
		await page.goto("blog/");
		await page.waitFor("inkstone-site .ink-problem");
		assert.deepEqual(await page.texts(".ink-problem-title"), [
			"This site could not be loaded.",
		]);
		page.give(files());
		await page.click(".ink-problem button");
		await page.waitFor(".ink-card");
		assert.deepEqual(await page.texts(".ink-problem"), []);
	});

	test(`${engine.name}: so does one whose index cannot be had`, async () => {
		const page = await engine.open({
			headers,
			files: { ...files(), "/blog/site.yaml": "title: Blog\n" },
		});
		await page.goto("blog/");
		await page.waitFor("inkstone-site .ink-problem");
		assert.match(
			(await page.texts(".ink-problem-detail")).join(),
			/inkstone-index/,
		);
	});
}
