// @ts-check
// A site whose configuration names a service worker can be read without a network: its shell, its lists and what was
// read. What failed, or comes from elsewhere, is not kept. In browsers whose driver has service workers.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { useEngines } from "../engines.js";
import { examples, strictPolicy } from "../pages.js";
import { articles, blog, configuration, headers } from "./blog.js";

const script = readFileSync(`${examples}/static/inkstone/offline.js`, "utf8");

/**
 * Lets the files of a site be kept, which those of tests are not.
 * @param {import("../stage.js").Files} files
 */
function kept(files) {
	return Object.fromEntries(
		Object.entries(files).map(([path, answer]) => [
			path,
			typeof answer === "string"
				? { body: answer, headers: { "Cache-Control": "no-cache" } }
				: typeof answer === "object" && "body" in answer
					? {
							...answer,
							headers: { ...answer.headers, "Cache-Control": "no-cache" },
						}
					: answer,
		]),
	);
}

const site = (/** @type {string} */ worker) => ({
	...kept({
		...blog("path", { more: "offline: offline.js\n" }),
		"/blog/posts/broken.md": "---\ntitle: Broken\n---\n",
	}),
	"/blog/offline.js": worker,
});

/** @typedef {Awaited<ReturnType<ReturnType<typeof useEngines>[number]["open"]>>} Page */

/** @param {Page} page */
async function cutOff(page) {
	const paths = new Set([
		...page.requests().map((path) => path.replace(/\?.*/, "")),
		"/blog/posts/bee/",
		"/blog/posts/b.md",
		"/blog/tags/",
	]);
	page.give(
		Object.fromEntries(
			[...paths].map((path) => [
				path,
				(
					/** @type {unknown} */ _,
					/** @type {import("node:http").ServerResponse} */ response,
				) => {
					response.destroy();
				},
			]),
		),
	);
}

/** @param {Page} page */
async function settled(page) {
	// The worker keeps by and by what came before it.
	await page.waitForFunction(async () => {
		const names = await caches.keys();
		const urls = await Promise.all(
			names.map(async (name) =>
				(await (await caches.open(name)).keys()).map(({ url }) => url),
			),
		);
		const all = urls.flat().join("\n");
		return ["/blog/site.yaml", "core.wasm", "default.css", "posts/a.md"].every(
			(part) => all.includes(part),
		);
	});
}

/** @param {string} title */
const isTitle = (title) => document.title === title;

/**
 * Comes to the first page of the site, and from there to an article.
 * @param {import("../engines/page.js").EnginePage} page
 */
async function readFirst(page) {
	await page.goto("blog/");
	await page.waitForFunction(isTitle, "Blog");
	await page.click('.ink-card-title a[href*="posts/a"]');
	await page.waitForFunction(isTitle, "Article A - Blog");
}

for (const engine of useEngines()) {
	if (engine.name === "webkit") {
		// The sessions that its driver opens have none.
		continue;
	}

	test(`${engine.name}: the site can be read without a network, with what was read of it, under the strict policy`, async () => {
		const page = await engine.open({ headers, files: site(script) });
		await readFirst(page);
		await settled(page);
		await cutOff(page);
		await readFirst(page);
		// A place whose own page was never asked for.
		await page.goto("blog/tags/");
		await page.waitForFunction(isTitle, "Tags - Blog");
	});

	test(`${engine.name}: an article that has changed is shown as it was, and the next time as it is`, async () => {
		const page = await engine.open({ headers, files: site(script) });
		await page.goto("blog/posts/a/");
		await page.waitForFunction(isTitle, "Article A - Blog");
		await settled(page);
		page.give(
			kept({
				"/blog/posts/a.md": articles["posts/a.md"].replace("See", "Changed:"),
			}),
		);
		await page.goto("static/icon.svg");
		await page.goto("blog/posts/a/");
		await page.waitFor(".ink-body");
		await page.waitForFunction(async () => {
			for (const name of await caches.keys()) {
				const answer = await (await caches.open(name)).match(
					"/blog/posts/a.md",
				);
				if ((await answer?.text())?.includes("Changed:")) {
					return true;
				}
			}
			return false;
		});
		await page.goto("static/icon.svg");
		await page.goto("blog/posts/a/");
		await page.waitForFunction(() =>
			document.querySelector(".ink-body")?.textContent?.includes("Changed:"),
		);
	});

	test(`${engine.name}: a configuration that has changed counts at once, where there is a network`, async () => {
		const page = await engine.open({ headers, files: site(script) });
		await readFirst(page);
		await settled(page);
		page.give(
			kept({
				"/blog/site.yaml": configuration("path").replace("Blog", "Renamed"),
			}),
		);
		await page.goto("blog/");
		await page.waitForFunction(isTitle, "Renamed");
	});

	test(`${engine.name}: neither failures nor answers from elsewhere are kept`, async () => {
		const page = await engine.open({ headers, files: site(script) });
		await page.goto("blog/posts/a/");
		await page.waitForFunction(isTitle, "Article A - Blog");
		await settled(page);
		await page.evaluate(async () => {
			await fetch("/blog/posts/nowhere.md");
			const image = new Image();
			image.src = "http://elsewhere.test/pic.png";
			await image.decode().catch(() => undefined);
			// Both have passed when something later is kept.
			await fetch("/static/icon.svg?later");
		});
		await page.waitForFunction(async () => {
			const names = await caches.keys();
			const found = await Promise.all(
				names.map(async (name) =>
					(await caches.open(name)).match("/static/icon.svg?later"),
				),
			);
			return found.some(Boolean);
		});
		const kept = await page.evaluate(async () => {
			const names = await caches.keys();
			const keys = await Promise.all(
				names.map(async (name) => (await caches.open(name)).keys()),
			);
			return keys.flat().map(({ url }) => url);
		});
		assert.deepEqual(
			kept.filter((url) => /nowhere|elsewhere/.test(url)),
			[],
		);
	});

	test(`${engine.name}: a worker of one line is enough where scripts need not be trusted`, async () => {
		const page = await engine.open({
			headers: {
				"Content-Security-Policy": strictPolicy.replace(
					/; require-trusted.*/,
					"",
				),
			},
			files: site('importScripts("/static/inkstone/offline.js");\n'),
		});
		await page.goto("blog/posts/a/");
		await page.waitForFunction(isTitle, "Article A - Blog");
		await settled(page);
	});

	test(`${engine.name}: without the worker's file the site works, and the console says what is missing`, async () => {
		const page = await engine.open({
			headers,
			files: blog("path", { more: "offline: nothing-there.js\n" }),
		});
		await page.goto("blog/posts/a/");
		await page.waitForFunction(isTitle, "Article A - Blog");
		await page.waitForFunction(() => document.querySelector(".ink-article"));
		for (let tries = 0; tries < 100; tries++) {
			if ((await page.complaints()).join().includes("offline")) {
				return;
			}
			await new Promise((done) => setTimeout(done, 50));
		}
		assert.fail("nothing was said");
	});
}
