// @ts-check
// The aside and its widgets: which are shown, what each shows of what a site gives, and that a site that fails or comes
// too late costs its own parts only.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf, useBrowser } from "./browser.js";
import { links, openParts, show, widgetNames } from "./parts.js";

useBrowser();

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
		.getByRole("complementary", { name: "Sidebar" })
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
