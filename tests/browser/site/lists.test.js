// @ts-check
// The lists of a site: which articles a page of a list has, and what stands where there is nothing to list.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf, useBrowser } from "../browser.js";
import { linksIn, openBench, titles } from "./bench.js";

useBrowser();

/** @param {number} count */
const articles = (count) =>
	Array.from({ length: count }, (_, index) => ({
		title: `No. ${index + 1}`,
		weight: index + 1,
	}));

test("the first page has the main sections' articles, so many on each of its pages, in the order of the catalog", async () => {
	const { page, show } = await openBench();
	const cards = [
		...articles(7).reverse(),
		{ path: "notes/n.md", title: "A note", weight: 1 },
		{ title: "A draft", weight: 1, hidden: /** @type {const} */ ("draft") },
	];
	const given = {
		cards,
		configuration: { pageSize: 3, mainSections: ["posts"] },
	};
	assert.deepEqual(await show(given, "/"), {
		title: "",
		description: "",
		robots: null,
		status: "found",
		page: 1,
		pages: 3,
		reports: [],
	});
	assert.deepEqual(await titles(page), ["No. 1", "No. 2", "No. 3"]);
	assert.deepEqual(await linksIn(page, ".ink-pagination a"), [
		["Next page", "#/?page=2"],
	]);

	await show(given, "/", { page: 2 });
	assert.deepEqual(await titles(page), ["No. 4", "No. 5", "No. 6"]);
	assert.deepEqual(await linksIn(page, '.ink-pagination [rel="prev"]'), [
		["Previous page", "#/"],
	]);
	assert.deepEqual(await linksIn(page, '.ink-pagination [rel="next"]'), [
		["Next page", "#/?page=3"],
	]);
	await page
		.getByRole("navigation", { name: "Pages" })
		.getByText("Page 2 of 3")
		.waitFor();

	// A page that there was once leads to the last one there is.
	const last = await show(given, "/", { page: 9 });
	assert.deepEqual([last.page, last.pages], [3, 3]);
	assert.deepEqual(await titles(page), ["No. 7"]);
	assert.deepEqual(await linksIn(page, ".ink-pagination a"), [
		["Previous page", "#/?page=2"],
	]);
});

test("a list that fits on one page has no links to others", async () => {
	const { page, show } = await openBench();
	await show({ cards: articles(3), configuration: { pageSize: 3 } }, "/");
	assert.equal(await page.locator(".ink-pagination").count(), 0);
});

test("every page has one h1; that of the first page, which the header says already, is there for those who do not see that", async () => {
	const { page, show } = await openBench();
	const given = {
		cards: [{ tags: ["ink"], date: "2025-01-01" }],
		sections: [
			{ site: "en", name: "posts", title: "Letters", summary: "Old ones." },
		],
		configuration: { tagline: "On paper" },
	};
	for (const [route, heading, lead] of [
		["/", "A Printer's Notes"],
		["/posts", "Letters", "Old ones."],
		["/tags", "Tags"],
		["/categories", "Categories"],
		["/tags/ink", "ink"],
		["/archive", "Archive"],
		["/archive/2025", "2025"],
		["/search", "Search"],
		["/nowhere", "Page not found"],
	]) {
		await show(given, route);
		assert.deepEqual(
			await page.locator("h1").allTextContents(),
			[heading],
			route,
		);
		assert.deepEqual(
			await page
				.locator(".ink-main > .ink-header > .ink-lead")
				.allTextContents(),
			lead ? [lead] : [],
			route,
		);
		assert.equal(
			await page.locator(".ink-unseen h1").count(),
			route === "/" ? 1 : 0,
			route,
		);
	}
	const home = { site: "en", name: "", title: "Welcome", summary: "Here." };
	const silent = { ...home, title: "" };
	await show({ ...given, sections: [silent] }, "/");
	assert.equal(
		await page.locator("header:not(.ink-unseen) > h1.ink-unseen").count(),
		1,
	);
	assert.equal(await textOf(page.locator(".ink-header .ink-lead")), "Here.");
	await show({ ...given, sections: [home] }, "/");
	assert.equal(
		await textOf(page.locator("header:not(.ink-unseen) > h1:not(.ink-unseen)")),
		"Welcome",
	);
	assert.equal(await textOf(page.locator(".ink-header .ink-lead")), "Here.");
});

test("a section and a term say how many articles they have, and their lead on the first page only", async () => {
	const { page, show } = await openBench();
	const given = {
		cards: articles(3).map((card) => ({ ...card, tags: ["C#"] })),
		sections: [{ site: "en", name: "posts", title: "Letters", summary: "Old" }],
		configuration: { pageSize: 2 },
	};
	const section = await show(given, "/posts");
	assert.deepEqual([section.title, section.description], ["Letters", "Old"]);
	assert.equal(await textOf(page.locator(".ink-total")), "3 articles");
	await show(given, "/posts", { page: 2 });
	assert.equal(await textOf(page.locator(".ink-total")), "3 articles");
	assert.equal(await page.locator(".ink-lead").count(), 0);

	const term = await show(given, "/tags/c#");
	assert.equal(term.title, "C#");
	assert.deepEqual(await titles(page), ["No. 1", "No. 2"]);
	assert.deepEqual(await linksIn(page, ".ink-pagination a"), [
		["Next page", "#/tags/c%23?page=2"],
	]);
});

test("all terms stand in the alphabetical order of the language, with counts where the site wants some", async () => {
	const { page, show } = await openBench();
	const cards = [
		{ tags: ["zinc", "Émail", "ink"] },
		{ tags: ["ink", "<b>"] },
		{ tags: [], hidden: /** @type {const} */ ("draft") },
	];
	await show({ cards }, "/tags");
	assert.deepEqual(await linksIn(page, ".ink-terms a"), [
		["<b>", "#/tags/b"],
		["Émail", "#/tags/%C3%A9mail"],
		["ink", "#/tags/ink"],
		["zinc", "#/tags/zinc"],
	]);
	assert.equal(await page.locator(".ink-count").count(), 0);

	await show({ cards, configuration: { termCounts: true } }, "/tags");
	assert.deepEqual(await page.locator(".ink-terms a").allTextContents(), [
		"<b> 1",
		"Émail 1",
		"ink 2",
		"zinc 1",
	]);
});

test("the archive leads to the years, and a year has its articles by month", async () => {
	const { page, show } = await openBench();
	const cards = [
		{ title: "March, old, first", date: "2024-03-01", weight: 1 },
		{ title: "December", date: "2024-12-31T23:30:00-08:00" },
		{ title: "March", date: "2024-03-20" },
		{ title: "另一个", lang: "zh-CN", date: "2024-02-02" },
		{ title: "Next year", date: "2025-01-01" },
		{ title: "Undated" },
	];
	await show({ cards }, "/archive");
	assert.deepEqual(await linksIn(page, ".ink-years a"), [
		["2025 1", "#/archive/2025"],
		["2024 4", "#/archive/2024"],
	]);

	assert.equal((await show({ cards }, "/archive/2024")).title, "2024");
	assert.deepEqual(
		await page
			.locator("section.ink-month")
			.evaluateAll((months) =>
				months.map((month) => [
					month.querySelector("h2")?.textContent,
					...Array.from(
						month.querySelectorAll("li"),
						({ textContent }) => textContent,
					),
				]),
			),
		[
			["December 2024", "December December 31"],
			["March 2024", "March, old, first March 1", "March March 20"],
			["February 2024", "另一个 February 2"],
		],
	);
	assert.deepEqual(await linksIn(page, ".ink-month:last-of-type a"), [
		["另一个", "#/posts/4"],
	]);
	assert.equal(await page.getByText("另一个").getAttribute("lang"), "zh-CN");
	await page.getByRole("region", { name: "March 2024" }).waitFor();
	assert.equal(await textOf(page.locator(".ink-total")), "4 articles");
});

test("where there is nothing, that is said: in an empty list as in a place that the site does not have", async () => {
	const { page, show } = await openBench();
	for (const route of ["/", "/tags", "/archive"]) {
		assert.equal((await show({}, route)).status, "found", route);
		assert.equal(
			await textOf(page.locator(".ink-main > .ink-empty")),
			"There are no articles here yet.",
			route,
		);
	}
	for (const route of [
		"/tags/ink",
		"/archive/1999",
		"/posts",
		"/constructor",
		"/posts/gone",
	]) {
		const { status, title, robots } = await show({}, route);
		assert.deepEqual(
			[status, title, robots],
			["missing", "Page not found", "noindex"],
			route,
		);
	}
	assert.deepEqual(await linksIn(page, ".ink-ways a"), [
		["Home", "#/"],
		["Search", "#/search"],
	]);
	const search = { engine: /** @type {const} */ ("none"), limit: 1 };
	await show({ configuration: { search } }, "/nowhere");
	assert.deepEqual(await linksIn(page, ".ink-ways a"), [["Home", "#/"]]);
	assert.equal(
		(await show({ configuration: { search } }, "/search")).status,
		"missing",
	);
});

test("in another language of the site, everything is in that language and leads there", async () => {
	const { page, show } = await openBench();
	const given = {
		cards: [
			{
				path: "posts/1.zh.md",
				route: "/zh/posts/1",
				site: "zh",
				title: "活字",
				categories: ["印刷"],
				date: "2025-02-12",
				minutes: 1,
			},
		],
		configuration: {
			languages: [{ lang: "en" }, { lang: "zh", title: "墨与纸" }],
		},
	};
	await show(given, "/zh");
	assert.equal(await textOf(page.locator("h1")), "墨与纸");
	assert.deepEqual(await linksIn(page, ".ink-card a"), [
		["活字", "#/zh/posts/1"],
		["印刷", "#/zh/categories/%E5%8D%B0%E5%88%B7"],
	]);
	assert.equal(await textOf(page.locator("time")), "2025年2月12日");
	assert.equal(await textOf(page.locator(".ink-reading")), "阅读约1分钟");
	assert.equal((await show(given, "/")).status, "found");
	assert.equal(await page.locator(".ink-empty").count(), 1);
});
