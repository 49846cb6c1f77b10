// @ts-check
// The example pages as their readers see them: complete, usable by everyone, nothing wider than the screen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import {
	artifact,
	openPage,
	strictPolicy,
	textOf,
	useBrowser,
} from "./browser.js";

// On top of the policy that the pages themselves state.
useBrowser({
	"content-security-policy": strictPolicy.replace(
		"default-src",
		"img-src 'self' https:; default-src",
	),
});

const pages = [
	{
		name: "chinese",
		path: "static/",
		lang: "zh-CN",
		title: "一家县城印刷厂，决定把铅字留下来",
		lead: /^电脑排版普及二十多年后/,
		contents: "目录",
		entries: 7,
		ending: "原文",
	},
	{
		name: "english",
		path: "static/english.html",
		lang: "en",
		title: "How long should a line be?",
		lead: /^Sixty-six characters/,
		contents: "Contents",
		entries: 6,
		ending: "Chinese lines seem to hold less than they do. ↩",
	},
];

// Stands in for the picture of another site.
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="500"><rect width="1200" height="500"
	fill="#d8c7a8"/><circle cx="900" cy="330" r="70" fill="#c9573d"/><path d="M0 500V360l260-120 240 120h700v140z"
	fill="#5d5343"/></svg>`;

/**
 * @param {(typeof pages)[number]} example
 * @param {import("./browser.js").ContextOptions} [options]
 */
async function openExample(example, options) {
	const { page, complaints } = await openPage(options);
	await page.route("https://example.org/**", (route) =>
		route.fulfill({ body: picture, contentType: "image/svg+xml" }),
	);
	await page.goto(example.path);
	await page.waitForSelector(".ink-article");
	return { page, complaints };
}

for (const example of pages) {
	test(`${example.name}: title, lead, table of contents and body stand in the page, and nothing complains`, async () => {
		const { page, complaints } = await openExample(example);
		assert.equal(await page.title(), example.title);
		assert.deepEqual(await page.locator("h1").allTextContents(), [
			example.title,
		]);
		assert.match(await textOf(page.locator(".ink-lead")), example.lead);
		assert.equal(
			await page
				.getByRole("navigation", { name: example.contents })
				.getByRole("link")
				.count(),
			example.entries,
		);
		assert.equal(
			await page.locator("article").getAttribute("lang"),
			example.lang,
		);
		assert.equal(await page.locator("article").getAttribute("dir"), "ltr");
		const body = await textOf(page.locator(".ink-body"));
		assert(body.trimEnd().endsWith(example.ending), body.slice(-100));
		assert.deepEqual(complaints, []);
	});

	test(`${example.name}: every link of the table of contents moves to its heading`, async () => {
		const { page } = await openExample(example);
		const links = await page.locator(".ink-toc a").all();
		assert.equal(links.length, example.entries);
		for (const link of links) {
			await link.click();
			const heading = page.locator(".ink-body :target");
			assert.equal(await heading.textContent(), await link.textContent());
			const box = await heading.boundingBox();
			assert(box && box.y >= 0 && box.y + box.height <= 900);
		}
	});

	test(`${example.name}: a page that is opened with a fragment opens at its heading`, async () => {
		const { page } = await openExample(example);
		const link = page.locator(".ink-toc a").last();
		const href = await link.getAttribute("href");
		const again = await openExample({
			...example,
			path: `${example.path}${href}`,
		});
		const text = await textOf(link);
		const box = await again.page
			.locator(".ink-body")
			.getByRole("heading", { name: text })
			.boundingBox();
		assert(box && box.y >= 0 && box.y < 900, JSON.stringify(box));
	});

	test(`${example.name}: without scripts, there is a link to the Markdown`, async () => {
		const { page } = await openPage({ javaScriptEnabled: false });
		await page.goto(example.path);
		const link = page.locator("inkstone-article a");
		const box = await link.boundingBox();
		assert(box && box.y + box.height < 900);
		const markdown = await page.request.get(
			new URL((await link.getAttribute("href")) ?? "", page.url()).href,
		);
		assert.match(
			await markdown.text(),
			new RegExp(`title: "${example.title}"`.replace("?", "\\?")),
		);
	});

	for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
		for (const width of [1280, 390]) {
			test(`${example.name}: fits a screen of ${width} pixels, ${colorScheme}`, async () => {
				const { page } = await openExample(example, {
					viewport: { width, height: 900 },
					colorScheme,
					isMobile: width < 500,
				});
				// So that lazy images come.
				for (const image of await page.locator("img").all()) {
					await image.scrollIntoViewIfNeeded();
					await image.evaluate((/** @type {HTMLImageElement} */ image) =>
						image.decode(),
					);
				}
				await page.evaluate(() => scrollTo(0, 0));
				await page.screenshot({
					path: artifact(`${example.name}-${width}-${colorScheme}-top.png`),
				});
				await page.screenshot({
					path: artifact(`${example.name}-${width}-${colorScheme}.png`),
					fullPage: true,
				});
				const [content, screen] = await page.evaluate(() => {
					const { scrollWidth, clientWidth } = document.documentElement;
					return [scrollWidth, clientWidth];
				});
				assert(content <= screen, `${content} pixels`);
			});
		}

		test(`${example.name}: axe finds nothing serious, ${colorScheme}`, async () => {
			const { page } = await openExample(example, { colorScheme });
			const violations = await violationsOf(page);
			assert.deepEqual(violations, []);
		});
	}
}

test("the list of examples leads to each of them", async () => {
	const { page, complaints } = await openPage();
	await page.goto("");
	const links = await page
		.getByRole("link")
		.evaluateAll((links) =>
			links.map((link) => /** @type {HTMLAnchorElement} */ (link).href),
		);
	for (const link of new Set(links)) {
		await page.goto(link);
		await page.waitForSelector(".ink-article");
	}
	assert(links.length >= pages.length);
	assert.deepEqual(
		complaints.filter((text) => !text.includes("example.org")),
		[],
	);
});

/**
 * What axe calls serious or critical.
 * @param {import("./browser.js").Page} page
 * @returns {Promise<string[]>}
 */
async function violationsOf(page) {
	const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
	await page.evaluate(readFileSync(axe, "utf8"));
	return page.evaluate(async () => {
		// @ts-expect-error: axe is there now
		const { violations } = await axe.run();
		return violations
			.filter((/** @type {{ impact: string }} */ { impact }) =>
				["serious", "critical"].includes(impact),
			)
			.map(
				(
					/** @type {{ id: string, nodes: { html: string }[] }} */ {
						id,
						nodes,
					},
				) => [id, ...nodes.map(({ html }) => html)].join("\n"),
			);
	});
}
