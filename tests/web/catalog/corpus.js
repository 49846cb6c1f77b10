// @ts-check
// Sites made up for tests: articles in every combination of what decides where a catalog has them.

import { unsaid } from "../articles.js";

/**
 * @typedef {import("../../../web/src/types.js").Article} Article
 * @typedef {import("../../../web/src/types.js").Metadata} Metadata
 * @typedef {import("../../../web/src/catalog/types.js").Card} Card
 * @typedef {import("../../../web/src/catalog/types.js").SectionCard} SectionCard
 * @typedef {typeof import("../../../web/src/catalog/card.js")} CardModule
 */

/** The day on which the catalogs of tests are made. */
export const today = new Date("2026-03-01T12:00:00Z");

/**
 * What of a configuration routes depend on.
 * @param {string[]} tags the first is the site's own language; without one, that is English
 */
export const languagesOf = (...tags) => ({
	lang: tags[0] ?? "en",
	languages: tags.map((lang) => ({
		lang,
		title: "",
		tagline: "",
		description: "",
		copyright: "",
		menus: {},
	})),
});

/**
 * What of a configuration catalogs depend on.
 * @param {string[]} tags the first is the site's own language
 * @param {string[]} [mainSections]
 */
export function configurationOf(tags, mainSections = []) {
	return {
		...languagesOf(...tags),
		baseUrl: "https://me.example/blog/",
		settings: {},
		mainSections,
	};
}

/**
 * An article as rendered, of which only some things are known.
 * @param {Partial<Metadata>} [metadata]
 * @param {Partial<Article>} [rest]
 * @returns {Article}
 */
export function articleOf(metadata = {}, rest = {}) {
	return {
		html: "",
		frontMatter: {},
		metadata: {
			...unsaid,
			...metadata,
		},
		places: {},
		toc: [],
		summary: { text: "", html: "" },
		counts: { words: 0, characters: 0, minutes: 1 },
		diagnostics: [],
		...rest,
	};
}

/**
 * Numbers that look random and are the same every time.
 * @param {number} seed
 */
export function chance(seed) {
	let state = seed;
	/** @param {number} below */
	const number = (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	return {
		number,
		/** @template Value @param {Value[]} values @returns {Value} */
		one: (values) => /** @type {Value} */ (values[number(values.length)]),
		/** @template Value @param {Value[]} values @param {number} most */
		some: (values, most) =>
			values.filter(() => number(values.length) < most).slice(0, most),
		/** @param {number} outOf */
		rarely: (outOf) => number(outOf) === 0,
	};
}

const titles = [
	"A walk",
	"a walk",
	"Part 2",
	"Part 10",
	"活字印刷",
	"Überschrift",
	"東京",
	"10 things",
	"“Quoted”",
];
const terms = [
	"QQ",
	"qq",
	"Type Design",
	"type  design",
	"C++",
	"排版",
	"排版/印刷",
	"Ökologie",
	"!?",
	"part 10",
	"part 2",
];

/**
 * The cards of a site, in no order.
 * @param {CardModule} module
 * @param {ReturnType<typeof configurationOf>} configuration
 * @param {number} count how many
 * @param {number} seed
 * @returns {Card[]}
 */
export function cardsOf(module, configuration, count, seed) {
	const random = chance(seed);
	const tags = configuration.languages.map(({ lang }) => lang);
	/** @type {Map<string, Card>} */
	const cards = new Map();
	while (cards.size < count) {
		const folder = random.one(["", "posts/", "posts/2025/", "news/", "文章/"]);
		const name = `${random.one(["a", "b", "活"])}${random.number(count)}`;
		const lang = random.one(["", ...tags]);
		const path = random.one([
			`${folder}${name}.md`,
			`${folder}${name}${lang && `.${lang}`}.md`,
			`${lang && `${lang}/`}${folder}${name}.md`,
			`${folder}${name}/index.md`,
		]);
		const year = random.one(["2023", "2024", "2025"]);
		const month = random.one(["01", "02", "12"]);
		const article = articleOf({
			title: random.one(["", ...titles]),
			date: random.one([
				"",
				`${year}-${month}-05`,
				`${year}-${month}-05T00:30:00+08:00`,
				`${year}-${month}-05T00:00:00`,
				"2026-12-24",
			]),
			weight: random.rarely(6) ? random.one([-1, 1, 1, 2.5, 1e9]) : 0,
			lead: random.one(["", "Standfirst"]),
			categories: random.some(terms, 1),
			tags: random.some(terms, 3),
			lang: random.rarely(9) ? random.one(tags) : "",
			draft: random.rarely(12),
			expiryDate: random.rarely(12) ? "2026-02-01" : "",
			slug: random.rarely(12) ? `s${random.number(20)}` : "",
			type: random.rarely(12) ? random.one(["page", "news", "own/kind"]) : "",
			translationKey: random.rarely(6) ? `key${random.number(20)}` : "",
			aliases: random.rarely(4)
				? [`/old/${random.number(count)}`, `/posts/a${random.number(count)}`]
				: [],
			menu: random.rarely(8)
				? [
						{
							menu: random.one(["main", "footer"]),
							name: random.one(["", "Entry"]),
							weight: random.one([null, 0, 3]),
							identifier: random.one(["", "id"]),
						},
					]
				: [],
			thumbnail: random.one([
				{ src: "", alt: "", visibility: null },
				{ src: "a.png", alt: "A", visibility: ["list"] },
			]),
		});
		cards.set(path, module.cardOf(article, path, configuration, today));
	}
	return [...cards.values()];
}

/**
 * What is said of some of a site's sections.
 * @param {ReturnType<typeof configurationOf>} configuration
 * @returns {SectionCard[]}
 */
export function sectionsOf({ languages, lang }) {
	return [
		{ site: lang, name: "", title: "Home", summary: "All of it." },
		{ site: lang, name: "empty", title: "Nothing yet", summary: "" },
		...languages.map(({ lang }) => ({
			site: lang,
			name: "posts",
			title: `Posts in ${lang}`,
			summary: "Words.",
		})),
	];
}
