// @ts-check
// Protects: what an index sorts on disk comes back in the order in which memory would have sorted it, none of it lost,
// however little memory it is given, and no file of it stays.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { moduleOf } from "../web/sources.js";
import { all } from "./all.js";
import { folderWith } from "./inkstone.js";

/** @type {typeof import("../../web/src/cli/index/sorter.js")} */
let module;
before(async () => {
	module = await import(await moduleOf("cli/index/sorter.ts"));
});

/**
 * @typedef {{ keys: string[], number: number, filling: string }} Thing
 */

/**
 * Things whose keys are often equal, or alike to where one is the other's beginning; long ones among them.
 * @param {number} count
 * @returns {Thing[]}
 */
function things(count) {
	const words = ["", "a", "a\0", "a\tb", "ab", "B", "é", "字", "𠮷", "\uffff"];
	words.push("\ud842", "a\nb", '"', "\\");
	return Array.from({ length: count }, (_, number) => ({
		keys: [
			words[(number * 7) % words.length] ?? "",
			words[(number * 31 + (number % 5)) % words.length] ?? "",
		],
		number,
		filling: "墨".repeat(number % 97 === 0 ? 9000 : number % 50),
	}));
}

/**
 * @param {Thing} a
 * @param {Thing} b
 */
function compare(a, b) {
	for (const [i, key] of a.keys.entries()) {
		const other = b.keys[i] ?? "";
		if (key !== other) {
			return key < other ? -1 : 1;
		}
	}
	return a.number - b.number;
}

for (const characters of [1, 500, 40_000, 1e9]) {
	test(`with ${characters} characters in memory, the order is that of a sort in memory, as often as it is asked for`, async () => {
		const folder = folderWith();
		const scratch = new module.Scratch(join(folder, "new"), characters);
		const given = things(1500);
		const sorter = scratch.sorter();
		for (const thing of given) {
			await sorter.add(thing.keys, thing);
		}
		assert.equal(sorter.count, given.length);
		const sorted = given.toSorted(compare);
		assert.deepEqual(await all(sorter), sorted);
		for await (const _ of sorter) {
			break;
		}
		assert.deepEqual(await all(sorter), sorted);
		assert.deepEqual(filesOf(folder), []);
		await scratch.close();
		assert.deepEqual(filesOf(folder), []);
	});
}

test("a sorter that has nothing gives nothing, and makes no folder", async () => {
	const folder = folderWith();
	const scratch = new module.Scratch(join(folder, "new"), 1);
	assert.deepEqual(await all(scratch.sorter()), []);
	await scratch.close();
	assert.deepEqual(readdirSync(folder), []);
});

/** @param {string} folder */
function filesOf(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
		(entry) => entry.isFile(),
	);
}
