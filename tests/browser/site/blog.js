// @ts-check
// A small site for tests: its files, as a host serves them that knows nothing of routes, or gives the same page for
// all of them.

import { pageWith, strictPolicy } from "../pages.js";

/** @typedef {import("../stage.js").Files} Files */
/** @typedef {import("../stage.js").Answer} Answer */

/** What is sent with every answer. */
export const headers = { "Content-Security-Policy": strictPolicy };

/** @param {string} of */
export const filler = (of) =>
	Array.from({ length: 60 }, (_, line) => `Line ${line} of ${of}.`).join(
		"\n\n",
	);

/** The articles, by their paths below the site's folder. @type {Record<string, string>} */
export const articles = {
	"posts/a.md": `---
title: Article A
date: 2025-01-01
tags: [one]
toc: true
aliases: [/old-a]
summary: What A is about.
---

See [B](b.md), [two in B](b.md#two), [further down](#one), a note[^1] and [elsewhere](http://elsewhere.test/).

${filler("the start")}

## One

${filler("one")}

[^1]: The note.
`,
	"posts/b.md": `---
title: Article B
date: 2025-02-01
tags: [one, two]
slug: bee
---

See [A](../posts/a.md).

${filler("the start")}

## Two

${filler("two")}
`,
	"posts/a.zh.md": "---\ntitle: 甲\ndate: 2025-01-02\n---\n\n见[乙](b.md)。\n",
	"posts/gone.md": "",
	"posts/broken.md": "",
};

/**
 * The page that shows the site.
 * @param {string} [body] in place of the element
 * @param {string} [head]
 */
export const html = (
	body = '<inkstone-site config="/blog/site.yaml"></inkstone-site>',
	head = "",
) => pageWith(body, "en", head);

/**
 * The configuration.
 * @param {"hash" | "path"} urls
 * @param {string} [more] keys besides
 */
export const configuration = (urls, more = "") => `title: Blog
baseUrl: https://example.org/blog/
languages:
  en: {}
  zh: { title: 博客 }
urls: ${urls}
pageSize: 20
menus:
  main:
    - { title: Tags, url: /tags }
${more}
articles:
${Object.keys(articles)
	.map((path) => `  - ${path}\n`)
	.join("")}`;

/** The places that a host of clean paths gives the page for, below the site's folder. */
const places = [
	"",
	"posts/a/",
	"posts/bee/",
	"posts/gone/",
	"posts/broken/",
	"posts/nothing/",
	"old-a/",
	"tags/",
	"tags/one/",
	"search/",
	"zh/",
	"zh/posts/a/",
];

/**
 * The site's files.
 * @param {"hash" | "path"} urls
 * @param {object} [options]
 * @param {string} [options.page] the page's HTML
 * @param {string} [options.more] keys of the configuration
 * @returns {Files}
 */
export function blog(urls, { page = html(), more } = {}) {
	/** @type {Answer} */
	const answer = { body: page, headers: { "Content-Type": "text/html" } };
	return {
		"/static/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
		"/static/without-navigation.js":
			'Object.defineProperty(window, "navigation", { value: undefined });',
		...Object.fromEntries(
			(urls === "path" ? places : [""]).map((place) => [
				`/blog/${place}`,
				answer,
			]),
		),
		"/blog/site.yaml": configuration(urls, more),
		...Object.fromEntries(
			Object.entries(articles).map(([path, text]) => [`/blog/${path}`, text]),
		),
		"/blog/posts/broken.md": "PNG\0\0",
	};
}

/**
 * The address of a place as the browser shows it.
 * @param {"hash" | "path"} urls
 * @param {string} route
 * @param {string} [heading]
 */
export function addressOf(urls, route, heading = "") {
	const place = route === "/" ? "" : `${route.slice(1)}/`;
	return urls === "path"
		? `blog/${place}${heading && `#${heading}`}`
		: `blog/#${route}${heading && `#${heading}`}`;
}
