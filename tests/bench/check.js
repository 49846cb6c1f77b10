// @ts-check
// Whether what a stack gave is a rendering of the corpus at all: a library that does nothing would be the quickest.

import { Problem } from "../../tools/steps.js";
import { corpora } from "./corpora.js";
import { stacks } from "./stacks.js";

/**
 * @param {string} name a stack's
 * @param {import("./corpora.js").CorpusName} corpusName
 * @param {import("./stacks.js").Task} task
 * @param {import("./stacks.js").Output} output
 * @throws {Problem} that says what is missing
 */
export function checkOutput(name, corpusName, task, output) {
	const { title, headings, tables, body } = corpora[corpusName];
	const { noTables, program } = stacks[name];
	const { html, frontMatter, toc } = output;
	expect("headings", count(html, /<h[1-6][ >]/g), headings);
	if (!noTables) {
		expect("tables", count(html, /<table[ >]/g), tables);
	}
	// HTML is longer than its Markdown, and is complete.
	if (html.length < body.length * 0.9) {
		throw new Problem(
			`${name} gives ${html.length} characters of HTML for ${body.length} of ${corpora[corpusName].name}.`,
		);
	}
	if (task === "html" || program) {
		return;
	}
	if (frontMatter?.title !== title) {
		throw new Problem(
			`${name} finds no title in the front matter of ${corpora[corpusName].name}: ${JSON.stringify(frontMatter)}`,
		);
	}
	expect(
		"headings with ids",
		count(html, /<h[1-6][^>]* id="|<h[1-6]>[^\n]*<a [^>]*id="/g),
		headings,
	);
	expect("entries of the table of contents", entries(toc ?? []), headings);

	/**
	 * @param {string} what
	 * @param {number} found
	 * @param {number} wanted
	 */
	function expect(what, found, wanted) {
		// md4w takes `#5 bolt` for a heading, and others differ in as small things.
		if (found < wanted * 0.98 || found > wanted * 1.05 + 1) {
			throw new Problem(
				`${name} gives ${found} ${what} for ${corpora[corpusName].name}, not ${wanted} (${task}).`,
			);
		}
	}
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
function count(text, pattern) {
	return text.match(pattern)?.length ?? 0;
}

/**
 * @param {{ children?: unknown[] }[]} toc
 * @returns {number}
 */
function entries(toc) {
	return toc.reduce(
		(sum, { children = [] }) =>
			sum + 1 + entries(/** @type {{ children?: unknown[] }[]} */ (children)),
		0,
	);
}
