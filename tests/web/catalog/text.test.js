// @ts-check
// The text of bodies: searches find what readers read, and nothing hurts or hangs them, because HTML may be raw.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { loadInkstone } from "../dist.js";
import { moduleOf } from "../sources.js";

/** @type {(html: string) => string} */
let textOf;
/** @type {import("../dist.js").Inkstone} */
let inkstone;
before(async () => {
	({ textOf } = await import(await moduleOf("catalog/text.ts")));
	inkstone = await loadInkstone();
});

/** @param {string[]} lines @param {import("../../../web/src/types.js").RenderOptions} [options] */
const textOfMarkdown = (lines, options) =>
	textOf(inkstone.render(lines.join("\n"), options).html).split("\n");

test("Each block of an article is a line, and what stands in one line stays there", () => {
	assert.deepEqual(
		textOfMarkdown([
			"# A *walk*",
			"Some",
			"**bold** text, `a < b` & [more](b.md).",
			"",
			"- one",
			"- [x] two",
			"",
			"| a | b |",
			"|---|---|",
			"| c | d |",
			"",
			"```js",
			"let a;",
			"",
			"  b();",
			"```",
			"> quoted",
			"",
			"a line\\",
			"and another",
		]),
		[
			"A walk",
			"Some bold text, a < b & more.",
			"one",
			"two",
			"a",
			"b",
			"c",
			"d",
			"let a;",
			"b();",
			"quoted",
			"a line",
			"and another",
		],
	);
});

test("What the renderer adds for itself is not the article's text", () => {
	assert.deepEqual(
		textOfMarkdown([
			"Noted[^1].",
			"",
			"[^1]: A note.",
			"",
			"> [!NOTE]",
			"> Care",
		]),
		["Noted.", "Care", "A note."],
	);
});

test("Every character that the renderer escapes comes back", () => {
	assert.deepEqual(
		textOfMarkdown(["&lt;b&gt; \"quoted\" &amp;amp; 'it' &copy; &#x6d3b;"]),
		["<b> \"quoted\" &amp; 'it' © 活"],
	);
	assert.equal(
		textOf("&#65;&#x42;&apos;&nbsp;&#0;&#9999999;&what;&"),
		"AB' \uFFFD\uFFFD&what;&",
	);
});

test("Raw HTML gives the text that it shows", () => {
	for (const [html, text] of [
		["a<script>b < c</script>d", "ad"],
		["a<STYLE>b{}</style >c", "ac"],
		["İİİ<style>b{}</STYLE>c", "İİİc"],
		["a<!-- b > <p> -->c", "ac"],
		["a<!-->c", "ac"],
		["a<!doctype b>c", "ac"],
		["a<?b c?>d", "ad"],
		["<a title='1 > 2' href=\"b>c\" data-d = 'e>f'>g</a>", "g"],
		["<a title=1>b", "b"],
		["<div>a</div><div>b</div>", "a\nb"],
		["a<template>b</template>c", "ac"],
		["漢<rp>(</rp><rt>kan</rt><rp>)</rp>", "漢kan"],
		["1 < 2 and 3 <4 <- 5", "1 < 2 and 3 <4 <- 5"],
		["a</p>b", "a\nb"],
		["<x-y>a</x-y>b", "ab"],
	]) {
		assert.equal(textOf(html ?? ""), text, html);
	}
});

test("What is never closed ends with the text", () => {
	for (const html of [
		"a<script>b",
		"a<!-- b",
		"a<p title='b",
		"a<p",
		"a<",
		"a<?",
	]) {
		assert.equal(textOf(html).startsWith("a"), true, html);
		assert.equal(textOf(html).includes("b"), false, html);
	}
});
