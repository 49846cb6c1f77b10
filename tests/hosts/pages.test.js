// @ts-check
// Protects: the package as pages without a build step load it from where it was installed, by an import map and in a
// worker, under the strict policy; and as a page on a disk does, without any server.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { assertArticle, contents, openPage, openServed } from "./browser.js";
import { installed } from "./projects.js";

test("an import map leads to all that is needed", async () => {
	await assertArticle(await openServed(installed("import-map")));
});

test("a worker renders for its page", async () => {
	const { page, complaints } = await openServed(installed("worker"));
	const links = page.locator("nav a");
	await links.last().waitFor();
	// The page shows the first level alone.
	assert.deepEqual(
		await links.allTextContents(),
		contents.filter((entry) => entry !== "Rest"),
	);
	assert.equal(await page.title(), "墨与砚");
	assert.equal(
		await page.locator("article h2").first().getAttribute("id"),
		"一选砚",
	);
	assert.deepEqual(complaints, []);
});

test("a page that is opened from a disk shows the article", async () => {
	const page = join(installed("file"), "index.html");
	const opened = await openPage();
	await opened.page.goto(pathToFileURL(page).href);
	await assertArticle(opened);
	assert.deepEqual(
		opened.fetched.filter((url) => !url.startsWith("file:")),
		[],
	);
});
