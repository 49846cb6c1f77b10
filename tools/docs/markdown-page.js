// @ts-check
// Writes the page of the Markdown that is read from tests/spec, where each feature is described and proved by examples: of
// each the words that introduce it, and its first example.

import { readFileSync } from "node:fs";
import { page } from "./markdown.js";

const spec = new URL("../../tests/spec/", import.meta.url);

/** The features by what they are for, by the names of their files. A test says that none is missing. */
export const features = {
	"As on GitHub": [
		"footnotes",
		"alerts",
		"math",
		"bare-links",
		"headings",
		"emoji",
	],
	"As in Hugo and Pandoc": [
		"definition-lists",
		"heading-attributes",
		"more",
		"mark",
		"superscript-subscript",
		"smart-punctuation",
	],
	"Real text": [
		"cjk-friendly",
		"repair-emphasis",
		"bold-headings",
		"line-breaks",
	],
	"For tools and hosts": ["source-lines", "urls", "bounds"],
};

/** The page. */
export function markdownPage() {
	const groups = Object.entries(features).map(([title, names]) =>
		[
			`## ${title}`,
			...names.map((name) =>
				featureSection(readFileSync(new URL(`${name}.md`, spec), "utf8")),
			),
		].join("\n\n"),
	);
	return page({
		title: "Markdown",
		summary:
			"What is read beyond CommonMark: each feature with an example and the option that switches it.",
		weight: 110,
		text: `CommonMark, all 652 examples of its specification, and GitHub's extensions: tables, strikethrough, task lists and bare links. Beyond that
there is what follows, each with its first example and the HTML that becomes of it. All examples, which are the tests of the
feature as well, stand in \`tests/spec\` in the repository. [Options](options.md) that are off by default are said to be so.

${groups.join("\n\n")}`,
	});
}

/**
 * What introduces a feature, and its first example.
 * @param {string} text of its file
 * @throws {Error} where it has another form
 */
export function featureSection(text) {
	const [, title, words = ""] =
		/^# (.+)\n\n([\s\S]*?)\n(?=\n(?:##|<!--|`{32}))/.exec(text) ?? [];
	const [, given = "", source, html] =
		/^`{32} example(.*)\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$/m.exec(text) ?? [];
	const standing = /^<!-- options: (.*) -->$/m.exec(text)?.[1] ?? "";
	if (!title || source === undefined || html === undefined) {
		throw new Error("This is no description of a feature with an example");
	}
	const options = [given.trim(), isBefore(text, standing) ? standing : ""]
		.join(" ")
		.trim();
	return [
		`### ${title}`,
		words,
		fence("markdown", source),
		options ? `With \`${options}\`:` : "",
		fence("html", html),
	]
		.filter((part) => part !== "")
		.join("\n\n");
}

/**
 * Whether options stand for the first example.
 * @param {string} text
 * @param {string} standing
 */
function isBefore(text, standing) {
	const place = text.indexOf(`<!-- options: ${standing} -->`);
	return standing !== "" && place >= 0 && place < text.indexOf("`".repeat(32));
}

/**
 * @param {string} language
 * @param {string} text
 */
function fence(language, text) {
	const marks = /`{3,}/.test(text) ? "`````" : "```";
	return `${marks}${language}\n${text.replaceAll("→", "\t").trimEnd()}\n${marks}`;
}
