// @ts-check
// Protects: an index that several machines have made is, to the byte, the one that one machine makes.

import assert from "node:assert/strict";
import {
	cpSync,
	readdirSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { article, articles, contents, index } from "./blogs.js";
import { folderWith, inkstone } from "./inkstone.js";

const blog = {
	...articles(60),
	"site.yaml":
		"baseUrl: https://example.org/\nlang: en\nlanguages: { en: {}, zh: {} }\n",
	"zh/posts/article-1.md": article({ title: "文章", date: "2024-01-01" }),
	"posts/_index.md": article({ title: "All posts" }),
	"drafts/a.md": article({ draft: true }),
	"later.md": article({ date: "2030-01-01" }),
};

/**
 * Makes all shards of a blog, each on a machine of its own: with a copy of the folder at another place and without a
 * cache.
 * @param {string} folder
 * @param {number} of
 */
async function shardsOf(folder, of) {
	const out = folderWith();
	for (let i = 1; i <= of; i++) {
		const copy = folderWith();
		cpSync(folder, copy, { recursive: true });
		const { status, report } = await index(copy, [
			"--shard",
			`${i}/${of}`,
			"--out",
			out,
		]);
		assert.equal(status, 0);
		assert.equal(report.index, undefined);
	}
	return out;
}

/**
 * Merges shards.
 * @param {...string} shards
 */
async function merge(...shards) {
	const out = folderWith();
	return {
		out,
		...(await inkstone(["merge", ...shards, "--out", out, "--json"])),
	};
}

/** @param {string} folder */
async function atOnce(folder) {
	const out = folderWith();
	await index(folder, ["--out", out]);
	return contents(out);
}

for (const of of [1, 2, 5]) {
	test(`${of} shards are merged to the index that one machine makes`, async () => {
		const folder = folderWith(blog);
		const shards = await shardsOf(folder, of);
		const { status, out } = await merge(shards);
		assert.equal(status, 0);
		assert.deepEqual(contents(out), await atOnce(folder));
	});
}

test("more shards than articles leave some empty, and the order that they are named in is no matter", async () => {
	const folder = folderWith({ "a.md": "text", "b.md": "text" });
	const shards = await shardsOf(folder, 5);
	const files = readdirSync(shards).map((name) => join(shards, name));
	const { status, out } = await merge(...files.reverse());
	assert.equal(status, 0);
	assert.deepEqual(contents(out), await atOnce(folder));
});

test("machines that share the folder and its cache make the same", async () => {
	const folder = folderWith(blog);
	const shards = folderWith();
	const runs = [1, 2, 3].map((i) =>
		index(folder, ["--shard", `${i}/3`, "--out", shards]),
	);
	for (const { status } of await Promise.all(runs)) {
		assert.equal(status, 0);
	}
	const { out } = await merge(shards);
	assert.deepEqual(contents(out), await atOnce(folder));
	assert.equal((await index(folder)).report.articles.rendered, 0);
});

test("every article is in one shard, which its path alone decides", async () => {
	const folder = folderWith(blog);
	const shards = await shardsOf(folder, 3);
	const paths = readdirSync(shards).flatMap((name) =>
		readFileSync(join(shards, name), "utf8")
			.split("\n")
			.slice(1, -1)
			.map((line) => JSON.parse(line.split("\t")[2] ?? "").path),
	);
	const articlesInAll = Object.keys(blog).filter((path) => /\.md$/.test(path));
	assert.deepEqual(paths.sort(), articlesInAll.sort());
});

test("shards that do not belong together, are missing, doubled, cut off or none are refused, and nothing is written", async () => {
	const folder = folderWith(blog);
	const shards = await shardsOf(folder, 2);
	const [first = "", second = ""] = readdirSync(shards)
		.sort()
		.map((name) => join(shards, name));
	const other = folderWith();
	await index(folder, ["--shard", "2/2", "--drafts", "--out", other]);
	const cut = join(folderWith(), "cut.ndjson");
	writeFileSync(cut, readFileSync(second).subarray(0, -20));
	for (const [given, status, message] of /** @type {const} */ ([
		[[first], 2, /Of 2 shards, one is missing: 2\./],
		[[first, first], 2, /are the same shard/],
		[
			[first, join(other, "shard-2-of-2.ndjson")],
			3,
			/shards of different indexes/,
		],
		[[first, cut], 3, /is not whole/],
		[[join(folder, "later.md")], 3, /is no shard/],
		[[join(folder, "nothing")], 3, /it does not exist/],
		[[folderWith()], 2, /There is no shard in the folder/],
	])) {
		const result = await merge(...given);
		assert.equal(result.status, status, result.stderr);
		assert.match(result.stderr, message);
		assert.deepEqual(readdirSync(result.out), []);
	}
	renameSync(second, join(folder, "renamed"));
	assert.equal((await merge(first, join(folder, "renamed"))).status, 0);
});
