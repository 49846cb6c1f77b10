// @ts-check
// The example pages as their readers see them: complete, under the policies that they state, nothing wider than the
// screen, and readable without scripts.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { artifact, openPage, textOf, useBrowser } from "./browser.js";
import {
	assertFits,
	keepHome,
	openExample,
	pages,
	readThrough,
	sites,
} from "./examples.js";
import { examples } from "./pages.js";

useBrowser();

for (const example of pages) {
	const { name, title, lead, contents, lang, ending, parts } = example;

	test(`${name}: title, lead, body and all that the example is for stand in the page, and nothing complains`, async () => {
		const { page, complaints } = await openExample(example);
		await readThrough(page);
		assert.equal(await page.title(), title);
		assert.deepEqual(await page.locator("h1").allTextContents(), [title]);
		const leadText = await textOf(page.locator(".ink-lead"));
		assert(leadText.startsWith(lead), leadText);
		const article = page.locator("article");
		assert.equal(await article.getAttribute("lang"), lang);
		assert.equal(await article.getAttribute("dir"), "ltr");
		const body = await textOf(page.locator(".ink-body"));
		assert(body.trimEnd().endsWith(ending.trimEnd()), body.slice(-100));
		for (const part of parts) {
			assert.equal(await page.locator(part).count(), 1, part);
		}
		assert.deepEqual(complaints, []);
	});

	test(`${name}: states the policy that the documents give for what is in it`, async () => {
		const { page } = await openPage({ javaScriptEnabled: false });
		await page.goto(example.path);
		assert.equal(
			await page
				.locator("meta[http-equiv=Content-Security-Policy]")
				.getAttribute("content"),
			example.policy,
		);
	});

	if (contents) {
		const { label, entries } = contents;

		test(`${name}: every link of the table of contents moves to its heading`, async () => {
			const { page } = await openExample(example);
			const navigation = page.getByRole("navigation", { name: label });
			const links = await navigation.getByRole("link").all();
			assert.equal(links.length, entries);
			for (const link of links) {
				await link.click();
				const heading = page.locator(".ink-body :target");
				assert.equal(await heading.textContent(), await link.textContent());
				const box = await heading.boundingBox();
				assert(box && box.y >= 0 && box.y + box.height <= 900);
			}
		});

		test(`${name}: a page that is opened with a fragment opens at its heading`, async () => {
			const { page } = await openExample(example);
			const link = page.locator(".ink-toc a").last();
			const href = await link.getAttribute("href");
			const again = await openExample({ path: `${example.path}${href}` });
			const box = await again.page
				.locator(".ink-body")
				.getByRole("heading", { name: await textOf(link) })
				.boundingBox();
			assert(box && box.y >= 0 && box.y < 900, JSON.stringify(box));
		});
	}

	test(`${name}: without scripts, there is a link to the Markdown`, async () => {
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
			new RegExp(`^title: "?${title.replace("?", "\\?")}"?$`, "m"),
		);
	});

	for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
		for (const width of [1280, 768, 390]) {
			test(`${name}: fits a screen of ${width} pixels, ${colorScheme}`, async () => {
				const { page } = await openExample(example, {
					viewport: { width, height: 900 },
					colorScheme,
					isMobile: width < 500,
				});
				await readThrough(page);
				const file = `${name}-${width}-${colorScheme}`;
				await page.screenshot({ path: artifact(`${file}-top.png`) });
				await page.screenshot({
					path: artifact(`${file}.png`),
					fullPage: true,
				});
				await assertFits(page);
			});
		}
	}
}

test("the list of examples leads to each of them, and each is tested here", async () => {
	const { page, complaints } = await openPage();
	await keepHome(page);
	await page.goto("");
	const links = await page
		.getByRole("link")
		.evaluateAll((links) =>
			links.map((link) => /** @type {HTMLAnchorElement} */ (link).href),
		);
	for (const link of new Set(links)) {
		await page.goto(link);
		await page.waitForSelector(".ink-article, .ink-cards");
	}
	assert.deepEqual(complaints, []);

	const tested = [...pages.map(({ path }) => path), ...sites].sort();
	const base = new URL("/", page.url());
	assert.deepEqual(
		[...new Set(links)].map((link) => link.slice(base.href.length)).sort(),
		tested,
	);
	const files = readdirSync(examples, { recursive: true, encoding: "utf8" });
	assert.deepEqual(
		files
			.filter((file) => /^[^/]+\/[^/]+\.html$/.test(file))
			.map((file) => file.replace(/index\.html$/, ""))
			.sort(),
		tested,
	);
});
