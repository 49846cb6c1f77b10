// @ts-check
// Protects what a search finds, and in which order: in articles at hand, and through the files of an index.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { moduleOf } from "../../sources.js";
import { article, articles, mustFind } from "./articles.js";

/** @typedef {import("../../../../web/src/catalog/search/engine.js").SearchEngine} SearchEngine */

/** @type {typeof import("../../../../web/src/catalog/search/engine.js")} */
const { loadSearch, searchInMemory } = await import(
	await moduleOf("catalog/search/engine.ts")
);
/** @type {typeof import("../../../../web/src/catalog/search/writer.js")} */
const { SearchIndexWriter } = await import(
	await moduleOf("catalog/search/writer.ts")
);

const index = "https://example.org/blog/inkstone-index/";

/**
 * Writes an index into memory.
 * @param {string} lang
 * @param {import("../../../../web/src/catalog/types.js").SearchDocument[]} documents
 */
function write(lang, documents) {
	const writer = new SearchIndexWriter(lang, (content) =>
		createHash("sha256").update(content).digest("hex").slice(0, 10),
	);
	const files = [
		...documents.flatMap((document) => writer.add(document)),
		...writer.end(),
	];
	const urls = [`search/${files.at(-1)?.name}`];
	return {
		files: new Map(
			files.map(({ name, content }) => [`${index}search/${name}`, content]),
		),
		urls,
	};
}

/**
 * An engine over files in memory.
 * @param {ReturnType<typeof write>} written
 * @param {string} lang
 * @param {string[]} [requests] gets the URLs that are asked for
 */
function open({ files, urls }, lang, requests = []) {
	return loadSearch(
		{ engine: "minisearch", urls },
		{
			index,
			lang,
			fetch: async (url) => {
				requests.push(url);
				const content = files.get(url);
				return new Response(content, { status: content ? 200 : 404 });
			},
		},
	);
}

/**
 * @param {SearchEngine} engine
 * @param {string} query
 * @param {number} [limit]
 */
async function routes(engine, query, limit = 10) {
	return (await engine.search(query, { limit })).map(({ route }) => route);
}

const inMemory = new Map();
const fromFiles = new Map();
for (const [lang, documents] of Object.entries(articles)) {
	inMemory.set(
		lang,
		searchInMemory(() => documents, lang),
	);
	fromFiles.set(lang, open(write(lang, documents), lang));
}

for (const [name, engines] of /** @type {const} */ ([
	["in memory", inMemory],
	["from files", fromFiles],
])) {
	for (const [lang, query, route, mark] of mustFind) {
		test(`${name}, ${lang}: "${query}" finds ${route}`, async () => {
			const [first] = await engines.get(lang).search(query, { limit: 5 });
			assert.equal(first?.route, route);
			const marked = first.marks.map(
				(/** @type {[number, number]} */ [start, end]) =>
					first.snippet.slice(start, end),
			);
			assert.ok(
				mark === "" || marked.includes(mark),
				`marked: ${marked.join(" | ")} in ${first.snippet}`,
			);
		});
	}
}

test("files find the same as memory, in the same order", async () => {
	for (const [lang, query] of mustFind) {
		assert.deepEqual(
			await fromFiles.get(lang).search(query, { limit: 10 }),
			await inMemory.get(lang).search(query, { limit: 10 }),
			query,
		);
	}
});

test("articles with the characters of a word, but not the word, are not found", async () => {
	assert.deepEqual(await routes(fromFiles.get("zh"), "学习"), ["/nlp"]);
	assert.deepEqual(await routes(fromFiles.get("zh"), "自然语言"), ["/nlp"]);
});

test("articles with all words come before those with some", async () => {
	const engine = searchInMemory(
		() => [
			article("/one", "Ink ink ink", "Ink and ink, and more ink."),
			article(
				"/both",
				"Of workshops",
				`${"A long text. ".repeat(50)} Ink. Press.`,
			),
			article("/none", "Paper", "Nothing of it."),
		],
		"en",
	);
	assert.deepEqual(await routes(engine, "ink press"), ["/both", "/one"]);
});

test("a title counts more than a term, a term more than a heading, a heading more than the text", async () => {
	const text = "Something else stands here, and is of the same length.";
	const engine = searchInMemory(
		() => [
			article("/text", "One", `${text} Ink.`),
			article("/heading", "Two", text, { headings: ["Ink"] }),
			article("/term", "Three", text, { terms: ["ink"] }),
			article("/title", "Ink", text),
		],
		"en",
	);
	assert.deepEqual(await routes(engine, "ink"), [
		"/title",
		"/term",
		"/heading",
		"/text",
	]);
});

test("words as they are spelled come before words like them", async () => {
	const engine = searchInMemory(
		() => [
			article("/painting", "Painting", "Painting. Painting."),
			article("/printing", "On paper", "A long text about printing."),
		],
		"en",
	);
	assert.deepEqual(await routes(engine, "printing"), [
		"/printing",
		"/painting",
	]);
});

test("short words and numbers have to be spelled as they are", async () => {
	const engine = searchInMemory(
		() => [article("/a", "The ink of 2025", "And of utf16.")],
		"en",
	);
	assert.deepEqual(await routes(engine, "ins"), []);
	assert.deepEqual(await routes(engine, "2026"), []);
	assert.deepEqual(await routes(engine, "utf32"), []);
});

test("letters that have changed places are one typo, in shorter words too, and what is spelled right comes first", async () => {
	const engine = searchInMemory(
		() => [
			article("/cart", "A cart", "One vehicle, as they say."),
			article("/spelled", "Vehicel", "A name."),
		],
		"en",
	);
	assert.deepEqual(await routes(engine, "vehicel"), ["/spelled", "/cart"]);
	assert.deepEqual(await routes(engine, "crat"), ["/cart"]);
	assert.deepEqual(await routes(engine, "chevile"), []);
});

test("only the last word may be longer than it was typed", async () => {
	const engine = searchInMemory(
		() => [article("/a", "Typography", "Metal.")],
		"en",
	);
	assert.deepEqual(await routes(engine, "typo"), ["/a"]);
	assert.deepEqual(await routes(engine, "met typo"), ["/a"]);
	assert.deepEqual(await routes(engine, "typo unknown"), []);
});

test("words side by side come before words apart", async () => {
	const engine = searchInMemory(
		() => [
			article("/apart", "学习与机器", "机器很多，学习很少。"),
			article("/together", "文章", "有人说机器学习很难，也有人说不难。"),
		],
		"zh",
	);
	assert.deepEqual(await routes(engine, "机器学习"), ["/together", "/apart"]);
});

test("nothing is found where a query has no words", async () => {
	for (const query of ["", "   ", "…!?", "🎉"]) {
		assert.deepEqual(await routes(fromFiles.get("zh"), query), []);
	}
});

test("of a whole article as the query, only the beginning is searched for", async () => {
	const text = articles.zh[0].text;
	const queries = [text.repeat(1000), "x".repeat(100_000), "\ud800学习\udc00"];
	for (const query of queries) {
		const found = await routes(fromFiles.get("zh"), query);
		assert.equal(found[0], query.startsWith("x") ? undefined : "/nlp");
	}
});

test("there are no more articles than the limit", async () => {
	const documents = Array.from({ length: 30 }, (_, number) =>
		article(`/${number}`, "Ink", "Ink."),
	);
	const engine = searchInMemory(() => documents, "en");
	assert.equal((await routes(engine, "ink", 7)).length, 7);
});

test("the same articles make the same files", () => {
	assert.deepEqual(write("zh", articles.zh), write("zh", articles.zh));
});

test("of the files with texts, those of the articles shown are fetched, once", async () => {
	const documents = Array.from({ length: 40 }, (_, number) =>
		article(
			`/${number}`,
			`Number${number}`,
			"Some text that is rather long. ".repeat(300),
		),
	);
	const written = write("en", documents);
	/** @type {string[]} */
	const requests = [];
	const engine = open(written, "en", requests);
	assert.deepEqual(await routes(engine, "number17", 1), ["/17"]);
	assert.equal(requests.length, 2);
	assert.deepEqual(await routes(engine, "number17", 1), ["/17"]);
	assert.equal(requests.length, 2);
	assert.ok(written.files.size > 10);
	for (const [url, content] of written.files) {
		assert.ok(
			url.includes("-index-") || Buffer.byteLength(content) < 18_000,
			url,
		);
	}
});

test("several indexes are one", async () => {
	const first = write("zh", articles.zh.slice(0, 2));
	const second = write("zh", articles.zh.slice(2));
	const engine = open(
		{
			files: new Map([...first.files, ...second.files]),
			urls: [...first.urls, ...second.urls],
		},
		"zh",
	);
	assert.deepEqual(await routes(engine, "学习"), ["/nlp"]);
	assert.deepEqual(await routes(engine, "小明"), ["/names"]);
	assert.deepEqual((await routes(engine, "入门")).sort(), ["/code", "/press"]);
});

test("an article that is longer than what is kept of it is found by its end", async () => {
	const text = `${"一段很长的文字。".repeat(20_000)}最后说到活字。`;
	const engine = open(write("zh", [article("/long", "长文", text)]), "zh");
	const [found] = await engine.search("活字", { limit: 1 });
	assert.equal(found.route, "/long");
	assert.deepEqual(found.marks, []);
});

test("a search that is no longer wanted rejects with its reason", async () => {
	const controller = new AbortController();
	const search = open(write("zh", articles.zh), "zh").search("学习", {
		limit: 1,
		signal: controller.signal,
	});
	controller.abort(new Error("typed on"));
	await assert.rejects(search, { message: "typed on" });
});

test("an index that could not be fetched is asked for again", async () => {
	const written = write("zh", articles.zh);
	const files = new Map(written.files);
	const engine = open({ ...written, files }, "zh");
	files.clear();
	await assert.rejects(() => engine.search("学习", { limit: 1 }), /404/);
	for (const [url, content] of written.files) {
		files.set(url, content);
	}
	assert.deepEqual(await routes(engine, "学习"), ["/nlp"]);
});

test("a language that nobody knows is searched all the same", async () => {
	const engine = searchInMemory(() => articles.zh, "not a language");
	assert.deepEqual(await routes(engine, "学习"), ["/nlp"]);
});
