// @ts-check
// Protects: what stands in a file of tests/spec is what is tested, and a slip in its form is an error,
// never an example that is passed over.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readExamples } from "./examples.js";

const fence = "`".repeat(32);

/** @param {string} markdown @param {string} html @param {string} [words] */
const example = (markdown, html, words = "") =>
	`${fence} example${words}\n${markdown}.\n${html}${fence}\n`;

test("an example has its number, line, section and both texts", () => {
	const text = `# A\n\nProse.\n\n${example("*a*\n", "<p>\n</p>\n")}\n## B\n${example("", "")}`;
	assert.deepEqual(readExamples(text), [
		{
			number: 1,
			line: 5,
			section: "A",
			options: {},
			markdown: "*a*\n",
			html: "<p>\n</p>",
		},
		{
			number: 2,
			line: 13,
			section: "B",
			options: {},
			markdown: "\n",
			html: "",
		},
	]);
});

test("→ is a tab on both sides", () => {
	const [first] = readExamples(example("→a\n", "a→\n"));
	assert.equal(first?.markdown, "\ta\n");
	assert.equal(first?.html, "a\t");
});

test("headings, options and shorter fences inside an example belong to it", () => {
	const [first, second] = readExamples(
		example("# a\n<!-- options: b=c -->\n```\n..\n", "") + example("", ""),
	);
	assert.equal(first?.markdown, "# a\n<!-- options: b=c -->\n```\n..\n");
	assert.equal(second?.section, "");
	assert.deepEqual(second?.options, {});
});

test("an example's own options come before the file's, which hold until the next ones", () => {
	const text = [
		"<!-- options: gfm=false tocDepth=2 -->\n",
		example("", ""),
		example("", "", ' gfm=true urlSchemes="a b" lang='),
		"<!-- options: html=trusted -->\n",
		example("", ""),
		"<!-- options: -->\n",
		example("", ""),
	].join("");
	assert.deepEqual(
		readExamples(text).map(({ options }) => options),
		[
			{ gfm: "false", tocDepth: "2" },
			{ gfm: "true", tocDepth: "2", urlSchemes: "a b", lang: "" },
			{ html: "trusted" },
			{},
		],
	);
});

for (const [what, text, message] of /** @type {const} */ ([
	["a file without examples", "# a\n", "there is no example"],
	[
		"a word that is no option",
		`\n${example("", "", " disabled")}`,
		"line 2: `disabled` is no option; write name=value",
	],
	[
		"a quotation mark that is never closed",
		example("", "", ' a="b c'),
		'line 1: `"` is no option; write name=value',
	],
	[
		"an example without its dot",
		`${fence} example\na\n${fence}\n${example("", "")}`,
		"line 1: the example has no line `.` before its HTML",
	],
	[
		"an example without its end",
		`${fence} example\na\n.\n`,
		"line 1: the example is never closed",
	],
	[
		"an example that runs into the next",
		`${fence} example\na\n.\n${example("", "")}`,
		"line 1: the example is never closed",
	],
	[
		"a fence of 32 backticks for something else",
		`${fence} c++\n${fence}\n`,
		"line 1: a fence of 32 backticks begins with ` example`",
	],
	[
		"a fence that is too long",
		`${fence}\` example\n.\n${fence}\n`,
		"line 1: a fence of 32 backticks begins with ` example`",
	],
])) {
	test(`${what} is an error`, () => {
		assert.throws(() => readExamples(text), { message });
	});
}
