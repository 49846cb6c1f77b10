// @ts-check
// Protects searches in browsers, whose dictionaries cut Chinese and Japanese otherwise than Node, where indexes are made;
// and that nothing of an engine is loaded before the first search, nor refused by the strictest policy.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { articles, mustFind } from "../../web/catalog/search/articles.js";
import { moduleOf } from "../../web/sources.js";
import { useEngines } from "../engines.js";
import { strictPolicy } from "../pages.js";

/** @typedef {import("../stage.js").Files} Files */
/** @typedef {Record<string, import("../../../web/src/catalog/types.js").SearchLocation>} Locations */

const folder = mkdtempSync(join(tmpdir(), "inkstone-search-"));
after(() => rmSync(folder, { recursive: true }));

/** What Pagefind has in another way: it knows no "ß", and what it shows is of the usual width. */
const otherwise = new Set(["strasse", "fussgangerbereich", "データ", "utf"]);

const miniSearch = await writeMiniSearch();
const pagefind = await writePagefind();
const modules = await bundle();

for (const engine of useEngines()) {
	for (const lang of ["zh", "en"]) {
		test(`${engine.name}: everything is found with MiniSearch, on a page in ${lang}`, async () => {
			const page = await open(engine, lang, miniSearch.files);
			const found = await search(page, miniSearch.locations);
			assert.deepEqual(
				found.filter(({ isFirst, isMarked }) => !isFirst || !isMarked),
				[],
			);
			assert.deepEqual(await page.complaints(), []);
		});

		test(`${engine.name}: everything is found with Pagefind, on a page in ${lang}`, async () => {
			const page = await open(engine, lang, pagefind.files);
			const found = await search(page, pagefind.locations);
			assert.deepEqual(
				found.filter(
					({ query, isFirst, isMarked }) =>
						!otherwise.has(query) && (!isFirst || !isMarked),
				),
				[],
			);
			assert.deepEqual(await page.complaints(), []);
		});
	}

	test(`${engine.name}: an engine comes with the first search, and its articles with what is found`, async () => {
		const page = await open(engine, "zh", miniSearch.files);
		const urls = () =>
			page
				.requests()
				.filter((path) => /search\/|minisearch|pagefind/.test(path))
				.map((path) => basename(path));
		assert.deepEqual(urls(), []);
		await search(page, miniSearch.locations, [["zh", "没有的词", "", ""]]);
		assert.equal(urls().filter((name) => /-texts-/.test(name)).length, 0);
		assert.equal(urls().filter((name) => /^zh-index-/.test(name)).length, 1);
		await search(page, miniSearch.locations, [["zh", "学习", "/nlp", "学习"]]);
		assert.ok(urls().some((name) => /^zh-texts-/.test(name)));
		assert.ok(!urls().some((name) => /^ja-/.test(name)));
	});
}

/**
 * @param {ReturnType<typeof useEngines>[number]} engine
 * @param {string} lang
 * @param {Files} index
 */
async function open(engine, lang, index) {
	const page = await engine.open({
		headers: { "Content-Security-Policy": strictPolicy },
		files: {
			...modules,
			...index,
			"search.html": `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Search</title>
				<script type="module" src="engine.js"></script>`,
		},
	});
	await page.goto("static/search.html");
	return page;
}

/**
 * Searches in the page.
 * @param {import("../engines/page.js").EnginePage} page
 * @param {Locations} locations
 * @param {typeof mustFind} all
 */
function search(page, locations, all = mustFind) {
	return page.evaluate(
		async (locations, all) => {
			/** @type {typeof import("../../../web/src/catalog/search/engine.js")} */
			const { loadSearch } = await import(
				new URL("engine.js", document.baseURI).href
			);
			const engines = new Map(
				Object.entries(locations).map(([lang, location]) => [
					lang,
					loadSearch(location, {
						index: new URL("index/", document.baseURI).href,
						lang,
					}),
				]),
			);
			const answers = [];
			for (const [lang, query, route, mark] of all) {
				const found =
					(await engines.get(lang)?.search(query, { limit: 3 })) ?? [];
				const marked = found[0]?.marks.map(([start, end]) =>
					found[0].snippet.slice(start, end),
				);
				answers.push({
					lang,
					query,
					found: found.map(({ route }) => route),
					marked,
					isFirst: found[0]?.route === route,
					isMarked: mark === "" || Boolean(marked?.includes(mark)),
				});
			}
			return answers;
		},
		locations,
		all,
	);
}

async function writeMiniSearch() {
	/** @type {typeof import("../../../web/src/catalog/search/writer.js")} */
	const { SearchIndexWriter } = await import(
		await moduleOf("catalog/search/writer.ts")
	);
	/** @type {Files} */
	const files = {};
	/** @type {Locations} */
	const locations = {};
	for (const [lang, documents] of Object.entries(articles)) {
		const writer = new SearchIndexWriter(lang, (content) =>
			createHash("sha256").update(content).digest("hex").slice(0, 10),
		);
		const all = [
			...documents.flatMap((document) => writer.add(document)),
			...writer.end(),
		];
		for (const { name, content } of all) {
			files[`index/search/${name}`] = content;
		}
		locations[lang] = {
			engine: "minisearch",
			urls: [`search/${all.at(-1)?.name}`],
		};
	}
	return { files, locations };
}

// Groups of three, so that there are several to merge.
async function writePagefind() {
	/** @type {typeof import("../../../web/src/cli/pagefind.js")} */
	const command = await import(await moduleOf("cli/pagefind.ts"));
	const bundles = await command.writePagefind(
		await command.loadPagefind(fileURLToPath(import.meta.url)),
		Object.entries(articles).flatMap(([lang, documents]) =>
			documents.map((document) => ({ lang, document })),
		),
		folder,
		3,
	);
	/** @type {Files} */
	const files = {};
	for (const path of readdirSync(folder, {
		recursive: true,
		withFileTypes: true,
	})) {
		if (path.isFile()) {
			const file = join(path.parentPath, path.name);
			const content = readFileSync(file);
			const name = `index/search${file.slice(folder.length)}`;
			files[name] = content;
		}
	}
	/** @type {Locations} */
	const locations = Object.fromEntries(
		Array.from(bundles, ([lang, names]) => [
			lang,
			{ engine: "pagefind", urls: names.map((name) => `search/${name}`) },
		]),
	);
	return { files, locations };
}

// With what is imported later in files of their own, as in the package.
async function bundle() {
	const { outputFiles } = await build({
		entryPoints: [
			fileURLToPath(
				new URL("../../../web/src/catalog/search/engine.ts", import.meta.url),
			),
		],
		bundle: true,
		splitting: true,
		write: false,
		format: "esm",
		outdir: folder,
	});
	return Object.fromEntries(
		outputFiles.map(({ path, text }) => [basename(path), text]),
	);
}
