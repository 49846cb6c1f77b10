// @ts-check
// A site's lists, terms, menus and links: a catalog in memory and one from an index must say the same, which is
// what a plain model of the contract says.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { moduleOf } from "../sources.js";
import { cardsOf, configurationOf, sectionsOf } from "./corpus.js";
import { filesOf, folder, indexModules, serverOf } from "./indexes.js";
import { modelOf } from "./model.js";

/**
 * @typedef {import("../../../web/src/catalog/types.js").Catalog} Catalog
 * @typedef {import("../../../web/src/catalog/types.js").ListName} ListName
 * @typedef {import("../../../web/src/catalog/types.js").Card} Card
 * @typedef {import("../../../web/src/catalog/types.js").SectionCard} SectionCard
 * @typedef {ReturnType<typeof configurationOf>} Configuration
 */

/** @type {typeof import("../../../web/src/catalog/card.js")} */
let card;
/** @type {typeof import("../../../web/src/catalog/memory.js")} */
let memory;
/** @type {typeof import("../../../web/src/catalog/routes.js")} */
let routes;
/** @type {Awaited<ReturnType<typeof indexModules>>} */
let index;
before(async () => {
	card = await import(await moduleOf("catalog/card.ts"));
	memory = await import(await moduleOf("catalog/memory.ts"));
	routes = await import(await moduleOf("catalog/routes.ts"));
	index = await indexModules();
});

/** @type {Record<string, (cards: Card[], sections: SectionCard[], configuration: Configuration) => Promise<Catalog>>} */
const catalogs = {
	"in memory": async (...site) => new memory.MemoryCatalog(...site),
	"on disk": (cards, sections, configuration) =>
		storedCatalog(cards, sections, configuration, cards.length),
	// As if there were many more articles.
	"on disk, in many parts": (cards, sections, configuration) =>
		storedCatalog(cards, sections, configuration, 1e5),
};

/**
 * @param {Card[]} cards
 * @param {SectionCard[]} sections
 * @param {Configuration} configuration
 * @param {number} total
 */
async function storedCatalog(cards, sections, configuration, total) {
	const files = await filesOf(index, { cards, sections, configuration, total });
	return index.stored.StoredCatalog.open(folder, serverOf(files).fetch);
}

const sites = [
	{ tags: ["en"], mainSections: [], count: 0 },
	{ tags: ["en"], mainSections: [], count: 1 },
	{ tags: ["en", "zh", "pt-BR"], mainSections: [], count: 400 },
	{ tags: ["zh", "en", "ja"], mainSections: ["posts", "文章"], count: 300 },
];

for (const [kind, catalogFor] of Object.entries(catalogs)) {
	for (const { tags, mainSections, count } of sites) {
		test(`A catalog ${kind} of ${count} articles in ${tags} says what the model says`, async () => {
			const configuration = configurationOf(tags, mainSections);
			const cards = cardsOf(card, configuration, count, count);
			const sections = sectionsOf(configuration);
			const catalog = await catalogFor(cards, sections, configuration);
			const model = modelOf(cards, sections, configuration, routes.termSlug);

			assert.deepEqual(Object.keys(catalog.languages), tags);
			for (const site of tags) {
				const language = catalog.languages[site];
				assert.deepEqual(language, model.language(site));
				const lists = new Set([
					"home",
					"all",
					"section/none",
					"tags/none",
					"nothing",
					...(language?.sections ?? []).map(({ name }) => `section/${name}`),
					...(language?.years ?? []).map(({ year }) => `year/${year}`),
				]);
				for (const taxonomy of /** @type {const} */ (["tags", "categories"])) {
					const terms = await catalog.terms(site, taxonomy);
					assert.deepEqual(terms, model.terms(site, taxonomy));
					for (const { slug } of terms) {
						lists.add(`${taxonomy}/${slug}`);
					}
				}
				for (const list of lists) {
					const expected = model.list(site, list);
					const name = /** @type {ListName} */ (list);
					for (const [start, length] of [
						[0, 10],
						[0, Number.POSITIVE_INFINITY],
						[7, 5],
						[expected.length, 10],
						[1e6, 10],
						[0, 0],
					]) {
						const { total, cards } = await catalog.list(
							site,
							name,
							start ?? 0,
							length ?? 0,
						);
						assert.equal(total, expected.length, list);
						assert.deepEqual(
							cards,
							expected.slice(start, (start ?? 0) + (length ?? 0)),
							list,
						);
					}
				}
			}
			const names = new Set([
				"/",
				"/none",
				"none.md",
				"constructor",
				"__proto__",
				...cards.flatMap(({ route, path, aliases }) => [
					route,
					path,
					...aliases,
				]),
			]);
			for (const name of names) {
				assert.deepEqual(await catalog.find(name), model.find(name), name);
			}
		});
	}

	test(`A catalog ${kind} knows an article by its route and path in any form`, async () => {
		const configuration = configurationOf(["en"]);
		const cards = cardsOf(card, configuration, 1, 7).map((card) => ({
			...card,
			path: "cafe\u0301/a.md",
			route: "/caf\u00e9/a",
		}));
		const catalog = await catalogFor(cards, [], configuration);
		for (const name of [
			"/caf\u00e9/a",
			"/cafe\u0301/a/",
			"//caf\u00e9//a",
			"cafe\u0301/a.md",
			"caf\u00e9/a.md",
		]) {
			assert.deepEqual((await catalog.find(name))?.card, cards[0], name);
		}
	});

	test(`A catalog ${kind} says nothing of a language that the site does not have`, async () => {
		const catalog = await catalogFor([], [], configurationOf(["en"]));
		assert.deepEqual(await catalog.list("fr", "home", 0, 10), {
			total: 0,
			cards: [],
		});
		assert.deepEqual(await catalog.terms("fr", "tags"), []);
	});

	test(`A menu of a catalog ${kind} has at most its first 500 entries`, async () => {
		const configuration = configurationOf(["en"]);
		const menu = [{ menu: "main", name: "", weight: null, identifier: "" }];
		const cards = cardsOf(card, configuration, 1400, 3)
			.filter(({ hidden }) => !hidden)
			.map((card, i) => ({ ...card, menu, title: `${i % 900}` }));
		const catalog = await catalogFor(cards, [], configuration);
		const model = modelOf(cards, [], configuration, routes.termSlug);
		assert.deepEqual(
			catalog.languages.en?.menus.main,
			model.language("en").menus.main?.slice(0, 500),
		);
	});
}
