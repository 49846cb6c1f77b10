// @ts-check
// Protects: what authors write behind a code fence is understood, whichever program they know it from.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * A module of ours, as Node can import it.
 * @param {string} name in web/src/enhance
 */
async function moduleOf(name) {
	const { outputFiles } = await build({
		entryPoints: [
			fileURLToPath(
				new URL(`../../../web/src/enhance/${name}.ts`, import.meta.url),
			),
		],
		bundle: true,
		write: false,
		format: "esm",
	});
	const script = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
	return import(`data:text/javascript;base64,${script}`);
}

/** @type {typeof import("../../../web/src/enhance/info-string.js")} */
const { readInfo } = await moduleOf("info-string");
/** @type {typeof import("../../../web/src/enhance/languages.js")} */
const { grammars, languageOf } = await moduleOf("languages");

const nothing = {
	language: "",
	name: "",
	marked: [],
	numbered: false,
	start: 1,
};

/** @type {[info: string, expected: Partial<import("../../../web/src/enhance/info-string.js").CodeInfo>][]} */
const examples = [
	["", {}],
	["js", { language: "js" }],
	["c++", { language: "c++" }],
	["c#", { language: "c#" }],
	["Objective-C", { language: "Objective-C" }],
	// Zenn, Qiita
	["js:a.js", { language: "js", name: "a.js" }],
	["js:src/a:b.js", { language: "js", name: "src/a:b.js" }],
	// Docusaurus
	['jsx title="src/a b.js"', { language: "jsx", name: "src/a b.js" }],
	[
		"js {1,3-5} showLineNumbers",
		{
			language: "js",
			marked: [
				[1, 1],
				[3, 5],
			],
			numbered: true,
		},
	],
	["js showLineNumbers=7", { language: "js", numbered: true, start: 7 }],
	[`js title='{x} "y"'`, { language: "js", name: '{x} "y"' }],
	// VitePress
	["js{4}", { language: "js", marked: [[4, 4]] }],
	["ts:line-numbers", { language: "ts", numbered: true }],
	[
		"ts:line-numbers=2 {1}",
		{ language: "ts", numbered: true, start: 2, marked: [[1, 1]] },
	],
	["ts:no-line-numbers", { language: "ts" }],
	["ts [a.ts]", { language: "ts", name: "a.ts" }],
	// Hugo
	[
		'go {linenos=table,hl_lines=[8,"15-17"],linenostart=199}',
		{
			language: "go",
			numbered: true,
			start: 199,
			marked: [
				[8, 8],
				[15, 17],
			],
		},
	],
	["go {linenos=false}", { language: "go" }],
	[
		'go {linenos=inline hl_lines="2-3"}',
		{
			language: "go",
			numbered: true,
			marked: [[2, 3]],
		},
	],
	// MkDocs
	[
		'py title="a.py" linenums="5" hl_lines="2 4-5"',
		{
			language: "py",
			name: "a.py",
			numbered: true,
			start: 5,
			marked: [
				[2, 2],
				[4, 5],
			],
		},
	],
	// Pandoc and R Markdown
	[
		'{.python .numberLines startFrom="100"}',
		{ language: "python", numbered: true, start: 100 },
	],
	["{r, echo=FALSE}", { language: "r" }],
	// No language
	['title="a.txt"', { name: "a.txt" }],
	["{1-2}", { marked: [[1, 2]] }],
	// What nobody means
	["js {5-3} {0} {99999999999}", { language: "js" }],
	["js showLineNumbers=0", { language: "js" }],
	["js whatever else=3", { language: "js" }],
	['js title="never closed', { language: "js" }],
];

for (const [info, expected] of examples) {
	test(`\`\`\`${info}`, () => {
		assert.deepEqual(readInfo(info), { ...nothing, ...expected });
	});
}

test("an info string that is made to hurt costs no time and no space", () => {
	for (const part of [
		"{1,",
		"{",
		"[",
		'"',
		"a=",
		"a='",
		"1-2,",
		"x:",
		"{.a ",
	]) {
		const { marked } = readInfo(`js {${part.repeat(30_000)}}`);
		assert.ok(marked.length <= 1000, part);
	}
});

test("every name of a language leads to grammars that there are", async () => {
	for (const name of "js JavaScript ts py sh c++ C# html vue svelte toml yml md rs objc console tsx".split(
		" ",
	)) {
		const language = languageOf(name);
		assert.ok(language, name);
		for (const grammar of language.needs) {
			assert.equal(
				typeof (await grammars[grammar]?.())?.default,
				"function",
				`${name}: ${grammar}`,
			);
		}
	}
	assert.equal(languageOf("klingon"), undefined);
	assert.equal(languageOf("constructor"), undefined);
});

test("every grammar can be loaded, and highlight.js knows it", async () => {
	const names = Object.keys(grammars);
	assert.ok(names.length >= 45);
	for (const name of names) {
		assert.equal(typeof (await grammars[name]?.())?.default, "function", name);
	}
});
