// @ts-check
// Rendering through WebAssembly: any text, any bytes, as often as one likes.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import { runInNewContext } from "node:vm";
import { unsaid } from "./articles.js";
import { freshInkstone, loadInkstone } from "./dist.js";

/** @type {import("./dist.js").Inkstone} */
let inkstone;
before(async () => {
	inkstone = await loadInkstone();
});

const article = `---
title: 墨
lead: A lead
lang: zh-CN
toc: true
nested: {list: [1, 2.5, true, null, "yes"]}
---
# 墨

## One

### Two
`;

test("gives the article as plain objects", () => {
	assert.deepEqual(inkstone.render(article), {
		html: '<h1 id="墨">墨</h1>\n<h2 id="one">One</h2>\n<h3 id="two">Two</h3>\n',
		frontMatter: {
			title: "墨",
			lead: "A lead",
			lang: "zh-CN",
			toc: true,
			nested: { list: [1, 2.5, true, null, "yes"] },
		},
		metadata: {
			...unsaid,
			title: "墨",
			lead: "A lead",
			lang: "zh-CN",
			toc: { show: true, min: 2, max: 4 },
		},
		places: {
			title: { line: 2, column: 8 },
			lead: { line: 3, column: 7 },
			lang: { line: 4, column: 7 },
			toc: { line: 5, column: 6 },
		},
		toc: [
			{
				level: 1,
				id: "墨",
				text: "墨",
				children: [
					{
						level: 2,
						id: "one",
						text: "One",
						children: [{ level: 3, id: "two", text: "Two", children: [] }],
					},
				],
			},
		],
		summary: { text: "", html: "" },
		counts: { words: 2, characters: 1, minutes: 1 },
		diagnostics: [],
	});
});

test("gives a summary as text and as HTML", () => {
	assert.deepEqual(inkstone.render("One *two*.\n\nThree & four.").summary, {
		text: "One two. Three & four.",
		html: "One two. Three &amp; four.",
	});
	assert.deepEqual(
		inkstone.render("*a*[^1]\n\n<!--more-->\n\nb\n\n[^1]: c").summary,
		{
			text: "a",
			html: "<p><em>a</em></p>\n",
		},
	);
	assert.deepEqual(
		inkstone.render("---\nsummary: '*a* & $b$'\n---\nc").summary,
		{
			text: "a & ",
			html: '<em>a</em> &amp; <span class="math inline">b</span>',
		},
	);
});

test("gives metadata in the shape of its type, whatever the article says", () => {
	assert.deepEqual(inkstone.render("").metadata, unsaid);
	/** @type {import("./dist.js").Metadata} */
	const said = {
		title: "1.10",
		date: "2025-02-12T18:55:15+08:00",
		lastmod: "2025-02-13",
		author: ["a", "b"],
		lead: "c",
		summary: "*d*",
		description: "e",
		categories: ["f"],
		tags: ["1", "g"],
		lang: "en",
		translations: [
			{ lang: "fr", url: "/fr" },
			{ lang: "de", url: "" },
		],
		menu: [
			{ menu: "main", name: "h", weight: 2.5, identifier: "i" },
			{ menu: "side", name: "", weight: null, identifier: "" },
		],
		weight: -1,
		thumbnail: { src: "j.png", alt: "k", visibility: ["post"] },
		toc: { show: true, min: 1, max: 6 },
		mathjax: true,
		comments: false,
		authorbox: true,
		pager: false,
		sidebar: "none",
		widgets: ["toc", "search"],
		draft: true,
		publishDate: "2025-02-14T00:00:00Z",
		expiryDate: "2025-02-15T12:30:00",
		slug: "l",
		aliases: ["/m"],
		translationKey: "n",
		type: "o",
		layout: "p",
	};
	const { metadata, places, diagnostics } = inkstone.render(`---
title: 1.10
date: Wed, 12 Feb 2025 18:55:15 +0800
lastmod: 2025/02/13
author: [a, b, a]
lead: c
summary: "*d*"
description: e
categories: f
tags: [1, g, ""]
lang: [en, fr]
translations: {fr: /fr, de: }
menu: {main: {name: h, weight: 2.5, identifier: i}, side: }
weight: -1
thumbnail: {src: j.png, alt: k, visibility: [post]}
toc: {min: 1, max: 6}
mathjax: yes
comments: "no"
authorbox: on
pager: off
sidebar: false
widgets: [toc, search]
draft: true
publishDate: 2025-02-14T00:00:00.5Z
expiryDate: 2025-02-15 12:30
slug: l
aliases: /m
translationKey: n
type: o
layout: p
---
`);
	assert.deepEqual(metadata, said);
	assert.deepEqual(Object.keys(places), Object.keys(said));
	assert.deepEqual(diagnostics, []);
});

test("gives diagnostics with their places in the file, in UTF-16 units", () => {
	const { diagnostics } = inkstone.render("😀 [x](javascript:alert(1))\n");
	assert.equal(diagnostics.length, 1);
	const [{ code, severity, line, column }] = diagnostics;
	assert.deepEqual(
		{ code, severity, line },
		{ code: "url-refused", severity: "warning", line: 1 },
	);
	assert(column >= 1);
});

test("gives the same article for text and for its bytes", () => {
	const url = new URL(
		"../../examples/static/articles/letterpress.md",
		import.meta.url,
	);
	const bytes = readFileSync(url);
	assert.deepEqual(inkstone.render(bytes), inkstone.render(bytes.toString()));
});

test("gives every article an object of its own", () => {
	const first = inkstone.render(article);
	first.frontMatter.title = "changed";
	assert.equal(inkstone.render(article).frontMatter.title, "墨");
});

test("takes empty text and no bytes", () => {
	assert.equal(inkstone.render("").html, "");
	assert.equal(inkstone.render(new Uint8Array()).html, "");
});

test("reads lone surrogates as U+FFFD and loses nothing after them", () => {
	assert.equal(
		inkstone.render("a\ud800b\udc00c").html,
		"<p>a\ufffdb\ufffdc</p>\n",
	);
});

test("keeps what needs one, two, three and four bytes, and the end of long texts", () => {
	const text = `a é 墨 😀 ${"墨".repeat(100_000)}end`;
	assert.equal(inkstone.render(text).html, `<p>${text}</p>\n`);
});

test("takes a part of a buffer, shared memory, and an array from another realm", () => {
	const buffer = new TextEncoder().encode("xxtextxx");
	assert.equal(inkstone.render(buffer.subarray(2, 6)).html, "<p>text</p>\n");
	const shared = new Uint8Array(new SharedArrayBuffer(4));
	shared.set(buffer.subarray(2, 6));
	assert.equal(inkstone.render(shared).html, "<p>text</p>\n");
	assert.equal(
		inkstone.render(runInNewContext("new Uint8Array([97])")).html,
		"<p>a</p>\n",
	);
});

test("names the argument that is of the wrong kind", () => {
	/** @type {[unknown[], string][]} */
	const calls = [
		[[], "source must be a string or a Uint8Array, not undefined"],
		[[5], "source must be a string or a Uint8Array, not a number"],
		[[null], "source must be a string or a Uint8Array, not null"],
		[[["a"]], "source must be a string or a Uint8Array, not an array"],
		[
			[new ArrayBuffer(1)],
			"source must be a string or a Uint8Array, not an ArrayBuffer",
		],
		[
			[new Uint16Array(1)],
			"source must be a string or a Uint8Array, not a Uint16Array",
		],
		[["", null], "options must be an object, not null"],
		[["", []], "options must be an object, not an array"],
		[["", "gfm"], "options must be an object, not a string"],
	];
	for (const [values, message] of calls) {
		// @ts-expect-error: this is what it protects from
		assert.throws(() => inkstone.render(...values), {
			name: "TypeError",
			message,
		});
	}
});

test("keeps a key named __proto__ as a key, and every prototype as it was", () => {
	const { frontMatter } = inkstone.render(
		"---\n__proto__: {polluted: true}\nconstructor: 1\n---\n",
	);
	assert.deepEqual(Object.keys(frontMatter), ["__proto__", "constructor"]);
	assert.equal(Object.getPrototypeOf(frontMatter), Object.prototype);
	assert(!("polluted" in {}));
});

test("goes on after a call that failed", () => {
	// @ts-expect-error: this is what it protects from
	assert.throws(() => inkstone.render("a", { nothing: true }));
	assert.equal(inkstone.render("a").html, "<p>a</p>\n");
});

test("does not grow from one article to the next", async () => {
	const memories = watchMemories();
	const { load } = await freshInkstone();
	const fresh = await load();
	const bytes = new TextEncoder().encode(article.repeat(20));
	const render = (/** @type {number} */ times) => {
		for (let i = 0; i < times; i++) {
			fresh.render(i % 2 ? bytes : article);
		}
	};
	render(1000);
	const before = memories();
	assert(before.length > 0);
	render(20_000);
	assert.deepEqual(memories(), before);
});

test("renders the real article with all of its front matter", (context) => {
	const file = new URL("../../../shared/fixtures/news-zh.md", import.meta.url);
	if (!existsSync(file)) {
		context.skip("../shared/fixtures/news-zh.md is not there");
		return;
	}
	const { frontMatter, metadata, html, diagnostics } = inkstone.render(
		readFileSync(file),
	);
	assert.deepEqual(metadata, {
		...unsaid,
		title: "或许，硅谷比中国更需要Deepseek",
		date: "2025-02-12T18:55:15",
		summary: frontMatter.summary,
		description: frontMatter.summary,
		categories: ["qq"],
		tags: ["qq"],
		lang: "zh-CN",
		translations: [{ lang: "zh-CN", url: "" }],
		thumbnail: { ...unsaid.thumbnail, src: frontMatter.thumbnail },
		toc: { ...unsaid.toc, show: false },
		mathjax: false,
		comments: false,
		authorbox: false,
		pager: true,
		sidebar: "right",
		widgets: ["search", "recent", "taglist"],
	});
	assert.deepEqual(frontMatter.widgets, ["search", "recent", "taglist"]);
	assert.match(html, /^<p>UT\u00a0OF\u00a0COMMON<\/p>\n/);
	assert.match(
		html,
		/<a href="https:\/\/new\.qq\.com\/rain\/a\/20250212A0840J00">qq<\/a><\/p>\n$/,
	);
	assert.deepEqual(diagnostics, []);
});

/**
 * Watches the memories of the instances that are made from now on.
 * @returns {() => number[]} gives their sizes in bytes
 */
function watchMemories() {
	/** @type {WebAssembly.Memory[]} */
	const memories = [];
	const instantiate = WebAssembly.instantiate;
	// @ts-expect-error: only one of its two forms is used
	WebAssembly.instantiate = async (
		/** @type {WebAssembly.Module} */ module,
		imports,
	) => {
		const instance = await instantiate(module, imports);
		for (const exported of Object.values(instance.exports)) {
			if (exported instanceof WebAssembly.Memory) {
				memories.push(exported);
			}
		}
		WebAssembly.instantiate = instantiate;
		return instance;
	};
	return () => memories.map(({ buffer }) => buffer.byteLength);
}
