// @ts-check
// The interface's words: complete and well set in every language, found by any tag, and open to more languages.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { moduleOf } from "./sources.js";

/**
 * @typedef {typeof import("../../web/src/article/words.js")} Module
 * @typedef {import("../../web/src/article/words.js").Words} Words
 */

const tags = [
	"en",
	"zh-Hans",
	"zh-Hant",
	"ja",
	"ko",
	"de",
	"fr",
	"es",
	"ru",
	"ar",
];

/**
 * What is said by plural category, what stands for its number, and the largest number that is tried besides small ones:
 * French and Spanish have a category for millions, which no reading time gets to.
 * @type {["reading" | "articles", string, number][]}
 */
const counted = [
	["reading", "{minutes}", 200],
	["articles", "{count}", 1_000_000],
];

/** @type {Module} */
let words;
before(async () => {
	words = await freshModule();
});

/**
 * @returns {Promise<Module>} that has fetched every language
 */
async function freshModule() {
	const module = await moduleThatKnowsEnglish();
	await Promise.all(tags.map((tag) => module.loadWords(tag)));
	return module;
}

/** @returns {Promise<Module>} */
async function moduleThatKnowsEnglish() {
	return import(await moduleOf("article/words.ts"));
}

/**
 * Every text, by its path. Plural forms are left out: how many there are is the language's affair.
 * @param {Words} ofLanguage
 * @returns {Map<string, string>}
 */
function texts({
	lang: _,
	reading: __,
	articles: ___,
	problems,
	alerts,
	...others
}) {
	return new Map([
		...Object.entries(others),
		...Object.entries(problems).map(nested("problems")),
		...Object.entries(alerts).map(nested("alerts")),
	]);
}

/**
 * @param {string} parent
 * @returns {(entry: [string, string]) => [string, string]}
 */
function nested(parent) {
	return ([key, text]) => [`${parent}.${key}`, text];
}

/** @param {Words} ofLanguage */
function allTexts(ofLanguage) {
	return [
		...texts(ofLanguage).values(),
		...counted.flatMap(([key]) => Object.values(ofLanguage[key])),
	];
}

/** @param {string} text */
function placeholders(text) {
	return (text.match(/\{\w+\}/g) ?? []).sort();
}

for (const tag of tags) {
	describe(tag, () => {
		test("says everything that English says, and fills in the same", () => {
			const spoken = words.wordsFor(tag);
			assert.equal(spoken.lang, tag);
			const english = texts(words.wordsFor("en"));
			const own = texts(spoken);
			assert.deepEqual([...own.keys()], [...english.keys()]);
			for (const [key, text] of own) {
				assert.match(text, /^\S.*\S$|^\S$/u, key);
				assert.deepEqual(
					placeholders(text),
					placeholders(english.get(key) ?? ""),
					key,
				);
			}
		});

		for (const [key, placeholder, most] of counted) {
			test(`has the plural forms of \`${key}\` that Intl knows, and each says how many`, () => {
				const forms = words.wordsFor(tag)[key];
				const rules = new Intl.PluralRules(tag);
				/** @type {Map<Intl.LDMLPluralRule, number[]>} */
				const numbers = new Map();
				for (const number of [...Array(201).keys(), most]) {
					const category = rules.select(number);
					numbers.set(category, [...(numbers.get(category) ?? []), number]);
				}
				// That of fractions is there in every language, as what counts where a category is missing.
				assert.deepEqual(
					Object.keys(forms).sort(),
					[...new Set([...numbers.keys(), "other"])].sort(),
				);
				for (const [category, numbersOfIt] of numbers) {
					if (numbersOfIt.length > 1 || numbersOfIt[0] === most) {
						assert.equal(
							placeholders(forms[category] ?? "").join(),
							placeholder,
							category,
						);
					}
				}
			});
		}

		test("has typographic quotes, apostrophes and ellipses, and no blanks too many", () => {
			for (const text of allTexts(words.wordsFor(tag))) {
				assert.doesNotMatch(text, /["']|\.\.|\s\s/u);
			}
		});
	});
}

// Words that are the same in English and in another language.
const alike = {
	de: ["code", "feed", "system"],
	fr: ["code", "menu", "pages", "alerts.important"],
};

for (const tag of ["de", "fr", "es"]) {
	test(`nothing in ${tag} was left in English`, () => {
		const english = texts(words.wordsFor("en"));
		const same = [...texts(words.wordsFor(tag))]
			.filter(([key, text]) => english.get(key) === text)
			.map(([key]) => key);
		assert.deepEqual(
			same.sort(),
			(Object.entries(alike).find(([lang]) => lang === tag)?.[1] ?? []).sort(),
		);
	});
}

/** @type {[string, RegExp][]} */
const scripts = [
	["zh-Hans", /\p{Script=Han}/u],
	["zh-Hant", /\p{Script=Han}/u],
	["ja", /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u],
	["ko", /\p{Script=Hangul}/u],
	["ru", /\p{Script=Cyrillic}/u],
	["ar", /\p{Script=Arabic}/u],
];
for (const [tag, script] of scripts) {
	test(`everything in ${tag} is in its script; only Markdown has a Latin name`, () => {
		for (const text of allTexts(words.wordsFor(tag))) {
			assert.match(text, script);
			assert.doesNotMatch(
				text.replace(/\{\w+\}|Markdown/g, ""),
				/\p{Script=Latin}/u,
			);
		}
	});
}

test("the two kinds of Chinese do not share what they write differently", () => {
	const simplified = allTexts(words.wordsFor("zh-Hans")).join("");
	const traditional = allTexts(words.wordsFor("zh-Hant")).join("");
	assert.doesNotMatch(
		simplified,
		/[這個網載閱讀鐘開關語選單標題轉圖頁歸還沒]/u,
	);
	assert.doesNotMatch(
		traditional,
		/[这个网载阅读钟开关语选单标题转图页归还没]/u,
	);
});

describe("punctuation is the language's own", () => {
	test("French: no-break spaces before high marks and inside quotes, typographic apostrophes", () => {
		for (const text of allTexts(words.wordsFor("fr"))) {
			assert.doesNotMatch(text, /(?<!\u202f)[?!;»]|(?<!\u00a0):|«(?!\u202f)/u);
		}
		assert.match(words.wordsFor("fr").problems.network, /\u202f\?$/u);
	});

	test("German: „these“, and an ellipsis that stands apart", () => {
		const { section, loading } = words.wordsFor("de");
		assert.match(section, /„\{title\}“$/u);
		assert.match(loading, /\u00a0…$/u);
	});

	test("Arabic: its own comma, semicolon and question mark", () => {
		for (const text of allTexts(words.wordsFor("ar"))) {
			assert.doesNotMatch(text, /[?,;]/u);
		}
		assert.match(words.wordsFor("ar").problems.network, /؟$/u);
	});

	for (const tag of ["zh-Hans", "zh-Hant", "ja"]) {
		test(`${tag}: full-width marks, and an ellipsis of six dots`, () => {
			for (const text of allTexts(words.wordsFor(tag))) {
				assert.doesNotMatch(text, /[?!,.:;]|(?<!…)…(?!…)/u);
			}
			assert.match(words.wordsFor(tag).loading, /……$/u);
		});
	}
});

/** @type {[string | null | undefined, string][]} */
const chosen = [
	["zh", "zh-Hans"],
	["zh-CN", "zh-Hans"],
	["ZH-cn", "zh-Hans"],
	["zh-SG", "zh-Hans"],
	["zh-Hans-HK", "zh-Hans"],
	["cmn", "zh-Hans"],
	["zh-TW", "zh-Hant"],
	["zh-HK", "zh-Hant"],
	["zh-MO", "zh-Hant"],
	["zh-Hant-CN", "zh-Hant"],
	["zh_TW", "zh-Hant"],
	["zh-Latn-pinyin", "en"],
	["en-GB", "en"],
	["de-AT", "de"],
	["de-CH-1996", "de"],
	["fr-CA", "fr"],
	["es-419", "es"],
	["ru-Latn", "en"],
	["ar-EG", "ar"],
	["ja-JP-u-ca-japanese", "ja"],
	["ko-KP", "ko"],
	["pt", "en"],
	["", "en"],
	[null, "en"],
	[undefined, "en"],
];
for (const [tag, lang] of chosen) {
	test(`${JSON.stringify(tag)} is spoken to in ${lang}`, () => {
		assert.equal(words.wordsFor(tag).lang, lang);
	});
}

test("what is no language tag is spoken to in English, or by what can be read of it", () => {
	for (const tag of ["x-klingon", "i-default", "-", "日本語", "a b", "1"]) {
		assert.equal(words.wordsFor(tag).lang, "en", tag);
	}
	assert.equal(words.wordsFor("de--").lang, "de");
	assert.equal(words.wordsFor("zh-yue").lang, "zh-Hans");
	assert.equal(words.wordsFor("fr-").lang, "fr");
});

test("minutes are said in the right plural, with the region's digits", () => {
	/** @param {string} tag @param {number} minutes @param {string} [digits] */
	const say = (tag, minutes, digits = tag) =>
		words.readingTime(words.wordsFor(tag), minutes, digits);
	assert.equal(say("en", 5), "5-minute read");
	assert.deepEqual(
		[1, 2, 5, 11, 21, 23].map((minutes) => say("ru", minutes)),
		[
			"1\u00a0минута чтения",
			"2\u00a0минуты чтения",
			"5\u00a0минут чтения",
			"11\u00a0минут чтения",
			"21\u00a0минута чтения",
			"23\u00a0минуты чтения",
		],
	);
	assert.deepEqual(
		[1, 2, 3, 11, 100].map((minutes) => say("ar", minutes, "ar-MA")),
		[
			"دقيقة واحدة للقراءة",
			"دقيقتان للقراءة",
			"3 دقائق للقراءة",
			"11 دقيقة للقراءة",
			"100 دقيقة للقراءة",
		],
	);
	assert.equal(say("ar", 5, "ar-EG"), "٥ دقائق للقراءة");
	assert.equal(say("zh-Hans", 9), "阅读约9分钟");
});

test("texts are filled in, with what is no text as well; names without a value stay", () => {
	assert.equal(words.fill("{a} and {b}, {a}", { a: "1" }), "1 and {b}, 1");
	const time = {};
	assert.deepEqual(words.weave("更新于{date}", { date: time }), [
		"更新于",
		time,
	]);
	assert.equal(words.weave("{date}更新", { date: time })[0], time);
	assert.equal(words.fill("{a}", { a: "{b}", b: "no" }), "{b}");
});

describe("a language is fetched for whom it speaks to", () => {
	test("until then it is English, and no other language comes with it", async () => {
		const { loadWords, wordsFor } = await moduleThatKnowsEnglish();
		assert.equal(wordsFor("de").lang, "en");
		assert.equal((await loadWords("de-AT")).lang, "de");
		assert.equal(wordsFor("de").lang, "de");
		assert.equal(wordsFor("fr").lang, "en");
	});

	test("what was taught before it came counts when it has come", async () => {
		const { addWords, loadWords, wordsFor } = await moduleThatKnowsEnglish();
		addWords("de", { contents: "In diesem Beitrag" });
		assert.equal(wordsFor("de").contents, "In diesem Beitrag");
		assert.equal(wordsFor("de").retry, "Try again");
		const german = await loadWords("de");
		assert.equal(german.contents, "In diesem Beitrag");
		assert.equal(german.retry, "Erneut versuchen");
	});

	test("a language that nobody has taught is waited for by nobody", async () => {
		const { loadWords } = await moduleThatKnowsEnglish();
		for (const tag of ["pt", "", "no tag", undefined, "constructor"]) {
			assert.equal((await loadWords(tag)).lang, "en", tag);
		}
	});
});

describe("more languages", () => {
	test("one that is taught is spoken in all its regions, and in English where words are missing", async () => {
		const { addWords, wordsFor } = await freshModule();
		addWords("pt-BR", {
			contents: "Sumário",
			search: undefined,
			alerts: { note: "Nota" },
		});
		for (const tag of ["pt", "pt-BR", "pt-PT", "PT-br"]) {
			assert.equal(wordsFor(tag).contents, "Sumário", tag);
		}
		const portuguese = wordsFor("pt");
		assert.equal(portuguese.lang, "pt-BR");
		assert.equal(portuguese.search, "Search");
		assert.deepEqual(portuguese.alerts, {
			...wordsFor("en").alerts,
			note: "Nota",
		});
		assert.deepEqual(portuguese.problems, wordsFor("en").problems);
	});

	test("a region can have words of its own, which are otherwise the language's", async () => {
		const { addWords, wordsFor } = await freshModule();
		addWords("zh-HK", { search: "搵嘢" });
		assert.equal(wordsFor("zh-HK").search, "搵嘢");
		assert.equal(wordsFor("zh-HK").contents, "目錄");
		assert.equal(wordsFor("zh-HK").lang, "zh-HK");
		assert.equal(wordsFor("zh-TW").search, "搜尋");
		assert.equal(wordsFor("zh-MO").search, "搜尋");
	});

	test("words of a language that is spoken can be changed, in any spelling of its tag", async () => {
		const { addWords, wordsFor } = await freshModule();
		addWords("DE", { contents: "In diesem Beitrag" });
		assert.equal(wordsFor("de-AT").contents, "In diesem Beitrag");
		assert.equal(wordsFor("de").retry, "Erneut versuchen");
		addWords("zh-CN", { contents: "本文" });
		assert.equal(wordsFor("zh-Hans").contents, "本文");
		assert.equal(wordsFor("zh-Hant").contents, "目錄");
	});

	test("what is no language tag is refused", async () => {
		const { addWords } = await freshModule();
		assert.throws(() => addWords("", {}), TypeError);
		assert.throws(() => addWords("x-mine", {}), /`x-mine` is not a BCP 47/);
	});
});
