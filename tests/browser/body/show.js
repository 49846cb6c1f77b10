// @ts-check
// What the tests of a body share: a page, under the strict policy, whose script is a bundle of the body's modules alone.

import { before } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { loadInkstone } from "../../web/dist.js";
import { give, openPage } from "../browser.js";

/**
 * @typedef {import("../browser.js").Page} Page
 * @typedef {import("./page-script.js").Showing} Showing
 */

/** What every page of these tests stands under: the strictest policy that an article page works with. */
const policy =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src *; media-src *; require-trusted-types-for 'script'";

/** @type {Record<string, string>} */
let scripts = {};
/** @type {import("../../../web/src/types.js").Inkstone} */
let inkstone;

/** Makes the bundle before the tests of a file. */
export function useBody() {
	before(async () => {
		const { outputFiles } = await build({
			entryPoints: [fileURLToPath(new URL("page-script.js", import.meta.url))],
			bundle: true,
			splitting: true,
			format: "esm",
			outdir: "/",
			write: false,
		});
		scripts = Object.fromEntries(
			outputFiles.map(({ path, text }) => [path.replace(/.*\//, ""), text]),
		);
		inkstone = await loadInkstone();
	});
}

/**
 * Opens a page with an article's body in it.
 * @param {string} markdown
 * @param {Showing & {
 *   files?: Parameters<typeof give>[1],
 *   page?: string,
 *   css?: string,
 *   withoutPopover?: boolean,
 *   context?: import("../browser.js").ContextOptions,
 * }} [options] `files` of the server, `page`: HTML that the body comes behind, `css` of the page, `context`: the browser's;
 * `withoutPopover`: as in a browser that has none
 */
export async function showBody(
	markdown,
	{
		files = {},
		page: html = "",
		css = "",
		context,
		withoutPopover,
		...showing
	} = {},
) {
	const { page, complaints } = await openPage(context);
	await page.addInitScript(() => {
		document.addEventListener("securitypolicyviolation", (event) =>
			console.error(`${event.violatedDirective}: ${event.sample}`),
		);
	});
	if (withoutPopover) {
		await page.addInitScript(() => {
			Reflect.deleteProperty(HTMLElement.prototype, "showPopover");
		});
	}
	const types = Object.entries(scripts).map(([name, body]) => [
		name,
		(/** @type {import("../browser.js").Route} */ route) =>
			route.fulfill({ body, contentType: "text/javascript" }),
	]);
	await give(page, {
		...Object.fromEntries(types),
		"test.css": (route) =>
			route.fulfill({ body: css, contentType: "text/css" }),
		"test.html": (route) =>
			route.fulfill({
				body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title>
					<meta name="viewport" content="width=device-width">
					<link rel="icon" href="/static/icon.svg"><link rel="stylesheet" href="test.css">
					<script type="module" src="page-script.js"></script><body>${html}`,
				contentType: "text/html",
				headers: { "content-security-policy": policy },
			}),
		...files,
	});
	await page.goto("static/test.html");
	const renamed = await showMore(page, markdown, showing);
	return { page, complaints, renamed, body: page.locator(".ink-body").last() };
}

/**
 * Shows another article in the same page.
 * @param {Page} page
 * @param {string} markdown
 * @param {Showing} [showing]
 * @returns {Promise<[string, string][]>} the ids that were renamed
 */
export function showMore(page, markdown, showing = {}) {
	const article = inkstone.render(markdown, { html: "trusted" });
	return page.evaluate(
		(showing) => Reflect.get(window, "showArticle")(...showing),
		// The types of a whole article are too much for those of `evaluate`.
		/** @type {[object, object]} */ ([article, showing]),
	);
}

/**
 * The attributes of elements, as far as they have them.
 * @param {import("playwright-core").Locator} elements
 * @param {...string} names
 * @returns {Promise<(string | null)[][]>}
 */
export function attributes(elements, ...names) {
	return elements.evaluateAll(
		(all, names) =>
			all.map((one) => names.map((name) => one.getAttribute(name))),
		names,
	);
}

/**
 * A picture of a size in pixels, which the server can have as a file.
 * @param {number} width
 * @param {number} height
 */
export function picture(width, height) {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="teal"/></svg>`;
}
