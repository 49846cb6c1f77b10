// @ts-check
// The lists of a site: what a card says of its article, which articles a page of a list has, and what stands where there is
// nothing to list.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf, useBrowser } from "../browser.js";
import { openBench } from "./bench.js";

useBrowser();

/** @param {number} count */
const articles = (count) =>
	Array.from({ length: count }, (_, index) => ({
		title: `No. ${index + 1}`,
		weight: index + 1,
	}));

/** @param {import("../browser.js").Page} page */
const titles = (page) => page.locator(".ink-card-title").allTextContents();

/**
 * The links that a selector finds: text and address within the site.
 * @param {import("../browser.js").Page} page
 * @param {string} selector
 */
const linksIn = (page, selector) =>
	page
		.locator(selector)
		.evaluateAll((links) =>
			links.map((link) => [
				link.textContent,
				/** @type {HTMLAnchorElement} */ (link).href.replace(
					new URL(".", document.baseURI).href,
					"",
				),
			]),
		);

test("a card says what its article says of itself, and each of its links leads where it says", async () => {
	const { page, show, complaints } = await openBench();
	await show(
		{
			cards: [
				{
					path: "posts/a b.md",
					title: "Ink & <b>paper</b>",
					lead: "A lead",
					summary: "A <i>summary</i>",
					date: "2025-02-12",
					lastmod: "2025-03-01",
					authors: ["Ann"],
					categories: ["Print", "C#"],
					tags: ["never on cards"],
					minutes: 3,
					thumbnail: {
						src: "../icon.svg",
						alt: "A press",
						visibility: ["list"],
					},
				},
			],
			configuration: {
				readMore: true,
				settings: { authors: { Ann: { name: "Ann Ink", url: "#/ann" } } },
			},
		},
		"/",
	);
	const card = page.locator("ol.ink-cards > li > article.ink-card");
	assert.deepEqual(
		await card.evaluate(({ children }) =>
			Array.from(
				children,
				({ localName, className }) => `${localName}.${className}`,
			),
		),
		[
			"a.ink-card-thumbnail",
			"h2.ink-card-title",
			"p.ink-lead",
			"ul.ink-meta",
			"p.ink-card-summary",
			"a.ink-read-more",
		],
	);
	assert.deepEqual(await linksIn(page, ".ink-card a"), [
		["", "#/posts/a%20b"],
		["Ink & <b>paper</b>", "#/posts/a%20b"],
		["Ann Ink", "#/ann"],
		["Print", "#/categories/print"],
		["C#", "#/categories/c%23"],
		["Read more", "#/posts/a%20b"],
	]);
	assert.deepEqual(await card.locator(".ink-meta li").allTextContents(), [
		"Ann Ink",
		"February 12, 2025",
		"Print, C#",
		"3-minute read",
	]);
	assert.equal(await textOf(card.locator(".ink-lead")), "A lead");
	assert.equal(
		await textOf(card.locator(".ink-card-summary")),
		"A <i>summary</i>",
	);
	const image = card.getByRole("img", { name: "A press" });
	assert.equal(
		await image.evaluate(
			(image) => /** @type {HTMLImageElement} */ (image).src,
		),
		new URL("../icon.svg", page.url()).href,
	);
	// Out of the card the link says what there is more of.
	await card
		.getByRole("link", { name: "Read more Ink & <b>paper</b>" })
		.waitFor();
	assert.equal(await card.locator('a[rel="bookmark"]').count(), 1);
	assert.deepEqual(complaints, []);
});

test("a card leaves out what its article does not say", async () => {
	const { page, show } = await openBench();
	await show({ cards: [{ path: "posts/untitled.md", title: "" }] }, "/");
	assert.equal(
		await page.locator(".ink-card").evaluate((card) => card.childElementCount),
		1,
	);
	assert.deepEqual(await titles(page), ["untitled"]);
});

test("a card shows its article's image only where that is wanted in lists, and not once it has failed", async () => {
	const { page, show } = await openBench();
	await page.route("**/there.svg", (route) =>
		route.fulfill({
			body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
			contentType: "image/svg+xml",
		}),
	);
	/** @param {("list" | "post")[] | null} visibility */
	const card = (visibility, src = "/there.svg", alt = "") => ({
		thumbnail: { src, alt, visibility },
	});
	const cards = [
		card(null, "/there.svg", "silent"),
		card(["post"], "/there.svg", "post"),
		card(["list", "post"], "/there.svg", "list"),
		card([], "/there.svg", "nowhere"),
		card(null, "/gone.svg", "gone"),
		card(null, "javascript:alert(1)", "refused"),
	];
	const shown = () =>
		page
			.locator(".ink-card-thumbnail img")
			.evaluateAll((images) =>
				images.map((image) => image.getAttribute("alt")),
			);
	await show({ cards }, "/");
	await page.locator('img[alt="gone"]').waitFor({ state: "detached" });
	assert.deepEqual(await shown(), ["silent", "list"]);

	await show(
		{
			cards,
			configuration: { settings: { thumbnail: { visibility: ["post"] } } },
		},
		"/",
	);
	assert.deepEqual(await shown(), ["list"]);

	const own = { src: "/there.svg", alt: "the site's", visibility: ["list"] };
	await show(
		{
			cards: [card(null, "/there.svg", "own"), card(null, ""), card([], "")],
			configuration: { settings: { thumbnail: own } },
		},
		"/",
	);
	assert.deepEqual(await shown(), ["own", "the site's"]);
});

test("an image without words is no link of its own, and none is a stop on the way through the page", async () => {
	const { page, show } = await openBench();
	await show(
		{
			cards: ["", "Type"].map((alt) => ({
				thumbnail: { src: "/static/icon.svg", alt, visibility: null },
			})),
		},
		"/",
	);
	assert.deepEqual(
		await page
			.locator(".ink-card-thumbnail")
			.evaluateAll((links) =>
				links.map((link) => [
					link.getAttribute("aria-hidden"),
					/** @type {HTMLElement} */ (link).tabIndex,
				]),
			),
		[
			["true", -1],
			[null, -1],
		],
	);
});

test("an article in another language is marked as that, and what the site says in its card as the site's", async () => {
	const { page, show } = await openBench();
	await show(
		{
			cards: [
				{ title: "نص", lang: "ar", minutes: 2, date: "2025-02-12", weight: 1 },
				{ title: "Colour", lang: "en-GB", date: "2025-02-12", weight: 2 },
				{ title: "Same", lang: "en", weight: 3 },
			],
			configuration: { readMore: true },
		},
		"/",
	);
	assert.deepEqual(
		await page
			.locator(".ink-card")
			.evaluateAll((cards) =>
				cards.map((card) =>
					["lang", "dir"].map((name) => card.getAttribute(name)),
				),
			),
		[
			["ar", "rtl"],
			["en-GB", "ltr"],
			[null, null],
		],
	);
	const [arabic, british] = await page.locator(".ink-card").all();
	for (const spoken of [".ink-reading", ".ink-read-more"]) {
		assert.equal(
			await arabic.locator(spoken).getAttribute("lang"),
			"en",
			spoken,
		);
		assert.equal(await arabic.locator(spoken).getAttribute("dir"), "ltr");
	}
	assert.equal(
		await british.locator(".ink-read-more").getAttribute("lang"),
		null,
	);
	// Dates are the article's.
	assert.deepEqual(await page.locator("time").allTextContents(), [
		"12 فبراير 2025",
		"12 February 2025",
	]);
});

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
