// @ts-check
// A page of a site with every part that the themes know, without the element that makes one: the themes' own tests are
// about style, not about what comes when.

import { longWord, themeDocument, themeLink } from "../theme-page.js";

/**
 * A page's HTML.
 * @param {import("../theme-page.js").ThemePageOptions & { content?: "cards" | "rows" | "nothing" }} [options] `rows`: terms,
 * years, a year's articles, and what a search has found
 */
export function sitePage(options = {}) {
	const { sidebar = "none", content = "cards" } = options;
	return themeDocument(
		`<script>customElements.define("inkstone-site", class extends HTMLElement {})</script><inkstone-site>
		<header class="ink-site-header">
			<p class="ink-site-brand"><a class="ink-site-title" rel="home" href="#">
				<img class="ink-site-logo" src="/static/icon.svg" alt=""> Deckle</a>
				<span class="ink-site-tagline">The journal of a press</span></p>
			<nav class="ink-menu" aria-label="Main menu">
				<button class="ink-menu-button" type="button" aria-expanded="false" aria-controls="menu">Menu</button>
				${links(["Essays", "Notes", "Archive"], "menu")}</nav>
			<nav class="ink-languages" aria-label="Languages">${links(["English", "中文"])}</nav>
			<inkstone-scheme><button class="ink-scheme" type="button" aria-label="Colours"></button></inkstone-scheme>
		</header>
		<div class="ink-page" data-sidebar="${sidebar}">
			<main class="ink-main">
				<header class="ink-header"><h1 class="ink-title">Essays ${longWord}</h1><p class="ink-lead">A lead</p>
					<p class="ink-total">9 articles</p></header>
				${{ cards: cards(), rows: rows(), nothing: '<p class="ink-empty">Nothing</p>' }[content]}
			</main>
			${sidebar === "none" ? "" : `<aside class="ink-aside" aria-label="Sidebar"><section class="ink-widget"><h2 class="ink-widget-title">Widget</h2><p>${longWord}</p></section></aside>`}
		</div>
		<footer class="ink-site-footer"><nav class="ink-menu-footer" aria-label="Footer menu">${links(["About", "Tags"])}</nav>
			<p class="ink-copyright">© ${longWord}</p>
			<ul class="ink-feeds" role="list" aria-label="Feeds"><li><a href="#">RSS</a></li></ul></footer>
		</inkstone-site>`,
		themeLink(options),
		options,
	);
}

/**
 * @param {string[]} titles the first one's link is current
 * @param {string} [id]
 */
function links(titles, id) {
	const items = titles.map(
		(title, index) =>
			`<li><a href="#"${index === 0 ? ' aria-current="page"' : ""}>${title}</a></li>`,
	);
	return `<ul role="list"${id ? ` id="${id}"` : ""}>${items.join("")}</ul>`;
}

function cards() {
	const image = `<a class="ink-card-thumbnail" href="#" tabindex="-1"><img src="/static/icon.svg" alt="An icon"></a>`;
	const card = (/** @type {string} */ title, /** @type {string} */ before) =>
		`<li><article class="ink-card">${before}<h2 class="ink-card-title"><a href="#">${title}</a></h2>
			<p class="ink-lead">A lead</p><ul class="ink-meta"><li class="ink-author">Someone</li><li>Today</li>
				<li class="ink-categories"><a class="ink-category" href="#">Craft</a></li></ul>
			<p class="ink-card-summary">A summary of two lines, in which it is said what it is about, and to whom it is of use.</p>
			<a class="ink-read-more" href="#" aria-label="Read more: ${title}">Read more</a></article></li>`;
	return `<ol class="ink-cards" role="list">${card("With an image", image)}${card(`Without ${longWord}`, "")}</ol>
		<nav class="ink-pagination" aria-label="Pages"><a rel="prev" href="#">Previous page</a>
			<span class="ink-pagination-place">Page 2 of 3</span><a rel="next" href="#">Next page</a></nav>`;
}

function rows() {
	const items = (
		/** @type {string} */ inside,
		/** @type {string} */ behind = "",
	) =>
		["Ink", "Paper", longWord]
			.map((title) => `<li><a href="#">${title}${inside}</a>${behind}</li>`)
			.join("");
	const count = '<span class="ink-count" title="9 articles">9</span>';
	return `<ul class="ink-terms" role="list">${items(` ${count}`)}</ul><ol class="ink-years" role="list">${items(` ${count}`)}</ol>
		<section class="ink-month" aria-labelledby="month"><h2 class="ink-month-title" id="month">May</h2>
			<ol class="ink-entries" role="list">${items("", ' <time datetime="2026-05-01">May 1</time>')}</ol></section>
		<form class="ink-search" role="search" aria-label="Search"><input class="ink-search-field" type="search" aria-label="Words">
			<button class="ink-search-button">Search</button></form><p class="ink-search-status" role="status">3 articles</p>
		<ol class="ink-results" role="list"><li><h2 class="ink-result-title"><a href="#">Found ${longWord}</a></h2>
			<p class="ink-search-snippet">A <mark>mark</mark> in a snippet</p></li></ol>
		<ul class="ink-ways" role="list"><li><a href="#">Home</a></li></ul>`;
}
