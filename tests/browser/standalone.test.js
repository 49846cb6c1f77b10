// @ts-check
// `inkstone/standalone`: one classic script is the whole of Inkstone, for pages on a disk as for those under the
// strictest policy.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { useEngines } from "./engines.js";
import { strictPolicy } from "./pages.js";

const folder = mkdtempSync(join(tmpdir(), "inkstone-standalone-"));
before(() => {
	cpSync(
		fileURLToPath(new URL("../../dist/standalone.js", import.meta.url)),
		join(folder, "standalone.js"),
	);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const article = `---
title: 墨
toc: true
---
## 一

Twice $x^2$.

## Two

\`\`\`js
const answer = 42;
\`\`\`
`;

const inline = `<inkstone-article><script type="text/markdown">${article}</script></inkstone-article>`;

/**
 * A page with nothing but the script, which does not even say how it is encoded.
 * @param {string} body
 * @param {string} [attributes] of the script
 */
const pageWith = (body, attributes = "") => `<!doctype html>
	<script src="standalone.js" ${attributes}></script>
	<body>${body}`;

for (const engine of useEngines()) {
	test(`${engine.name}: a page on a disk shows an article with formulas and code, and its look`, async () => {
		writeFileSync(join(folder, "page.html"), pageWith(inline));
		const page = await engine.open();
		await page.goto(pathToFileURL(join(folder, "page.html")).href);
		await page.waitFor(".ink-body math");
		await page.waitFor(".hljs-keyword");
		// Whatever encoding the page was read by: in another than UTF-8 the core in the script would be no WebAssembly.
		assert.deepEqual(await page.texts("summary"), ["Contents"]);
		const seen = await page.evaluate(async () => {
			const { load } = Reflect.get(globalThis, "inkstone");
			const paper = getComputedStyle(document.documentElement);
			return {
				html: (await load()).render("# 墨").html,
				paper: paper.getPropertyValue("--ink-paper").trim(),
			};
		});
		assert.deepEqual(seen, {
			html: '<h1 id="墨">墨</h1>\n',
			paper: "light-dark(#fdfcfa, #181715)",
		});
	});

	test(`${engine.name}: under the strictest policy nothing is asked for but the article`, async () => {
		const page = await engine.open({
			headers: { "content-security-policy": strictPolicy },
			files: {
				"test.html": `<!doctype html><meta charset="utf-8">
					<link rel="icon" href="/static/icon.svg">
					<script src="inkstone/standalone.js"></script>
					<inkstone-article src="a.md"></inkstone-article>`,
				"a.md": article,
			},
		});
		await page.goto("static/test.html");
		await page.waitFor(".ink-body math");
		await page.waitFor(".hljs-keyword");
		assert.deepEqual(await page.texts("h1"), ["墨"]);
		assert.deepEqual(
			page
				.requests()
				.filter((path) => !/test\.html|icon\.svg|watch\.js/.test(path)),
			["/static/inkstone/standalone.js", "/static/a.md"],
		);
		assert.deepEqual(page.elsewhere(), []);
		assert.deepEqual(await page.complaints(), []);
	});

	test(`${engine.name}: the theme stays away where the script is told so, and comes into shadow roots where it is not`, async () => {
		const page = await engine.open({
			files: {
				"none.html": `<script src="inkstone/standalone.js" data-theme="none"></script>${inline}`,
				"shadow.html": `<script src="inkstone/standalone.js"></script>${inline.replace("<inkstone-article", "$& shadow")}`,
			},
		});
		await page.goto("static/none.html");
		await page.waitFor(".ink-article");
		const sheets = await page.evaluate(
			() => document.adoptedStyleSheets.length,
		);
		assert.equal(sheets, 0);
		await page.goto("static/shadow.html");
		await page.waitForFunction(
			() =>
				document
					.querySelector("inkstone-article")
					?.shadowRoot?.querySelector(".ink-article") &&
				document.querySelector("inkstone-article")?.shadowRoot
					?.adoptedStyleSheets.length === 1,
		);
	});
}
