// @ts-check
// Protects: a page that uses all that there is costs no report of the strict policy, in three browsers. Diagrams are
// not on it: whether Mermaid may draw only trying tells, which costs one report by design (examples/docs/reference/enhancements.md).

import assert from "node:assert/strict";
import { test } from "node:test";
import { useEngines } from "./engines.js";
import { pageWith, strictPolicy } from "./pages.js";

/**
 * A black picture that is larger than a column. No SVG: WebKit takes those for as large as they are shown.
 */
function largePicture() {
	const [width, height, head] = [2400, 1200, 62];
	const file = Buffer.alloc(head + (width / 8) * height);
	file.write("BM");
	file.writeUInt32LE(file.length, 2);
	file.writeUInt32LE(head, 10);
	file.writeUInt32LE(40, 14);
	file.writeInt32LE(width, 18);
	file.writeInt32LE(height, 22);
	// One plane, one bit for each pixel.
	file.writeUInt16LE(1, 26);
	file.writeUInt16LE(1, 28);
	return { body: file, headers: { "Content-Type": "image/bmp" } };
}

/** All that Markdown and its extensions have, and HTML of the author's own. */
const article = `---
title: Everything
lead: All at once
author: [Ada, Bo]
date: 2026-01-02
lastmod: 2026-02-03
categories: [Materials]
tags: [ink]
translations: { de: de.md }
thumbnail: { src: large.bmp, alt: A picture }
toc: true
mathjax: true
comments: true
authorbox: true
pager: true
sidebar: right
widgets: [search, recent, categories, taglist, social, languages, sidemenu, toc]
lang: en
---

## Text

**strong** *em* ~~del~~ \`code\` ==mark== [link](https://example.org/ "t") and a note.[^1]

> [!NOTE]
> An alert

- [x] done

| a | b |
|:--|--:|
| 1 | 2 |

term
: definition

![large](large.bmp "With a caption")

![missing](missing.svg)

## Formulas

In a line $e^{i\\pi} = -1$, and $\\frac{1}$ that cannot be set.

$$
\\begin{aligned} a &= \\color{red} b \\\\ \\colorbox{yellow}{c} &= \\underbrace{d}_{e} \\tag{1} \\label{one} \\end{aligned}
$$

As \\eqref{one} says: $\\begin{array}{|c|c|} \\hline 1 & 2 \\\\[1em] \\hline \\end{array}$

## Code

\`\`\`js title="a.js" {2} showLineNumbers
const a = "<b>";
const b = \`\${a}\`; // long ${"and longer ".repeat(30)}
\`\`\`

## HTML

<details open><summary>More</summary><p>Text</p></details>

HTML_OF_ITS_OWN

[^1]: The note
`;

const ownHtml = `<svg class="own" viewBox="0 0 4 2"><path d="M0 0h4v2z" fill="currentColor"></path></svg>
<own-element>text</own-element><form><input name="a"></form>`;

const settings = {
	authors: {
		Ada: { bio: "Writes", avatar: "icon.svg", url: "https://example.org/ada" },
		Bo: { bio: "Draws" },
	},
	social: [{ title: "Elsewhere", url: "https://example.org/social" }],
	progress: true,
	commentsProvider: {
		provider: "element",
		tag: "own-comments",
		module: "comments.js",
		attributes: { thread: "{term}" },
	},
};

const files = {
	"test.html": pageWith(`
		<header class="ink-bar"><span>A site</span><inkstone-scheme></inkstone-scheme></header>
		<inkstone-article id="light" src="trusted.md" html="trusted">
			<script type="application/json">${JSON.stringify(settings)}</script>
			<template slot="tags"><footer class="ink-tags"><ul><li data-each="tags" data-text="item"></li></ul></footer></template>
			<p slot="after-body">Slotted</p>
		</inkstone-article>
		<inkstone-article id="shadow" src="sanitized.md" shadow>
			<script type="application/json">${JSON.stringify(settings)}</script>
		</inkstone-article>`).replace(
		'<script type="module"',
		'<script src="inkstone/scheme.js"></script><script type="module" src="site.js"></script><script type="module"',
	),
	"trusted.md": article.replace("HTML_OF_ITS_OWN", ownHtml),
	"sanitized.md": article.replace("HTML_OF_ITS_OWN", "<mark>marked</mark>"),
	"site.js": `
		const link = (title) => ({ title, url: "other.html" });
		const site = {
			termUrl: (taxonomy, term) => "terms/" + term,
			neighbours: async () => ({ older: link("Older"), newer: link("Newer") }),
			translations: () => [{ ...link("Deutsch"), lang: "de" }],
			recent: async () => [link("Recent")],
			terms: () => [{ ...link("A term"), count: 3 }],
			languages: () => [{ ...link("English"), lang: "en" }, { ...link("Deutsch"), lang: "de" }],
			menu: () => [{ ...link("Menu"), current: true }],
			searchUrl: (query) => "search?q=" + query,
			search: async () => [{ ...link("Found"), snippet: "what was found", marks: [[9, 14]] }],
		};
		for (const article of document.querySelectorAll("inkstone-article")) article.site = site;`,
	"comments.js": `customElements.define("own-comments", class extends HTMLElement {
		connectedCallback() { this.textContent = "A thread"; }
	});`,
	"large.bmp": largePicture(),
};

/** What must be there, so that what costs no report is what was meant; within the page or its shadow root. */
const everywhere = [
	".ink-progress",
	".ink-updated",
	".ink-translations a",
	".ink-thumbnail img",
	".ink-toc a",
	".ink-pager-older",
	".ink-pager-newer",
	".ink-authorbox .ink-avatar",
	...[
		"search",
		"recent",
		"categories",
		"taglist",
		"social",
		"languages",
		"sidemenu",
		"toc",
	].map((name) => `.ink-widget-${name}`),
	".ink-anchor",
	".ink-figure .ink-zoom",
	".ink-broken",
	".ink-external",
	".ink-scroll table",
	".ink-code .hljs-keyword",
	".ink-code .ink-marked",
	".ink-copy",
	".footnotes",
	".markdown-alert-note",
	"math[display=block]",
	".ink-math-error",
	"own-comments",
];
const ofLight = ["svg.own path", "own-element", "form [name=a]"];

for (const engine of useEngines()) {
	test(`${engine.name}: a page with everything but diagrams costs no report of the strict policy`, async () => {
		const page = await engine.open({
			headers: { "content-security-policy": strictPolicy },
			files,
		});
		await page.goto("static/test.html");
		await page.waitForFunction(
			() =>
				document.querySelectorAll("inkstone-article:not([aria-busy])")
					.length === 2 &&
				document
					.querySelector("#shadow")
					?.shadowRoot?.querySelector(".ink-article") &&
				document.querySelector("#light .ink-article"),
		);
		await readAll(page);
		await page.waitForFunction(() =>
			["own-comments", ".ink-broken", ".ink-zoom"].every(
				(late) =>
					document.querySelector(`#light ${late}`) &&
					document.querySelector("#shadow")?.shadowRoot?.querySelector(late),
			),
		);
		assert.deepEqual(
			await page.evaluate(
				(everywhere, ofLight) => {
					const light = document.querySelector("#light");
					const shadow = document.querySelector("#shadow")?.shadowRoot;
					return [
						...[...everywhere, ...ofLight].filter(
							(part) => !light?.querySelector(part),
						),
						...everywhere
							.filter((part) => !shadow?.querySelector(part))
							.map((part) => `${part} in the shadow root`),
					];
				},
				everywhere,
				ofLight,
			),
			[],
			"not there",
		);

		await page.click("inkstone-scheme button");
		await page.click("#light .ink-copy");
		await page.hover("#light sup a");
		await page.waitFor("#light .ink-preview");
		await page.click("#light .ink-search-field");
		await page.type("found");
		await page.waitFor("#light .ink-search-result mark");
		await page.press("Escape");
		await page.click("#light .ink-toc a");
		await page.click("#light .ink-figure .ink-zoom");
		await page.waitFor(".ink-lightbox[open]");
		await page.press("Escape");

		const refused = (await page.complaints()).filter(
			(text) => !isExpected(text),
		);
		assert.deepEqual(refused, []);
	});

	test(`${engine.name}: a report would be heard`, async () => {
		const page = await engine.open({
			headers: { "content-security-policy": strictPolicy },
			files: {
				...files,
				"trusted.md": `${article}<b style="color: red">b</b>`,
			},
		});
		await page.goto("static/test.html");
		await page.waitFor("#light .ink-article");
		await page.evaluate(() => {
			document.body.setAttribute("style", "color: red");
		});
		await page.waitForFunction(() =>
			/** @type {{ kind: string }[]} */ (
				Reflect.get(window, Symbol.for("complaints"))
			).some(({ kind }) => kind === "violation"),
		);
	});
}

/**
 * Scrolls through the page, so that all comes that waits for its reader.
 * @param {Awaited<ReturnType<ReturnType<typeof useEngines>[number]["open"]>>} page
 */
async function readAll(page) {
	await page.evaluate(async () => {
		for (
			let top = 0;
			top < document.documentElement.scrollHeight;
			top += innerHeight / 2
		) {
			scrollTo({ top, behavior: "instant" });
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	});
}

/**
 * Whether a complaint is of what the article is wrong in, which is no matter of the policy: the missing image, and the
 * formula that cannot be set.
 * @param {string} text
 */
function isExpected(text) {
	return (
		!text.startsWith("violation:") &&
		/missing\.svg|404|page-enhancement|formula/i.test(text)
	);
}
