// @ts-check
// Protects the bundles that Pagefind makes of larger sites: in groups, the same each time, without what nobody loads;
// and what is said where Pagefind is missing.

import assert from "node:assert/strict";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import { article, articles } from "../web/catalog/search/articles.js";
import { moduleOf } from "../web/sources.js";

/** @type {typeof import("../../web/src/cli/pagefind.js")} */
const { loadPagefind, PagefindMissing, PagefindWriter } = await import(
	await moduleOf("cli/pagefind.ts")
);
const pagefind = await loadPagefind(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "inkstone-pagefind-"));
after(async () => {
	await pagefind.close();
	rmSync(folder, { recursive: true });
});

/**
 * Writes bundles into a folder of the test's own.
 * @param {string} name
 * @param {import("../../web/src/catalog/types.js").SearchDocument[]} documents
 * @param {number} [groupSize]
 */
async function write(name, documents, groupSize) {
	const writer = new PagefindWriter(
		pagefind,
		"zh",
		join(folder, name),
		groupSize,
	);
	for (const document of documents) {
		await writer.add(document);
	}
	return writer.end();
}

/**
 * @param {string[]} path
 */
const list = (...path) => readdirSync(join(folder, ...path)).sort();

test("a group of articles is a bundle, and only the first has Pagefind", async () => {
	const bundles = await write("groups", articles.zh, 3);
	assert.equal(bundles.length, 3);
	assert.deepEqual(list("groups"), [...bundles].sort());
	assert.deepEqual(
		bundles.map((name) => list("groups", name, "fragment").length),
		[3, 3, 1],
	);
	assert.deepEqual(
		bundles.map((name) => list("groups", name).includes("pagefind.js")),
		[true, false, false],
	);
	for (const name of bundles) {
		for (const file of list("groups", name)) {
			assert.match(
				file,
				/^(?:fragment|index|pagefind\.js|pagefind-entry\.json|pagefind\..*\.pf_meta|wasm\..*\.pagefind)$/,
			);
		}
	}
});

test("the same articles make the same bundles, others make others", async () => {
	const first = await write("first", articles.zh, 4);
	const second = await write("second", articles.zh, 4);
	assert.deepEqual(first, second);
	for (const name of first) {
		assert.deepEqual(
			list("first", name, "index"),
			list("second", name, "index"),
		);
		assert.deepEqual(
			list("first", name, "fragment"),
			list("second", name, "fragment"),
		);
	}
	const [changed] = await write("changed", [
		article("/nlp", "计算机怎样读懂文章", "另一篇。"),
		...articles.zh.slice(1),
	]);
	assert.ok(!first.includes(changed));
});

test("more articles than files: some share one", async () => {
	const many = Array.from({ length: 1100 }, (_, number) =>
		article(`/${number}`, `第${number}篇`, `文字${number}`),
	);
	const [bundle] = await write("many", many);
	assert.ok(list("many", bundle, "fragment").length <= 1000);
});

test("no articles make no bundles", async () => {
	assert.deepEqual(await write("none", []), []);
});

test("what was given up is not written", async () => {
	const writer = new PagefindWriter(pagefind, "zh", join(folder, "given-up"));
	await writer.add(articles.zh[0]);
	await writer.discard();
	assert.deepEqual(await writer.end(), []);
});

test("Pagefind is taken from the project, and missed where there is none", async () => {
	await assert.rejects(() => loadPagefind(folder), PagefindMissing);
	const lib = join(folder, "project", "node_modules", "pagefind", "lib");
	mkdirSync(lib, { recursive: true });
	writeFileSync(
		join(lib, "..", "package.json"),
		JSON.stringify({ type: "module" }),
	);
	writeFileSync(join(lib, "index.js"), "export const name = 'the project’s';");
	const found = await loadPagefind(join(folder, "project", "posts"));
	assert.equal(Reflect.get(found, "name"), "the project’s");
});

test("a Pagefind without a program for this system is missed, too", async () => {
	const writer = new PagefindWriter(
		{
			...pagefind,
			createIndex: () => Promise.reject(new Error("no such file")),
		},
		"zh",
		folder,
	);
	await assert.rejects(() => writer.add(articles.zh[0]), PagefindMissing);
});
