// @ts-check
// What the tests in Chromium alone share: the browser, the examples on a server, and files made for one test. Tests
// that need nothing of Playwright run in all browsers: engines.js.

import { after, afterEach, before } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "../../tools/serve.js";
import { examples, typeOf } from "./pages.js";

export { artifact, gate, pageWith, strictPolicy } from "./pages.js";

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {import("playwright-core").BrowserContextOptions} ContextOptions
 * @typedef {import("playwright-core").Route} Route
 * @typedef {import("../../web/src/article/events.js").InkstoneArticleEventMap} InkstoneArticleEventMap
 */

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {{ url: string, close(): Promise<void> }} */
let server;

/**
 * Starts Chromium and a server for the tests of a file, and ends them after those.
 * @param {Record<string, string>} [headers] with every answer of the server
 */
export function useBrowser(headers) {
	before(async () => {
		server = await serve(examples, { port: 0, headers });
		browser = await chromium.launch({
			executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
			args: ["--no-sandbox"],
		});
	});
	afterEach(async () => {
		await Promise.all(browser.contexts().map((context) => context.close()));
	});
	after(async () => {
		await browser?.close();
		await server?.close();
	});
}

/**
 * Opens an empty page, which is closed after the test.
 * @param {ContextOptions & { withoutSetHTML?: boolean }} [options] `withoutSetHTML`: as in a browser that has
 * no sanitizer of its own
 */
export async function openPage({ withoutSetHTML, ...options } = {}) {
	const context = await browser.newContext({
		baseURL: server.url,
		viewport: { width: 1280, height: 900 },
		...options,
	});
	if (withoutSetHTML) {
		await context.addInitScript(() => {
			Reflect.deleteProperty(Element.prototype, "setHTML");
		});
	}
	context.setDefaultTimeout(10_000);
	const page = await context.newPage();
	/** @type {string[]} */
	const complaints = [];
	page.on("pageerror", (error) => complaints.push(error.message));
	page.on("console", (message) => {
		if (["error", "warning"].includes(message.type())) {
			complaints.push(message.text());
		}
	});
	return {
		page,
		/** Errors and warnings of the page's console, the browser's own among them. */
		complaints,
	};
}

/**
 * A test's own files, in place of what the server has.
 * @param {Page} page
 * @param {Record<string, string | Buffer | ((route: Route) => Promise<void>)>} files by their paths below
 * `/static/`; text, bytes, or what answers the request
 */
export async function give(page, files) {
	for (const [path, content] of Object.entries(files)) {
		await page.route(
			(url) => url.pathname === `/static/${path}`,
			typeof content === "function"
				? content
				: (route) =>
						route.fulfill({ body: content, contentType: typeOf(path) }),
		);
	}
}

/**
 * The text of an element, whatever it looks like.
 * @param {import("playwright-core").Locator} locator of one element
 */
export async function textOf(locator) {
	return (await locator.textContent()) ?? "";
}
