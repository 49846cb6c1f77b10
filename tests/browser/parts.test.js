// @ts-check
// The author box, the pager, and the aside with its widgets: what each shows of what a site or settings give, and
// that nothing they give can do more than be shown.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { textOf, useBrowser } from "./browser.js";
import { openParts, show } from "./parts.js";

useBrowser();

/** @typedef {import("./browser.js").Page} Page */

/**
 * The links in a part: their texts, addresses relative to the page, and what else is asked for.
 * @param {Page} page
 * @param {string} selector
 * @param {string[]} [attributes]
 */
function links(page, selector, attributes = []) {
	return page
		.locator(`${selector} a`)
		.evaluateAll(
			(all, attributes) =>
				all.map((link) => [
					link.textContent,
					/** @type {HTMLAnchorElement} */ (link).href.replace(
						new URL(".", document.baseURI).href,
						"",
					),
					...attributes.map((name) => link.getAttribute(name)),
				]),
			attributes,
		);
}

/**
 * @param {Page} page
 */
function widgetNames(page) {
	return page
		.locator(".ink-aside > section")
		.evaluateAll((sections) =>
			sections.map(({ className }) =>
				className.replace("ink-widget ink-widget-", ""),
			),
		);
}

test("the author box introduces an author whom the settings know", async () => {
	const { page, complaints } = await openParts();
	const reports = await show(page, "authorbox", () => ({
		values: { author: ["ada"] },
		settings: {
			referrerPolicy: "no-referrer",
			authors: {
				ada: {
					name: "Ada <b>L.</b>",
					bio: "Writes <i>programs</i>.",
					avatar: "icon.svg",
					url: "/ada",
				},
			},
		},
	}));
	assert.deepEqual(reports, []);
	const box = page.getByRole("region", { name: "About Ada <b>L.</b>" });
	assert.equal(await textOf(box.locator("p")), "Writes <i>programs</i>.");
	assert.deepEqual(await links(page, ".ink-authorbox", ["rel"]), [
		["About Ada <b>L.</b>", new URL("/ada", page.url()).href, "author"],
	]);
	assert.deepEqual(
		await box
			.locator("img")
			.evaluate((image) =>
				Object.fromEntries(
					[...image.attributes].map(({ name, value }) => [name, value]),
				),
			),
		{
			class: "ink-avatar",
			alt: "",
			width: "96",
			height: "96",
			decoding: "async",
			loading: "lazy",
			referrerpolicy: "no-referrer",
			src: new URL("icon.svg", page.url()).href,
		},
	);
	assert.deepEqual(complaints, []);
});

test("several authors have a section each, and who is not known has none", async () => {
	const { page } = await openParts();
	const reports = await show(page, "authorbox", () => ({
		values: { author: ["b", "nobody", "a"] },
		settings: { authors: { a: { bio: "A." }, b: { bio: "B." } } },
	}));
	assert.deepEqual(reports, []);
	assert.deepEqual(
		await page
			.locator(".ink-authorboxes > .ink-authorbox h2")
			.allTextContents(),
		["About b", "About a"],
	);
});

test("an author of whom nothing is known leaves no box, and the article's author is told where authors are set", async () => {
	const { page } = await openParts();
	for (const surroundings of [
		() => ({ values: { author: ["__proto__", "constructor"] } }),
		() => ({
			values: { author: ["__proto__", "constructor"] },
			settings: { authors: { other: { bio: "x" } } },
		}),
		() => ({
			values: { author: ["__proto__", "constructor"] },
			settings: { authors: { constructor: {} } },
		}),
	]) {
		const [report, ...others] = await show(
			page,
			"authorbox",
			/** @type {any} */ (surroundings),
		);
		assert.deepEqual(report.slice(0, 2), ["page-no-author", "authorbox"]);
		assert.match(report[2], /“__proto__”, “constructor”.*`authors`/);
		assert.deepEqual(others, []);
	}
	const [[code]] = await show(page, "authorbox", () => ({}));
	assert.equal(code, "page-no-author");
	assert.deepEqual(
		await show(page, "authorbox", () => ({
			values: { authorbox: false, author: ["x"] },
		})),
		[],
	);
	assert.equal(await page.locator("main > :not(h1)").count(), 0);
});

test("an author's own `__proto__` is an author like others", async () => {
	const { page } = await openParts();
	await show(page, "authorbox", () => ({
		values: { author: ["__proto__"] },
		settings: { authors: JSON.parse('{"__proto__": {"bio": "Odd."}}') },
	}));
	assert.equal(await textOf(page.locator(".ink-authorbox p")), "Odd.");
});

test("URLs of authors and accounts that could run something are left out and told of", async () => {
	const { page } = await openParts();
	const reports = await show(page, "authorbox", () => ({
		values: { author: ["a"] },
		settings: {
			authors: {
				a: {
					bio: "A.",
					avatar: "data:image/svg+xml,<svg/>",
					url: " java\nscript:alert(1)",
				},
			},
		},
	}));
	assert.deepEqual(
		reports.map(([code, key]) => [code, key]),
		[
			["page-setting", "authorbox"],
			["page-setting", "authorbox"],
		],
	);
	assert.equal(await page.locator(".ink-authorbox :is(a, img)").count(), 0);

	const [[code, key, message]] = await show(page, "aside", () => ({
		values: { widgets: ["social"] },
		settings: {
			social: [
				{ title: "Bad", url: "javascript:alert(1)" },
				{ title: "Mail", url: "mailto:a@example.org" },
				{ title: "<b>Web</b>", url: "https://example.org/@a" },
			],
		},
	}));
	assert.deepEqual([code, key], ["page-setting", "widgets"]);
	assert.match(message, /“Bad”.*javascript:/);
	assert.deepEqual(await links(page, ".ink-widget-social", ["rel", "target"]), [
		["Mail", "mailto:a@example.org", "me noopener", null],
		["<b>Web</b>", "https://example.org/@a", "me noopener", null],
	]);
});

test("an avatar that cannot be had leaves no hole", async () => {
	const { page } = await openParts();
	await show(page, "authorbox", () => ({
		values: { author: ["a"] },
		settings: { authors: { a: { avatar: "nowhere.png", bio: "A." } } },
	}));
	await page.waitForSelector(".ink-avatar", { state: "detached" });
	assert.equal(await page.locator(".ink-authorbox").count(), 1);
});

test("the pager leads to the older article and then to the newer one", async () => {
	const { page, complaints } = await openParts();
	await show(page, "pager", () => ({
		site: {
			asked: /** @type {string[]} */ ([]),
			/** @param {string} article */
			neighbours(article) {
				this.asked.push(article);
				return {
					older: { title: "<i>Old</i>", url: "old" },
					newer: { title: this.asked.join(), url: "#/new" },
				};
			},
		},
	}));
	const here = new URL("here.md", page.url()).href;
	await page.getByRole("navigation", { name: "More articles" }).waitFor();
	assert.deepEqual(await links(page, ".ink-pager", ["class", "rel"]), [
		["Previous <i>Old</i>", "old", "ink-pager-older", "prev"],
		[`Next ${here}`, "test.html#/new", "ink-pager-newer", "next"],
	]);
	assert.deepEqual(complaints, []);
});

test("the only neighbour keeps the class that tells its side", async () => {
	const { page } = await openParts();
	await show(page, "pager", () => ({
		site: { neighbours: async () => ({ newer: { title: "N", url: "n" } }) },
	}));
	await show(page, "pager", () => ({
		site: { neighbours: async () => ({ older: { title: "O", url: "o" } }) },
	}));
	assert.deepEqual(
		await page
			.locator(".ink-pager > *")
			.evaluateAll((all) => all.map(({ className }) => className)),
		["ink-pager-newer", "ink-pager-older"],
	);
});

test("without neighbours, or where they are not wanted, there is no pager", async () => {
	const { page, complaints } = await openParts();
	for (const surroundings of [
		() => ({}),
		() => ({ site: {} }),
		() => ({ site: { neighbours: () => ({}) } }),
		() => ({ site: { neighbours: () => null } }),
		() => ({
			site: {
				neighbours: () => ({ older: { title: "x", url: "javascript:x" } }),
			},
		}),
		() => ({
			values: { pager: false },
			site: {
				neighbours() {
					throw new Error("was asked");
				},
			},
		}),
	]) {
		await show(page, "pager", surroundings);
	}
	assert.equal(await page.locator("main > :not(h1)").count(), 0);
	assert.deepEqual(complaints, []);
});

test("the aside has the widgets in their order, each once, and tells of those that do not exist", async () => {
	const { page } = await openParts();
	const reports = await show(page, "aside", () => ({
		values: {
			widgets: [
				"toc",
				"constructor",
				"recent",
				"search",
				"recent",
				"categories",
				"toc",
			],
		},
		toc: [{ level: 2, id: "a", text: "A", children: [] }],
		site: {
			recent: async () => [{ title: "R", url: "r" }],
			terms: () => [],
			searchUrl: () => "s",
		},
	}));
	assert.deepEqual(await widgetNames(page), ["toc", "recent", "search"]);
	assert.deepEqual(
		await page.locator(".ink-aside h2.ink-widget-title").allTextContents(),
		["Contents", "Recent articles", "Search"],
	);
	await page
		.getByRole("complementary", { name: "Beside the article" })
		.getByRole("region", { name: "Recent articles" })
		.waitFor();
	assert.deepEqual(
		reports.map(([code, key]) => [code, key]),
		[["page-setting", "widgets"]],
	);
	assert.match(reports[0][2], /“constructor”.*search, recent, categories/);
});

test("without a widget that has something to show there is no aside", async () => {
	const { page, complaints } = await openParts();
	const everything = `values: { widgets: ["search", "recent", "categories", "taglist", "social", "languages", "sidemenu", "toc"] }`;
	for (const rest of [
		"",
		"site: {}",
		"settings: { social: [] }, site: { recent: () => [], terms: () => undefined, languages: () => null, menu: async () => [] }",
		"site: { recent: () => 5, terms: () => ({}), languages: () => [null, 5], menu: () => [null, {}, { url: 'data:,x' }] }",
	]) {
		await page.evaluate(`ink.show("aside", { ${everything}, ${rest} })`);
	}
	await show(page, "aside", () => ({
		values: { sidebar: "none", widgets: ["search"] },
		site: { searchUrl: () => "s" },
	}));
	assert.equal(await page.locator("aside").count(), 0);
	assert.deepEqual(complaints, []);
});

test("each widget shows what the site gives", async () => {
	const { page, complaints } = await openParts();
	await show(page, "aside", () => ({
		values: {
			widgets: ["recent", "categories", "taglist", "languages", "sidemenu"],
		},
		lang: "zh-CN",
		site: {
			recent: () => [
				{ title: "<img src=x onerror=alert(1)>", url: "a" },
				{ title: "refused", url: "vbscript:x" },
				{ title: "", url: "untitled" },
			],
			terms: (/** @type {string} */ taxonomy) =>
				taxonomy === "tags"
					? [{ title: "墨", url: "t/墨" }]
					: [{ title: "Print", url: "c/print", count: 1234 }],
			languages: () => [
				{ title: "English", url: "en/", lang: "en" },
				{ title: "", url: "zh/", lang: "zh-hans" },
				{ title: "", url: "ar/", lang: "ar" },
				{ title: "Odd", url: "odd/", lang: '"><b>' },
			],
			menu: (/** @type {string} */ name, /** @type {string} */ article) => [
				{ title: name, url: article },
				{ title: "Here", url: "section/", current: true },
			],
		},
	}));
	const untitled = new URL("untitled", page.url()).href;
	assert.deepEqual(await links(page, ".ink-widget-recent"), [
		["<img src=x onerror=alert(1)>", "a"],
		[untitled, "untitled"],
	]);
	assert.deepEqual(await links(page, ".ink-widget-categories"), [
		["Print 1,234", "c/print"],
	]);
	assert.deepEqual(await links(page, ".ink-widget-taglist", ["class"]), [
		["墨", "t/%E5%A2%A8", "ink-tag"],
	]);
	assert.deepEqual(
		await links(page, ".ink-widget-languages", [
			"lang",
			"hreflang",
			"aria-current",
		]),
		[
			["English", "en/", "en", "en", null],
			["简体中文", "zh/", "zh-Hans", "zh-Hans", "true"],
			["العربية", "ar/", "ar", "ar", null],
			["Odd", "odd/", null, null, null],
		],
	);
	assert.deepEqual(
		await links(page, ".ink-widget-sidemenu", ["aria-current"]),
		[
			["side", "here.md", null],
			["Here", "section/", "true"],
		],
	);
	assert.deepEqual(complaints, []);
});

test("the language that is current is the article's own, else the nearest that is written alike; alone it needs no widget", async () => {
	const { page } = await openParts();
	const languages = `languages: () => ["zh", "zh-TW", "pt-BR", "pt"].map((lang) => ({ title: lang, url: lang, lang }))`;
	for (const [lang, current] of [
		["zh-Hant", ["zh-TW"]],
		["zh-cn", ["zh"]],
		["PT-br", ["pt-BR"]],
		["pt", ["pt"]],
		["pt-PT", ["pt"]],
		["zh-HK", ["zh-TW"]],
		["de", []],
		["en_US", []],
	]) {
		await page.evaluate(
			`ink.show("aside", { lang: "${lang}", values: { widgets: ["languages"] }, site: { ${languages} } })`,
		);
		const aside = page.locator("aside");
		assert.deepEqual(
			await aside.locator("[aria-current]").allTextContents(),
			current,
			String(lang),
		);
		await aside.evaluate((aside) => aside.remove());
	}
	await show(page, "aside", () => ({
		values: { widgets: ["languages"] },
		site: { languages: () => [{ title: "English", url: "en", lang: "en" }] },
	}));
	assert.equal(await page.locator("aside").count(), 0);
});

test("a site that fails costs its own parts only, and each fault is told once", async () => {
	const { page, complaints } = await openParts();
	await page.evaluate(() =>
		Object.assign(window, { fault: new Error("lost") }),
	);
	await show(page, "aside", () => ({
		values: {
			widgets: ["recent", "categories", "taglist", "sidemenu", "search"],
		},
		site: {
			recent() {
				throw new Error("thrown");
			},
			terms: () => Promise.reject(Reflect.get(window, "fault")),
			menu: async () => [{ title: "M", url: "m" }],
			searchUrl: () => "s",
		},
	}));
	await show(page, "pager", () => ({
		site: { neighbours: () => Promise.reject(Reflect.get(window, "fault")) },
	}));
	assert.deepEqual(await widgetNames(page), ["sidemenu", "search"]);
	assert.equal(complaints.length, 2, complaints.join("\n"));
	assert.match(complaints[0], /“recent”.*thrown/);
	assert.match(complaints[1], /“categories”.*lost/);
});

test("what comes after the page has gone is neither shown nor told", async () => {
	const { page, complaints } = await openParts();
	await page.evaluate(`
		late = Promise.withResolvers();
		shown = Promise.all([
			ink.show("pager", { site: { neighbours: () => late.promise } }),
			ink.show("aside", { values: { widgets: ["search", "recent", "taglist"] }, site: {
				searchUrl: () => "s",
				recent: () => late.promise.then(() => [{ title: "R", url: "r" }]),
				terms: () => late.promise.then(() => { throw new Error("late"); }),
			} }),
		]);
		ink.leave();
		late.resolve({ older: { title: "O", url: "o" } });
		shown;`);
	assert.equal(await page.locator("aside, nav").count(), 0);
	assert.deepEqual(complaints, []);
});

test("a widget that was registered stands among the others, and may take the place of one", async () => {
	const { page, complaints } = await openParts();
	await page.evaluate(`
		ink.registerWidget("hello", ({ title }) => ink.widgetSection("hello", "Hello", document.createTextNode(title)));
		ink.registerWidget("recent", async () => ink.widgetSection("recent", "Mine"));
		ink.registerWidget("broken", () => { throw new Error("broken"); });
		ink.registerWidget("empty", () => null);`);
	await show(page, "aside", () => ({
		values: { widgets: ["hello", "broken", "empty", "recent"] },
		site: { recent: () => [{ title: "R", url: "r" }] },
	}));
	assert.equal(await textOf(page.locator(".ink-aside")), "HelloHereMine");
	assert.equal(complaints.length, 1);
	assert.match(complaints[0], /“broken”/);
	for (const name of ["", "Recent", "two words", "1st"]) {
		await assert.rejects(
			page.evaluate(
				`ink.registerWidget(${JSON.stringify(name)}, () => undefined)`,
			),
			/TypeError: A widget's name/,
		);
	}
});

const axe = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
	test(`axe finds nothing in all of it, ${colorScheme}`, async () => {
		const { page, complaints } = await openParts({ colorScheme });
		await show(page, "authorbox", () => ({
			values: { author: ["a", "b"] },
			settings: {
				authors: {
					a: { avatar: "icon.svg", bio: "A.", url: "/a" },
					b: { bio: "B." },
				},
			},
		}));
		await show(page, "pager", () => ({
			site: {
				neighbours: () => ({
					older: { title: "Old", url: "o" },
					newer: { title: "New", url: "n" },
				}),
			},
		}));
		await show(page, "aside", () => ({
			values: {
				widgets: [
					"search",
					"recent",
					"categories",
					"taglist",
					"social",
					"languages",
					"sidemenu",
					"toc",
				],
			},
			settings: { social: [{ title: "Code", url: "https://example.org" }] },
			toc: [{ level: 2, id: "a", text: "A", children: [] }],
			site: {
				search: () => [
					{ title: "Hit", url: "h", snippet: "a hit", marks: [[2, 5]] },
				],
				searchUrl: () => "s",
				recent: () => [{ title: "R", url: "r" }],
				terms: () => [{ title: "T", url: "t", count: 2 }],
				languages: () => [
					{ title: "English", url: "en", lang: "en" },
					{ title: "中文", url: "zh", lang: "zh" },
				],
				menu: () => [{ title: "M", url: "m", current: true }],
			},
		}));
		assert.equal((await widgetNames(page)).length, 8);
		await page.getByRole("combobox").fill("hit");
		await page.getByRole("option").waitFor();
		await page.keyboard.press("ArrowDown");
		await page.evaluate(axe);
		/** @type {any} */
		const { violations } = await page.evaluate("axe.run()");
		assert.deepEqual(
			violations.map((/** @type {any} */ { id, nodes }) => [
				id,
				nodes.map((/** @type {any} */ { html }) => html),
			]),
			[],
		);
		assert.deepEqual(complaints, []);
	});
}
