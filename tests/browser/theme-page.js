// @ts-check
// An article page with every part that the theme knows, without the element that makes one: the theme's own tests are
// about style, not about what comes when.

/** A word that is wider than a phone. */
export const longWord =
	"Donaudampfschifffahrtsgesellschaftskapitänswitwe".repeat(3);

/**
 * What a page that is shown with a theme is like.
 * @typedef {object} ThemePageOptions
 * @property {string} [lang]
 * @property {"ltr" | "rtl"} [dir]
 * @property {"none" | "left" | "right"} [sidebar]
 * @property {"default" | "minimal"} [theme]
 */

/**
 * The HTML of a document without a theme.
 * @param {string} body
 * @param {string} head
 * @param {ThemePageOptions} options
 */
export function themeDocument(body, head, { lang = "en", dir = "ltr" }) {
	return `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8">
		<meta name="viewport" content="width=device-width"><title>Theme</title><link rel="icon" href="data:,">
		${head}
		<body>${body}`;
}

/** @param {ThemePageOptions} options */
export const themeLink = ({ theme = "default" }) =>
	`<link rel="stylesheet" href="/static/inkstone/themes/${theme}.css">`;

/**
 * An article page's HTML.
 * @param {ThemePageOptions & {
 *   head?: string,
 *   shadow?: boolean,
 * }} [options] `head`: more for its head; `shadow`: whether the article stands in a shadow root, and the theme nowhere else
 */
export function themePage(options = {}) {
	const { head = "", shadow = false } = options;
	const link = themeLink(options);
	const page = articlePage(options);
	const inside = shadow
		? `<template shadowrootmode="open">${link}${page}</template>`
		: page;
	return themeDocument(
		`<div id="host"><inkstone-article>${inside}</inkstone-article></div>`,
		`${shadow ? "" : link}${head}`,
		options,
	);
}

/** @param {ThemePageOptions} options */
function articlePage({ lang = "en", dir = "ltr", sidebar = "none" }) {
	const alerts = ["note", "tip", "important", "warning", "caution"].map(
		(kind) =>
			`<div class="markdown-alert markdown-alert-${kind}"><p class="markdown-alert-title">${kind}</p><p>Text</p></div>`,
	);
	const cells = (/** @type {string} */ tag) =>
		`<tr>${`<${tag}>Eleven columns</${tag}>`.repeat(11)}</tr>`;
	return `<div class="ink-page" data-sidebar="${sidebar}">
		<a class="ink-skip" href="#body">Skip</a>
		<main class="ink-main"><progress class="ink-progress" max="1" value="0.5" aria-label="Read"></progress>
			<article class="ink-article" lang="${lang}" dir="${dir}">
			<p class="ink-notice">A draft</p>
			<header class="ink-header"><h1 class="ink-title">A title ${longWord}</h1><p class="ink-lead">A lead</p>
				<ul class="ink-meta"><li class="ink-author">Someone</li><li class="ink-date">Today</li></ul></header>
			<figure class="ink-thumbnail"><img alt=""></figure>
			<nav class="ink-toc"><details class="ink-toc-box" open><summary class="ink-toc-title">Contents</summary>
				<ol><li><a href="#one" aria-current="location">One</a><ol><li><a href="#two">Two</a></li></ol></li></ol></details></nav>
			<div class="ink-body" id="body"><p class="first">Text with <em>stress</em>, <q lang="${lang}">a quotation</q>,
				<a class="ink-external" href="https://example.org/">a link</a>${longWord}</p>
				<h2 id="one">One<a class="ink-anchor" href="#one" aria-label="Link"></a></h2>
				<p lang="ja" class="japanese">日本語</p><blockquote><p>Quoted</p></blockquote>${alerts.join("")}
				<div class="ink-scroll"><table><thead>${cells("th")}</thead><tbody>${cells("td")}</tbody></table></div>
				<div class="ink-code"><pre><code>${"code ".repeat(60)}</code></pre></div>
				<details class="closed"><summary>More</summary><p>Closed</p></details>
				<section class="footnotes"><h2 class="ink-footnotes-title">Footnotes</h2><ol><li>A note</li></ol></section></div>
			<footer class="ink-tags"><ul><li><span class="ink-tag">Tag</span></li></ul></footer></article>
			<section class="ink-authorbox"><img class="ink-avatar" alt=""><h2 class="ink-author-name">Someone</h2></section>
			<nav class="ink-pager"><a class="ink-pager-older" href="#"><span class="ink-pager-title">Older</span></a>
				<a class="ink-pager-newer" href="#"><span class="ink-pager-title">Newer</span></a></nav></main>
		${sidebar === "none" ? "" : `<aside class="ink-aside"><section class="ink-widget"><h2 class="ink-widget-title">Widget</h2><p>${longWord}</p></section></aside>`}
		</div>`;
}
