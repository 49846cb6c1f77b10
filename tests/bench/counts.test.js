// @ts-check
// That the core has not become slower unnoticed: the instructions that it takes for each corpus are those that are
// committed, within two hundredths. After a change that was meant: `node tests/bench/counts.js --write`.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
	changes,
	committedCounts,
	conditions,
	countInstructions,
} from "./counts.js";

test("the native core takes as many instructions as counts.json says", async (t) => {
	const { counts: committed, ...wanted } = committedCounts();
	const here = conditions();
	if (here.compiler !== wanted.compiler || here.library !== wanted.library) {
		t.skip(
			`counted with ${wanted.compiler}, ${wanted.library}; here are ${here.compiler}, ${here.library}`,
		);
		return;
	}
	const found = changes(await countInstructions(), committed);
	assert.deepEqual(
		found,
		[],
		"If that was meant, even if they are fewer: node tests/bench/counts.js --write",
	);
});

test("a count that has grown by three hundredths is found, and one that has grown by one is not", () => {
	const committed = { article: 1000, spec: 1000, long: 1000, blog: 1000 };
	const found = changes(
		{ ...committed, spec: 1030, long: 1010, blog: 960 },
		committed,
	);
	assert.equal(found.length, 2);
	assert.match(found[0], /CommonMark spec .* 3\.0 % against/);
	assert.match(found[1], /blog post .* -4\.0 % against/);
});
