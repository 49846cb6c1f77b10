// @ts-check
// Protects: `npx inkstone build` makes a blog that can be read without scripts from any folder of any static host, that the
// element takes over without anything moving, and a folder in which only what builds have made is touched.

import assert from "node:assert/strict";
import {
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
} from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.js";
import { openPage, strictPolicy, useBrowser } from "../browser/browser.js";
import { folderWith, inkstone, put } from "./inkstone.js";

useBrowser();

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${strictPolicy}"><title>Ours</title>
<link rel="icon" href="icon.svg"><link rel="stylesheet" href="inkstone/themes/default.css">
<script type="module" src="inkstone/define.js"></script></head>
<body><inkstone-site config="site.yaml"><noscript>No scripts.</noscript></inkstone-site></body></html>`;

const body = `First words with $x^2$, a note[^1] and <b name="body">HTML</b>.

\`\`\`js
const answer = 42;
\`\`\`

## A heading

[Second](two.md#zwei), [section](#a-heading), ![A dot](../icon.svg)

| a | b |
|---|---|
| 1 | 2 |

[^1]: The note.
`;

const post = (
	/** @type {number} */ number,
	/** @type {string} */ more = "",
) => `---
title: Post ${number}
date: 2025-01-${String(number).padStart(2, "0")}
tags: [Ink, 活字]
${more}---
Text of post ${number}.

## Zwei
`;

const blog = {
	"index.html": page,
	"icon.svg":
		'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle r="4"/></svg>',
	"site.yaml": `title: Blog
lang: en
languages: {en: {}, zh: {title: 博客}}
pageSize: 2
sidebar: right
widgets: [search, recent, taglist]
`,
	"posts/one.md": `---\ntitle: One\ndate: 2025-02-01\naliases: [/old/one]\ntags: [C++]\n---\n${body}`,
	"posts/two.md": post(2),
	"posts/three.md": post(3, "slug: drei\n"),
	"posts/four.zh.md": post(4),
	"posts/draft.md": post(5, "draft: true\n"),
	"posts/_index.md": "---\ntitle: Essays\n---\nAbout these.\n",
	"data/table.csv": "1,2\n",
	".secret": "x",
};

const folder = folderWith(blog);
const out = join(folderWith(), "deep", "out");
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
	const { status, stderr } = await inkstone(["build", folder, out]);
	assert.equal(status, 0, stderr);
	// In a folder of a host, not at its root.
	server = await serve(join(out, ".."), { port: 0 });
});
after(() => server?.close());

/** @param {string} path in the blog */
const at = (path) => `${server.url}out/${path}`;

/** @param {string} folder */
function filesIn(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) =>
			join(parentPath, name).slice(folder.length + 1),
		)
		.sort();
}

test("Each route has a file, and drafts and what begins with a dot have none", () => {
	const files = filesIn(out).filter(
		(file) => !/^inkstone(-index)?\//.test(file),
	);
	assert.deepEqual(
		files,
		[
			".inkstone-build.json",
			"404.html",
			"archive/2025/index.html",
			"archive/index.html",
			"data/table.csv",
			"icon.svg",
			"index.html",
			"old/one/index.html",
			"page/2/index.html",
			"posts/_index.md",
			"posts/drei/index.html",
			"posts/four.zh.md",
			"posts/index.html",
			"posts/one.md",
			"posts/one/index.html",
			"posts/page/2/index.html",
			"posts/three.md",
			"posts/two.md",
			"posts/two/index.html",
			"search/index.html",
			"site.yaml",
			"tags/c++/index.html",
			"tags/index.html",
			"tags/ink/index.html",
			"tags/活字/index.html",
			"zh/archive/2025/index.html",
			"zh/archive/index.html",
			"zh/index.html",
			"zh/posts/four/index.html",
			"zh/posts/index.html",
			"zh/search/index.html",
			"zh/tags/index.html",
			"zh/tags/ink/index.html",
			"zh/tags/活字/index.html",
		].sort(),
	);
	assert.ok(existsSync(join(out, "inkstone/define.js")));
	assert.ok(existsSync(join(out, "inkstone-index/index.json")));
	assert.ok(!existsSync(join(out, "inkstone/index.d.ts")));
});

test("Without scripts the whole blog can be read and walked through, and shows nothing that would need them", async () => {
	const { page, complaints } = await openPage({ javaScriptEnabled: false });
	await page.goto(at(""));
	assert.equal(await page.title(), "Blog");
	await page.getByRole("link", { name: "Next page" }).click();
	assert.equal(page.url(), at("page/2/"));
	await page.getByRole("link", { name: "Post 2" }).first().click();
	assert.equal(page.url(), at("posts/two/"));
	await page.goto(at("posts/one/"));
	assert.equal(await page.title(), "One - Blog");
	const text = page.locator(".ink-body");
	await text.locator("math msup").waitFor();
	await text.locator(".hljs-keyword", { hasText: "const" }).waitFor();
	assert.equal(await text.locator("[name]").count(), 0);
	assert.equal(
		await page.locator(":visible:is(button, input, progress)").count(),
		0,
	);
	assert.equal(await page.locator("[style]").count(), 0);
	await text.getByRole("link", { name: "Second" }).click();
	assert.equal(page.url(), at("posts/two/#zwei"));
	await page.getByRole("link", { name: "活字" }).first().click();
	assert.equal(decodeURI(page.url()), at("tags/活字/"));
	await page.goto(at("old/one/"));
	await page.waitForURL(at("posts/one/"));
	assert.deepEqual(complaints, []);
});

test("Every link of every page leads to a file", () => {
	const pages = filesIn(out).filter((file) => file.endsWith(".html"));
	const dead = [];
	for (const file of pages) {
		const html = readFileSync(join(out, file), "utf8");
		for (const [, url = ""] of html.matchAll(
			/ (?:href|src|config)="([^"]*)"/g,
		)) {
			const target = new URL(
				url.replaceAll("&amp;", "&"),
				`http://h/${file.split("/").map(encodeURIComponent).join("/")}`,
			);
			const path = decodeURIComponent(target.pathname);
			const there =
				target.host !== "h" ||
				existsSync(join(out, path.replace(/\/$/, "/index.html")));
			if (!there) {
				dead.push(`${file}: ${url}`);
			}
		}
	}
	assert.deepEqual(dead, []);
});

for (const path of ["posts/one/", "", "tags/ink/", "zh/posts/four/"]) {
	test(`/${path} is taken over without anything moving`, async () => {
		const { page, complaints } = await openPage();
		await page.addInitScript(() => {
			const shifts = /** @type {unknown[]} */ ([]);
			Object.assign(window, { shifts });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) {
					shifts.push(
						Reflect.get(entry, "sources").map(
							(
								/** @type {{ node: Element, currentRect: object, previousRect: object }} */ source,
							) =>
								`${source.node?.nodeName}.${source.node?.className} ${JSON.stringify([source.previousRect, source.currentRect])}`,
						),
					);
				}
			}).observe({ type: "layout-shift", buffered: true });
		});
		await page.goto(at(path));
		const before = await page.locator(".ink-main").innerText();
		await page.locator("inkstone-site:state(ready)").waitFor();
		await page.waitForFunction(
			() => !document.querySelector("[data-ink-made]"),
		);
		await page.evaluate(
			() => new Promise((resolve) => setTimeout(resolve, 500)),
		);
		assert.equal(await page.locator(".ink-page").count(), 1);
		assert.equal(await page.locator(".ink-main").innerText(), before);
		assert.deepEqual(
			await page.evaluate(() => Reflect.get(window, "shifts")),
			[],
		);
		assert.deepEqual(complaints, []);
	});
}

test("A second build writes only what has changed, and takes away what is no longer made", async () => {
	const [source, target] = [folderWith(blog), join(folderWith(), "out")];
	const build = async () => {
		const { stdout, status } = await inkstone([
			"build",
			source,
			target,
			"--json",
		]);
		assert.equal(status, 0);
		return JSON.parse(stdout);
	};
	const first = await build();
	assert.equal(first.written > 0, true);
	const page = join(target, "posts/two/index.html");
	const { mtimeMs } = statSync(page);
	put(target, { "mine.txt": "mine" });
	const second = await build();
	assert.deepEqual(
		{ written: second.written, removed: second.removed },
		{ written: 0, removed: 0 },
	);
	assert.equal(statSync(page).mtimeMs, mtimeMs);
	renameSync(join(source, "posts/two.md"), join(source, "posts/zwei.md"));
	const third = await build();
	assert.ok(third.removed >= 2);
	assert.ok(!existsSync(join(target, "posts/two")));
	assert.ok(existsSync(join(target, "posts/zwei/index.html")));
	assert.equal(readFileSync(join(target, "mine.txt"), "utf8"), "mine");
});

test("A folder that no build has made is left alone, and so is the blog", async () => {
	const source = folderWith(blog);
	const other = folderWith({ "mine.txt": "mine" });
	for (const [target, status, message] of /** @type {const} */ ([
		[other, 3, /is not empty, and was not made by `inkstone build`/],
		[source, 2, /holds the blog itself/],
		[join(source, ".."), 2, /holds the blog itself/],
	])) {
		const result = await inkstone(["build", source, target]);
		assert.equal(result.status, status);
		assert.match(result.stderr, message);
	}
	assert.deepEqual(readdirSync(other), ["mine.txt"]);
});

test("A build within the blog's own folder does not copy itself", async () => {
	const source = folderWith(blog);
	for (let run = 0; run < 2; run++) {
		const { status } = await inkstone(["build", ".", "public"], {
			cwd: source,
		});
		assert.equal(status, 0);
	}
	assert.ok(!existsSync(join(source, "public/public")));
});

test("A fault in an article is told once, with its place, and everything else is built", async () => {
	const source = folderWith({
		...blog,
		"posts/bad.md": "---\ntitle: [\n---\nText that stays.\n",
	});
	const target = join(folderWith(), "out");
	const { status, stderr } = await inkstone(["build", source, target]);
	assert.equal(status, 1);
	assert.equal(
		stderr.match(/bad\.md:\d+:\d+: error front-matter-syntax/g)?.length,
		1,
	);
	assert.match(
		readFileSync(join(target, "posts/bad/index.html"), "utf8"),
		/Text that stays\./,
	);
});

test("The page for what is missing works at any address", async () => {
	const root = join(folderWith(), "out");
	const source = folderWith(blog);
	await inkstone(["build", source, root]);
	const host = await serve(root, { port: 0 });
	after(() => host.close());
	const { page } = await openPage();
	await page.route(`${host.url}no/such/place/`, (route) =>
		route.fulfill({
			status: 404,
			contentType: "text/html; charset=utf-8",
			body: readFileSync(join(root, "404.html")),
		}),
	);
	await page.goto(`${host.url}no/such/place/`);
	await page.locator("inkstone-site:state(ready)").waitFor();
	await page
		.getByRole("heading", { level: 1, name: /There is nothing|not/i })
		.waitFor();
	await page.locator(".ink-site-title").click();
	await page.locator(".ink-card").first().waitFor();
	assert.equal(page.url(), host.url);
});
