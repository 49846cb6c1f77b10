// @ts-check
// The cards of a site's lists: what each says of its article, and what it leaves out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf, useBrowser } from "../browser.js";
import { linksIn, openBench, titles } from "./bench.js";

useBrowser();

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
