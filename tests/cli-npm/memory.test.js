// @ts-check
// Protects: the memory of an index does not grow with its articles. The heap that is given here is three times what one
// article needs; a kilobyte of each of so many would not fit into it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { contents, now } from "./blogs.js";
import { command, folderWith } from "./inkstone.js";

const count = 20_000;
/** Of the heap for what lives long; a single article needs 8. */
const mebibytes = 24;

/** @param {string[]} parameters */
function runInLittleMemory(parameters) {
	const { status, stderr } = spawnSync(
		process.execPath,
		[`--max-old-space-size=${mebibytes}`, command, ...parameters],
		{ encoding: "utf8" },
	);
	assert.equal(status, 0, stderr);
}

test(`${count} articles are indexed, put into a shard and merged in ${mebibytes} MiB`, () => {
	const folder = folderWith({
		"site.yaml": "baseUrl: https://example.org/\nsearch: { engine: none }\n",
		...Object.fromEntries(
			Array.from({ length: count }, (_, i) => [
				`posts/article-${i}.md`,
				`---\ntitle: Article ${i}\ndate: 2024-01-01\n---\nText.\n`,
			]),
		),
	});
	const [once, shards, merged] = [folderWith(), folderWith(), folderWith()];
	const options = ["--now", now, "--cache", join(folder, ".inkstone-cache")];
	runInLittleMemory(["index", folder, "--out", once, ...options]);
	// With what is known of all articles, none of which has changed.
	runInLittleMemory([
		...["index", folder, "--shard", "1/1", "--out", shards],
		...options,
	]);
	runInLittleMemory(["merge", shards, "--out", merged]);
	assert.deepEqual(contents(merged), contents(once));
});
