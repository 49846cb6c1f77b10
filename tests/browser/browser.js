// @ts-check
// What the tests in the browser share: Chromium, the examples on a server, and pages made for one test.

import { mkdirSync } from "node:fs";
import { after, afterEach, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../tools/serve.js";

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {import("playwright-core").BrowserContextOptions} ContextOptions
 * @typedef {import("playwright-core").Route} Route
 * @typedef {import("../../web/src/article/events.js").InkstoneArticleEventMap} InkstoneArticleEventMap
 */

/** The strictest policy that the element runs under. */
export const strictPolicy =
	"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'";

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
		server = await serve(
			fileURLToPath(new URL("../../examples", import.meta.url)),
			{ port: 0, headers },
		);
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
 * A page's HTML with the theme and the elements.
 * @param {string} body
 * @param {string} [lang]
 */
export function pageWith(body, lang = "en") {
	return `<!doctype html>
		<html lang="${lang}">
		<meta charset="utf-8">
		<meta name="viewport" content="width=device-width">
		<title>Before</title>
		<link rel="icon" href="/static/icon.svg">
		<link rel="stylesheet" href="/static/inkstone/themes/default.css">
		<script type="module" src="/static/inkstone/define.js"></script>
		<body>${body}`;
}

/**
 * The text of an element, whatever it looks like.
 * @param {import("playwright-core").Locator} locator of one element
 */
export async function textOf(locator) {
	return (await locator.textContent()) ?? "";
}

/**
 * Something that is held back until it is let go.
 */
export function gate() {
	/** @type {() => void} */
	let open = () => {};
	/** @type {Promise<void>} */
	const opened = new Promise((resolve) => {
		open = resolve;
	});
	return { opened, open };
}

/**
 * The path of a file to be looked at after the tests.
 * @param {string} name
 */
export function artifact(name) {
	const folder = new URL("../../artifacts/", import.meta.url);
	mkdirSync(folder, { recursive: true });
	return fileURLToPath(new URL(name, folder));
}

/** @param {string} path */
function typeOf(path) {
	const types = {
		html: "text/html; charset=utf-8",
		md: "text/markdown; charset=utf-8",
		svg: "image/svg+xml",
		png: "image/png",
	};
	const [extension] = path.match(/[^.]*$/) ?? [];
	return Object.entries(types).find(([name]) => name === extension)?.[1];
}
