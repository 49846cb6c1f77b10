// @ts-check
// Protects: formulas are set by Temml, or by the renderer of the author's choice, under the strictest policy; what
// cannot be set stays TeX.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { textOf, useBrowser } from "../browser.js";
import { showEnhanced } from "./enhanced.js";

useBrowser();

// Those that Temml writes style attributes for among them.
const everything = `
Inline $a^2+b^2=c^2$, $\\pmb{y}$, $\\sideset{_a^b}{_c^d}\\sum$, $\\color{red}x$, $\\boxed{q}\\cancel{x}$

$$
\\begin{array}{|c|c|}\\hline 1 & 2\\\\ \\hline\\end{array}
$$

\`\`\`math
\\frac{1}{2} \\tag{7}
\`\`\`
`;

for (const late of [false, true]) {
	test(`formulas become MathML and break no policy, ${late ? "outside of the document" : "in the document"}`, async () => {
		const { page, violations, reports, complaints } = await showEnhanced(
			everything,
			{ late },
		);
		assert.equal(await page.locator(".math.ink-math > math").count(), 7);
		assert.equal(await page.locator(".math > math[display=block]").count(), 2);
		assert.equal(await page.locator("mi[style*='text-align']").count(), 2);
		assert.equal(
			await page
				.locator("[data-tex^='\\\\pmb'] [style]")
				.evaluate((element) => getComputedStyle(element).fontWeight),
			"700",
		);
		assert.deepEqual(await violations(), []);
		assert.deepEqual(await reports(), []);
		assert.deepEqual(complaints, []);
	});
}

test("a formula keeps its TeX, and enhancing once more changes nothing", async () => {
	const { page, again } = await showEnhanced("Here \\( a^2 \\).\n\n$$\nb\n$$");
	const tex = () =>
		page
			.locator(".math")
			.evaluateAll((formulas) =>
				formulas.map((formula) => formula.getAttribute("data-tex")),
			);
	assert.deepEqual(await tex(), ["a^2", "b"]);
	const before = await page.locator(".ink-body").innerHTML();
	await again();
	assert.equal(await page.locator(".ink-body").innerHTML(), before);
});

test("an article without formulas and code fetches nothing", async () => {
	const { requests } = await showEnhanced("# Words\n\nand *more* words");
	assert.deepEqual(
		requests.filter((path) => /temml|highlight|languages|mermaid/.test(path)),
		[],
	);
});

test("a formula that cannot be set stays TeX, says why and is reported; the others are set", async () => {
	const { page, reports } = await showEnhanced(
		"$\\frac{1$ and $\\nonsense$ and $x$",
	);
	const errors = page.locator(".ink-math-error");
	assert.deepEqual(await errors.allTextContents(), ["\\frac{1", "\\nonsense"]);
	assert.match((await errors.first().getAttribute("title")) ?? "", /expected/);
	assert.equal(await page.locator(".ink-math math").count(), 1);
	const told = await reports();
	assert.deepEqual(
		told.map(({ code, key }) => [code, key]),
		[
			["page-enhancement", ""],
			["page-enhancement", ""],
		],
	);
	assert.match(told[1]?.message ?? "", /\\nonsense/);
	// Temml underlines the place with marks that do not belong into a sentence.
	assert.doesNotMatch(JSON.stringify(told), /\u0332/);
});

test("TeX that is made to hurt is refused and hurts nobody", async () => {
	const { page, reports } = await showEnhanced(
		[
			"$\\def\\a{\\a\\a}\\a$",
			`$${"{".repeat(4000)}x${"}".repeat(4000)}$`,
			"$\\href{javascript:alert(1)}{x}$",
			"$\\rule{100000em}{100000em}$",
			"$y$",
		].join("\n\n"),
	);
	assert.equal(await page.locator(".ink-math-error").count(), 3);
	assert.equal((await reports()).length, 3);
	assert.equal(await page.locator("[data-tex=y] math").count(), 1);
	assert.equal(await page.locator(".ink-body a").count(), 0);
	const rule = await page.locator("mspace").boundingBox();
	assert.ok(rule && rule.height < 2000);
});

test("equations are numbered through the article, and references lead to them", async () => {
	const { page, reports } = await showEnhanced(`
$$
\\begin{align} a &= b \\label{one}\\\\ c &= d \\notag\\\\ e &= f \\label{two} \\end{align}
$$

$$
g \\tag{$*$}\\label{star}
$$

$$
\\begin{equation} h \\label{three} \\end{equation}
$$

By $\\eqref{two}$ and $\\ref{star}$, $x + \\eqref{three}$, not $\\ref{four}$.
`);
	assert.deepEqual(await page.locator(".tml-tag").allTextContents(), [
		"(1)",
		"(2)",
		"(∗)",
		"(3)",
	]);
	const links = page.locator(".ink-body a");
	assert.deepEqual(await links.allTextContents(), ["(2)", "∗", "(3)"]);
	for (const [index, row] of ["(2)", "(∗)", "(3)"].entries()) {
		const href = await links.nth(index).getAttribute("href");
		const target = page.locator(`[id="${href?.slice(1)}"]`);
		assert.ok((await textOf(target)).includes(row), `${href} is ${row}`);
	}
	assert.match(
		await textOf(page.locator("p", { hasText: "not" })),
		/not \?\?\.$/,
	);
	assert.deepEqual(
		(await reports()).map(({ message }) => message),
		["A formula refers to \\label{four}, which no numbered formula has."],
	);
});

test("labels cannot take a heading's id", async () => {
	const { page } = await showEnhanced(
		"## intro\n\n$$\nx \\tag{1}\\label{intro}\n$$",
	);
	assert.equal(await page.locator("#intro").count(), 1);
	assert.equal(await page.locator("h2#intro").count(), 1);
});

test("macros count from where they are defined to the article's end, and not in the next article", async () => {
	const { page } = await showEnhanced([
		`$$
\\newcommand{\\ownnorm}[1]{\\lVert #1 \\rVert} \\newcommand{\\R}{\\mathbb{R}} \\DeclareMathOperator*{\\amax}{arg\\,max}
$$

$\\ownnorm{x}$, $\\amax_x$`,
		"$\\ownnorm{x}$",
	]);
	const [first, second] = await page.locator(".ink-article").all();
	assert.equal(await first?.locator(".ink-math-error").count(), 0);
	assert.equal(
		await first?.locator("[data-tex='\\\\ownnorm{x}']").textContent(),
		"‖x‖",
	);
	assert.match(
		(await first?.locator("[data-tex^='\\\\amax']").textContent()) ?? "",
		/arg.max/,
	);
	assert.equal(await second?.locator(".ink-math-error").count(), 1);
});

/** @param {import("../browser.js").Page} page */
const fitsTheScreen = (page) =>
	page.evaluate(
		() =>
			document.documentElement.scrollWidth <=
			document.documentElement.clientWidth,
	);

test("a display formula is a stop of the Tab key only where it scrolls", async () => {
	const { page } = await showEnhanced(
		`$$\nx\n$$\n\n$$\n${"abcdefghij+".repeat(8)}x\n$$`,
		{ browser: { viewport: { width: 390, height: 800 } } },
	);
	const formulas = page.locator(".math.display");
	await page.waitForSelector(".math.display[tabindex='0']");
	assert.equal(await formulas.nth(0).getAttribute("tabindex"), null);
	assert.equal(await formulas.nth(1).getAttribute("aria-label"), "Formula");
	assert.ok(await fitsTheScreen(page));
	await page.setViewportSize({ width: 1900, height: 800 });
	await page.evaluate(() => {
		const style = new CSSStyleSheet();
		style.replaceSync(":root { --ink-measure: 110rem; }");
		document.adoptedStyleSheets.push(style);
	});
	await page.waitForSelector(".math.display:not([tabindex]) >> nth=1");
});

test("a long formula in a line breaks instead of leaving the screen", async () => {
	const terms = Array.from({ length: 30 }, (_, i) => `a_{${i}}x^{${i}}`);
	const { page } = await showEnhanced(`Long: $${terms.join("+")}$.`, {
		browser: { viewport: { width: 390, height: 800 } },
	});
	assert.ok(await fitsTheScreen(page));
});

const katex = {
	"katex/katex.mjs": readFileSync(
		new URL("../../../node_modules/katex/dist/katex.mjs", import.meta.url),
		"utf8",
	),
	"katex/renderer.js": `
		import katex from "./katex.mjs";
		export function renderMath(tex, { display }) {
			const node = document.createElement("span");
			katex.render(tex, node, { displayMode: display });
			return node;
		}`,
};

test("the author's own renderer takes Temml's place, its errors too", async () => {
	const { page, requests, reports, violations } = await showEnhanced(
		"$x^2$ and $\\frac{1$\n\n$$\ny\n$$",
		{ modules: katex, settings: { mathRenderer: "katex/renderer.js" } },
	);
	assert.equal(await page.locator(".ink-math .katex").count(), 2);
	assert.equal(await page.locator("div .katex-display").count(), 1);
	assert.equal(await textOf(page.locator("span.ink-math-error")), "\\frac{1");
	assert.equal((await reports()).length, 1);
	assert.deepEqual(
		requests.filter((path) => /temml/.test(path)),
		[],
	);
	assert.deepEqual(await violations(), []);
});

for (const [name, script] of [
	["is not there", undefined],
	["exports something else", "export const other = 1;"],
]) {
	test(`a renderer that ${name} leaves TeX, and one report`, async () => {
		const { page, reports } = await showEnhanced("$x$ $y$", {
			modules: script ? { "mine.js": script } : {},
			settings: { mathRenderer: "mine.js" },
		});
		assert.deepEqual(await page.locator(".math").allTextContents(), ["x", "y"]);
		assert.equal(await page.locator(".ink-math-error").count(), 0);
		const told = await reports();
		assert.equal(told.length, 1);
		assert.match(told[0]?.message ?? "", /mine\.js/);
	});
}
