// @ts-check
// Protects examples/docs, the documentation, as its readers see it: every page of it in three browsers, under the strict
// policy; every link, to headings as well, leads somewhere; what is searched is found; static pages can be made of it.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folderWith, inkstone } from "../../cli-npm/inkstone.js";
import { violationsOf } from "../accessible.js";
import { openPage, useBrowser } from "../browser.js";
import { useEngines } from "../engines.js";
import { assertFits } from "../examples.js";
import { artifact, examples, strictPolicy } from "../pages.js";
import { walk } from "./walk.js";

useBrowser();

/** @typedef {import("../engines/page.js").EnginePage} Page */

const folder = join(examples, "docs");

/** The routes of the articles, in the order of the configuration. */
const routes = readFileSync(join(folder, "site.yaml"), "utf8")
	.split(/^articles:\n/m)[1]
	.split("\n")
	.map((line) => line.replace(/^ {2}- |\.md$/g, ""))
	.filter((path) => path !== "" && !path.endsWith("_index"))
	.map((path) => (path === "index" ? "/" : `/${path}`));

/** What a link to a place of the site begins with. @param {Page} page */
const siteOf = (page) => `${page.base}docs/`;

/**
 * The route of an URL of the documentation's pages.
 * @param {Page} page
 * @param {string} text
 */
function routeOf(page, text) {
	const { href, hash } = new URL(text);
	return href.startsWith(siteOf(page)) && hash.startsWith("#/")
		? decodeURIComponent(hash.slice(1).replace(/#.*/, ""))
		: undefined;
}

/** What links lead to and what can be led to, in the page that is shown. */
function landmarks() {
	return {
		links: Array.from(
			document.querySelectorAll("inkstone-site a[href]"),
			(link) => /** @type {HTMLAnchorElement} */ (link).href,
		),
		ids: Array.from(document.querySelectorAll("[id]"), ({ id }) => id),
	};
}

for (const engine of useEngines()) {
	test(`${engine.name}: links lead to every page, and to headings that are there, and nothing complains`, async () => {
		const page = await engine.open({
			reducedMotion: true,
			headers: { "Content-Security-Policy": strictPolicy },
		});
		await page.goto("docs/#/");
		await page.waitFor(".ink-widget-sidemenu li");
		/** @type {Map<string, Set<string>>} */
		const ids = new Map();
		/** Links by the page that they were first met on. @type {Map<string, string>} */
		const links = new Map();
		const seen = await walk(page, {
			routeOf: (text) => routeOf(page, text),
			async onArrival(route) {
				const here = await page.evaluate(landmarks);
				ids.set(route, new Set(here.ids));
				for (const link of here.links.filter((link) => !links.has(link))) {
					links.set(link, route);
				}
			},
		});
		assert.deepEqual(
			routes.filter((route) => !seen.has(route)),
			[],
		);
		for (const [route, { headings, problem, broken, title }] of seen) {
			assert.equal(headings.length, 1, route);
			assert.equal(problem, "", route);
			assert.equal(broken, 0, route);
			assert(title.endsWith("Inkstone"), title);
		}
		/** @type {string[]} */
		const dead = [];
		for (const [link, from] of links) {
			const route = routeOf(page, link);
			const heading = decodeURIComponent(/#.*#(.*)/.exec(link)?.[1] ?? "");
			if (route === undefined) {
				// Nobody else is asked whether a page is there; what is on this server has to be.
				if (link.startsWith(page.base)) {
					const isThere = await page.evaluate(
						async (link) => (await fetch(link)).ok,
						link,
					);
					if (!isThere) {
						dead.push(`${from}: ${link}`);
					}
				}
			} else if (heading && !ids.get(route)?.has(heading)) {
				dead.push(`${from}: ${route}#${heading}`);
			}
		}
		assert.deepEqual(dead, []);
		assert.deepEqual(await page.complaints(), []);
	});

	test(`${engine.name}: an option is found by its name, and leads to its row`, async () => {
		const page = await engine.open({ reducedMotion: true });
		await page.goto("docs/#/search");
		await page.click(".ink-main .ink-search-field");
		await page.type("maxTableCells");
		await page.waitFor(".ink-results li");
		const found = await page.texts(".ink-result-title");
		assert(found.includes("Options"), found.join());
		await page.evaluate(() =>
			Array.from(
				document.querySelectorAll(".ink-result-title a"),
				(link) => /** @type {HTMLAnchorElement} */ (link),
			)
				.find(({ textContent }) => textContent === "Options")
				?.click(),
		);
		await page.waitForFunction(() =>
			Array.from(
				document.querySelectorAll(".ink-body td:first-child"),
				({ textContent }) => textContent,
			).includes("maxTableCells"),
		);
	});
}

for (const [name, width, colorScheme] of /** @type {const} */ ([
	["wide and light", 1280, "light"],
	["narrow and dark", 390, "dark"],
])) {
	test(`${name}: axe finds nothing on any page, and none is wider than the screen`, async () => {
		const { page } = await openPage({
			reducedMotion: "reduce",
			colorScheme,
			viewport: { width, height: 900 },
			isMobile: width < 500,
		});
		await page.goto("docs/");
		await page.waitForSelector(".ink-widget-sidemenu li");
		/** @type {Record<string, string[]>} */
		const found = {};
		for (const route of [...routes.slice(1), "/guides", "/reference", "/"]) {
			await page.evaluate(
				(route) =>
					new Promise((resolve) => {
						document.addEventListener("inkstone-navigate", resolve, {
							once: true,
						});
						location.hash = route;
					}),
				route,
			);
			const violations = await violationsOf(page);
			found[route] = violations.filter((text) => !isScrollingTable(text));
			await assertFits(page);
			const file = route.slice(1).replaceAll("/", "-") || "home";
			await page.screenshot({
				path: artifact(`docs-${file}-${width}-${colorScheme}.png`),
			});
		}
		assert.deepEqual(Object.values(found).flat(), []);
	});
}

/**
 * Whether axe only wants a table that scrolls to be a landmark, by a rule that is an experiment of its. A page here has dozens
 * of tables, and so many landmarks would be none.
 * @param {string} violation
 */
function isScrollingTable(violation) {
	return (
		violation.startsWith("focus-order-semantics") &&
		violation.includes('<div class="ink-scroll"')
	);
}

test("the command finds no fault with it, and makes a page of each article", async () => {
	const checked = await inkstone(["check", folder, "--json"]);
	assert.deepEqual(JSON.parse(checked.stdout).diagnostics, []);
	const out = join(folderWith(), "out");
	const built = await inkstone(["build", folder, out]);
	assert.equal(built.status, 0, built.stderr);
	for (const route of routes) {
		assert(existsSync(join(out, route, "index.html")), route);
	}
});
