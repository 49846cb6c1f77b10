// @ts-check
// Protects: the documents say what the sources say, down to the names in the tables for those who come from elsewhere.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { entryDeclarations, linked } from "../../tools/docs/api.js";
import { declarationsIn } from "../../tools/docs/declarations.js";
import { entriesTable } from "../../tools/docs/entries.js";
import { featureSection, features } from "../../tools/docs/markdown-page.js";
import { withMarkedPart } from "../../tools/docs/marked-part.js";
import { settingsTable } from "../../tools/docs/settings.js";
import { documents, knownNames } from "../../tools/docs.js";

const root = new URL("../../", import.meta.url);
const docs = new URL("examples/docs/", root);

/** @param {string} path in the repository */
const read = (path) => readFileSync(new URL(path, root), "utf8");

/** The first cells of a table's rows, as they are written. @param {string} text */
const firstCells = (text) =>
	[...text.matchAll(/^\| (.*?) \|/gm)].map(([, cell = ""]) => cell);

/** What stands in backticks. @param {string} text */
const codeIn = (text) =>
	[...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);

for (const [path, text] of Object.entries(await documents())) {
	test(`${path} is what tools/docs.js writes`, () => {
		assert.equal(read(path), text);
	});
}

test("a document without the marks of its table is an error, not a document without a table", () => {
	assert.throws(
		() => withMarkedPart("# Inkstone\n", "options", "| a |"),
		/marks.*options/,
	);
	assert.throws(() => settingsTable("export interface Other {}"), /Settings/);
	assert.throws(() => featureSection("# A feature\n\nNo example."), /example/);
	assert.throws(() => entryDeclarations("nothing"), /nothing\.d\.ts/);
	assert.throws(() => entriesTable([".", "./nothing"]), /\.\/nothing/);
});

test("declarations are read with their docstrings, whatever stands in them", () => {
	const [options, load, kind] = declarationsIn(`import a from "b";
/** What can be said;
 * of {@link load}. */
export interface Options extends Base {
	/** A word: \`{"a": [1]}\`. */
	word?: "a;b" | { deep: string; };
	/**
	 * Does it.
	 * @param how many; times
	 * @returns nothing
	 */
	act(how: { times: number; }): void;
	[key: string]: unknown;
}
// A note.
export declare function load(options?: Options): Promise<void>;
export type Kind = "a" | "b";`).slice(1);
	assert.equal(options.kind, "interface");
	assert.equal(
		linked(options.docstring.text, new Set(["load"])),
		"What can be said; of [`load`](#load).",
	);
	assert.deepEqual(
		declarationsIn(options.body).map(({ name, text, docstring }) => [
			name,
			text,
			docstring.text,
			docstring.tags.length,
		]),
		[
			["word", 'word?: "a;b" | { deep: string; }', 'A word: `{"a": [1]}`.', 0],
			["act", "act(how: { times: number; }): void", "Does it.", 2],
			["", "[key: string]: unknown", "", 0],
		],
	);
	assert.deepEqual([load.name, kind.name], ["load", "Kind"]);
});

test("every feature that tests/spec describes is on the page of the Markdown", () => {
	const files = readdirSync(new URL("tests/spec", root))
		.filter((file) => file !== "README.md")
		.map((file) => file.replace(/\.md$/, ""));
	assert.deepEqual(Object.values(features).flat().sort(), files.sort());
});

test("the reference of the front matter has every key that the core understands, and no other", () => {
	const keys = declarationsIn(
		entryDeclarations("index").find(({ name }) => name === "Metadata")?.body ??
			"",
	).map(({ name }) => name);
	const [, table = ""] = read("examples/docs/reference/front-matter.md").split(
		"## The keys",
	);
	assert.deepEqual(firstCells(table).flatMap(codeIn).sort(), keys.sort());
});

test("what migrating.md names as Inkstone's is Inkstone's", async () => {
	const known = await knownNames();
	const rows = read("examples/docs/guides/migrating.md")
		.split(/^### The text$/m)[0]
		.matchAll(/^\| .* \| (.*?) \| .*\|$/gm);
	const names = [...rows].flatMap(([, cell = ""]) => codeIn(cell));
	assert(names.length > 100, `${names.length} names`);
	assert.deepEqual(
		names.filter((name) => !known.has(name)),
		[],
	);
});

test("every page of the documentation is listed in its configuration", () => {
	const files = readdirSync(docs, { recursive: true, encoding: "utf8" });
	const listed = read("examples/docs/site.yaml").match(/(?<=^ {2}- ).*\.md$/gm);
	assert.deepEqual(
		files
			.filter(
				(file) =>
					file.endsWith(".md") &&
					file !== "README.md" &&
					!file.startsWith("inkstone"),
			)
			.sort(),
		[...(listed ?? [])].sort(),
	);
});

test("links between documents lead to files that are there", () => {
	const pages = readdirSync(docs, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".md") && !file.startsWith("inkstone"))
		.map((file) => `examples/docs/${file}`);
	const dead = [
		"README.md",
		"CONTRIBUTING.md",
		"CHANGELOG.md",
		...pages,
	].flatMap((page) =>
		[...withoutCode(read(page)).matchAll(/\]\((?!\w+:|#|<)([^)#\s]+)/g)]
			.map(([, path = ""]) => new URL(path, new URL(page, root)))
			.filter((url) => !existsSync(url))
			.map((url) => `${page}: ${fileURLToPath(url)}`),
	);
	assert.deepEqual(dead, []);
});

/**
 * A document without its code, in which links are none.
 * @param {string} text
 */
function withoutCode(text) {
	return text
		.replace(/^(`{3,})[\s\S]*?^\1$/gm, "")
		.replace(/(`+)[^`][\s\S]*?\1/g, "");
}

test("the examples of a C++ program are the one that the tests build", () => {
	for (const file of ["CMakeLists.txt", "main.cpp"]) {
		const text = read(`examples/cpp/${file}`);
		assert(
			read("examples/docs/guides/native.md").includes(
				`title="${file}"\n${text}\`\`\``,
			),
			file,
		);
	}
	const consumer = read("examples/cpp/CMakeLists.txt");
	const [version] =
		/\d+\.\d+/.exec(JSON.parse(read("package.json")).version) ?? [];
	for (const line of [
		`find_package(inkstone ${version} REQUIRED)`,
		"target_link_libraries(outline PRIVATE inkstone::core)",
	]) {
		assert.ok(read("README.md").includes(line), line);
		assert.ok(consumer.includes(line), line);
	}
});
