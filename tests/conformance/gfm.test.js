// @ts-check
// Protects: with `gfm`, Markdown means what GitHub's specification says, in both builds, but for corners that md4c
// reads otherwise. Those are listed with what we give, so that neither a new one nor a mended one goes unseen.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { cacheFolder } from "../../tools/paths.js";
import { sourceFolder } from "../../tools/setup/sources.js";
import { specifications } from "../../tools/versions.js";
import { loadBareCore, renderNatively } from "./cores.js";
import { canonical } from "./html.js";
import { plain as allOff } from "./plain.js";

/**
 * @typedef {{ name: string, section: string, markdown: string, html: string }} Example
 * @typedef {[part: string | RegExp, ours: string][]} Parts
 * @typedef {{ why: string, unlessCjkFriendly: boolean, give: (html: string) => string }} Difference `give` makes what we
 * give of what GitHub gives
 */

const [source] = specifications;
const folder = source && join(sourceFolder(cacheFolder(), source), "test");
const skip =
	folder && existsSync(folder)
		? false
		: "GitHub's specification is not in the cache: tools/setup.js says why";

/**
 * The specification's examples of its extensions, and those by which GitHub's implementation is tested besides: how
 * many there are in each section.
 */
const sections = {
	"spec.txt": {
		"Tables (extension)": 8,
		"Task list items (extension)": 2,
		"Strikethrough (extension)": 2,
		"Autolinks (extension)": 11,
		"Disallowed Raw HTML (extension)": 1,
	},
	"extensions.txt": {
		Tables: 16,
		Strikethroughs: 2,
		Autolinks: 34,
		"HTML tag filter": 1,
		Footnotes: 1,
		"When a footnote is used multiple times, we insert multiple backrefs.": 1,
		"Footnote reference labels are href escaped": 1,
		Interop: 2,
		"Task lists": 3,
	},
};

/**
 * The sections that are not compared. Inkstone's policy for raw HTML is another than the tag filter's: it is text, or
 * it is allowed whole and then sanitized. Footnotes are not in the specification, and Inkstone has none.
 */
const leftOut = /raw html|tag filter|footnote/i;

/** Nothing but paragraphs of one line, of which each is an example by itself: `extensions.txt 19.1` and so on. */
const manyInOne = "extensions.txt 19";

/** @type {Map<string, Difference>} */
const differences = new Map();

/**
 * @param {string} why
 * @param {Record<string, Parts | string>} examples by their names: the parts of GitHub's HTML that
 * we give otherwise, or all that we give
 * @param {{ unlessCjkFriendly?: boolean }} [when]
 */
function weDiffer(why, examples, { unlessCjkFriendly = false } = {}) {
	for (const [name, gives] of Object.entries(examples)) {
		differences.set(name, {
			why,
			unlessCjkFriendly,
			give(html) {
				if (typeof gives === "string") return gives;
				return gives.reduce((all, pair) => all.replace(...pair), html);
			},
		});
	}
}

weDiffer("a table does not begin inside a paragraph", {
	"extensions.txt 16": `<p>123\n456\n| a | b |\n| ---| --- |\nd | e</p>`,
});
weDiffer(
	"a tilde with space on both sides ends strikethrough",
	{
		"extensions.txt 18": [["is ~ legit</del>", "is </del> legit~"]],
	},
	{ unlessCjkFriendly: true },
);
weDiffer("GitHub's tests ask only that this be read", {
	"extensions.txt 20":
		"<p>This shouldn't crash everything: (<em>A</em>@_.A</p>",
});

/**
 * The examples of a file's sections.
 * @param {keyof typeof sections} file
 * @returns {Example[]}
 */
function examplesOf(file) {
	const text = readFileSync(join(folder ?? "", file), "utf8");
	const parts = text.matchAll(
		/^(`{32}) example.*\n([\s\S]*?)^\.\n([\s\S]*?)^\1$|^## (.*)$/gm,
	);
	/** @type {Example[]} */
	const examples = [];
	let section = "";
	let number = 0;
	for (const [, , markdown = "", html = "", title] of parts) {
		if (title !== undefined) {
			section = title;
			continue;
		}
		const name = `${file} ${++number}`;
		if (!Object.hasOwn(sections[file], section)) continue;
		if (name === manyInOne) {
			const lines = html.split("\n");
			for (const [index, paragraph] of markdown.split("\n\n").entries()) {
				examples.push({
					name: `${name}.${index + 1}`,
					section,
					markdown: paragraph,
					html: lines[index] ?? "",
				});
			}
		} else {
			examples.push({
				name,
				section,
				markdown: markdown.replaceAll("→", "\t"),
				html: html.replaceAll("→", "\t"),
			});
		}
	}
	return examples;
}

/** Everything that is not GitHub's, switched off, as for CommonMark's examples. */
const plain = { ...allOff, gfm: true, bareLinks: true };
/** With what is on by default and reads emphasis anew. */
const friendly = { ...plain, cjkFriendly: true, repairEmphasis: true };

const renderInWasm = await loadBareCore();

/** @type {Record<string, { options: typeof plain, render: (markdown: string, options: typeof plain) => string }>} */
const builds = {
	natively: {
		options: plain,
		render: (markdown, options) =>
			JSON.parse(renderNatively(markdown, options)).html,
	},
	"in WebAssembly": {
		options: plain,
		render: (markdown, options) => renderInWasm(markdown, options).html,
	},
	"with cjkFriendly and repairEmphasis": {
		options: friendly,
		render: (markdown, options) => renderInWasm(markdown, options).html,
	},
};

/**
 * Without what is mere form: the classes by which task lists can be styled, and the space behind a checkbox.
 * @param {string} html
 */
function level(html) {
	return canonical(
		html
			.replace(/ class="task-list-item(-checkbox)?"/g, "")
			.replace(/(<input\b[^>]*>) /g, "$1"),
	);
}

const examples = skip
	? []
	: /** @type {(keyof typeof sections)[]} */ (Object.keys(sections)).flatMap(
			examplesOf,
		);

test("each section has as many examples as it had", { skip }, () => {
	/** @type {Record<string, Record<string, number>>} */
	const found = { "spec.txt": {}, "extensions.txt": {} };
	for (const { name, section } of examples) {
		const counts = found[name.replace(/ .*/, "")] ?? {};
		counts[section] = (counts[section] ?? 0) + 1;
	}
	assert.deepEqual(found, sections);
});

test("each difference belongs to an example that is compared", { skip }, () => {
	const names = examples
		.filter(({ section }) => !leftOut.test(section))
		.map(({ name }) => name);
	assert.deepEqual(
		[...differences.keys()].filter((name) => !names.includes(name)),
		[],
	);
});

for (const [where, { options, render }] of Object.entries(builds)) {
	suite(`GitHub's examples ${where}`, { skip }, () => {
		for (const { name, section, markdown, html } of examples) {
			if (leftOut.test(section)) continue;
			const difference = differences.get(name);
			if (
				!difference ||
				(difference.unlessCjkFriendly && options.cjkFriendly)
			) {
				test(`${name}, ${section}`, () => {
					assert.equal(level(render(markdown, options)), level(html));
				});
			} else {
				const { why, give } = difference;
				test(`${name}, ${section}, differs: ${why}`, () => {
					assert.notEqual(level(give(html)), level(html));
					assert.equal(level(render(markdown, options)), level(give(html)));
				});
			}
		}
	});
}
