// @ts-check
// Protects: one engine everywhere. The native command and WebAssembly give the same bytes, and the
// shell hands on what the core gave.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { suite, test } from "node:test";
import spec from "commonmark-spec";
import { load } from "../../dist/index.js";
import { loadBareCore, renderNatively } from "./cores.js";
import { plain } from "./plain.js";

const renderInWasm = await loadBareCore();
const inkstone = await load();

/** @type {Record<string, string | Uint8Array>} */
const corpus = {
	"the specification": spec.text,
	"nothing at all": "",
	"bytes that are not UTF-8": new Uint8Array([
		0xff, 0x61, 0xc3, 0x28, 0, 0xed, 0xa0, 0x80,
	]),
	"CRLF, BOM and controls":
		"\uFEFF---\r\ntitle: a\u0004b\r\n---\r\n\r\n# c\r\rd\r\n",
	"numbers of every kind":
		"---\na: [007, 0x1F, 0o17, .5, 1., 1e3, -0, 9007199254740993, 1e400, .inf, 1.10]\n---\n",
	"faults in the front matter":
		"---\na: 1\na: [2\n---\n# 汉字🌟\n[x](javascript:y)\n",
	"metadata of every kind":
		"---\ndate: Wed, 12 Feb 2025 18:55:15 +0800\nlastmod: [x]\ntags: [1.10, b, 1.10, {c: d}]\nlang: [x, zh-CN]\ntranslations: {fr: 'javascript:x', en: /}\nmenu: {a: {weight: 0.1}, b: {weight: 1e300}, c: {weight: -0.0}, d: {weight: 123456789.125}}\nweight: 5e-324\nthumbnail: {src: a, visibility: [post, ｘ]}\nsidebar: off\nwidgets: [toc, 墨]\n---\n",
	"JSON front matter":
		'{"a": "\\ud83c\\udf1f\\u0000", "b": {"__proto__": []}}\ntext\n',
	"characters that JSON escapes": 'a \u0001\u001f\u007f\u2028 "\\ \t b',
};
const articles = new URL("../../examples/static/articles/", import.meta.url);
for (const name of readdirSync(articles).filter((name) =>
	name.endsWith(".md"),
)) {
	corpus[name] = readFileSync(new URL(name, articles));
}
const fixture = new URL("../../../shared/fixtures/news-zh.md", import.meta.url);
if (existsSync(fixture)) corpus["news-zh.md"] = readFileSync(fixture);

/** @type {Record<string, import("../../dist/index.js").RenderOptions & Record<string, string | number | boolean>>} */
const variants = {
	"with the defaults": {},
	"with everything changed": {
		...plain,
		tocDepth: 1,
		superscript: true,
		subscript: true,
		emoji: true,
		smartPunctuation: true,
		sourceLines: true,
		maxNesting: 5,
		maxTableCells: 10,
		maxHtmlBytes: 1000,
		maxSourceBytes: 1000000,
		maxFrontMatterBytes: 1000,
		maxFrontMatterDepth: 3,
		maxFrontMatterNodes: 10,
	},
	"with bounds that articles reach": {
		maxFrontMatterBytes: 300,
		maxFrontMatterDepth: 2,
		maxFrontMatterNodes: 12,
	},
};

for (const [how, options] of Object.entries(variants)) {
	suite(`native and WebAssembly agree ${how}`, () => {
		for (const [name, source] of Object.entries(corpus)) {
			test(name, () => {
				const { html, json } = renderInWasm(source, options);
				assert.equal(
					renderNatively(source, options),
					`{"html":${JSON.stringify(html)},${json.slice(1)}`,
				);
				assert.deepEqual(inkstone.render(source, options), {
					html,
					...JSON.parse(json),
				});
			});
		}
	});
}

test("the real article is among the corpus", {
	skip: existsSync(fixture) ? false : "../shared is absent",
}, () => {
	const article = JSON.parse(renderNatively(readFileSync(fixture)));
	assert.equal(article.frontMatter.title, "或许，硅谷比中国更需要Deepseek");
	assert.deepEqual(article.frontMatter.widgets, [
		"search",
		"recent",
		"taglist",
	]);
	assert.equal(article.frontMatter.comments, false);
});
