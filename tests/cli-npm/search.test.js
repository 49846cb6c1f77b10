// @ts-check
// Protects: each language gets the search engine that its size and the configuration ask for.

import assert from "node:assert/strict";
import {
	existsSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { article, articles, contents, index } from "./blogs.js";
import { folderWith, put } from "./inkstone.js";

const chinese = {
	"zh/a.md": article({ title: "机器学习" }, "关于机器学习的文章。\n"),
};

/**
 * Where an index says that searches are.
 * @param {string} folder
 * @returns {Record<string, { engine: string, urls: string[] }>}
 */
function locations(folder) {
	const file = join(folder, "inkstone-index/index.json");
	return JSON.parse(readFileSync(file, "utf8")).search;
}

test("a language with more articles than the limit is searched by Pagefind, another one by MiniSearch", async () => {
	const folder = folderWith({
		...articles(12),
		...chinese,
		"site.yaml":
			"lang: en\nlanguages: { en: {}, zh: {} }\nsearch: { limit: 10 }\n",
	});
	const { report } = await index(folder);
	assert.deepEqual(report.index.search, { en: "pagefind", zh: "minisearch" });
	const { en, zh } = locations(folder);
	const base = join(folder, "inkstone-index");
	assert(en && zh);
	assert.equal(en.urls.length, 1);
	assert(existsSync(join(base, en.urls[0] ?? "", "pagefind.js")));
	assert(existsSync(join(base, zh.urls[0] ?? "")));

	const before = contents(base);
	await index(folder);
	assert.deepEqual(contents(base), before);
	put(folder, articles(1, "paper"));
	await index(folder);
	const folders = readdirSync(base).filter((name) => /pagefind/.test(name));
	assert.deepEqual(folders, [locations(folder).en?.urls[0]?.split("/")[0]]);
});

for (const [engine, expected] of /** @type {const} */ ([
	["none", {}],
	["minisearch", { en: "minisearch" }],
	["pagefind", { en: "pagefind" }],
])) {
	test(`engine: ${engine} is what is made, however many articles there are`, async () => {
		const folder = folderWith({
			...articles(3),
			"site.yaml": `search: { engine: ${engine}, limit: 2 }\n`,
		});
		const { report } = await index(folder);
		assert.deepEqual(report.index.search, expected);
		assert.deepEqual(Object.keys(locations(folder)), Object.keys(expected));
	});
}

test("searches are made anew only for languages whose articles have changed, and are there however they came", async () => {
	const folder = folderWith({
		...articles(12),
		...chinese,
		"site.yaml":
			"lang: en\nlanguages: { en: {}, zh: {} }\nsearch: { limit: 10 }\n",
	});
	await index(folder);
	const base = join(folder, "inkstone-index");
	const before = contents(base);
	const cache = join(folder, ".inkstone-cache/search.json");
	const made = JSON.parse(readFileSync(cache, "utf8"));
	assert.deepEqual(Object.keys(made).sort(), ["en", "zh"]);

	// What was made is taken over only while its files are there.
	rmSync(join(base, locations(folder).zh?.urls[0] ?? ""));
	rmSync(join(base, locations(folder).en?.urls[0] ?? "", "pagefind.js"));
	await index(folder);
	assert.deepEqual(contents(base), before);

	put(folder, { "zh/a.md": article({ title: "人工智能" }) });
	await index(folder);
	const after = JSON.parse(readFileSync(cache, "utf8"));
	assert.deepEqual(after.en, made.en);
	assert.notDeepEqual(after.zh, made.zh);
});

test("of two languages that Pagefind searches, only the one that has changed is made anew", async () => {
	const folder = folderWith({
		...articles(3),
		...chinese,
		"site.yaml":
			"lang: en\nlanguages: { en: {}, zh: {} }\nsearch: { engine: pagefind }\n",
	});
	await index(folder);
	const before = locations(folder);
	// Making it anew would give another place.
	const cache = join(folder, ".inkstone-cache/search.json");
	const made = JSON.parse(readFileSync(cache, "utf8"));
	made.en.location.urls = ["as-it-was/"];
	writeFileSync(cache, JSON.stringify(made));

	put(folder, { "zh/a.md": article({ title: "人工智能" }) });
	await index(folder);
	const after = locations(folder);
	assert.deepEqual(after.en?.urls, ["as-it-was/"]);
	assert.notDeepEqual(after.zh, before.zh);
	assert.deepEqual(Object.keys(after), ["en", "zh"]);
});
