// @ts-check
// An index on disk: what is fetched of it, how it says that something is wrong with it, and that it stays in files
// of bounded size.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { moduleOf } from "../sources.js";
import { articleOf, cardsOf, configurationOf, today } from "./corpus.js";
import { filesOf, folder, indexModules, serverOf } from "./indexes.js";
import { MemorySpill } from "./memory-spill.js";

/** @type {Awaited<ReturnType<typeof indexModules>>} */
let modules;
/** @type {typeof import("../../../web/src/catalog/card.js")} */
let card;
/** @type {Map<string, string>} */
let files;
const configuration = configurationOf(["en", "zh"]);
before(async () => {
	modules = await indexModules();
	card = await import(await moduleOf("catalog/card.ts"));
	files = await filesOf(modules, {
		cards: cardsOf(card, configuration, 400, 1),
		configuration,
	});
});

/** @param {import("../../../web/src/catalog/index-files.js").Fetch} fetch */
const open = (fetch) => modules.stored.StoredCatalog.open(folder, fetch);

/** @param {string} kind */
const namesOf = (kind) =>
	[...files.keys()].filter((name) => name.startsWith(`${kind}-`));

/** @param {number} count @param {(i: number) => Parameters<typeof articleOf>[0]} metadata */
const manyCards = (count, metadata) =>
	Array.from({ length: count }, (_, i) =>
		card.cardOf(
			articleOf({ title: String(i).padStart(6, "0"), ...metadata(i) }),
			`posts/${i}.md`,
			configuration,
			today,
		),
	);

test("`index.json` is the last file and names all others, which carry their content's hash", async () => {
	assert.equal([...files.keys()].at(-1), "index.json");
	const index = files.get("index.json") ?? "";
	for (const name of files.keys()) {
		if (name !== "index.json") {
			const [, hash = "-"] = /^[a-z]+-([a-z2-7]{10})\.json$/.exec(name) ?? [];
			assert.equal(index.includes(hash), true, name);
		}
	}
	const again = await filesOf(modules, {
		cards: cardsOf(card, configuration, 400, 1),
		configuration,
	});
	assert.deepEqual(again, files, "the same cards give the same files");
});

test("The first page of a site is `index.json` and one file of cards", async () => {
	const { fetch, requests } = serverOf(files);
	const catalog = await open(fetch);
	assert.equal((await catalog.list("en", "home", 0, 10)).cards.length, 10);
	assert.equal(requests.length, 2);
});

test("An article is one file of links and one of cards, by its route and by its path", async () => {
	const { fetch, requests } = serverOf(files);
	const catalog = await open(fetch);
	const { cards } = await catalog.list("en", "all", 0, 1);
	const before = requests.length;
	await catalog.find(cards[0]?.route ?? "");
	assert.equal(requests.length, before + 1, "its cards are there already");
	await catalog.find(cards[0]?.path ?? "");
	assert.equal(requests.length, before + 1);
});

test("A file is fetched once, however many ask for it at the same time", async () => {
	const { fetch, requests } = serverOf(files);
	const catalog = await open(fetch);
	await Promise.all([
		catalog.terms("en", "tags"),
		catalog.terms("en", "tags"),
		catalog.list("en", "all", 0, 50),
		catalog.list("en", "all", 10, 10),
	]);
	assert.equal(new Set(requests).size, requests.length);
});

test("Only `index.json` is asked of the server anew", async () => {
	const { fetch } = serverOf(files);
	/** @type {[string, string][]} */
	const asked = [];
	const catalog = await open((url, options) => {
		asked.push([url.slice(folder.length), options.cache]);
		return fetch(url, options);
	});
	await catalog.list("en", "all", 0, 1);
	assert.deepEqual(
		asked.map(([, cache]) => cache),
		["no-cache", "default"],
	);
	assert.equal(asked[0]?.[0], "index.json");
});

test("The platform's `fetch` can be given as it is", async () => {
	const { fetch } = serverOf(files);
	/** @this {unknown} @param {Parameters<typeof fetch>} args */
	function strict(...args) {
		assert.equal(this, undefined, "browsers call this an illegal invocation");
		return fetch(...args);
	}
	assert.equal((await open(strict)).languages.en?.count !== undefined, true);
});

test("What could not be fetched can be asked for again", async () => {
	const { fetch } = serverOf(files);
	let broken = true;
	const catalog = await open(async (url, options) => {
		if (broken && !url.endsWith("index.json")) {
			throw new TypeError("Failed to fetch");
		}
		return fetch(url, options);
	});
	await assert.rejects(catalog.list("en", "all", 0, 10), /Failed to fetch/);
	await assert.rejects(catalog.list("en", "all", 0, 10), /Failed to fetch/);
	broken = false;
	assert.equal((await catalog.list("en", "all", 0, 10)).cards.length, 10);
});

test("A file that is absent, cut off or something else is an error that names its URL", async () => {
	for (const content of [
		undefined,
		"",
		'{"cards":[',
		"<!doctype html>",
		"[]",
	]) {
		for (const name of namesOf("cards")) {
			const others = new Map(files);
			others.delete(name);
			if (content !== undefined) {
				others.set(name, content);
			}
			const catalog = await open(serverOf(others).fetch);
			await assert.rejects(
				async () => {
					for (const site of ["en", "zh"]) {
						const { cards } = await catalog.list(site, "all", 0, 1e6);
						assert.notEqual(cards.length, 0);
					}
					for (const path of cardsOf(card, configuration, 400, 1)) {
						await catalog.find(path.path);
					}
				},
				(error) =>
					error instanceof Error && error.message.includes(folder + name),
			);
		}
	}
	for (const content of ["null", "{}", "<!doctype html>"]) {
		const { fetch } = serverOf(new Map([["index.json", content]]));
		await assert.rejects(open(fetch), (error) =>
			String(error).includes(`${folder}index.json`),
		);
	}
	await assert.rejects(
		open(serverOf(new Map()).fetch),
		/index\.json: HTTP 404/,
	);
});

test("An index of another format is an error that says which one would do", async () => {
	const index = JSON.parse(files.get("index.json") ?? "");
	const { fetch } = serverOf(
		new Map([["index.json", JSON.stringify({ ...index, format: 99 })]]),
	);
	await assert.rejects(open(fetch), /is of format 99, .* reads format \d+:/);
});

test("The search that an index has is what was said at the end", async () => {
	const search = {
		en: { engine: /** @type {const} */ ("pagefind"), urls: ["p/"] },
	};
	const files = await filesOf(modules, {
		cards: [],
		configuration,
		search: Promise.resolve(search),
	});
	const catalog = await open(serverOf(files).fetch);
	assert.deepEqual(catalog.search, search);
});

test("A long list is kept in pieces, of which a page needs one", async () => {
	const cards = manyCards(9000, (i) => ({
		tags: i % 3 ? ["often"] : ["seldom"],
		type: i % 2 ? "page" : "",
	}));
	const files = await filesOf(modules, { cards, configuration });
	const { fetch, requests } = serverOf(files);
	const catalog = await open(fetch);
	for (const [list, belongs] of /** @type {const} */ ([
		["tags/often", (/** @type {number} */ i) => i % 3 !== 0],
		["tags/seldom", (/** @type {number} */ i) => i % 3 === 0],
		["home", (/** @type {number} */ i) => i % 2 === 0],
	])) {
		const expected = cards.filter((_, i) => belongs(i));
		for (const start of [0, 995, 1990, 2995, expected.length - 5]) {
			const before = new Set(requests);
			const { total, cards } = await catalog.list("en", list, start, 10);
			assert.equal(total, expected.length);
			assert.deepEqual(cards, expected.slice(start, start + 10), list);
			const lists = requests.filter(
				(name) => name.startsWith("lists-") && !before.has(name),
			);
			assert.equal(lists.length <= 3, true, "the list and two pieces at most");
		}
		const all = await catalog.list("en", list, 0, 1e6);
		assert.deepEqual(all.cards, expected);
	}
});

test("No file but `index.json` grows with the number of articles", async () => {
	const longest = async (/** @type {number} */ count) => {
		const cards = manyCards(count, (i) => ({
			tags: [`tag ${i % 700}`, `own ${i}`, "all"],
			date: `20${String(i % 30).padStart(2, "0")}-01-01`,
			type: i % 2 ? "page" : "",
			aliases: [`/old/${i}`],
		}));
		const files = await filesOf(modules, { cards, configuration });
		const sizes = [...files]
			.filter(([name]) => name !== "index.json")
			.map(([, content]) => content.length);
		return Math.max(...sizes);
	};
	assert.equal((await longest(3000)) < 64_000, true);
	assert.equal((await longest(12_000)) < 64_000, true);
});

test("Cards that are out of order, or in a language that the site does not have, are refused", async () => {
	const [a, b] = manyCards(2, () => ({}));
	assert.ok(a && b);
	for (const { cards, message } of [
		{ cards: [b, a], message: /posts\/0\.md is not in the site's order/ },
		{
			cards: [{ ...a, site: "fr" }],
			message: /posts\/0\.md is in no language of the site/,
		},
	]) {
		const files = modules.writer.catalogFiles({
			cards,
			sections: [],
			total: 2,
			configuration,
			spill: new MemorySpill(),
		});
		await assert.rejects(async () => {
			for await (const _ of files) {
				// Only the end matters.
			}
		}, message);
	}
});

test("An index that was replaced, its old files gone, is opened anew by who reads it", async () => {
	const later = await filesOf(modules, {
		cards: manyCards(30, () => ({ title: "Later", lang: "en" })),
		configuration,
	});
	const now = new Map(files);
	const { fetch, requests } = serverOf(now);
	const catalog = await modules.renewed.RenewedCatalog.open(folder, fetch);
	assert.equal((await catalog.list("en", "home", 0, 1)).total > 30, true);
	now.clear();
	for (const [name, content] of later) {
		now.set(name, content);
	}
	const [found, again] = await Promise.all([
		catalog.find("/posts/7"),
		catalog.find("/posts/8"),
	]);
	assert.equal(found?.card.title, "Later");
	assert.equal(again?.card.title, "Later");
	assert.equal(
		requests.filter((name) => name === "index.json").length,
		2,
		"once for both",
	);
	assert.equal((await catalog.list("en", "all", 0, 1)).total, 30);
	assert.equal(catalog.languages.en?.count, 30);
});

test("Where the index is the same and a file is missing, the error says which", async () => {
	const now = new Map(files);
	const { fetch } = serverOf(now);
	const catalog = await modules.renewed.RenewedCatalog.open(folder, fetch);
	for (const name of namesOf("links")) {
		now.delete(name);
	}
	await assert.rejects(catalog.find("/posts/7"), /links-.+\.json: HTTP 404/);
});
