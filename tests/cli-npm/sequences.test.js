// @ts-check
// Protects: what an index knows of a file meets that file, however many there are, and nothing without a match is lost.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { moduleOf } from "../web/sources.js";
import { all } from "./all.js";

/** @type {typeof import("../../web/src/cli/index/sequences.js")} */
let module;
before(async () => {
	module = await import(await moduleOf("cli/index/sequences.ts"));
});

test("two sequences are joined by their paths, and what only one has is not lost", async () => {
	/** @param {string} paths */
	const sequence = async function* (paths) {
		for (const path of paths) {
			yield { path };
		}
	};
	for (const [a, b] of [
		["", ""],
		["ac", ""],
		["", "ac"],
		["abd", "bce"],
		["cd", "ab"],
		["ab", "cd"],
	]) {
		const pairs = await all(
			module.joined(sequence(a ?? ""), sequence(b ?? "")),
		);
		assert.deepEqual(
			pairs.map(([a, b]) => `${a?.path ?? "-"}${b?.path ?? "-"}`),
			[...new Set(`${a}${b}`)]
				.sort()
				.map((path) =>
					[a, b].map((paths) => (paths?.includes(path) ? path : "-")).join(""),
				),
		);
	}
});
