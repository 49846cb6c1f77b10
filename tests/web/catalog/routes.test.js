// @ts-check
// Routes: every helper of a site must agree on where a file's article is, and on what is at a route.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { moduleOf } from "../sources.js";
import { languagesOf } from "./corpus.js";

/** @type {typeof import("../../../web/src/catalog/routes.js")} */
let routes;
/** @type {typeof import("../../../web/src/catalog/paths.js")} */
let paths;
before(async () => {
	routes = await import(await moduleOf("catalog/routes.ts"));
	paths = await import(await moduleOf("catalog/paths.ts"));
});

const site = languagesOf("en", "zh", "pt-BR");

/**
 * @param {string} path
 * @param {{ lang?: string, slug?: string, type?: string }} [metadata]
 */
const placeOf = (path, metadata = {}) =>
	routes.placeOfFile(path, { lang: "", slug: "", type: "", ...metadata }, site);

test("A file's language is that of its front matter, else its suffix, else its folder, else the site's", () => {
	for (const [path, lang, expected] of [
		["zh/a.pt-BR.md", "en", "en"],
		["zh/a.pt-BR.md", "", "pt-BR"],
		["zh/a.md", "", "zh"],
		["ZH/a.md", "", "zh"],
		["a.md", "", "en"],
		["a.fr.md", "", "en"],
		["posts/zh/a.md", "", "en"],
		["a.md", "zh-CN", "zh-CN"],
	]) {
		assert.equal(
			placeOf(path ?? "", { lang: lang ?? "" }).lang,
			expected,
			path,
		);
	}
});

test("An article is in the lists of its very language, else of its language and script, else of the site's own", () => {
	const both = languagesOf("en", "zh-Hans", "zh-TW", "pt-BR", "pt");
	for (const [lang, expected] of [
		["zh-tw", "zh-TW"],
		["zh-CN", "zh-Hans"],
		["zh", "zh-Hans"],
		["zh-HK", "zh-TW"],
		["pt-PT", "pt-BR"],
		["pt", "pt"],
		["en-GB", "en"],
		["sr-Latn", "en"],
		["fr", "en"],
		["?", "en"],
		["", "en"],
	]) {
		assert.equal(routes.siteLanguage(lang ?? "", both), expected, lang);
	}
});

test("A route is the path without extension, language and index, below the language where it is not the site's own", () => {
	for (const [path, route, section, base] of [
		["a.md", "/a", "", "a"],
		["posts/a.md", "/posts/a", "posts", "posts/a"],
		["posts/2025/a.md", "/posts/2025/a", "posts", "posts/2025/a"],
		["posts/a.zh.md", "/zh/posts/a", "posts", "posts/a"],
		["zh/posts/a.md", "/zh/posts/a", "posts", "posts/a"],
		["zh/posts/a.en.md", "/posts/a", "posts", "posts/a"],
		["posts/a/index.md", "/posts/a", "posts", "posts/a"],
		["posts/a/index.zh.md", "/zh/posts/a", "posts", "posts/a"],
		["about/index.md", "/about", "", "about"],
		["index.md", "/", "", ""],
		["index.zh.md", "/zh", "", ""],
		["v1.2.md", "/v1.2", "", "v1.2"],
		["文章/活字.md", "/文章/活字", "文章", "文章/活字"],
		["cafe\u0301/a.md", "/caf\u00e9/a", "caf\u00e9", "caf\u00e9/a"],
	]) {
		const place = placeOf(path ?? "");
		assert.deepEqual(
			[place.route, place.section, place.base],
			[route, section, base],
			path,
		);
	}
});

test("`slug` takes the last segment's place and `type` the section's", () => {
	const place = placeOf("posts/a.zh.md", { slug: "b c/d", type: "news" });
	assert.equal(place.route, "/zh/posts/b c-d");
	assert.equal(place.section, "news");
	assert.equal(place.base, "posts/a");
	assert.equal(placeOf("posts/a/index.md", { slug: "b" }).route, "/posts/b");
	assert.equal(placeOf("posts/a.md", { slug: ".." }).route, "/posts/a");
	assert.equal(placeOf("index.md", { slug: "b" }).route, "/");
});

test("Hidden files, those of hidden folders, READMEs and what is no Markdown are no articles", () => {
	for (const path of ["a.md", "a/b.zh.md", "index.md", "zh/index.md", "A.MD"]) {
		assert.equal(routes.isArticlePath(path, site), true, path);
	}
	for (const path of [
		"_index.md",
		"_index.zh.md",
		"_drafts/a.md",
		"zh/_a.md",
		".git/a.md",
		".md",
		"README.md",
		"posts/readme.zh.md",
		"a.txt",
		"md",
	]) {
		assert.equal(routes.isArticlePath(path, site), false, path);
	}
});

test("`_index.md` describes its folder's section, in its language", () => {
	for (const [path, name] of [
		["_index.md", ""],
		["_index.zh.md", ""],
		["posts/_index.md", "posts"],
		["zh/posts/_index.md", "posts"],
		["posts/_index.zh.md", "posts"],
		["posts/2025/_index.md", undefined],
		["_drafts/_index.md", undefined],
		["posts/index.md", undefined],
	]) {
		assert.equal(routes.describedSection(path ?? "", site), name, path);
	}
});

test("Every kind of place has one route, in every language", () => {
	for (const [route, place] of /** @type {const} */ ([
		["/", { kind: "home", site: "en" }],
		["/zh", { kind: "home", site: "zh" }],
		["/archive", { kind: "archive", site: "en" }],
		["/zh/archive/2025", { kind: "year", site: "zh", year: "2025" }],
		["/search", { kind: "search", site: "en" }],
		["/tags", { kind: "taxonomy", site: "en", taxonomy: "tags" }],
		[
			"/pt-BR/categories/c++",
			{ kind: "term", site: "pt-BR", taxonomy: "categories", slug: "c++" },
		],
		[
			"/zh/posts",
			{ kind: "route", site: "zh", route: "/zh/posts", name: "posts" },
		],
		[
			"/posts/2025/a",
			{
				kind: "route",
				site: "en",
				route: "/posts/2025/a",
				name: "posts/2025/a",
			},
		],
	])) {
		assert.deepEqual(routes.parsePlace(route, site), place);
		assert.equal(routes.placeRoute(place, site), route);
	}
	assert.equal(routes.sectionRoute("zh", "posts", site), "/zh/posts");
});

test("Routes need not be in their shortest form", () => {
	for (const [route, expected] of [
		["", "/"],
		["zh//", "/zh"],
		["/ZH/tags/", "/zh/tags"],
		["/tags/New York/", "/tags/new-york"],
		["/cafe\u0301", "/caf\u00e9"],
		["/archive/soon", "/archive/soon"],
		["/tags/a/b", "/tags/a/b"],
		["/en/a", "/en/a"],
	]) {
		const place = routes.parsePlace(route ?? "", site);
		assert.equal(routes.placeRoute(place, site), expected);
	}
});

test("A term's slug keeps its letters in any script and no more than an URL bears well", () => {
	for (const [name, slug] of [
		["New  York", "new-york"],
		["C++", "c++"],
		["C#", "c#"],
		["Node.js", "node.js"],
		["排版/印刷", "排版-印刷"],
		["हिन्दी", "हिन्दी"],
		["CAFE\u0301", "caf\u00e9"],
		["What? Why!", "what-why"],
		["“a”", "a"],
		[" 2025 ", "2025"],
		["!?", "-"],
		["", "-"],
		["..", "-"],
		["İ", "i\u0307"],
	]) {
		assert.equal(routes.termSlug(name ?? ""), slug);
		assert.equal(routes.termSlug(slug ?? ""), slug, "twice is once");
	}
});

test("An alias counts from the site's folder, or from that of the article's route", () => {
	for (const [alias, expected] of [
		["/old/a/", "/old/a"],
		["/old/index.html", "/old"],
		["/old/a.html?b#c", "/old/a.html"],
		["old", "/posts/old"],
		["../old", "/old"],
		["../../../old", "/old"],
		["/%E6%97%A7", "/旧"],
		["/50%", "/50%"],
		["https://me.example/blog/old", "/old"],
		["https://other.example/old", undefined],
		["//other.example/old", undefined],
	]) {
		assert.equal(
			paths.aliasRoute(alias ?? "", "/posts/a", "https://me.example/blog/"),
			expected,
			alias,
		);
	}
});
