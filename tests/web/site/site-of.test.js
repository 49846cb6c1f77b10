// @ts-check
// The site as its articles see it: links to terms, neighbours and translations, menus and searches, by catalog and
// configuration.

import assert from "node:assert/strict";
import { test } from "node:test";
import { moduleOf } from "../sources.js";

/** @type {typeof import("../../../web/src/site/site-of.js")} */
const { siteOf } = await import(await moduleOf("site/site-of.ts"));
/** @type {typeof import("../../../web/src/catalog/hrefs.js")} */
const { Hrefs } = await import(await moduleOf("catalog/hrefs.ts"));

const folder = "https://example.org/blog/";
const entry = {
	card: { path: "posts/a.md", route: "/posts/a", section: "posts" },
	older: { title: "Older", route: "/posts/older" },
	translations: [
		{ title: "甲", route: "/zh/posts/a", lang: "zh-CN", site: "zh" },
	],
};

/**
 * @param {"hash" | "path"} urls
 * @param {object} [more]
 */
function facts(urls, more = {}) {
	const configuration = {
		urls,
		lang: "en",
		languages: [{ lang: "en" }, { lang: "zh" }],
		recentCount: 2,
		termCounts: true,
		search: { engine: "auto" },
		...more,
	};
	return /** @type {import("../../../web/src/site/site-of.js").SiteFacts} */ (
		/** @type {unknown} */ ({
			configuration,
			hrefs: new Hrefs(
				/** @type {any} */ (configuration),
				folder,
				`${folder}?from=x`,
			),
			language: {
				lang: "en",
				menus: {
					main: [{ title: "Posts", url: "/posts", weight: 0 }],
					side: [],
					footer: [],
				},
			},
			lang: "en",
			place: { kind: "route", site: "en", route: "/posts/a", name: "posts/a" },
			entry,
			catalog: {
				languages: { en: { menus: {}, sections: [] } },
				find: async () => undefined,
				list: async (
					/** @type {string} */ site,
					/** @type {string} */ list,
					/** @type {number} */ start,
					/** @type {number} */ count,
				) => ({
					total: 9,
					cards: [{ title: `${site} ${list} ${start} ${count}`, route: "/x" }],
				}),
				terms: async () => [
					{ title: "Ink & Stone", slug: "ink-stone", count: 3 },
				],
			},
			...more,
		})
	);
}

test("an article's neighbours and translations are those of its entry", async () => {
	const site = siteOf(facts("path"));
	assert.deepEqual(await site.neighbours?.(`${folder}posts/a.md`), {
		older: { title: "Older", url: `${folder}posts/older/` },
	});
	assert.deepEqual(await site.translations?.(`${folder}posts/a.md`), [
		{ title: "甲", url: `${folder}zh/posts/a/`, lang: "zh-CN" },
	]);
	assert.deepEqual(await site.neighbours?.(`${folder}posts/other.md`), {});
});

test("a term's address does not depend on how it is written", () => {
	const site = siteOf(facts("path"));
	assert.equal(
		site.termUrl?.("tags", "Ink  Stone"),
		site.termUrl?.("tags", "ink stone"),
	);
	assert.equal(site.termUrl?.("tags", "Ink"), `${folder}tags/ink/`);
});

test("counts of terms are given where the site wants them shown", async () => {
	const term = { title: "Ink & Stone", url: `${folder}tags/ink-stone/` };
	assert.deepEqual(await siteOf(facts("path")).terms?.("tags"), [
		{ ...term, count: 3 },
	]);
	assert.deepEqual(
		await siteOf(facts("path", { termCounts: false })).terms?.("tags"),
		[term],
	);
});

test("the newest articles are as many as the configuration says", async () => {
	assert.deepEqual(await siteOf(facts("path")).recent?.(""), [
		{ title: "en home 0 2", url: `${folder}x/` },
	]);
});

test("the entry of a menu that an article's section has is current", async () => {
	const [item] =
		(await siteOf(facts("path")).menu?.("main", `${folder}posts/a.md`)) ?? [];
	assert.equal(item?.current, true);
});

test("places within a page have addresses of their own where routes are in the fragment", () => {
	assert.equal(
		siteOf(facts("hash")).fragmentUrl?.("drei-äpfel"),
		"#/posts/a#drei-%C3%A4pfel",
	);
	assert.equal(siteOf(facts("path")).fragmentUrl, undefined);
});

test("without an engine there is no search", async () => {
	assert.equal(siteOf(facts("path")).search, undefined);
	assert.equal(siteOf(facts("path")).searchUrl, undefined);
	const found = { title: "A", route: "/posts/a", snippet: "s", marks: [] };
	const site = siteOf(
		facts("path", { search: { search: async () => [found] } }),
	);
	assert.deepEqual(await site.search?.("a", new AbortController().signal), [
		{ title: "A", url: `${folder}posts/a/`, snippet: "s", marks: [] },
	]);
	assert.equal(site.searchUrl?.("ink stone"), `${folder}search/?q=ink+stone`);
});
