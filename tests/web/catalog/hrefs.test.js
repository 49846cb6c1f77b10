// @ts-check
// Links of a site: what leads to a place must lead back to the same place, whatever its name and wherever the
// site is.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { moduleOf } from "../sources.js";

/** @type {typeof import("../../../web/src/catalog/hrefs.js")} */
let module;
before(async () => {
	module = await import(await moduleOf("catalog/hrefs.ts"));
});

const folder = "https://me.example/博客/site.yaml";
const home = "https://me.example/%E5%8D%9A%E5%AE%A2/";

/**
 * @param {"hash" | "path"} urls
 * @param {string} [document]
 */
function hrefsOf(urls, document = `${home}index.html?skin=1#/old`) {
	const language = {
		title: "",
		tagline: "",
		description: "",
		copyright: "",
		menus: {},
	};
	const languages = ["en", "zh"].map((lang) => ({ ...language, lang }));
	return new module.Hrefs({ urls, lang: "en", languages }, folder, document);
}

const routes = [
	"/",
	"/posts/a",
	"/标签/活字 印刷",
	"/tags/c#",
	"/tags/what?",
	"/100%",
	"/%41",
	"/a:b",
	"/v1.2",
	"/tags/node.js",
	"/tags/readme.md",
	"/a&b=c+d",
];

for (const mode of /** @type {const} */ (["hash", "path"])) {
	test(`Every place is read back as it was linked, in mode ${mode}`, () => {
		const hrefs = hrefsOf(mode);
		for (const route of routes) {
			for (const more of [
				{},
				{ page: 3 },
				{ query: "a & b #1 100% 活字" },
				{ page: 2, query: "?", heading: "什么 #是?%" },
			]) {
				const address = { route, page: 1, query: "", heading: "", ...more };
				const href = hrefs.href(route, more);
				assert.equal(new URL(href).href, href, "is in its normal form");
				assert.deepEqual(hrefs.address(href), address, href);
			}
		}
	});

	test(`What is elsewhere is no place, in mode ${mode}`, () => {
		const hrefs = hrefsOf(mode);
		for (const url of [
			"https://other.example/%E5%8D%9A%E5%AE%A2/posts/a/",
			"http://me.example/%E5%8D%9A%E5%AE%A2/posts/a/",
			"https://me.example/posts/a/",
			"https://me.example/%E5%8D%9A%E5%AE%A2x/",
			`${home}images/a.png`,
			`${home}feed.xml`,
			"mailto:me@me.example",
			"nothing",
			"",
		]) {
			assert.equal(hrefs.address(url), undefined, url);
		}
	});

	test(`The URL of an article's file leads to the article, in mode ${mode}`, () => {
		assert.deepEqual(
			hrefsOf(mode).address(`${home}posts/%E6%B4%BB%E5%AD%97.zh.md#h`),
			{
				route: "/zh/posts/活字",
				page: 1,
				query: "",
				heading: "h",
				path: "posts/活字.zh.md",
			},
		);
		assert.equal(hrefsOf(mode).address(`${home}README.md`), undefined);
	});

	test(`Malformed escapes are read as they stand, in mode ${mode}`, () => {
		const hrefs = hrefsOf(mode);
		const start = hrefs.href("/");
		assert.deepEqual(hrefs.address(`${start}a%/%E0%A4?page=%ZZ#%`), {
			route: "/a%/%E0%A4",
			page: 1,
			query: "",
			heading: "%",
		});
	});

	test(`A page number is a whole number from 1 on, in mode ${mode}`, () => {
		const hrefs = hrefsOf(mode);
		for (const page of ["0", "-1", "1.5", "x", "", "9".repeat(20)]) {
			assert.equal(hrefs.address(`${hrefs.href("/")}?page=${page}`)?.page, 1);
		}
	});
}

test("In the fragment, routes belong to the document that shows the site, with its query", () => {
	const hrefs = hrefsOf("hash");
	assert.equal(
		hrefs.href("/posts/a", { page: 2, heading: "h" }),
		`${home}index.html?skin=1#/posts/a?page=2#h`,
	);
	assert.equal(hrefs.address(`${home}index.html?skin=1`)?.route, "/");
	assert.equal(hrefs.address(`${home}index.html?skin=1#`)?.route, "/");
	assert.equal(hrefs.address(`${home}index.html?skin=1#heading`), undefined);
	assert.equal(hrefs.address(`${home}index.html#/posts/a`), undefined);
});

test("In the path, folders end with a slash, and need none to be read", () => {
	const hrefs = hrefsOf("path");
	assert.equal(
		hrefs.href("/posts/a", { page: 2, heading: "h" }),
		`${home}posts/a/page/2/#h`,
	);
	assert.equal(hrefs.href("/"), home);
	assert.equal(hrefs.href("/", { page: 3 }), `${home}page/3/`);
	assert.deepEqual(
		["page/3/", "page/3/index.html", "posts/a/page/3", "page/0/"].map((url) => {
			const address = hrefs.address(home + url);
			return [address?.route, address?.page];
		}),
		[
			["/", 3],
			["/", 3],
			["/posts/a", 3],
			["/page/0", 1],
		],
	);
	for (const url of [
		"posts/a",
		"posts/a/",
		"posts//a/",
		"posts/a/index.html",
	]) {
		assert.equal(hrefs.address(home + url)?.route, "/posts/a");
	}
	assert.equal(hrefs.address(home.slice(0, -1))?.route, "/");
	assert.equal(hrefs.address(`${home}index.html`)?.route, "/");
});

test("A file's path and its URL are one another's", () => {
	const hrefs = hrefsOf("hash");
	for (const path of ["a.md", "posts/活字 #1?.md", "100%.md"]) {
		assert.equal(hrefs.pathOf(hrefs.file(path)), path);
	}
	assert.equal(hrefs.pathOf("https://me.example/a.md"), undefined);
	assert.equal(hrefs.pathOf("a.md"), undefined);
});

test("A lone surrogate in a name is no error", () => {
	assert.equal(hrefsOf("hash").href("/\ud800").endsWith("#/%EF%BF%BD"), true);
});

test("A relative URL leads where the absolute one does", () => {
	const base = "https://me.example/blog/";
	for (const target of [
		"",
		"posts/",
		"posts/a/",
		"posts/a/page/2/#h",
		"posts/a/b/c.png",
		"a%3Ab/",
		"?q=1",
		"tags/",
		"../",
		"../other/a",
	]) {
		for (const from of ["", "posts/a/", "posts/a/index.html", "404.html"]) {
			const absolute = new URL(target, base).href;
			const relative = module.relativeUrl(absolute, base + from);
			assert.equal(new URL(relative, base + from).href, absolute);
			assert.doesNotMatch(relative, /^\/|:/);
		}
	}
	const elsewhere = "https://other.example/a";
	assert.equal(module.relativeUrl(elsewhere, base), elsewhere);
});
