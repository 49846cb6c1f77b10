// @ts-check
// Protects: feeds and sitemaps are well-formed whatever titles and tags hold, say the right URLs, and have what
// their readers expect. Chromium's XML parser reads them, which is not ours.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openPage, useBrowser } from "../browser/browser.js";
import { article, articles, index } from "./blogs.js";
import { folderWith } from "./inkstone.js";

useBrowser();

const site = "baseUrl: https://example.org/blog/\ntitle: Ink & <paper>\n";
const hostile = {
	title: 'A & B < C > "D" ]]> &amp; 墨 😀 \u0007\uFFFF',
	author: ["<script>&"],
	tags: ["x<y", 'a&b"c', "😀"],
	summary: "One & <b>two</b> ]]> three",
	date: "2024-05-06T07:08:09+08:00",
	lastmod: "2024-06-01",
};
const shown = 'A & B < C > "D" ]]> &amp; 墨 😀 \uFFFD\uFFFD';

/**
 * @typedef {{ name: string, attributes: Record<string, string>, text: string, children: Node[] }} Node
 */

/**
 * Reads a file as XML.
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<Node>}
 */
async function xml(folder, name) {
	const { page } = await openPage();
	return page.evaluate(
		(text) => {
			const parsed = new DOMParser().parseFromString(text, "application/xml");
			const error = parsed.querySelector("parsererror");
			if (error) {
				throw new Error(error.textContent ?? "");
			}
			/** @param {Element} element @returns {Node} */
			const read = (element) => ({
				name: element.nodeName,
				attributes: Object.fromEntries(
					Array.from(element.attributes, ({ name, value }) => [name, value]),
				),
				text: element.textContent ?? "",
				children: Array.from(element.children, read),
			});
			return read(parsed.documentElement);
		},
		readFileSync(join(folder, name), "utf8"),
	);
}

/**
 * The elements of a name, wherever they stand.
 * @param {Node} node
 * @param {string} name
 * @returns {Node[]}
 */
function all(node, name) {
	return [
		...(node.name === name ? [node] : []),
		...node.children.flatMap((child) => all(child, name)),
	];
}

/**
 * The texts of the elements of a name.
 * @param {Node} node
 * @param {string} name
 */
function texts(node, name) {
	return all(node, name).map(({ text }) => text);
}

test("titles, tags and summaries of every kind come out of the feeds as they are", async () => {
	const folder = folderWith({
		"site.yaml": `${site}urls: path\n`,
		"posts/a.md": article(hostile),
	});
	await index(folder);
	const rss = await xml(folder, "rss.xml");
	const [item] = all(rss, "item");
	assert(item);
	assert.deepEqual(texts(item, "title"), [shown]);
	assert.deepEqual(texts(item, "category"), hostile.tags);
	assert.deepEqual(texts(item, "dc:creator"), hostile.author);
	assert.deepEqual(texts(item, "pubDate"), ["Sun, 05 May 2024 23:08:09 GMT"]);
	assert.deepEqual(texts(item, "link"), ["https://example.org/blog/posts/a/"]);

	const atom = await xml(folder, "atom.xml");
	const [entry] = all(atom, "entry");
	assert(entry);
	assert.deepEqual(texts(entry, "title"), [shown]);
	assert.deepEqual(
		all(entry, "category").map(({ attributes }) => attributes.term),
		hostile.tags,
	);
	assert.deepEqual(texts(entry, "name"), hostile.author);
	assert.deepEqual(texts(entry, "updated"), ["2024-06-01T00:00:00.000Z"]);

	const json = JSON.parse(readFileSync(join(folder, "feed.json"), "utf8"));
	assert.equal(json.version, "https://jsonfeed.org/version/1.1");
	assert.equal(json.title, "Ink & <paper>");
	const [{ url, title, tags, content_text }] = json.items;
	assert.equal(url, "https://example.org/blog/posts/a/");
	assert.equal(title, hostile.title);
	assert.deepEqual(tags, hostile.tags);
	// RSS has HTML there, the others text.
	assert.deepEqual(texts(entry, "summary"), [content_text]);
	const html = content_text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;");
	assert.deepEqual(texts(item, "description"), [html]);
});

test("feeds have the newest twenty articles of the home list, and say where they are themselves", async () => {
	const folder = folderWith({
		...articles(30),
		"site.yaml": site,
		"heavy.md": article({ title: "Heavy", date: "2020-01-01", weight: 1 }),
		"about.md": article({ type: "page", date: "2025-01-01" }),
		"undated.md": article({}),
		"draft.md": article({ draft: true, date: "2025-01-01" }),
	});
	await index(folder);
	const atom = await xml(folder, "atom.xml");
	const dates = all(atom, "entry").flatMap((entry) =>
		texts(entry, "published"),
	);
	assert.equal(dates.length, 20);
	assert.deepEqual(dates, dates.toSorted().reverse());
	assert(!texts(atom, "title").includes("Heavy"));
	const self = all(atom, "link").find(
		({ attributes }) => attributes.rel === "self",
	);
	assert.equal(self?.attributes.href, "https://example.org/blog/atom.xml");
	assert.equal(texts(atom, "updated")[0], dates[0]);
});

test("with routes in the fragment, URLs have them", async () => {
	const folder = folderWith({
		"site.yaml": site,
		"墨.md": article({ date: "2024-01-01" }),
	});
	await index(folder);
	const rss = await xml(folder, "rss.xml");
	assert.deepEqual(texts(rss, "link"), [
		"https://example.org/blog/#/",
		"https://example.org/blog/#/%E5%A2%A8",
	]);
});

test("every language has feeds of its own, and the sitemap says what is whose translation", async () => {
	const folder = folderWith({
		"site.yaml": `${site}urls: path\nlang: en\nlanguages:\n  en: {}\n  zh: { title: 墨 }\n`,
		"posts/a.md": article({ title: "A", date: "2024-01-01" }),
		"posts/a.zh.md": article({ title: "甲", date: "2024-01-02" }),
		"posts/b.md": article({ title: "B" }),
	});
	await index(folder);
	const zh = await xml(folder, "zh/rss.xml");
	assert.deepEqual(texts(zh, "title"), ["墨", "甲"]);
	assert.deepEqual(texts(zh, "language"), ["zh"]);
	const sitemap = await xml(folder, "sitemap.xml");
	const urls = Object.fromEntries(
		all(sitemap, "url").map((url) => [
			texts(url, "loc")[0]?.replace("https://example.org/blog", ""),
			{
				lastmod: texts(url, "lastmod"),
				alternates: all(url, "xhtml:link").map(
					({ attributes }) => attributes.hreflang,
				),
			},
		]),
	);
	const both = ["en", "zh"];
	assert.deepEqual(urls, {
		"/": { lastmod: [], alternates: both },
		"/zh/": { lastmod: [], alternates: both },
		"/posts/": { lastmod: [], alternates: [] },
		"/zh/posts/": { lastmod: [], alternates: [] },
		"/posts/a/": {
			lastmod: ["2024-01-01T00:00:00.000Z"],
			alternates: both.toReversed(),
		},
		"/zh/posts/a/": {
			lastmod: ["2024-01-02T00:00:00.000Z"],
			alternates: both.toReversed(),
		},
		"/posts/b/": { lastmod: [], alternates: [] },
	});
});

test("without baseUrl there are no feeds and no sitemap", async () => {
	const folder = folderWith({ "a.md": article({ date: "2024-01-01" }) });
	await index(folder);
	for (const name of ["rss.xml", "atom.xml", "feed.json", "sitemap.xml"]) {
		assert(!existsSync(join(folder, name)), name);
	}
});
