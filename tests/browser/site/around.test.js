// @ts-check
// What stands around every page of a site, in three browsers: the header with its menu that opens, the footer, and the
// way past them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useEngines } from "../engines.js";
import { benchFiles, showing } from "./bench.js";

/** @typedef {import("./bench.js").Given} Given */

const engines = useEngines();

/** @type {Given} */
const site = {
	cards: [
		{
			path: "about.md",
			title: "About",
			section: "",
			menu: [{ menu: "main", name: "", weight: null, identifier: "" }],
		},
		{ path: "posts/a.md", title: "A" },
	],
	configuration: {
		tagline: "On paper",
		logo: { src: "../icon.svg", alt: "" },
		baseUrl: "https://me.example/",
		schemeSwitch: true,
		languages: [{ lang: "en" }, { lang: "ar", title: "ملاحظات" }],
		menus: {
			main: [
				{ title: "Posts", url: "/posts", weight: 0 },
				{ title: "Elsewhere", url: "https://other.example/", weight: 0 },
				{ title: "Refused", url: "javascript:alert(1)", weight: 0 },
			],
			footer: [{ title: "Archive", url: "/archive", weight: 0 }],
		},
	},
};

/**
 * @param {(typeof engines)[number]} engine
 * @param {import("../engines.js").PageOptions} [options]
 */
async function openSite(engine, options) {
	const page = await engine.open({ ...options, files: await benchFiles() });
	await page.goto("static/site/");
	await page.waitForFunction(() => "bench" in window);
	return {
		page,
		/**
		 * @param {Given} given
		 * @param {string} route
		 */
		show: (given, route) =>
			page
				.run(
					`${showing(given, route)}.then(() => { document.title = ${JSON.stringify(route)}; })`,
				)
				.then(() =>
					page.waitForFunction((route) => document.title === route, route),
				),
		/**
		 * The links that a selector finds: text, address within the site, and which of them is current.
		 * @param {string} selector
		 */
		links: (selector) =>
			page.evaluate(
				(selector) =>
					Array.from(document.querySelectorAll(selector), (link) => [
						link.textContent,
						/** @type {HTMLAnchorElement} */ (link).href.replace(
							new URL(".", document.baseURI).href,
							"",
						),
						...(link.hasAttribute("aria-current")
							? [link.getAttribute("aria-current")]
							: []),
					]),
				selector,
			),
	};
}

for (const engine of engines) {
	test(`${engine.name}: the header has the site's name, its menu with where one is, and its languages`, async () => {
		const { page, show, links } = await openSite(engine);
		await show(site, "/posts/a");
		assert.deepEqual(await links(".ink-site-brand > a[rel=home]"), [
			[" A Printer's Notes", "#/"],
		]);
		assert.deepEqual(await page.texts(".ink-site-tagline"), ["On paper"]);
		assert.deepEqual(await links(".ink-menu a"), [
			["Posts", "#/posts", "true"],
			["Elsewhere", "https://other.example/"],
			["About", "#/about"],
		]);
		assert.deepEqual(await links(".ink-languages a"), [
			["English", "#/posts/a", "true"],
			["العربية", "#/ar"],
		]);
		assert.deepEqual(
			await page.evaluate(() =>
				Array.from(document.querySelectorAll(".ink-languages a"), (link) =>
					["lang", "dir", "hreflang", "rel"].map((name) =>
						link.getAttribute(name),
					),
				),
			),
			[
				["en", "ltr", "en", null],
				["ar", "rtl", "ar", "alternate"],
			],
		);
		await page.waitFor("inkstone-scheme > button");

		await show(site, "/posts");
		assert.deepEqual(await links(".ink-menu [aria-current]"), [
			["Posts", "#/posts", "page"],
		]);
		await show(site, "/");
		assert.deepEqual(await links(".ink-site-header [aria-current=page]"), [
			[" A Printer's Notes", "#/", "page"],
		]);
		assert.deepEqual(await page.complaints(), []);
	});

	test(`${engine.name}: the footer has its menu, whose the site is, and the feeds of its language`, async () => {
		const { page, show, links } = await openSite(engine);
		await show(site, "/archive");
		assert.deepEqual(await links(".ink-menu-footer a"), [
			["Archive", "#/archive", "page"],
		]);
		assert.deepEqual(await page.texts(".ink-copyright"), [
			"© A Printer's Notes",
		]);
		assert.deepEqual(await links(".ink-feeds a[rel=alternate]"), [
			["RSS", "rss.xml"],
			["Atom", "atom.xml"],
			["JSON Feed", "feed.json"],
		]);
		await show(
			{
				configuration: { ...site.configuration, copyright: "Public <domain>" },
			},
			"/ar",
		);
		assert.deepEqual(await page.texts(".ink-copyright"), ["Public <domain>"]);
		assert.deepEqual((await links(".ink-feeds a"))[0], ["RSS", "ar/rss.xml"]);
		await show({ configuration: { title: "" } }, "/");
		assert.deepEqual(await page.texts("footer, .ink-menu"), []);
		assert.deepEqual(await page.texts(".ink-site-title"), ["Home"]);
	});

	test(`${engine.name}: a button opens and closes the menu, and Escape closes it and goes back to the button`, async () => {
		const { page, show } = await openSite(engine, {
			viewport: { width: 390, height: 700 },
		});
		await show(site, "/");
		/** Whether the button says so, and where the focus is. */
		const state = () =>
			page.evaluate(() => [
				document
					.querySelector(".ink-menu-button")
					?.getAttribute("aria-expanded"),
				document.activeElement?.className ||
					document.activeElement?.textContent,
			]);
		assert.equal(
			await page.evaluate(
				() =>
					document
						.querySelector(".ink-menu-button")
						?.getAttribute("aria-controls") ===
					document.querySelector(".ink-menu ul")?.id,
			),
			true,
		);
		await page.click(".ink-menu-button");
		assert.equal((await state())[0], "true");
		await page.click(".ink-menu-button");
		assert.equal((await state())[0], "false");

		await page.click(".ink-menu-button");
		await page.evaluate(() =>
			/** @type {HTMLElement} */ (
				document.querySelector(".ink-menu a")
			).focus(),
		);
		await page.evaluate(() => {
			document.addEventListener("keydown", () => {
				document.title = "heard";
			});
		});
		await page.press("Escape");
		assert.deepEqual(await state(), ["false", "ink-menu-button"]);
		// A dialog around the site stays open; the next time it may close.
		assert.notEqual(await page.evaluate(() => document.title), "heard");
		await page.press("Escape");
		assert.equal(await page.evaluate(() => document.title), "heard");
	});

	test(`${engine.name}: the first stop on a page leads past its header, to an article's text as to a list`, async () => {
		const { page, show } = await openSite(engine);
		await show(site, "/posts");
		const focused = () =>
			page.evaluate(() => [document.activeElement?.className, location.hash]);
		assert.equal(
			await page.evaluate(
				() =>
					document.querySelector("inkstone-site")?.firstElementChild?.className,
			),
			"ink-skip",
		);
		await page.evaluate(() =>
			/** @type {HTMLElement} */ (document.querySelector(".ink-skip")).focus(),
		);
		await page.press("Enter");
		assert.deepEqual(await focused(), ["ink-main", ""]);

		await show(site, "/posts/a");
		await page.evaluate(() => {
			const main = document.createElement("main");
			main.className = "ink-main";
			document.querySelector(".ink-page")?.append(main);
			/** @type {HTMLElement} */ (document.querySelector(".ink-skip")).focus();
		});
		await page.press("Enter");
		assert.deepEqual(await focused(), ["ink-main", ""]);
	});
}
