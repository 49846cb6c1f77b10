// @ts-check
// Protects: `npx inkstone check` finds what leads nowhere, where it is written, and nothing else.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { folderWith, inkstone } from "./inkstone.js";

/**
 * What is found, as `file:line:column code`.
 * @param {Record<string, string>} files
 * @param {string[]} [parameters]
 */
async function found(files, parameters = []) {
	const cwd = folderWith(files);
	const { status, stdout, stderr } = await inkstone(
		["check", "--json", ...parameters],
		{ cwd },
	);
	assert.equal(stderr, "");
	const { diagnostics } = JSON.parse(stdout);
	return {
		status,
		places: diagnostics.map(
			(/** @type {Record<string, string>} */ { file, line, column, code }) =>
				`${file}:${line}:${column} ${code}`,
		),
		diagnostics,
	};
}

const whole = {
	"site.yaml":
		"lang: en\nlanguages: {en: {}, zh: {}}\nbaseUrl: https://me.example/blog/\n",
	"a.md": `---
title: A
tags: [C++, 活字]
thumbnail: pictures/a b.png
---
# A

[b](posts/b.md), [its heading](posts/b.md#ein-ort), [own](#zwei), [file](pictures/a%20b.png), [page](other.html),
![shown](<pictures/a b.png>), [elsewhere](https://example.org/nothing), [mail](mailto:a@example.org), [note][^1]

[^1]: note

## Zwei

<video src="pictures/a b.png" poster="pictures/a%20b.png"></video> [readme](README.md) [home](https://me.example/blog/#/posts)
`,
	"posts/b.md":
		"## Ein Ort\n\n[up](../a.md) [comments](#comments) [beginning](#top) [its](../a.md#top)\n",
	"posts/b.zh.md": "[in der anderen](b.md)\n",
	"pictures/a b.png": "",
	"other.html": "",
	"README.md": "[is no article](nothing.md)",
};

test("A blog in which everything is there has no findings", async () => {
	const { status, places } = await found(whole);
	assert.deepEqual(places, []);
	assert.equal(status, 0);
});

test("Links and images that lead nowhere are errors where their URLs are written", async () => {
	const { status, places, diagnostics } = await found({
		...whole,
		"c.md": `---
title: C
thumbnail: nowhere.png
---
First [good](a.md), then [bad](b.md) and again [bad](b.md).

> A quote over
> two lines with ![an image](pictures/没有.png)

| a | b |
|---|---|
| x | [cell](../outside.md) <img src="gone.svg"> |

[reference][r] [ordered](posts/b.md#nichts) [self](#nichts)

[r]: posts/c%20d.md "title"
`,
	});
	assert.deepEqual(places, [
		"c.md:3:12 image-missing",
		"c.md:5:32 link-dead",
		"c.md:5:54 link-dead",
		"c.md:8:30 image-missing",
		"c.md:12:39 image-missing",
		"c.md:14:26 link-no-heading",
		"c.md:14:52 link-no-heading",
		"c.md:16:6 link-dead",
	]);
	assert.equal(status, 1);
	assert.match(diagnostics[7].message, /There is no article `posts\/c d\.md`/);
});

test("Routes are checked as the site knows them, in the path and in the fragment", async () => {
	const routes = {
		"posts/a.md": "---\ndate: 2025-01-02\ntags: [Ink]\naliases: [/old]\n---\n",
	};
	const path = await found({
		...routes,
		"site.yaml": "urls: path\n",
		"b.md":
			"[1](/) [2](posts/a/) [3](/posts/) [4](/tags/ink/) [5](/archive/2025/) [6](/old/) [7](/search/)\n\n[x](/tags/no/)\n[y](/archive/1999/)\n[z](/nothing/)\n",
	});
	// Without a `baseUrl`, a blog is at its host's root.
	assert.deepEqual(path.places, [
		"b.md:3:5 link-dead",
		"b.md:4:5 link-dead",
		"b.md:5:5 link-dead",
	]);
	const hash = await found({ ...routes, "b.md": "[no](posts/a/)\n" });
	assert.deepEqual(hash.places, ["b.md:1:6 link-dead"]);
});

test("Front matter, configuration, equal addresses and translations that do not pair are found", async () => {
	const { status, places } = await found({
		"site.yaml":
			"lang: en\nlanguages: {en: {}, zh: {}}\nurls: sideways\narticles: [gone.md, a.md]\n",
		"a.md": "---\nslug: same\ndate: nope\n---\n",
		"b.md": "---\nslug: same\ntranslationKey: alone\n---\n",
		"c.md": "---\ntitle: [\n---\n",
		"d.md": "---\ntranslationKey: twice\n---\n",
		"e.md": "---\ntranslationKey: twice\n---\n",
	});
	assert.equal(status, 1);
	assert.deepEqual(
		places.map((/** @type {string} */ place) =>
			place.replace(/^c\.md:.*:\d+ /, "c.md "),
		),
		[
			"a.md:3:7 metadata-date",
			"b.md:0:0 route-taken",
			"b.md:3:17 translation-alone",
			"c.md front-matter-syntax",
			"e.md:2:17 translation-twice",
			"gone.md:0:0 article-missing",
			places.at(-1),
		],
	);
	assert.match(places.at(-1), /^site\.yaml:3:7 /);
});

test("Other hosts are asked only when that is wanted", async () => {
	/** @type {string[]} */
	const asked = [];
	const server = createServer(({ url = "", method = "" }, response) => {
		asked.push(`${method} ${url}`);
		response.writeHead(url === "/there" ? 200 : url === "/login" ? 403 : 404);
		response.end();
	});
	await new Promise((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve(undefined)),
	);
	after(() => server.close());
	const { port } = /** @type {import("node:net").AddressInfo} */ (
		server.address()
	);
	const host = `http://127.0.0.1:${port}`;
	const files = {
		"a.md": `[1](${host}/there#x) [2](${host}/gone) [3](${host}/login)\n`,
	};
	assert.deepEqual((await found(files)).places, []);
	assert.deepEqual(asked, []);
	const { places, diagnostics } = await found(files, ["--external"]);
	assert.deepEqual(places, [
		`a.md:1:${`[1](${host}/there#x) [2](`.length + 1} link-dead`,
	]);
	assert.match(diagnostics[0].message, /Its host answers 404/);
	assert.deepEqual(asked.sort(), [
		"GET /gone",
		"GET /login",
		"HEAD /gone",
		"HEAD /login",
		"HEAD /there",
	]);
});

test("People get lines that editors can follow", async () => {
	const cwd = folderWith({ "posts/a.md": "[x](y.md)\n" });
	const { status, stderr, stdout } = await inkstone(["check"], { cwd });
	assert.equal(status, 1);
	assert.equal(stdout, "");
	assert.equal(
		stderr,
		"posts/a.md:1:5: error link-dead: There is no article `posts/y.md`.\n1 errors, 0 warnings\n",
	);
});
