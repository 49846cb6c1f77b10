// @ts-check
// What a language tag tells: direction, names and lists, for every tag that an article or a site may have.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { moduleOf } from "./sources.js";

/** @type {typeof import("../../web/src/language.js")} */
let language;
before(async () => {
	language = await import(await moduleOf("language.ts"));
});

const odd = [
	"",
	"-",
	"x-klingon",
	"日本語",
	"a",
	"de--",
	"en-",
	"1",
	"toString",
];

test("the direction is that of the script, written or likely", () => {
	for (const lang of [
		"ar",
		"he",
		"fa-AF",
		"ur",
		"ckb",
		"az-Arab",
		"dv",
		"yi",
	]) {
		assert.equal(language.directionOf(lang), "rtl", lang);
	}
	for (const lang of ["en", "zh-Hant", "az", "ar-Latn", "ku", "", "x-y"]) {
		assert.equal(language.directionOf(lang), "ltr", lang);
	}
});

/** @type {[string, string][]} */
const ownNames = [
	["de", "Deutsch"],
	["de-DE", "Deutsch"],
	["DE-de", "Deutsch"],
	["de-AT", "Österreichisches Deutsch"],
	["en", "English"],
	["en-US", "English"],
	["en-GB", "British English"],
	["fr", "Français"],
	["ru", "Русский"],
	["el", "Ελληνικά"],
	["tr", "Türkçe"],
	["ka", "ქართული"],
	["zh", "中文"],
	["zh-CN", "中文"],
	["zh-Hans", "简体中文"],
	["zh-TW", "繁體中文"],
	["zh-Hant-TW", "繁體中文"],
	["ja", "日本語"],
	["ko-KR", "한국어"],
	["ar", "العربية"],
	["sr-Latn", "Srpski (latinica)"],
	["ca-valencia", "Català (valencià)"],
];
for (const [code, name] of ownNames) {
	test(`a link to ${code} says ${name}`, () => {
		assert.equal(language.languageName(code), name);
	});
}

test("a language is named in another one, as within a sentence", () => {
	assert.equal(language.languageName("de", "en"), "German");
	assert.equal(language.languageName("de", "fr"), "allemand");
	assert.equal(language.languageName("zh-TW", "zh"), "中文（台湾）");
	assert.equal(language.languageName("tlh", "en"), "Klingon");
});

test("no tag is too odd: what has no name is called by its code", () => {
	for (const tag of odd) {
		assert.equal(typeof language.languageName(tag), "string");
		assert.equal(typeof language.languageName("de", tag), "string");
		assert.equal(language.joined(["a", "b"], tag).length, 3);
		assert.equal(language.directionOf(tag), "ltr");
	}
	assert.equal(language.languageName("x-klingon"), "x-klingon");
	assert.equal(language.languageName("qqq"), "qqq");
});

test("tags that mean the same are the same, in whatever letters", () => {
	for (const [a, b] of [
		["zh-cn", "zh-Hans"],
		["zh", "ZH-hans-CN"],
		["zh-TW", "zh-Hant"],
		["en", "en-US"],
		["iw", "he"],
		["x-Mine", "x-mine"],
	]) {
		assert(language.isSameLanguage(a, b), `${a} ${b}`);
	}
	for (const [a, b] of [
		["zh-CN", "zh-TW"],
		["zh-HK", "zh-TW"],
		["en", "en-GB"],
		["sr", "sr-Latn"],
		["ca", "ca-valencia"],
		["", "en"],
	]) {
		assert(!language.isSameLanguage(a, b), `${a} ${b}`);
	}
});

test("lists have the commas of their language, around the very things given", () => {
	/** @param {string} lang */
	const join = (lang) => language.joined(["A", "B", "C"], lang).join("");
	assert.equal(join("en"), "A, B, C");
	assert.equal(join("de"), "A, B und C");
	assert.equal(join("zh-Hans"), "A、B、C");
	assert.equal(join("ja"), "A、B、C");
	assert.equal(join("ar"), "A وB وC");
	const [one, two] = [{}, {}];
	const list = language.joined([one, two], "en");
	assert.equal(list[0], one);
	assert.equal(list[2], two);
	assert.deepEqual(language.joined([], "en"), []);
});
