// @ts-check
// Protects examples/blog as `npx inkstone build` makes it: without scripts every page of it is found by its links and complete,
// in three browsers; where there are scripts, they take the pages over as they stand, and go on from there.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { violationsOf } from "../accessible.js";
import { openPage, useBrowser } from "../browser.js";
import { useEngines } from "../engines.js";
import { baseUrl, copyOfBlog, hosted, succeed } from "./copies.js";
import { outline, outlineDifference } from "./outline.js";

useBrowser();
const engines = useEngines();

/** What a browser without scripts does, for browsers that tests cannot tell to have none. */
const noScripts = { "Content-Security-Policy": "script-src 'none'" };

/** The blog's folder, and the one that was made of it. */
const folder = copyOfBlog();
const out = join(folder, "../out");
/** Where that is served, with scripts and without. */
let scripted = "";
let scriptless = "";
/** Its pages by their paths below the site, without those that only lead on to others. @type {string[]} */
let routes = [];

before(async () => {
	await succeed(["build", folder, out]);
	scripted = await hosted(out);
	scriptless = await hosted(out, noScripts);
	routes = readdirSync(out, { recursive: true, encoding: "utf8" })
		.filter((file) => /(^|\/)index\.html$/.test(file))
		.filter((file) => !/http-equiv="?refresh/i.test(textOf(file)))
		.map((file) => file.replace(/index\.html$/, ""))
		.sort();
	assert.equal(routes.length, 65);
});

/** @param {string} file of what was made */
const textOf = (file) => readFileSync(join(out, file), "utf8");

/**
 * The words of a text, without what Markdown and typography make of the signs between them.
 * @param {string} text
 */
const words = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** A page of each kind. */
const kinds = [
	"",
	"zh/",
	"posts/how-many-es/",
	"zh/posts/black/",
	"tags/ink/",
	"zh/tags/墨/",
	"archive/2025/",
	"categories/",
	"search/",
];

/** The articles' Markdown by title: paragraphs that are nothing but words. @type {Map<string, string[]>} */
const paragraphs = new Map(
	readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".md") && !/README|inkstone/.test(file))
		.map((file) => readFileSync(join(folder, file), "utf8"))
		.map((text) => [
			/^title: *"?(.*?)"?$/m.exec(text)?.[1] ?? "",
			text
				.replace(/^---\n[\s\S]*?\n---\n/, "")
				.split(/\n{2,}/)
				.filter((paragraph) => /^[\p{L}“]/u.test(paragraph))
				.filter((paragraph) => !/[`[\]<>$|\\&:]|https/.test(paragraph))
				.map(words),
		]),
);

// What runs in the page.

/** What stands on a page that has no script. */
function look() {
	const all = (/** @type {string} */ selector) => [
		...document.querySelectorAll(selector),
	];
	const texts = (/** @type {string} */ selector) =>
		all(selector).map(({ textContent }) => textContent ?? "");
	const links = /** @type {HTMLAnchorElement[]} */ (all("a[href]"));
	const ids = all("[id]").map(({ id }) => id);
	return {
		lang: document.documentElement.lang,
		title: document.title,
		headings: texts("h1"),
		canonical: all("link[rel=canonical]").map((link) =>
			Reflect.get(link, "href"),
		),
		body: texts(".ink-body").join(),
		menu: texts(".ink-menu a"),
		footer: texts(".ink-menu-footer a"),
		current: texts(".ink-menu [aria-current]"),
		pagination: texts(".ink-pagination-place").join(),
		next: all(".ink-pagination [rel=next]").map((link) =>
			Reflect.get(link, "href"),
		),
		cards: texts(".ink-card-title"),
		// What only a script could answer, and is to be seen all the same.
		dead: all(
			"button, input, select, textarea, progress, form, inkstone-scheme, [role=button], [contenteditable]",
		)
			// The boxes of a task list are pictures.
			.filter((element) => !element.matches("input:disabled"))
			.filter((element) =>
				element.localName === "form"
					? matchMedia("(scripting: none)").matches && element.checkVisibility()
					: element.checkVisibility({ visibilityProperty: true }),
			)
			.map(({ outerHTML }) => outerHTML),
		pictures: all("img").map((image) => Reflect.get(image, "src")),
		twice: ids.filter((id, index) => ids.indexOf(id) !== index),
		counted: texts(".ink-widget-title").length,
		widgets: ids.flatMap((id) => /^ink:widget:(\d+)$/.exec(id)?.[1] ?? []),
		hrefs: links.map(({ href }) => href),
		nowhere: links
			.filter(({ hash, href }) => {
				const here = href.split("#")[0] === location.href.split("#")[0];
				const id = decodeURIComponent(hash.slice(1));
				return here && id && !document.getElementById(id);
			})
			.map(({ href }) => href),
	};
}

for (const engine of engines) {
	test(`${engine.name}, without scripts: links lead to every page, and each is complete`, async () => {
		const page = await engine.open({ scripts: false });
		const base = engine.name === "chromium" ? scripted : scriptless;
		/** @param {string} url */
		const placeOf = (url) => {
			const { href } = new URL(url.replace(/[#?].*/, ""));
			return href.startsWith(base)
				? decodeURIComponent(href.slice(base.length))
				: undefined;
		};
		/** @type {Map<string, Awaited<ReturnType<typeof page.evaluate<[], ReturnType<typeof look>>>>>} */
		const seen = new Map();
		const met = new Set([base]);
		/** @type {string[]} */
		const files = [];
		for (const url of met) {
			await page.goto(url);
			const place = placeOf(url) ?? "";
			const found = await page.evaluate(look);
			seen.set(place, found);
			for (const href of found.hrefs) {
				const path = placeOf(href);
				if (path === undefined) {
					assert.match(href, /^(https:|mailto:)/, place);
				} else if (path === "" || path.endsWith("/")) {
					met.add(new URL(encodeURI(path), base).href);
				} else {
					files.push(path);
				}
			}
			files.push(...found.pictures.map((url) => placeOf(url) ?? url));
		}
		assert.deepEqual([...seen.keys()].sort(), routes);
		assert.deepEqual(
			[...new Set(files)].filter((file) => !existsSync(join(out, file))),
			[],
		);

		let articles = 0;
		for (const [place, found] of seen) {
			const site = place.startsWith("zh/") ? "zh" : "en";
			assert.equal(
				found.lang,
				place === "zh/posts/旧书店/" ? "zh-CN" : site,
				place,
			);
			assert.equal(found.headings.length, 1, place);
			const [heading = ""] = found.headings;
			assert.match(found.title, site === "zh" ? /毛边$/ : /Deckle$/);
			if (!/^(zh\/)?(page\/\d\/)?$/.test(place)) {
				assert(found.title.startsWith(`${heading} - `), found.title);
			}
			assert.deepEqual(
				found.canonical.map(decodeURI),
				/^(zh\/)?search\/$/.test(place) ? [] : [baseUrl + place],
				place,
			);
			assert.equal(found.menu.length, 4, place);
			assert.equal(found.footer.length, 2, place);
			assert.deepEqual(found.dead, [], place);
			assert.deepEqual(found.twice, [], place);
			assert.deepEqual(found.nowhere, [], place);
			assert.deepEqual(
				found.widgets.map(Number),
				found.widgets.map((_, index) => index + 1),
				place,
			);
			if (found.body) {
				articles += 1;
				const text = words(found.body);
				const expected = paragraphs.get(heading) ?? [];
				assert(expected.length > 0, heading);
				for (const paragraph of expected) {
					assert(text.includes(paragraph), `${heading}: ${paragraph}`);
				}
			}
		}
		assert.equal(articles, 19);

		// Pages of lists: all articles of the section once, with the next page after each but the last.
		for (const list of ["", "posts/", "zh/", "zh/posts/"]) {
			const [first, second] = [list, `${list}page/2/`].map((path) =>
				seen.get(path),
			);
			assert.equal(first?.cards.length, 5);
			assert.deepEqual(first.next.map(placeOf), [`${list}page/2/`]);
			assert.deepEqual(second?.next, []);
			const cards = [...first.cards, ...(second?.cards ?? [])];
			assert.equal(new Set(cards).size, cards.length);
		}
		await page.close();
	});

	test(`${engine.name}: scripts take each kind of page over as it stands, and nothing is loaded anew from there`, async () => {
		const page = await engine.open({ reducedMotion: true });
		const still = await engine.open({ scripts: false });
		for (const place of kinds) {
			await still.goto(
				(engine.name === "chromium" ? scripted : scriptless) + place,
			);
			const madeAhead = await still.evaluate(outline);
			await page.goto(scripted + place);
			await page.waitFor("inkstone-site:state(ready)");
			await page.waitForFunction(
				() =>
					!document.querySelector(
						"[data-ink-made], inkstone-site[aria-busy], .ink-site-progress, inkstone-scheme:empty",
					),
			);
			assert.deepEqual(
				outlineDifference(madeAhead, await page.evaluate(outline)),
				[],
				place,
			);
		}
		await page.goto(`${scripted}posts/`);
		await page.waitFor("inkstone-site:state(ready)");
		await page.run("window.isTheSame = true");
		for (const link of [
			".ink-pagination [rel=next]",
			".ink-card-title a",
			".ink-languages a[lang=zh]",
		]) {
			const url = await page.evaluate(
				(link) => Reflect.get(document.querySelector(link) ?? {}, "href"),
				link,
			);
			await page.click(link);
			await page.waitForFunction(
				(url) =>
					location.href === url &&
					document.querySelector("link[rel=canonical]") !== null &&
					!document.querySelector("inkstone-site[aria-busy]"),
				url,
			);
		}
		assert.match(await page.evaluate(() => location.href), /\/zh\//);
		await page.run("history.go(-2)");
		await page.waitForFunction(
			() =>
				document.querySelector(".ink-pagination-place")?.textContent ===
				"Page 2 of 2",
		);
		assert.equal(
			await page.evaluate(() => location.href),
			`${scripted}posts/page/2/`,
		);
		assert.equal(
			await page.evaluate(() => Reflect.get(window, "isTheSame")),
			true,
		);
		assert.deepEqual(await page.complaints(), []);
	});
}

test("nothing moves when the scripts take a page over", async () => {
	const { page, complaints } = await openPage();
	await page.addInitScript(() => {
		/** @type {string[]} */
		const shifts = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				/** @type {{ node?: Element }[]} */
				const sources = Reflect.get(entry, "sources");
				shifts.push(
					sources.map(({ node }) => node?.outerHTML.slice(0, 80)).join(),
				);
			}
		}).observe({ type: "layout-shift", buffered: true });
	});
	/** @type {Record<string, string[]>} */
	const moved = {};
	for (const width of [1280, 390]) {
		await page.setViewportSize({ width, height: 900 });
		for (const place of kinds) {
			await page.goto(scripted + place);
			await page.locator("inkstone-site:state(ready)").waitFor();
			await page.waitForFunction(
				() => !document.querySelector("[data-ink-made], inkstone-scheme:empty"),
			);
			await page.evaluate(
				() =>
					new Promise((resolve) =>
						requestAnimationFrame(() => requestAnimationFrame(resolve)),
					),
			);
			const shifts = await page.evaluate(() => Reflect.get(window, "shifts"));
			if (shifts.length > 0) {
				moved[`${place} ${width}`] = shifts;
			}
		}
	}
	assert.deepEqual(moved, {});
	assert.deepEqual(complaints, []);
});

test("axe finds nothing on a page of any kind before its scripts come", async () => {
	const { page } = await openPage({ reducedMotion: "reduce" });
	/** @type {Record<string, string[]>} */
	const found = {};
	for (const place of kinds) {
		await page.goto(scriptless + place);
		const violations = await violationsOf(page);
		if (violations.length > 0) {
			found[place] = violations;
		}
	}
	assert.deepEqual(found, {});
});
