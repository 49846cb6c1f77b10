// @ts-check
// Protects: a page that is made in Node is the page that a browser makes, and no more harmful.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { give, openPage, useBrowser } from "../browser/browser.js";
import { examples, pageWith } from "../browser/pages.js";
import { frontMatterOf, own, published, values } from "../browser/payloads.js";
import { prerenderer } from "./prerenderer.js";

const dot = Buffer.from(
	"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
	"base64",
);
const everything = readFileSync(
	new URL("everything.md", import.meta.url),
	"utf8",
);

useBrowser();
const documentOf = await prerenderer();

/**
 * An article's page in a comparable form, without what needs a script or is known only once there is a layout.
 * @param {import("playwright-core").Page} page
 */
function outline(page) {
	return page.evaluate(() => {
		const dead = ".ink-copy, .ink-code-status, .ink-comments, .ink-progress";
		const laidOut = ".ink-scroll, .ink-math, .ink-diagram";
		const numbers = /^ink:(\w+):\d+$/;
		const root = document.querySelector(".ink-page");
		/** @param {Node} node @returns {unknown} */
		const outlineOf = (node) => {
			if (!(node instanceof Element)) {
				return node.nodeType === Node.TEXT_NODE ? node.nodeValue : undefined;
			}
			if (node.matches(dead) || node.matches(".ink-code-bar:not(:has(span))")) {
				return undefined;
			}
			const zoomed = node.matches(".ink-zoom") ? node.firstElementChild : node;
			const element = zoomed ?? node;
			const attributes = [...element.attributes]
				.filter(
					({ name }) =>
						name !== "style" &&
						!(
							element.matches(laidOut) &&
							["role", "aria-label", "tabindex"].includes(name)
						) &&
						!(element.matches(".ink-toc a") && name === "aria-current"),
				)
				.map(({ name, value }) => [
					name,
					/^(href|src|poster|cite)$/.test(name)
						? new URL(value, document.baseURI).href.replace(
								/(#ink%3A\w+%3A|#ink:\w+:)\d+/,
								"$1",
							)
						: /^(class|headers|rel)$/.test(name)
							? value.trim().replace(/\s+/g, " ")
							: value.replace(numbers, "ink:$1"),
				])
				.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
			/** @type {unknown[]} */
			const children = [];
			for (const child of element.childNodes) {
				const made = outlineOf(child);
				if (typeof made === "string" && typeof children.at(-1) === "string") {
					children.push(children.pop() + made);
				} else if (made !== undefined && made !== "") {
					children.push(made);
				}
			}
			return [element.localName, Object.fromEntries(attributes), ...children];
		};
		return root && outlineOf(root);
	});
}

/**
 * The same article as a file and as the element makes it.
 * @param {string} content
 */
async function both(content) {
	const { page } = await openPage();
	// One that is not there would be taken out, and a large one could be enlarged.
	await page.route(/\.(png|jpg|svg|webp)(\?|$)/, (route) =>
		route.fulfill({ body: dot, contentType: "image/png" }),
	);
	let html = await documentOf(content);
	await give(page, {
		"article.md": content,
		"page.html": (route) =>
			route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }),
	});
	await page.goto("static/page.html");
	const made = await outline(page);
	html = pageWith('<inkstone-article src="article.md"></inkstone-article>');
	await page.reload();
	await page.waitForSelector(".ink-page");
	// Colours come when they come.
	await page.waitForFunction(() =>
		[
			...document.querySelectorAll("code.language-js, code.language-python"),
		].every((code) => code.querySelector("[class^=hljs]")),
	);
	const shown = await outline(page);
	assert.ok(shown);
	return { made, shown };
}

for (const path of [
	"static/articles/letterpress.md",
	"static/articles/line-length.md",
	"math-and-code/articles/random-walk.md",
	"themed/articles/iron-gall.md",
	"trusted-html/articles/tides.md",
	"comments/articles/margins.md",
]) {
	test(`${path} is the same page from Node as from a browser`, async () => {
		const { made, shown } = await both(
			readFileSync(join(examples, path), "utf8"),
		);
		assert.deepEqual(made, shown);
	});
}

test("Every key of the front matter, and everything that Markdown has, is the same page", async () => {
	const { made, shown } = await both(everything);
	assert.deepEqual(made, shown);
});

test("Raw HTML is sanitized to the same elements as in a browser", async () => {
	const { made, shown } = await both(`text

<div align="center" CLASS=" a  b " data-x-y="1" data-X="2" style="color: red" onclick="x()" name="n" foo="bar">
<table><tr><td colspan="2" width="50%" headers="a b">cell<th scope=row abbr="&quot;&amp;copy">x</table>
<img src="a b.png?x=1&amp;copy=2" width="10" height="auto" id="kept" loading="lazy" srcset="x 2x">
<video src="v.mp4" controls muted loop poster="p.png"><source src="s.mp4" type="video/mp4"><track src="t.vtt" kind="captions" srclang="en" label="E"></video>
<ol start="3" reversed type="a"><li value="7">seven</ol>
<input type="checkbox" checked> <input type=text> <button>b</button> <svg><circle/></svg> <math><mi>x</mi></math>
<details open><summary>s</summary>d</details> <time datetime="2025-01-01">t</time> <a href="java&#10;script:x" rel="a  b" target=_top>a</a>
<a href="x%2525y?a=1&copy=2#%E4" hreflang="de" title="&amp;quot;">b</a> <p dir="rtl" lang="ar">c</p><q cite="javascript:1">q</q>
<ruby>漢<rp>(</rp><rt>kan</rt></ruby> <custom-element>gone</custom-element> <!-- comment --> <noscript>gone</noscript>
</div>
`);
	assert.deepEqual(made, shown);
});

test("No payload runs, or leaves anything that could, in a page that was made in Node", async () => {
	const payloads = [...own, ...((await published()) ?? [])];
	const articles = [
		...payloads.flatMap((payload) => [`text\n\n${payload}`, `text ${payload}`]),
		...values.map((value) => frontMatterOf(value)),
	];
	const { page } = await openPage();
	let html = "";
	await page.route("**/static/made.html", (route) =>
		route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }),
	);
	await page.addInitScript(() => {
		const ran = /** @type {string[]} */ ([]);
		Object.assign(window, { ran });
		for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
			Reflect.set(window, name, () => ran.push(name));
		}
	});
	// Hundreds of articles in a document, each as the page of its own has it.
	const pages = [];
	for (const article of articles) {
		const made = await documentOf(article);
		pages.push(/<body>(.*)<\/body>/s.exec(made)?.[1] ?? assert.fail(made));
	}
	html = `<!doctype html><html><head><meta charset="utf-8"></head><body>${pages.map((one, index) => `<section data-n="${index}">${one}</section>`).join("")}</body></html>`;
	await page.goto("static/made.html");
	const found = await page.evaluate(async () => {
		/** @type {string[]} */
		const wrong = [];
		for (const element of document.querySelectorAll("section *")) {
			const where = () =>
				`${element.closest("section")?.dataset.n}: ${element.outerHTML.slice(0, 200)}`;
			if (
				/^(script|style|i?frame|frameset|object|embed|applet|portal|link|meta|base|form|template|noscript|textarea|title|body|head|html|plaintext|marquee|map|area|svg|inkstone-article)$/i.test(
					element.localName,
				)
			) {
				wrong.push(where());
			}
			for (const { name, value } of element.attributes) {
				const protocol = URL.canParse(value, document.baseURI)
					? new URL(value, document.baseURI).protocol
					: "";
				if (
					/^(on|style$|name$|is$|srcset$|srcdoc$|action$|formaction$|ping$|background$|target$)/.test(
						name,
					) ||
					(/^(href|src|poster|cite|data|.*:href)$/.test(name) &&
						/script:$/.test(protocol))
				) {
					wrong.push(where());
				}
			}
		}
		for (const element of document.querySelectorAll("section *")) {
			for (const type of ["click", "pointerover", "focus", "error", "load"]) {
				element.dispatchEvent(
					new Event(type, { bubbles: true, cancelable: true }),
				);
			}
		}
		await new Promise((resolve) => setTimeout(resolve, 300));
		return {
			wrong,
			ran: Reflect.get(window, "ran"),
			sections: document.querySelectorAll("body > section").length,
			others: document.querySelectorAll("body > :not(section)").length,
			pages: document.querySelectorAll("body > section > .ink-page").length,
		};
	});
	assert.deepEqual(found, {
		wrong: [],
		ran: [],
		sections: articles.length,
		others: 0,
		pages: articles.length,
	});
});
