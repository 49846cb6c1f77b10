// @ts-check
// Protects the pieces of articles that searches show, and the marks in them.

import assert from "node:assert/strict";
import test from "node:test";
import { moduleOf } from "../../sources.js";

/** @type {typeof import("../../../../web/src/catalog/search/fold.js")} */
const { foldWithPlaces } = await import(
	await moduleOf("catalog/search/fold.ts")
);
/** @type {typeof import("../../../../web/src/catalog/search/snippet.js")} */
const { snippetOf } = await import(await moduleOf("catalog/search/snippet.ts"));

/**
 * A snippet, and what is marked in it.
 * @param {string} text
 * @param {{ terms?: string[], pieces?: string[], runs?: string[] }} wanted
 */
function cut(text, { terms = [], pieces = [], runs = [] }, lang = "zh") {
	const { snippet, marks } = snippetOf(
		text,
		foldWithPlaces(text),
		{ terms: new Set(terms), pieces, runs },
		lang,
	);
	return { snippet, marked: marks.map(([a, b]) => snippet.slice(a, b)) };
}

const english = "One more sentence of this text says nothing at all. ".repeat(
	40,
);
const chinese = "这一句话什么也没有说，只是很长。".repeat(60);

test("a short text is whole", () => {
	assert.deepEqual(cut("A short text\nin two lines.", { terms: ["text"] }), {
		snippet: "A short text in two lines.",
		marked: ["text"],
	});
});

test("without a match it is the beginning, and ends with a word", () => {
	const { snippet, marked } = cut(english, {});
	assert.match(
		snippet,
		/^One more .* (?:One|more|sentence|of|this|text|says|nothing|at|all\.)…$/,
	);
	assert.ok(snippet.length <= 161 && snippet.length > 140, snippet);
	assert.deepEqual(marked, []);
});

test("Latin text has about 160 characters, Chinese about 70", () => {
	const latin = cut(`${english}Metal. ${english}`, { terms: ["metal"] });
	assert.ok(
		latin.snippet.length > 140 && latin.snippet.length <= 162,
		latin.snippet,
	);
	assert.deepEqual(latin.marked, ["Metal"]);
	const han = cut(`${chinese}铅字。${chinese}`, { pieces: ["铅字"] });
	assert.ok(han.snippet.length > 60 && han.snippet.length <= 72, han.snippet);
	assert.deepEqual(han.marked, ["铅字"]);
});

test("it begins and ends with whole words", () => {
	for (let shift = 0; shift < 36; shift++) {
		const text = `${english}${"x".repeat(shift)} Metal. ${english}`;
		const { snippet } = cut(text, { terms: ["metal"] }, "en");
		assert.ok(snippet.startsWith("…") && snippet.endsWith("…"), snippet);
		for (const word of snippet.slice(1, -1).trim().split(/[ .]+/)) {
			assert.ok(
				` ${text.replaceAll(".", "")} `.includes(` ${word} `),
				`"${word}" in ${snippet}`,
			);
		}
	}
});

test("it shows where the most different words stand together", () => {
	const text = `Metal metal metal. ${english}Metal type. ${english}`;
	const { snippet, marked } = cut(text, { terms: ["metal", "type"] });
	assert.deepEqual(marked, ["Metal", "type"]);
	assert.match(snippet, /^….*Metal type\. One/);
});

test("it begins with the block of what was found, where that is near", () => {
	const text = `${english}\nMetal and type\n${english}`;
	assert.match(
		cut(text, { terms: ["type"] }).snippet,
		/^…Metal and type One more/,
	);
});

test("what stands at the end has more before it", () => {
	const { snippet, marked } = cut(`${english}The end is metal.`, {
		terms: ["metal"],
	});
	assert.ok(snippet.length > 130, snippet);
	assert.ok(snippet.startsWith("…") && snippet.endsWith("The end is metal."));
	assert.deepEqual(marked, ["metal"]);
});

test("marks are of the text as it was written", () => {
	const text = `${"ﬁ ".repeat(300)}Cafe\u0301 and ﾃﾞｰﾀ, ＵＴＦ.`;
	assert.deepEqual(
		cut(text, { terms: ["cafe", "utf"], pieces: ["データ"] }).marked,
		["Cafe\u0301", "ﾃﾞｰﾀ", "ＵＴＦ"],
	);
});

test("marks that touch are one", () => {
	assert.deepEqual(
		cut("本文介绍自然语言处理。", { pieces: ["自然", "语言", "然语"] }).marked,
		["自然语言"],
	);
});

test("single characters are marked only as the query has them", () => {
	const wanted = { pieces: ["学习", "的"], runs: ["学习的"] };
	assert.deepEqual(cut("我的学习的方法", wanted).marked, ["学习的"]);
	assert.deepEqual(cut("我的书", { pieces: ["的"] }).marked, ["的"]);
});

test("neither surrogates nor characters of several code points are split", () => {
	const family = "👩‍👩‍👧";
	for (let shift = 0; shift < 40; shift++) {
		for (const odd of ["𠮷", family, "e\u0301", "🇩🇪"]) {
			const text = `${"x".repeat(shift)}${odd.repeat(200)} 铅字 ${odd.repeat(200)}`;
			const { snippet, marked } = cut(text, { pieces: ["铅字"] });
			assert.deepEqual(marked, ["铅字"]);
			const rest = snippet
				.replace(/^…|…$/g, "")
				.replace(/^x*/, "")
				.split(" 铅字 ");
			for (const side of rest) {
				assert.equal(side, odd.repeat(side.length / odd.length), snippet);
			}
		}
	}
});

test("it neither begins nor ends with blanks", () => {
	assert.equal(cut("\n\n A text. \n", {}).snippet, "A text.");
});

test("an endless word is cut all the same", () => {
	const { snippet } = cut(`${"a".repeat(5000)}. Metal. ${"b".repeat(5000)}`, {
		terms: ["metal"],
	});
	assert.ok(snippet.length <= 162 && snippet.includes("Metal"), snippet);
});

test("an empty text has an empty snippet", () => {
	assert.deepEqual(cut("", { terms: ["metal"] }), { snippet: "", marked: [] });
});
