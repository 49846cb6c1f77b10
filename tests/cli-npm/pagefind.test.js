// @ts-check
// Protects the bundles that Pagefind makes of larger sites: in groups, the same each time, without what nobody loads;
// and what is said where Pagefind is missing.

import assert from "node:assert/strict";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import { article, articles } from "../web/catalog/search/articles.js";
import { moduleOf } from "../web/sources.js";

/** @type {typeof import("../../web/src/cli/pagefind.js")} */
const { loadPagefind, PagefindMissing, writePagefind } = await import(
	await moduleOf("cli/pagefind.ts")
);
const pagefind = await loadPagefind(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "inkstone-pagefind-"));
after(() => rmSync(folder, { recursive: true }));

/**
 * Writes bundles into a folder of the test's own.
 * @param {string} name
 * @param {import("../../web/src/catalog/types.js").SearchDocument[]} documents
 * @param {number} [groupSize]
 */
async function write(name, documents, groupSize) {
	const bundles = await writePagefind(
		pagefind,
		documents.map((document) => ({ lang: "zh", document })),
		join(folder, name),
		groupSize,
	);
	return bundles.get("zh") ?? [];
}

/**
 * @param {string[]} path
 */
const list = (...path) => readdirSync(join(folder, ...path)).sort();

/**
 * The files of a folder, with what is in them.
 * @param {string[]} path
 */
function contents(...path) {
	const root = join(folder, ...path);
	return readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort()
		.map((file) => [relative(root, file), readFileSync(file, "base64")]);
}

test("a group of articles is a bundle, and only the first has Pagefind", async () => {
	const bundles = await write("groups", articles.zh, 3);
	assert.equal(bundles.length, 3);
	assert.deepEqual(list("groups"), [...bundles].sort());
	assert.deepEqual(
		bundles.map((name) => list("groups", name, "fragment").length),
		// Five articles of a full group are in one file.
		[1, 1, 1],
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

test("the same articles make the same bundles, byte for byte", async () => {
	const first = await write("first", articles.zh, 4);
	const second = await write("second", articles.zh, 4);
	assert.deepEqual(first, second);
	for (const name of first) {
		assert.deepEqual(contents("first", name), contents("second", name));
	}
});

test("more articles than files: some share one", async () => {
	const many = Array.from({ length: 1100 }, (_, number) =>
		article(`/${number}`, `第${number}篇`, `文字${number}`),
	);
	const [bundle] = await write("many", many);
	assert.ok(list("many", bundle, "fragment").length <= 400);
});

test("no articles make no bundles", async () => {
	assert.deepEqual(await write("none", []), []);
});

test("each language has bundles of its own", async () => {
	const bundles = await writePagefind(
		pagefind,
		[
			{ lang: "zh", document: articles.zh[0] },
			{ lang: "en", document: articles.en[0] },
			{ lang: "zh", document: articles.zh[1] },
		],
		join(folder, "languages"),
	);
	assert.deepEqual([...bundles.keys()], ["zh", "en"]);
	assert.equal(
		list("languages", bundles.get("zh")?.[0] ?? "", "fragment").length,
		2,
	);
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
	const broken = {
		...pagefind,
		createIndex: () => Promise.reject(new Error("no such file")),
	};
	await assert.rejects(
		() =>
			writePagefind(broken, [{ lang: "zh", document: articles.zh[0] }], folder),
		PagefindMissing,
	);
});
