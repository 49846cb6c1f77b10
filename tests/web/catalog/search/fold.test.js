// @ts-check
// Protects what searches regard as the same, and the way back from it to the text as it was written.

import assert from "node:assert/strict";
import test from "node:test";
import { moduleOf } from "../../sources.js";

/** @type {typeof import("../../../../web/src/catalog/search/fold.js")} */
const { fold, foldWithPlaces } = await import(
	await moduleOf("catalog/search/fold.ts")
);

for (const [claim, all] of /** @type {[string, string[]][]} */ ([
	["case", ["CAFE", "cafe", "Cafe"]],
	["accents, composed and not", ["caf\u00e9", "cafe\u0301", "cafe"]],
	["full width and half", ["ＵＴＦ－８", "UTF-8", "utf-8"]],
	["katakana, full width and half", ["データ", "ﾃﾞｰﾀ", "テ\u3099ータ"]],
	["ligatures", ["ﬁne", "fine"]],
	["sharp s", ["Straße", "STRASSE", "STRAẞE"]],
	["sigma at a word's end", ["ΛΟΓΟΣ", "λόγος", "λογοσ"]],
	["io", ["ёлка", "Елка"]],
	["vowel signs of Arabic", ["الكِتَابَ", "الكتاب", "الكتـــاب"]],
	["letters of Persian keyboards", ["کتابی", "كتابي"]],
	["Hangul, composed and not", ["서울", "서울".normalize("NFD")]],
	["soft hyphens", ["typo\u00adgraphy", "typography"]],
])) {
	test(`the same: ${claim}`, () => {
		assert.equal(new Set(all.map(fold)).size, 1, all.map(fold).join(" "));
	});
}

for (const [claim, a, b] of [
	["voiced kana", "ガラス", "カラス"],
	["vowel signs of Hindi", "कि", "की"],
	["tones of Thai", "ข่าว", "ข้าว"],
	["hiragana and katakana", "ひと", "ヒト"],
]) {
	test(`not the same: ${claim}`, () => {
		assert.notEqual(fold(a), fold(b));
	});
}

test("places lead to the characters that something was folded from", () => {
	const original =
		"Ｃafe\u0301、ﬁn ﾃﾞｰﾀ 𠮷 각 ".normalize("NFC") + "서".normalize("NFD");
	const { text, starts, ends } = foldWithPlaces(original);
	assert.equal(text, fold(original));
	const from = (/** @type {string} */ piece) => {
		const at = text.indexOf(piece);
		return original.slice(starts[at], ends[at + piece.length - 1]);
	};
	assert.equal(from("cafe"), "Ｃaf\u00e9");
	assert.equal(from("f"), "f");
	assert.equal(from("i"), "ﬁ");
	assert.equal(from("デ"), "ﾃﾞ");
	assert.equal(from("タ"), "ﾀ");
	assert.equal(from("𠮷"), "𠮷");
	assert.equal(from("서"), "서".normalize("NFD"));
});

test("folding with places folds as without", () => {
	for (const text of [
		"\u0301a",
		"e\u0301\u0327 q\u0307\u0323",
		"가\u11a8 ᄀ\u1161\u11a8",
		"İstanbul ŉ ǰ",
		"ΣΑΣ",
		"\ud800 x \udc00",
		"हिन्दी ภาษาไทย",
		"👩‍👩‍👧 ❤️",
	]) {
		const folded = foldWithPlaces(text);
		assert.equal(folded.text, fold(text));
		assert.equal(folded.starts.length, folded.text.length);
		assert.equal(folded.ends.length, folded.text.length);
	}
});
