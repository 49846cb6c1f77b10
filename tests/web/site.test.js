// @ts-check
// A site's configuration in JavaScript: the types are the core's table, and any file gives one, with what is wrong
// where it is. What each key takes stands in tests/core/site_reader_test.cpp.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { compile } from "./compile.js";
import { dist, loadInkstone } from "./dist.js";

/** @type {import("./dist.js").Inkstone} */
let inkstone;
before(async () => {
	inkstone = await loadInkstone();
});

/**
 * The places and codes of what is wrong with a configuration.
 * @param {string | Uint8Array} source
 */
function faults(source) {
	return inkstone
		.readSite(source)
		.diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`);
}

test("the TypeScript configuration has the core's keys, and what the core gives fits", () => {
	const { siteKeys } = inkstone.describe();
	const below = (/** @type {string} */ prefix) =>
		siteKeys
			.filter(({ name }) => name.startsWith(prefix))
			.map((key) => ({ ...key, name: key.name.slice(prefix.length) }))
			.filter(({ name }) => /^\w+$/.test(name));
	const union = (/** @type {{ name: string }[]} */ keys) =>
		keys.map(({ name }) => JSON.stringify(name)).join(" | ");
	const own = below("").filter((key) => key.default !== null);
	const settings = below("").filter((key) => key.default === null);
	const read = inkstone.readSite(
		"languages: {en: {menus: {side: {title: a, url: /}}}}\nmenus: {main: {title: a, url: /, weight: 1}}",
	);
	const path = (/** @type {string} */ entry) =>
		JSON.stringify(fileURLToPath(new URL(entry, dist)));
	compile(`
		import type { Author, PageSettings, SocialLink } from ${path("element.js")};
		import type { SiteConfiguration, SiteKeyDescription, SiteLanguage, SiteMenuItem, SiteReading, SiteSearch } from ${path("index.js")};
		type Same<A, B> = [A, B] extends [B, A] ? true : false;
		export const keys: Same<keyof SiteConfiguration, ${union(own)} | "settings"> = true;
		export const page: Same<Exclude<keyof PageSettings, "lang" | "sidebar" | "widgets">, ${union(settings)}> = true;
		export const language: Same<keyof SiteLanguage, ${union(below("languages.*."))} | "lang"> = true;
		export const menus: Same<keyof SiteConfiguration["menus"], ${union(below("menus."))}> = true;
		export const item: Same<keyof SiteMenuItem, ${union(below("menus.main[]."))}> = true;
		export const sidebar: Same<keyof SiteConfiguration["sidebar"], ${union(below("sidebar."))}> = true;
		export const widgets: Same<keyof SiteConfiguration["widgets"], ${union(below("widgets."))}> = true;
		export const search: Same<keyof SiteSearch, ${union(below("search."))}> = true;
		export const author: Same<keyof Author, ${union(below("authors.*."))}> = true;
		export const social: Same<keyof SocialLink, ${union(below("social[]."))}> = true;
		export const urls: Same<SiteConfiguration["urls"], ${union(words("urls"))}> = true;
		export const engine: Same<SiteSearch["engine"], ${union(words("search.engine"))}> = true;
		export const style: Same<NonNullable<PageSettings["dateStyle"]>, ${union(words("dateStyle"))}> = true;
		export const side: Same<SiteConfiguration["sidebar"]["home"], ${union(words("sidebar.home"))}> = true;
		export const read: SiteReading = ${JSON.stringify(read)};
		export const rows: SiteKeyDescription[] = ${JSON.stringify(siteKeys)};
	`);

	/** @param {string} name */
	function words(name) {
		const found = siteKeys.find((key) => key.name === name);
		return (found?.choices ?? []).map((name) => ({ name }));
	}
});

test("a configuration without a word is complete, and its defaults are the table's", () => {
	const { configuration, diagnostics } = inkstone.readSite("");
	assert.deepEqual(diagnostics, []);
	const { settings, options, languages, ...rest } = configuration;
	assert.deepEqual({ settings, options }, { settings: {}, options: {} });
	assert.deepEqual(
		languages.map(({ lang }) => lang),
		["en"],
	);
	const table = inkstone
		.describe()
		.siteKeys.filter(({ name }) => Object.hasOwn(rest, name));
	assert.deepEqual(
		rest,
		Object.fromEntries(table.map((key) => [key.name, key.default])),
	);
});

test("text and its bytes, with any line ends and a byte order mark, say the same", () => {
	const text = "title: 字\nlogo: a.svg\npageSize: 0\n";
	const expected = inkstone.readSite(text);
	assert.equal(expected.configuration.title, "字");
	for (const same of [
		text.replaceAll("\n", "\r\n"),
		text.replaceAll("\n", "\r"),
		`\uFEFF${text}`,
	]) {
		assert.deepEqual(inkstone.readSite(same), expected);
		assert.deepEqual(
			inkstone.readSite(new TextEncoder().encode(same)),
			expected,
		);
	}
});

test("places are lines and columns in UTF-16 units, as editors count", () => {
	assert.deepEqual(
		faults("# 字\r\nauthors: {😀: 5, 字: {namme: a}}\r\n  \r\npageSize: x\r\n"),
		["2:15 site-type", "2:22 site-unknown-key", "4:11 site-type"],
	);
});

test("bytes that are not UTF-8 and lone surrogates are U+FFFD", () => {
	const { configuration, diagnostics } = inkstone.readSite(
		new Uint8Array([...new TextEncoder().encode("title: a"), 0xff]),
	);
	assert.equal(configuration.title, "a\uFFFD");
	assert.deepEqual(
		diagnostics.map(({ code }) => code),
		["invalid-utf8"],
	);
	assert.equal(
		inkstone.readSite("title: a\uD800").configuration.title,
		"a\uFFFD",
	);
});

test("what the configuration gives is the page's: dates stay texts, numbers of providers numbers", () => {
	const { settings, options } = inkstone.readSite(`
commentsProvider: {provider: element, since: 2025-01-01, limit: 5, big: 12345678901234567890}
options: {tocDepth: "3", gfm: "no"}
`).configuration;
	assert.deepEqual(settings, {
		commentsProvider: {
			provider: "element",
			since: "2025-01-01",
			limit: 5,
			big: "12345678901234567890",
		},
	});
	assert.deepEqual(options, { gfm: false, tocDepth: 3 });
	// As they are, articles can be rendered with them.
	assert.match(inkstone.render("|a|\n|-|\n", options).html, /^<p>/);
});

test("names that mean something to objects are keys like others", () => {
	const { configuration, diagnostics } = inkstone.readSite(
		"__proto__: {a: 1}\nconstructor: 2\nauthors: {__proto__: {bio: a}, toString: {bio: b}}\n",
	);
	assert.deepEqual(
		diagnostics.map(({ code }) => code),
		["site-unknown-key", "site-unknown-key"],
	);
	const { authors } = configuration.settings;
	assert.deepEqual(Object.keys(/** @type {object} */ (authors)), [
		"__proto__",
		"toString",
	]);
});

test("a configuration that is made to hurt is read, with few diagnostics", () => {
	const many = 100_000;
	const wrong = inkstone.readSite(
		`title: a\n${Array.from({ length: many }, (_, i) => `k${i}: 1\n`).join("")}`,
	);
	assert.equal(wrong.configuration.title, "a");
	assert.equal(wrong.diagnostics.length, 101);
	const bomb = inkstone.readSite(
		`title: a\nauthor: &a [1,2,3,4,5,6,7,8,9]\n${Array.from({ length: 20 }, (_, i) => `k${i}: &${String.fromCharCode(98 + i)} [${`*${String.fromCharCode(97 + i)},`.repeat(9)}]\n`).join("")}`,
	);
	assert.equal(bomb.configuration.title, "a");
	assert.ok(
		bomb.diagnostics.some(({ code }) => code === "front-matter-too-many-nodes"),
	);
	assert.deepEqual(faults(`title: ${"a".repeat(17 * 2 ** 20)}`), [
		"1:1 front-matter-too-large",
	]);
	assert.equal(inkstone.readSite("title: b").configuration.title, "b");
});

test("a site may list many thousand articles", () => {
	const articles = Array.from({ length: 20_000 }, (_, i) => `posts/${i}.md`);
	const { configuration, diagnostics } = inkstone.readSite(
		JSON.stringify({ articles }),
	);
	assert.deepEqual(diagnostics, []);
	assert.deepEqual(configuration.articles, articles);
});

test("an argument that is no text and no bytes is a TypeError", () => {
	for (const wrong of [undefined, null, 5, ["title: a"], new ArrayBuffer(3)]) {
		assert.throws(
			// @ts-expect-error: this is what it protects from
			() => inkstone.readSite(wrong),
			/TypeError: source must be a string or a Uint8Array/,
		);
	}
});
