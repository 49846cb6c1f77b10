// @ts-check
// What a project of examples/with made is opened in Chromium, below a path and under the strict policy.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "../../tools/serve.js";
import { strictPolicy } from "../browser/pages.js";

/** @typedef {import("playwright-core").Page} Page */

/** Where a project's files stand on the server: a bundle has to work below the root, too. */
export const base = "/blog/";

/** @type {Promise<import("playwright-core").Browser> | undefined} */
let browser;
/** @type {(() => Promise<void>)[]} */
const closings = [];

after(async () => {
	await Promise.all(closings.map((close) => close()));
	await (await browser)?.close();
});

/**
 * Opens an empty page that collects what its console says and what it fetches.
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
export async function openPage(options) {
	browser ??= chromium.launch({
		executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
		args: ["--no-sandbox"],
	});
	const page = await (await browser).newPage(options);
	// Chromium asks for it unless a page says something of icons.
	await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
	// A development server makes what it serves only when it is asked for it, and a busy machine is slow at that.
	page.setDefaultTimeout(60_000);
	/** @type {string[]} */
	const complaints = [];
	page.on("pageerror", (error) => complaints.push(error.message));
	page.on("console", (message) => {
		if (["error", "warning"].includes(message.type())) {
			complaints.push(message.text());
		}
	});
	/** @type {string[]} */
	const fetched = [];
	page.on("request", (request) => fetched.push(request.url()));
	return { page, complaints, fetched };
}

/**
 * Serves a folder below `base` and opens its page.
 * @param {string} folder with an index.html
 * @param {Parameters<typeof openPage>[0] & { before?: (page: Page) => Promise<void> }} [options] `before`: called with
 * the page while it is still empty
 */
export async function openServed(folder, { before, ...options } = {}) {
	const site = mkdtempSync(`${folder}.served-`);
	symlinkSync(folder, join(site, base.slice(0, -1)));
	const policy = policyFor(readFileSync(join(folder, "index.html"), "utf8"));
	const { url, close } = await serve(site, {
		port: 0,
		headers: { "Content-Security-Policy": policy },
	});
	closings.push(close);
	const opened = await openPage(options);
	await before?.(opened.page);
	await opened.page.goto(new URL(base, url).href);
	return opened;
}

/**
 * The strict policy for a page: an import map stands in the page, so that its policy has to know the map's hash.
 * @param {string} html
 */
function policyFor(html) {
	const hashes = Array.from(
		html.matchAll(/<script type="?importmap"?>([\s\S]*?)<\/script>/g),
		([, map = ""]) =>
			`'sha256-${createHash("sha256").update(map).digest("base64")}'`,
	);
	return strictPolicy.replace(
		"script-src",
		["script-src", ...hashes].join(" "),
	);
}

/**
 * Fails unless the page shows the projects' article with all that belongs to it, what is loaded for it alone included,
 * and nothing complains.
 * @param {{ page: Page, complaints: string[] }} opened
 */
export async function assertArticle({ page, complaints }) {
	try {
		await page.waitForSelector(".ink-article");
		await page.waitForSelector(".ink-body math");
		await page.waitForSelector('.ink-body code [class^="hljs-"]');
	} catch (cause) {
		throw new Error(`the page has complained: ${complaints.join("\n")}`, {
			cause,
		});
	}
	assert.deepEqual(await page.locator(".ink-article h1").allTextContents(), [
		"墨与砚",
	]);
	assert.deepEqual(
		(await page.locator("nav.ink-toc a").allTextContents()).map((text) =>
			text.trim(),
		),
		contents,
	);
	assert.match((await page.textContent(".ink-body")) ?? "", /勿留宿墨/);
	// By the theme.
	assert.notEqual(
		await page.$eval(".ink-body", (body) => getComputedStyle(body).lineHeight),
		"normal",
	);
	assert.deepEqual(complaints, []);
}

/** The projects' article's table of contents. */
export const contents = [
	"一、选砚",
	"二、Grinding, in numbers",
	"Rest",
	"三、收拾",
];
