// @ts-check
// Protects: however footnotes, alerts, formulas, definition lists, marks and the rest are mixed, the
// HTML is well-formed, its links lead somewhere, no text is lost, lines are right, and both builds
// give the same bytes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFragment } from "parse5";
import { loadBareCore, renderNatively } from "./cores.js";
import { numbers } from "./numbers.js";

/** @typedef {Record<string, string | number | boolean>} Options */
/** @typedef {{ source: string, options: Options }} Document */

const render = await loadBareCore();

const pieces = [
	..."a b 字 汉 \n \n\n > - + # ## === --- *** | |---| [^1] [^2] [^1]: [!NOTE] $x$ $ $$ $$x$$".split(
		" ",
	),
	..."\\( \\) \\[ \\] $` `$ ` `` {#a} {.b} == ^ ~ ~~ ** * _ __ *** :tada: : \" ' -- ...".split(
		" ",
	),
	..."[ ](u) ] ![ \\ &amp; <b> </b> https://e.org www.a.bc a@b.cd <https://e.org/> ( ) !".split(
		" ",
	),
	..."|[a]: /u\n|<!--more-->|<!-- c -->|\\\n|  \n|\r\n|- [ ] |1. |> > |\n: |\n: a\n|:\t|\n".split(
		"|",
	),
	..." |  |    |\t|```\n|```math\n|~~~\n|<div>\n|> [!TIP]\n|[^1]: a[^2]\n|$$\n| {#a .b}\n".split(
		"|",
	),
	"| a | b |\n|---|---|\n",
];
const beginnings =
	"||||> |- |  |    |1. |   |> > |- > |>|\t|[^1]: |[^2]: |: |> [!NOTE]|$$|```|# |a\n: |\\[|---|<!--more-->".split(
		"|",
	);
const switches =
	"gfm headingIds math cjkFriendly repairEmphasis joinCjkLines footnotes alerts definitionLists headingAttributes more mark lazyImages superscript subscript emoji smartPunctuation sourceLines".split(
		" ",
	);

/** The words that are to be found again. */
const words = /q\d+x/g;
/** What takes the place of what md4c must not read, and no document here holds. */
const placeholders =
	/[\uFDD0-\uFDEF\u1680\u2000\u2001\u2004\u2008\u205F\uA8CE\uA8CF\uAA5C\uAA5D\uA95F\uA92E]/u;

/**
 * Documents by chance: lines that begin as blocks do, full of what means something inside them.
 * @param {number} seed
 * @param {number} count
 * @param {number} longest the number of pieces
 * @param {Options} more further options
 * @returns {Document[]}
 */
function documents(seed, count, longest, more = {}) {
	const next = numbers(seed);
	const pick = (/** @type {string[]} */ list) => list[next(list.length)] ?? "";
	return Array.from({ length: count }, () => {
		let source = "";
		for (let i = 3 + next(longest); i > 0; i--) {
			if (next(3) === 0) source += `\n${pick(beginnings)}`;
			source += next(6) === 0 ? `q${i}x` : pick(pieces);
		}
		/** @type {Options} */
		const options = { frontMatter: false, ...more };
		const changes = next(3) > 0;
		for (const name of changes ? switches : []) {
			if (next(3) === 0) options[name] = next(2) === 0;
		}
		return { source, options };
	});
}

/**
 * What an element's place in the HTML has wrong.
 * @param {any} element
 * @param {string[]} parents the names of the elements around it
 * @returns {string[]}
 */
function faultsOf(element, parents) {
	const { tagName, childNodes, sourceCodeLocation: place } = element;
	const isVoid = ["hr", "br", "img", "input"].includes(tagName);
	const faults = [];
	if (!place) faults.push(`<${tagName}> is nowhere in the HTML`);
	else if (!place.endTag && !isVoid) faults.push(`<${tagName}> has no end`);
	// md4c gives a task that is nothing but its box a paragraph without text.
	const isTasks = element.parentNode?.childNodes[0]?.tagName === "input";
	if (tagName === "p" && childNodes.length === 0 && !isTasks)
		faults.push("an empty <p>");
	if (tagName === "a" && parents.includes("a")) faults.push("<a> in <a>");
	if (tagName === "dt" || tagName === "dd") {
		if (parents.at(-1) !== "dl") faults.push(`<${tagName}> without <dl>`);
	} else if (parents.at(-1) === "dl") {
		faults.push(`<${tagName}> in <dl>`);
	}
	const first = childNodes.find((/** @type {any} */ child) => child.tagName);
	if (tagName === "dl" && first?.tagName !== "dt")
		faults.push("<dl> without <dt>");
	return faults;
}

/**
 * What is wrong with the HTML of a document whose raw HTML is escaped.
 * @param {string} html
 * @returns {string[]}
 */
function faultsIn(html) {
	/** @type {string[]} */
	const faults = [];
	if (placeholders.test(html)) faults.push("a placeholder");
	const tree = parseFragment(html, {
		sourceCodeLocationInfo: true,
		onParseError: ({ code, startOffset }) =>
			faults.push(`${code} at ${startOffset}`),
	});
	/** @type {Set<string>} */
	const ids = new Set();
	/** @type {string[]} */
	const targets = [];
	/** @type {(node: any, parents: string[]) => void} */
	const walk = (node, parents) => {
		if (node.tagName) faults.push(...faultsOf(node, parents));
		for (const { name, value } of node.attrs ?? []) {
			if (name === "id" && ids.has(value)) faults.push(`two ids ${value}`);
			if (name === "id") ids.add(value);
			if (name === "href" && value.startsWith("#fn"))
				targets.push(decodeURIComponent(value.slice(1)));
		}
		for (const child of node.childNodes ?? [])
			walk(child, [...parents, node.tagName]);
	};
	walk(tree, []);
	for (const target of targets) {
		if (!ids.has(target)) faults.push(`#${target} leads nowhere`);
	}
	return faults;
}

/**
 * Fails with the first documents that have faults.
 * @param {Document[]} list
 * @param {(document: Document, html: string) => string[]} find
 */
function assertFaultless(list, find) {
	const faulty = list
		.map((document) => ({
			...document,
			faults: find(document, render(document.source, document.options).html),
		}))
		.filter(({ faults }) => faults.length > 0);
	assert.deepEqual(faulty.slice(0, 3), []);
}

test("the HTML is well-formed, and what it links to is there", () => {
	assertFaultless(documents(1, 6000, 24), (_, html) => faultsIn(html));
});

test("so it is where it is cut, and where tables are simplified", () => {
	const bounds = { maxHtmlBytes: 1000, maxTableCells: 5, maxNesting: 3 };
	assertFaultless(documents(2, 1500, 150, bounds), (_, html) => faultsIn(html));
});

test("where raw HTML is allowed, ids are unique and references lead to notes", () => {
	assertFaultless(documents(3, 2000, 24, { html: "trusted" }), (_, html) => {
		const values = (/** @type {RegExp} */ pattern) =>
			Array.from(html.matchAll(pattern), ([, value = ""]) => value);
		const ids = values(/ id="([^"]*)"/g);
		const targets = values(/ href="#(fn[^"]*)"/g).map(decodeURIComponent);
		const faults = targets.filter((target) => !ids.includes(target));
		if (new Set(ids).size < ids.length) faults.push("two ids");
		if (placeholders.test(html)) faults.push("a placeholder");
		return faults;
	});
});

test("no word is lost", () => {
	// Those in notes that nothing refers to are, and in comments, info strings, superfluous cells.
	const mayLose = /\]:|<!--|```|~~~|\|/;
	assertFaultless(
		documents(4, 6000, 24).filter(({ source }) => !mayLose.test(source)),
		({ source }, html) =>
			(source.match(words) ?? []).filter((word) => !html.includes(word)),
	);
});

test("no block begins behind the first word in it", () => {
	assertFaultless(
		documents(5, 3000, 24, { sourceLines: true }),
		({ source, options }, html) => {
			const { sourceLines } = options;
			if (!sourceLines) return [];
			const lines = source.split(/\r\n|\r|\n/);
			const blocks = html.matchAll(
				/data-line="(\d+)"(?![^>]*math)[^>]*>(q\d+x)/g,
			);
			return Array.from(blocks)
				.filter(([, line, word = ""]) => {
					const found = lines.findIndex((text) => text.includes(word));
					const isOnce = source.split(word).length === 2;
					return isOnce && found + 1 !== Number(line);
				})
				.map(([block]) => block);
		},
	);
});

test("native and WebAssembly agree", () => {
	for (const { source, options } of documents(6, 150, 60)) {
		const { html } = render(source, options);
		assert.equal(JSON.parse(renderNatively(source, options)).html, html);
	}
});
