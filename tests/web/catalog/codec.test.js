// @ts-check
// What an index keeps: a card is the same when it comes back, and so is a list of numbers, whatever is left out.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { moduleOf } from "../sources.js";
import {
	articleOf,
	cardsOf,
	chance,
	configurationOf,
	today,
} from "./corpus.js";

/** @type {typeof import("../../../web/src/catalog/codec.js")} */
let codec;
/** @type {typeof import("../../../web/src/catalog/numbers.js")} */
let numbers;
/** @type {typeof import("../../../web/src/catalog/card.js")} */
let module;
before(async () => {
	codec = await import(await moduleOf("catalog/codec.ts"));
	numbers = await import(await moduleOf("catalog/numbers.ts"));
	module = await import(await moduleOf("catalog/card.ts"));
});

const site = configurationOf(["en", "zh", "pt-BR"]);

/** @param {import("../../../web/src/catalog/types.js").Card} card */
function there(card) {
	const kept = JSON.stringify(codec.packCard(card, site));
	return codec.unpackCard(JSON.parse(kept), card.site, site);
}

test("Every card comes back as it was", () => {
	for (const card of cardsOf(module, site, 1000, 2)) {
		assert.deepEqual(there(card), card);
	}
});

test("Each value of a card comes back, empty or not, whatever the others are", () => {
	const [plain] = cardsOf(module, site, 1, 3);
	assert.ok(plain);
	const values = {
		path: ["zh/a.md", "posts/b/index.pt-BR.md"],
		route: ["/", "/else"],
		aliases: [[], ["/a", "/b"]],
		site: ["en", "zh"],
		lang: ["en", "zh-Hant-TW"],
		translationKey: ["", "posts/a"],
		section: ["", "page"],
		title: ["", "\ud800 lone", "</script>"],
		lead: ["", "x"],
		summary: ["", "\u2028"],
		date: ["", "2025-01-01"],
		lastmod: ["", "2025-01-01"],
		authors: [[], ["A"]],
		categories: [[], ["A"]],
		tags: [[], [""]],
		weight: [0, -1.5],
		thumbnail: [
			{ src: "", alt: "only words", visibility: null },
			{ src: "a", alt: "", visibility: [] },
		],
		minutes: [0, 1, 20],
		menu: [
			[],
			[
				{ menu: "", name: "N", weight: 0, identifier: "i" },
				{ menu: "m", name: "", weight: null, identifier: "" },
			],
		],
		hidden: ["", "draft", "scheduled", "expired"],
	};
	assert.deepEqual(
		Object.keys(values).sort(),
		Object.keys(plain).sort(),
		"no value is forgotten here",
	);
	for (const [key, ones] of Object.entries(values)) {
		for (const value of ones) {
			const card = { ...plain, [key]: value };
			assert.deepEqual(there(card), card, key);
		}
	}
});

test("What is empty or said by the path takes no room", () => {
	const card = module.cardOf(
		articleOf({ title: "T" }),
		"zh/posts/a.md",
		site,
		today,
	);
	assert.deepEqual(codec.packCard(card, site), {
		path: "zh/posts/a.md",
		title: "T",
	});
});

/** @param {number[]} list */
function storedTwice(list) {
	const { list: stored, pieces } = numbers.storedList(list);
	const [total, , starts] = stored;
	assert.equal(total, list.length);
	assert.equal(starts?.length ?? 0, pieces.length);
	return starts
		? pieces.flatMap((piece, i) => {
				const all = numbers.numbersOf(piece, 0, Number.POSITIVE_INFINITY);
				assert.equal(piece[0], all.length);
				assert.equal(list[starts[i] ?? -1], all[0]);
				assert.equal(piece[1].length <= 1000, true);
				return all;
			})
		: numbers.numbersOf(stored, 0, Number.POSITIVE_INFINITY);
}

test("Every list of rising numbers comes back as it was", () => {
	const random = chance(11);
	for (const length of [0, 1, 2, 50, 999, 1000, 1001, 5000]) {
		for (const step of [1, 2, 3, 50]) {
			let number = -1;
			const list = Array.from({ length }, () => {
				number += 1 + random.number(step);
				return number;
			});
			assert.deepEqual(storedTwice(list), list);
		}
	}
	assert.deepEqual(storedTwice([0, 5, 6, 7, 100]), [0, 5, 6, 7, 100]);
});

test("Any part of a list can be had", () => {
	const list = [0, 1, 2, 9, 10, 20, 22, 23, 24];
	const { list: stored } = numbers.storedList(list);
	for (let start = 0; start <= list.length + 1; start++) {
		for (let count = 0; count <= list.length + 1; count++) {
			assert.deepEqual(
				numbers.numbersOf(stored, start, count),
				list.slice(start, start + count),
			);
		}
	}
});

test("Numbers that follow one another take no room", () => {
	const list = Array.from({ length: 100_000 }, (_, i) => i);
	assert.deepEqual(numbers.storedList(list), {
		list: [100_000, [-100_000]],
		pieces: [],
	});
});
