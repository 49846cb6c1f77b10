// @ts-check
// Safety: under the strictest policy nothing is refused, and no article, however hostile, does anything.
// In browsers with a sanitizer of their own and without, with the same result.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import {
	give,
	openPage,
	pageWith,
	strictPolicy,
	useBrowser,
} from "./browser.js";

useBrowser();

const branches = [
	{ name: "with setHTML", withoutSetHTML: false },
	{ name: "with DOMPurify", withoutSetHTML: true },
];

/**
 * Shows an article with its raw HTML, under a policy or none, and gives what came of it.
 * @param {{ withoutSetHTML: boolean }} branch
 * @param {string} markdown
 * @param {string} [policy]
 */
async function show({ withoutSetHTML }, markdown, policy) {
	const { page, complaints } = await openPage({ withoutSetHTML });
	let purified = false;
	page.on("request", (request) => {
		purified ||= /purify/.test(request.url());
	});
	await page.addInitScript(() => {
		const violations = Object.assign(window, {
			violations: /** @type {string[]} */ ([]),
		}).violations;
		document.addEventListener("securitypolicyviolation", (event) =>
			violations.push(
				`${event.violatedDirective} ${event.sourceFile} ${event.sample}`,
			),
		);
	});
	await give(page, {
		"test.html": (route) =>
			route.fulfill({
				body: pageWith(
					'<inkstone-article src="a.md" html="sanitize"></inkstone-article>',
				),
				contentType: "text/html; charset=utf-8",
				headers: policy ? { "content-security-policy": policy } : {},
			}),
		"a.md": markdown,
	});
	await page.goto("static/test.html");
	await page.waitForSelector(".ink-article");
	await page.waitForLoadState("networkidle");
	assert.equal(purified, withoutSetHTML);
	const violations = await page.evaluate(() =>
		Reflect.get(window, "violations"),
	);
	return { page, complaints, violations };
}

const everything = `---
title: Everything
toc: true
---
## title

## links

**strong** *em* ~~del~~ \`code\` [link](x.md "t") <https://example.org> $f$

> quote

3. three
4. four

- [ ] open
- [x] done

| a | b | c |
|:--|:-:|--:|
| 1 | 2 | 3 |

\`\`\`js info here
const a = "<b>";
\`\`\`

![alt & "text"](icon.svg "title")

---

<details open><summary>More</summary><p align="center" dir="rtl" lang="he" class="c d" id="own" data-x="1">x</p></details>
<ruby>字<rt>zì</rt></ruby> <kbd>K</kbd> <sub>1</sub><sup>2</sup> <abbr title="t">a</abbr> <mark>m</mark>
<button>gone</button><some-thing>gone</some-thing><input type="password" value="gone">
<figure><img src="icon.svg" width="10" height="10" alt=""><figcaption>c</figcaption></figure>
`;

for (const branch of branches) {
	test(`the strictest policy refuses nothing, ${branch.name}`, async () => {
		const { violations, complaints } = await show(
			branch,
			everything,
			strictPolicy,
		);
		assert.deepEqual(violations, []);
		assert.deepEqual(complaints, []);
	});
}

test("what the core writes and what authors may write comes through whole, the same in both", async () => {
	const [platform, purify] = await Promise.all(
		branches.map(async (branch) => {
			const { page } = await show(branch, everything);
			return page.locator(".ink-body").innerHTML();
		}),
	);
	assert.equal(purify, platform);
	for (const part of [
		'<h2 id="title">',
		'<h2 id="links">',
		'<ol start="3">',
		'<td align="center">',
		'<code class="language-js" data-info="js info here">',
		'loading="lazy"',
		'decoding="async"',
		'alt="alt &amp; &quot;text&quot;"',
		'class="task-list-item"',
		'<details open="">',
		'class="c d"',
		'id="own"',
		'data-x="1"',
		'dir="rtl"',
		"<rt>",
		'width="10"',
	]) {
		assert(platform.includes(part), `${part} in ${platform}`);
	}
	assert.doesNotMatch(platform, /gone/);
	assert.match(
		platform,
		/<input (?=[^>]*type="checkbox")(?=[^>]*disabled)(?=[^>]*checked)[^>]*>/,
	);
});

const attack = "window.attacked=1";
const hostile = [
	`<script>${attack}</script>`,
	`<img src=missing onerror="${attack}">`,
	`<svg onload="${attack}"><script>${attack}</script><a xlink:href="javascript:${attack}"><text>x</text></a></svg>`,
	`<iframe srcdoc="<script>parent.${attack}</script>"></iframe><iframe src="javascript:parent.${attack}"></iframe>`,
	`<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${attack}&gt;">`,
	`<form id=f action="javascript:${attack}"><button>b</button><input type=submit formaction="javascript:${attack}">`,
	`<input type=image src=missing onerror="${attack}"><input type=text autofocus onfocus="${attack}">`,
	`<details open ontoggle="${attack}">d</details><video><source onerror="${attack}"></video>`,
	`<a href="javascript:${attack}">a</a> <a href="JaVa&#x09;Script:${attack}">b</a> <a href="vbscript:x">c</a>`,
	`[d](javascript:${attack}) [e](&#106;avascript:${attack}) ![f](javascript:${attack})`,
	`<object data="javascript:${attack}"></object><embed src="javascript:${attack}">`,
	`<base href="https://example.org/"><meta http-equiv="refresh" content="0;url=https://example.org/">`,
	`<link rel=stylesheet href="https://example.org/x.css"><style>@import "https://example.org/y.css";</style>`,
	`<p style="background:url(https://example.org/z.png)" onclick="${attack}">p</p>`,
	`<template><img src=missing onerror="${attack}"></template><noscript><img src=missing onerror="${attack}"></noscript>`,
	`<img name=getElementById><a id=cookie></a><form name=querySelector></form><inkstone-article src=b.md></inkstone-article>`,
	`<div><template shadowrootmode=open><slot></slot><script>${attack}</script></template></div>`,
	`![<x title=" y" onerror="${attack}">](/u)`,
].join("\n\n");

for (const branch of branches) {
	test(`a hostile article does nothing, ${branch.name}`, async () => {
		const { page } = await show(branch, hostile);
		/** @type {string[]} */
		const foreign = [];
		page.on("request", (request) => {
			if (request.url().includes("example.org")) {
				foreign.push(request.url());
			}
		});
		const url = page.url();
		for (const link of await page.locator(".ink-body a").all()) {
			await link.evaluate((/** @type {HTMLAnchorElement} */ link) =>
				link.click(),
			);
		}
		await page.locator(".ink-body").evaluate((body) => {
			for (const element of body.querySelectorAll("*")) {
				for (const type of ["click", "focus", "error", "load", "toggle"]) {
					element.dispatchEvent(new Event(type));
				}
			}
		});
		const found = await page.evaluate(() => {
			const all = [...document.querySelectorAll(".ink-body *")];
			return {
				attacked: Reflect.get(window, "attacked"),
				forbidden: all
					.map(({ localName }) => localName)
					.filter(
						(name) =>
							!/^(p|div|details|a|img|video|source|pre|code)$/.test(name),
					),
				attributes: all
					.flatMap((element) => element.getAttributeNames())
					.filter((name) => /^on|style|^name$|action|srcdoc/.test(name)),
				scripts: all.filter((element) =>
					/script:/i.test(
						(element.getAttribute("href") ?? "") +
							(element.getAttribute("src") ?? ""),
					),
				).length,
				shadows: all.filter(({ shadowRoot }) => shadowRoot).length,
				clobbered: ["getElementById", "querySelector"].filter(
					(name) => typeof Reflect.get(document, name) !== "function",
				),
				cookie: typeof document.cookie,
			};
		});
		assert.deepEqual(found, {
			attacked: undefined,
			forbidden: [],
			attributes: [],
			scripts: 0,
			shadows: 0,
			clobbered: [],
			cookie: "string",
		});
		assert.equal(page.url(), url);
		assert.deepEqual(foreign, []);
	});
}

test("raw HTML is text unless the page's author allows it", async () => {
	const { page } = await openPage();
	await give(page, {
		"test.html": pageWith('<inkstone-article src="a.md"></inkstone-article>'),
		"a.md": hostile,
	});
	await page.goto("static/test.html");
	await page.waitForSelector(".ink-article");
	assert.equal(
		await page
			.locator(".ink-body :not(p, a, img, em, strong, code, pre)")
			.count(),
		0,
	);
	assert.equal(
		await page.evaluate(() => Reflect.get(window, "attacked")),
		undefined,
	);
});

test("there is one place where HTML becomes elements, and none where text becomes code", () => {
	const source = (/** @type {string} */ file) =>
		readFileSync(new URL(`../../web/src/${file}`, import.meta.url), "utf8");
	const sinks =
		/innerHTML|outerHTML|insertAdjacentHTML|setHTML|DOMParser|document\.write|createContextualFragment|\beval\b|new Function|\.style\b|"style"/;
	const files = readdirSync(new URL("../../web/src", import.meta.url), {
		recursive: true,
		encoding: "utf8",
	}).filter((file) => file.endsWith(".ts") && file !== "article/sanitize.ts");
	assert(files.includes("article/body/copy.ts"));
	/** @type {Record<string, RegExp>} */
	const allowed = {
		// The policy itself, in pages that the command writes.
		"cli/site-html.ts": /'wasm-unsafe-eval'/g,
		"cli/prerender/document.ts": /removeAttribute\("style"\)/g,
		// To see whether the policy lets Mermaid write its own.
		"enhance/mermaid.ts": /createElement\("style"\)/g,
		// What Temml gives as declarations is set by script, declaration by declaration.
		"enhance/temml.ts": /attributes\??\.style/g,
	};
	for (const file of files) {
		const rest = source(file).replace(allowed[file] ?? /^$/g, "");
		assert.doesNotMatch(rest, sinks, file);
	}
	assert.match(source("article/sanitize.ts"), /setHTML/);
});
