// @ts-check
// Cards and search documents: what lists and searches say of an article must be what its front matter means.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { moduleOf } from "../sources.js";
import { articleOf, configurationOf } from "./corpus.js";

/** @type {typeof import("../../../web/src/catalog/card.js")} */
let module;
/** @type {typeof import("../../../web/src/catalog/moment.js")} */
let moments;
before(async () => {
	module = await import(await moduleOf("catalog/card.ts"));
	moments = await import(await moduleOf("catalog/moment.ts"));
});

const site = configurationOf(["en", "zh"]);
const now = new Date("2026-03-01T12:00:00Z");

/**
 * @param {Parameters<typeof articleOf>[0]} metadata
 * @param {string} [path]
 * @param {import("../../../web/src/types.js").FrontMatter} [settings]
 */
const cardOf = (metadata, path = "posts/a.md", settings = {}) =>
	module.cardOf(articleOf(metadata), path, { ...site, settings }, now);

test("A card has what lists need of an article", () => {
	const article = articleOf(
		{
			title: "活字",
			lead: "Lead",
			date: "2025-02-12T18:55:15+08:00",
			lastmod: "2025-03-01",
			author: ["A", "B"],
			categories: ["c"],
			tags: ["t"],
			lang: "zh-CN",
			weight: 3,
			thumbnail: { src: "a.png", alt: "A", visibility: ["list"] },
			menu: [{ menu: "main", name: "", weight: null, identifier: "" }],
			aliases: ["/old/", "older", "https://elsewhere.example/", "/old"],
		},
		{
			summary: { text: "Plain", html: "<em>Plain</em>" },
			counts: { words: 1, characters: 2, minutes: 9 },
		},
	);
	assert.deepEqual(module.cardOf(article, "posts/a.md", site, now), {
		path: "posts/a.md",
		route: "/zh/posts/a",
		aliases: ["/old", "/zh/posts/older"],
		site: "zh",
		lang: "zh-CN",
		translationKey: "posts/a",
		section: "posts",
		title: "活字",
		lead: "Lead",
		summary: "Plain",
		date: "2025-02-12T18:55:15+08:00",
		lastmod: "2025-03-01",
		authors: ["A", "B"],
		categories: ["c"],
		tags: ["t"],
		weight: 3,
		thumbnail: { src: "posts/a.png", alt: "A", visibility: ["list"] },
		minutes: 9,
		menu: [{ menu: "main", name: "", weight: null, identifier: "" }],
		hidden: "",
	});
});

test("Without a title, an article is called by its file's name", () => {
	assert.equal(cardOf({}, "posts/活字 100%.md").title, "活字 100%");
	assert.equal(cardOf({}, "posts/a#b?.zh.md").title, "a#b?.zh");
});

test("An article that names no author has the site's", () => {
	for (const [author, expected] of [
		["Me", ["Me"]],
		[
			["Me", "You"],
			["Me", "You"],
		],
		[undefined, []],
		["", []],
	]) {
		assert.deepEqual(cardOf({}, "a.md", { author }).authors, expected);
	}
	assert.deepEqual(
		cardOf({ author: [] }, "a.md", { author: "Me" }).authors,
		[],
	);
});

test("Translations have the path in common, or what the front matter says", () => {
	assert.equal(cardOf({}, "zh/posts/a.md").translationKey, "posts/a");
	assert.equal(cardOf({}, "posts/a.zh.md").translationKey, "posts/a");
	assert.equal(cardOf({ slug: "b" }).translationKey, "posts/a");
	assert.equal(cardOf({ translationKey: "k" }).translationKey, "k");
});

test("A thumbnail is said from the site's folder", () => {
	for (const [path, src, expected] of [
		["a.md", "i/a.png", "i/a.png"],
		["posts/2025/a.md", "a.png", "posts/2025/a.png"],
		["posts/2025/a.md", "./a.png?b/../c#d", "posts/2025/a.png?b/../c#d"],
		["posts/a.md", "../i/a.png", "i/a.png"],
		["posts/a.md", "../../a.png", "../a.png"],
		["100% #?/a.md", "a%20b.png", "100%25%20%23%3F/a%20b.png"],
		["a.md", "./b:c.png", "./b:c.png"],
		["posts/a.md", "/i/a.png", "/i/a.png"],
		["posts/a.md", "//other.example/a.png", "//other.example/a.png"],
		[
			"posts/a.md",
			"https://other.example/a.png",
			"https://other.example/a.png",
		],
		["posts/a.md", "data:image/png;base64,AA", "data:image/png;base64,AA"],
		["posts/a.md", "", ""],
	]) {
		const thumbnail = { src: src ?? "", alt: "", visibility: null };
		assert.equal(cardOf({ thumbnail }, path).thumbnail.src, expected);
	}
});

test("Lists leave out drafts, what is to come and what is over, from the second on", () => {
	for (const [metadata, hidden] of /** @type {const} */ ([
		[{}, ""],
		[{ draft: true, expiryDate: "2020-01-01" }, "draft"],
		[{ date: "2026-03-01T12:00:00" }, ""],
		[{ date: "2026-03-01T12:00:01" }, "scheduled"],
		[{ date: "2026-03-01T20:00:00+08:00" }, ""],
		[{ date: "2026-03-01T20:00:01+08:00" }, "scheduled"],
		[{ date: "2020-01-01", publishDate: "2026-03-02" }, "scheduled"],
		[{ publishDate: "2026-03-01" }, ""],
		[{ expiryDate: "2026-03-01T12:00:00Z" }, "expired"],
		[{ expiryDate: "2026-03-01T12:00:01Z" }, ""],
	])) {
		assert.equal(cardOf(metadata).hidden, hidden, JSON.stringify(metadata));
	}
});

test("A record says when lists will have another opinion of it", () => {
	const untilOf = (/** @type {Parameters<typeof articleOf>[0]} */ metadata) =>
		module.recordOf(articleOf(metadata), "a.md", "h", site, now).until;
	assert.equal(untilOf({ date: "2020-01-01" }), undefined);
	assert.equal(
		untilOf({
			date: "2020-01-01",
			publishDate: "2026-03-03",
			expiryDate: "2026-03-02",
		}),
		Date.UTC(2026, 2, 2),
	);
});

test("A record is a card and a search document, and the hash that it was made for", () => {
	const article = articleOf(
		{ title: "T", tags: ["a", "b"], categories: ["b", "c"] },
		{
			html: "<h2>One</h2>\n<p>Two</p>\n",
			toc: [
				{
					level: 2,
					id: "one",
					text: "One",
					children: [{ level: 3, id: "in", text: "Inner", children: [] }],
				},
			],
		},
	);
	const record = module.recordOf(article, "posts/a.zh.md", "h", site, now);
	assert.equal(record.hash, "h");
	assert.deepEqual(
		record.card,
		module.cardOf(article, "posts/a.zh.md", site, now),
	);
	assert.deepEqual(record.document, {
		route: "/zh/posts/a",
		title: "T",
		terms: ["b", "c", "a"],
		headings: ["One", "Inner"],
		text: "One\nTwo",
	});
});

test("`_index.md` gives its section a title and a summary", () => {
	const article = articleOf(
		{ title: "文章" },
		{ summary: { text: "S", html: "" } },
	);
	assert.deepEqual(module.sectionCardOf(article, "posts/_index.zh.md", site), {
		site: "zh",
		name: "posts",
		title: "文章",
		summary: "S",
	});
	assert.equal(module.sectionCardOf(article, "posts/a.md", site), undefined);
	assert.equal(
		module.sectionCardOf(articleOf(), "posts/_index.md", site)?.title,
		"posts",
	);
});

test("A date without a zone is in UTC, and a day begins at midnight", () => {
	for (const [date, expected] of [
		["2025-02-12", "2025-02-12T00:00:00.000Z"],
		["2025-02-12T18:55:15", "2025-02-12T18:55:15.000Z"],
		["2025-02-12T18:55:15Z", "2025-02-12T18:55:15.000Z"],
		["2025-02-12T18:55:15+08:00", "2025-02-12T10:55:15.000Z"],
		["0099-01-01", "0099-01-01T00:00:00.000Z"],
		["12025-01-01", "+012025-01-01T00:00:00.000Z"],
	]) {
		const moment = new Date(moments.momentOf(date ?? ""));
		assert.equal(moment.toISOString(), expected);
	}
	for (const none of ["", "soon", "2025", "2025-13-01", "2025-02-12 18:55"]) {
		assert.equal(moments.momentOf(none), Number.NaN);
		assert.equal(moments.yearOf(none), "");
	}
	assert.equal(moments.yearOf("2025-01-01T00:00:00+08:00"), "2025");
});
