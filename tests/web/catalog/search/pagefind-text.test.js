// @ts-check
// Protects how text is put to Pagefind, and that what it keeps becomes the text again.

import assert from "node:assert/strict";
import test from "node:test";
import { moduleOf } from "../../sources.js";

/** @type {typeof import("../../../../web/src/catalog/search/pagefind-text.js")} */
const {
	contentForPagefind,
	languageForPagefind,
	phraseForPagefind,
	textFromPagefind,
} = await import(await moduleOf("catalog/search/pagefind-text.ts"));

/**
 * What Pagefind keeps of a text.
 * @param {string} content
 */
const kept = (content) => content.split(/\s+/).filter(Boolean).join(" ");

test("text without spaces is words of one character, other text is as it is", () => {
	assert.equal(
		kept(contentForPagefind("学C++吧，不难。 Word.", []))
			.replace(/\u2060/g, "")
			.trim(),
		"学 C++ 吧 ， 不 难 。 Word.",
	);
});

for (const text of [
	"本文介绍自然语言处理。从规则到统计",
	"用 C++ 写程序，用C++写程序",
	"一行。\n又一行\nand a line. 再一行",
	"𠮷野家 and 𠮷",
	"Only Latin, in words.",
	"データ ベースとデータベース",
	"ข้าวผัด อร่อย",
	"（括号）“引号”……",
	"",
]) {
	test(`as it was written: ${JSON.stringify(text)}`, () => {
		assert.equal(
			textFromPagefind(kept(contentForPagefind(text, ["标题", "Tag"]))),
			text.replaceAll("\n", " "),
		);
	});
}

test("what only finds an article is not shown", () => {
	const content = kept(contentForPagefind("文章。", ["标题", "技术"]));
	assert.ok(content.includes("标 题") && content.includes("技 术"));
	assert.equal(textFromPagefind(content), "文章。");
});

test("letters of full width and kana of half are of the usual width", () => {
	assert.equal(
		textFromPagefind(kept(contentForPagefind("ＵＴＦ、ﾃﾞｰﾀ，全角", []))),
		"UTF、データ，全角",
	);
});

test("a phrase is in quotes", () => {
	assert.equal(phraseForPagefind("𠮷野家"), '"𠮷 野 家"');
});

test("Pagefind inflects the words of a language, but does not cut its text", () => {
	assert.equal(languageForPagefind("en-GB"), "en");
	assert.equal(languageForPagefind("zh-Hant"), "zxx");
	assert.equal(languageForPagefind("ja"), "zxx");
	assert.equal(languageForPagefind("th"), "zxx");
	assert.equal(languageForPagefind("no such language"), "zxx");
});
