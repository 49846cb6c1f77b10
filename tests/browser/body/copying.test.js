// @ts-check
// Protects: what readers copy is the article's text and structure, and nothing that the page has added to it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "../browser.js";
import { picture, showBody, useBody } from "./show.js";

useBrowser();
useBody();

// What the theme says of what is the page's own.
const css = ".ink-anchor, .ink-footnotes-title { user-select: none }";

const markdown = `## Tea house

one *two* [three](https://example.org) and more

- four
- five

## After

end[^1]

[^1]: note
`;

test("headings, lists and notes keep their structure, and nothing is added to them", async () => {
	const { page } = await showBody(markdown, { css });
	const { selection, text, html } = await copied(page, "h2", ".footnotes");
	assert.equal(
		text.replace(/\n+/g, "\n"),
		"Tea house\none two three and more\nfour\nfive\nAfter\nend1\nnote ↩",
	);
	assert.equal(selection, text);
	assert.deepEqual(outline(html), [
		"<h2>Tea house</h2>",
		"<p>one <em>two</em> <a>three</a> and more</p>",
		"<ul><li>four</li><li>five</li></ul>",
		"<h2>After</h2>",
		"<p>end<sup><a>1</a></sup></p>",
		"<section><ol><li><p>note <a>↩</a></p></li></ol></section>",
	]);
});

for (const shadow of [false, true]) {
	test(`formulas are copied as what was written${shadow ? ", in a shadow root" : ""}`, async () => {
		const { page, complaints } = await showBody(
			`## Sum

Let <span class="ink-math" data-tex="a < b">a b c</span> be.

<div class="math display" data-tex="x^2">x 2</div>

## End

last`,
			{ css, shadow },
		);
		const { text, html } = await copied(page, "h2", "p", shadow);
		assert.equal(
			text.replace(/\n+/g, "\n"),
			"Sum\nLet $a < b$ be.\n$$x^2$$\nEnd\nlast",
		);
		assert.deepEqual(outline(html), [
			"<h2>Sum</h2>",
			"<p>Let $a &lt; b$ be.</p>",
			"<p>$$x^2$$</p>",
			"<h2>End</h2>",
			"<p>last</p>",
		]);
		assert.equal(
			await page.locator(".ink-body > :last-child").innerText(),
			"last",
		);
		assert.deepEqual(complaints, []);
	});
}

test("a selection within a list is a list", async () => {
	const { page } = await showBody(
		'- a\n- <span data-tex="b">x</span>\n- c\n- d',
		{ css },
	);
	const { html, text } = await copied(
		page,
		"li:nth-child(2)",
		"li:nth-child(3)",
	);
	assert.deepEqual(outline(html), ["<ul><li>$b$</li><li>c</li></ul>"]);
	assert.equal(text, "$b$\nc");
});

test("a part of a formula is copied as it is shown", async () => {
	const { page } = await showBody(
		'<p><span data-tex="x^2"><b>x</b><sup>2</sup></span> y</p>',
		{ css },
	);
	const { text } = await copied(page, "b", "sup");
	assert.equal(text, "x2");
});

test("of an image that can be enlarged, the image is copied and its button is not", async () => {
	const { page } = await showBody("one\n\n![a](large.svg)\n\ntwo", {
		css: `${css} img { width: 200px }`,
		files: { "large.svg": picture(900, 600) },
	});
	await page.locator(".ink-zoom").waitFor();
	const { html, text } = await copied(page, "p", "p");
	assert.deepEqual(outline(html), ["<p>one</p>", "<p><img></p>", "<p>two</p>"]);
	assert.match(text, /^one\s+two$/);
});

test("what is selected beyond the article is the browser's to copy", async () => {
	const { page } = await showBody('<p><span data-tex="x">y</span></p>', {
		css,
		page: "<p class=page>page</p>",
	});
	const { text } = await copied(page, ".page", "p");
	assert.match(text, /^page\s+y$/);
});

/**
 * The blocks of HTML that was copied, without attributes, as what a reader pastes is seen.
 * @param {string} html
 */
function outline(html) {
	return html
		.replace(/<!--.*?-->|<meta[^>]*>|<\/?(html|body)>|\n/g, "")
		.replace(/<(\w+)[^>]*>/g, "<$1>")
		.replace(/<div>|<\/div>/g, "\n")
		.replace(/(<\/(?:h2|p|ul|section)>)(?!<\/)/g, "$1\n")
		.split(/\n+/)
		.map((line) => line.trim())
		.filter(Boolean);
}

/**
 * What the clipboard holds after a selection from the beginning of one element to the end of another.
 * @param {import("./show.js").Page} page
 * @param {string} from the first that matches
 * @param {string} to the last that matches
 * @param {boolean} [shadow] whether they are in a shadow root
 * @returns {Promise<{ selection: string, html: string, text: string }>}
 */
async function copied(page, from, to, shadow = false) {
	const selection = await page.evaluate(
		([from, to, shadow]) => {
			const root = shadow
				? [...document.querySelectorAll("div")].at(-1)?.shadowRoot
				: document;
			const start = root?.querySelector(from);
			const end = [...(root?.querySelectorAll(to) ?? [])].at(-1);
			const selection = getSelection();
			if (!start || !end || !selection) {
				throw new Error("nothing to select");
			}
			selection.setBaseAndExtent(start, 0, end, end.childNodes.length);
			return `${selection}`;
		},
		/** @type {const} */ ([from, to, shadow]),
	);
	await page.keyboard.press("Control+C");
	await page.evaluate(() => {
		const field = document.body.appendChild(document.createElement("textarea"));
		field.focus();
		field.addEventListener("paste", ({ clipboardData }) =>
			Object.assign(window, {
				pasted: {
					html: clipboardData?.getData("text/html"),
					text: clipboardData?.getData("text/plain"),
				},
			}),
		);
	});
	await page.keyboard.press("Control+V");
	return {
		selection,
		...(await page.evaluate(() => Reflect.get(window, "pasted"))),
	};
}
