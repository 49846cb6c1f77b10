// @ts-check
// Protects: a URL that a site or a page's settings give becomes a link only where following it can run nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { outputFiles } = await build({
	entryPoints: [
		fileURLToPath(new URL("../../web/src/article/links.ts", import.meta.url)),
	],
	bundle: true,
	write: false,
	format: "esm",
});
/** @type {typeof import("../../web/src/article/links.js")} */
const { safeUrl, textOf } = await import(
	`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`
);

const page = "https://example.org/blog/post.html";

test("what is relative starts at the page", () => {
	for (const [url, resolved] of [
		["other", "https://example.org/blog/other"],
		["/", "https://example.org/"],
		["../a b?c#d", "https://example.org/a%20b?c#d"],
		["#/route", "https://example.org/blog/post.html#/route"],
		["//example.net/x", "https://example.net/x"],
		["a/:b", "https://example.org/blog/a/:b"],
	]) {
		assert.equal(safeUrl(url, page), resolved);
	}
});

test("the web and e-mail can be linked to, and images come from the web", () => {
	for (const url of [
		"http://a.example/",
		"HTTPS://a.example/",
		"mailto:a@b.c",
	]) {
		assert.equal(safeUrl(url, page), url.replace("HTTPS", "https"));
	}
	assert.equal(
		safeUrl("i.png", page, "image"),
		"https://example.org/blog/i.png",
	);
	assert.equal(safeUrl("mailto:a@b.c", page, "image"), undefined);
});

test("all other schemes are refused, however they are written", () => {
	for (const url of [
		"javascript:alert(1)",
		"JavaScript:alert(1)",
		" \tjava\nscript\r:alert(1)",
		"\u0001javascript:alert(1)",
		"javascript://example.org/%0aalert(1)",
		"vbscript:x",
		"data:text/html,<script>1</script>",
		"data:image/png;base64,AAAA",
		"blob:https://example.org/1-2-3",
		"file:///etc/passwd",
		"filesystem:https://example.org/temporary/x",
		"about:blank",
		"view-source:https://example.org/",
		"ftp://example.org/",
		"custom:x",
	]) {
		assert.equal(safeUrl(url, page), undefined, url);
		assert.equal(safeUrl(url, page, "image"), undefined, url);
	}
});

test("a page from a file or in an app can link to what stands beside it, and to nothing that runs", () => {
	assert.equal(safeUrl("b.html", "file:///a/a.html"), "file:///a/b.html");
	assert.equal(safeUrl("file:///b", "file:///a/a.html"), "file:///b");
	assert.equal(safeUrl("b", "app://local/a"), "app://local/b");
	for (const [url, base] of [
		["javascript:x", "file:///a"],
		["blob:null/1", "blob:null/2"],
		["javascript:x", "javascript:y"],
		["data:text/html,x", "data:text/html,y"],
		["a", "about:blank"],
		["a", "no base"],
	]) {
		assert.equal(safeUrl(url, base), undefined, `${url} in ${base}`);
	}
});

test("what is no URL is no link", () => {
	for (const url of [
		undefined,
		null,
		"",
		"  ",
		5,
		true,
		{},
		{ toString: () => "https://example.org/" },
		["https://example.org/"],
		"http://",
		"https://a b/",
	]) {
		assert.equal(safeUrl(url, page), undefined, String(url));
	}
});

test("only texts and numbers are text", () => {
	assert.deepEqual(
		[" a ", 5, "", null, undefined, true, {}, ["a"]].map(textOf),
		["a", "5", "", "", "", "", "", ""],
	);
});
