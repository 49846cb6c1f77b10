// @ts-check
// Protects: `npm run bench` measures every stack in every part, and takes nothing for a rendering that is none. How
// quick anything is, no test says.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { withMarkedPart } from "../../tools/docs/marked-part.js";
import { checkOutput } from "./check.js";
import { corpora } from "./corpora.js";
import { summaryTable } from "./report.js";
import { ratio } from "./speed.js";
import { stacks } from "./stacks.js";
import { targets } from "./targets.js";

/** @param {string[]} args */
async function bench(...args) {
	const script = fileURLToPath(new URL("run.js", import.meta.url));
	const { stdout } = await promisify(execFile)(process.execPath, [
		script,
		"--as-built",
		...args,
	]);
	return stdout;
}

/**
 * The first cells of a table's rows.
 * @param {string} text
 * @param {string} title above it
 */
function rowsOf(text, title) {
	const [, table = ""] = text.split(`**${title}`);
	const [lines] = table.slice(table.indexOf("\n\n") + 2).split("\n\n");
	return lines
		.split("\n")
		.slice(2)
		.map((line) => line.split(" | ")[0].slice(2).trim());
}

const withTask = (/** @type {import("./stacks.js").Task} */ task) =>
	Object.values(stacks)
		.filter(({ tasks }) => tasks.includes(task))
		.map(({ title }) => title);

test("every part measures every stack that it is about, and the targets are said", async () => {
	const text = await bench(
		"--quick",
		"speed",
		"size",
		"cold",
		"page",
		"memory",
	);
	assert.deepEqual(rowsOf(text, "Markdown to HTML"), withTask("html"));
	assert.deepEqual(rowsOf(text, "The whole job"), withTask("article"));
	const titlesOf = (
		/** @type {(stack: import("./stacks.js").Stack) => unknown} */ is,
	) =>
		Object.values(stacks)
			.filter(is)
			.map(({ title }) => title);
	assert.deepEqual(
		rowsOf(text, "What a page loads"),
		titlesOf(({ wasm }) => wasm),
	);
	const inNode = titlesOf(
		({ module, tasks }) => module && tasks.includes("article"),
	);
	assert.deepEqual(rowsOf(text, "Cold start"), inNode);
	assert.deepEqual(rowsOf(text, "The most memory"), ["Node alone", ...inNode]);
	assert.equal(rowsOf(text, "In Chromium").length, 6);
	assert.equal(rowsOf(text, "Inkstone's memory").length, 11);
	assert.equal(rowsOf(text, "Targets").length, 12);
	assert.doesNotMatch(text, /NaN|undefined/);
});

test("a part or a stack that is not there is named, and nothing is measured", async () => {
	await assert.rejects(bench("sped"), /There is no part sped/);
	await assert.rejects(bench("speed", "--only=mark"), /There is no stack mark/);
	await assert.rejects(bench("speed", "--write"), /in one run/);
});

test("an output without its headings, its table, its ids or its title is none", () => {
	const { headings } = corpora.article;
	const heading = (/** @type {string} */ attribute) =>
		`<h2${attribute}>…</h2>${"…".repeat(1000)}`.repeat(headings);
	const good = {
		html: `${heading(' id="a"')}<table></table>`,
		frontMatter: { title: corpora.article.title },
		toc: Array.from({ length: headings }, () => ({ id: "a", text: "…" })),
	};
	const check = (/** @type {object} */ change) =>
		checkOutput("marked", "article", "article", { ...good, ...change });
	check({});
	assert.throws(() => check({ html: "" }), /0 headings/);
	assert.throws(() => check({ html: heading(' id="a"') }), /0 tables/);
	assert.throws(() => check({ html: `${heading("")}<table></table>` }), /ids/);
	assert.throws(() => check({ frontMatter: {} }), /no title/);
	assert.throws(() => check({ toc: [] }), /0 entries/);
});

test("ratios are those within a round, and the smallest one decides whether a target is met", () => {
	const speeds = Object.fromEntries(
		Object.keys(stacks).map((name) => [
			name,
			{ article: { article: name === "inkstone" ? [1, 2, 4] : [2, 4, 8] } },
		]),
	);
	assert.equal(ratio(speeds, "inkstone", "marked", "article", "article"), 2);
	speeds["md4w-small"].article.article = [1.1, 2.2, 4.4];
	const [first] = targets({ speed: speeds });
	assert.equal(first.isMet, false);
	assert.match(first.measured, /1\.10 × \(md4w-small, article\)/);
	speeds["md4w-small"].article.article = [1.3, 2.6, 5.2];
	assert.equal(targets({ speed: speeds })[0].isMet, true);
	assert.equal(targets({})[0].isMet, undefined);
});

test("README's table has a row for each library that does the whole job, and finds its marks in both documents", () => {
	const names = Object.keys(stacks).filter(
		(name) => stacks[name].module && stacks[name].tasks.includes("article"),
	);
	const each = (/** @type {(name: string) => unknown} */ value) =>
		/** @type {any} */ (
			Object.fromEntries([...names, "bare"].map((name) => [name, value(name)]))
		);
	const inTexts = {
		article: [0.001],
		spec: [0.002],
		long: [0.02],
		blog: [0.003],
	};
	const table = summaryTable({
		speed: each(() => ({ article: inTexts })),
		size: { stacks: each(() => ({ script: 1024, wasm: 2048 })), entries: {} },
		cold: { "Node 24": each(() => [5]) },
		page: {
			local: each((name) => [name === "bare" ? 20 : 50]),
			slow: each(() => [50]),
		},
		memory: { peaks: {}, samples: [] },
		counts: { article: 1, spec: 1, long: 1, blog: 1 },
	});
	assert.equal(table.split("\n").length, names.length + 2);
	assert.match(table, /^\| marked +\| .* 5\.0 \| +30 \| +3\.0 \|$/m);
	for (const path of ["README.md", "examples/docs/reference/performance.md"]) {
		const document = readFileSync(
			new URL(`../../${path}`, import.meta.url),
			"utf8",
		);
		assert.match(
			withMarkedPart(document, "bench", table, "npm run bench -- --write"),
			/\| marked/,
		);
	}
});
