// @ts-check
// Protects that text without spaces is found although index and query were cut by other dictionaries.

import assert from "node:assert/strict";
import test from "node:test";
import { moduleOf } from "../../sources.js";

/** @type {typeof import("../../../../web/src/catalog/search/covers.js")} */
const { coversOf } = await import(await moduleOf("catalog/search/covers.ts"));
/** @type {typeof import("../../../../web/src/catalog/search/vocabulary.js")} */
const { Vocabulary } = await import(
	await moduleOf("catalog/search/vocabulary.ts")
);
/** @type {typeof import("../../../../web/src/catalog/search/query.js")} */
const { readQuery } = await import(await moduleOf("catalog/search/query.ts"));

test("a word is found inside of longer ones", () => {
	const { whole, parts } = coversOf(
		"语言",
		new Vocabulary(["自然语言", "语言学", "语言", "语", "文"]),
	);
	assert.deepEqual(whole, ["自然语言", "语言学", "语言"]);
	assert.deepEqual(parts, []);
});

test("a word is found where others meet inside of it", () => {
	const vocabulary = new Vocabulary(["国语", "言学", "语", "言", "文"]);
	assert.deepEqual(coversOf("语言", vocabulary), {
		whole: [],
		parts: [
			[
				["国语", "语"],
				["言学", "言"],
			],
		],
	});
	assert.deepEqual(coversOf("语文学", vocabulary), { whole: [], parts: [] });
});

const words = ["活版", "印刷", "自然", "语言", "学", "习", "数学", "的"];

test("of words like one, all are found that MiniSearch takes for it", () => {
	const random = numbers(3);
	const letters = "abcdefgh";
	const letter = () => letters[Math.floor(random() * letters.length)];
	for (let round = 0; round < 500; round++) {
		const word = Array.from({ length: 8 }, letter);
		const typo = [...word];
		for (let change = 0; change < 2; change++) {
			const at = Math.floor(random() * typo.length);
			typo.splice(
				at,
				random() < 0.5 ? 1 : 0,
				...(random() < 0.5 ? [letter()] : []),
			);
		}
		const found = new Vocabulary([typo.join("")]).spelledLike({
			text: word.join(""),
			kind: "word",
			isPrefix: false,
			typos: 2,
		});
		assert.equal(found.length, 1, `${word.join("")} ${typo.join("")}`);
	}
});

test("text without spaces is found however index and query were cut", () => {
	const random = numbers(7);
	for (let round = 0; round < 2000; round++) {
		const text = Array.from(
			{ length: 2 + Math.floor(random() * 6) },
			() => words[Math.floor(random() * words.length)],
		).join("");
		const start = Math.floor(random() * (text.length - 1));
		const query = text.slice(start, start + 1 + Math.floor(random() * 9));
		const terms = cutAnywhere(text, random);
		const vocabulary = new Vocabulary(terms);
		for (const word of readQuery(query, (run) => cutAnywhere(run, random))
			.words) {
			const { whole, parts } = coversOf(word.text, vocabulary);
			assert.ok(
				whole.length > 0 || parts.length > 0,
				`${word.text} of ${query} in ${terms.join("|")}`,
			);
		}
	}
});

/**
 * @param {string} text
 * @param {() => number} random
 */
function cutAnywhere(text, random) {
	const pieces = [""];
	for (const character of text) {
		if (pieces[pieces.length - 1] && random() < 0.5) {
			pieces.push("");
		}
		pieces[pieces.length - 1] += character;
	}
	return pieces;
}

/**
 * Numbers from 0 to 1 that are the same each time.
 * @param {number} seed
 */
function numbers(seed) {
	let state = seed;
	return () => {
		state = (state * 48271) % 2147483647;
		return state / 2147483647;
	};
}
