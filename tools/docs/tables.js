// @ts-check
// Writes what the core's own tables hold: options, keys of a site's configuration, diagnostics.

import { code, page, table } from "./markdown.js";

/** @typedef {import("../../dist/index.js").Description} Description */

/**
 * The page of the options.
 * @param {Description} description
 */
export function optionsPage({ options }) {
	const rows = options.map((option) => [
		code(option.name),
		valuesOf(option),
		code(JSON.stringify(option.default)),
		option.meaning,
	]);
	return page({
		title: "Options",
		summary:
			"Everything that rendering can be told, with values, defaults and meanings: one table for JavaScript, C++, attributes and commands.",
		weight: 120,
		text: `The same word is the option in JavaScript (\`render(source, { tocDepth: 3 })\`), in C++'s JSON, as an HTML attribute
(\`<inkstone-article tocDepth="3">\`), in a site's configuration (\`options: { tocDepth: 3 }\`) and on the command line (\`--tocDepth=3\`). An
unknown one is an error that lists these. On the element, \`html\` has a third word, \`sanitize\`, which is its default: HTML goes through the
browser's sanitizer, or through DOMPurify where there is none.

${table(["option", "values", "default", "meaning"], rows)}`,
	});
}

/**
 * An option's values, for a table's cell.
 * @param {import("../../dist/index.js").OptionDescription} option
 */
function valuesOf({ type, choices, minimum, maximum }) {
	if (choices) return choices.map(code).join(", ");
	return type === "integer" ? `${minimum}–${maximum}` : type;
}

/**
 * The keys of a site's configuration as a Markdown table.
 * @param {Description} description
 */
export function siteKeysTable({ siteKeys }) {
	const rows = siteKeys.map(({ name, takes, meaning, required, ...key }) => {
		// What is empty says nothing, and a mapping's defaults stand with its keys.
		const isSaid = typeof key.default !== "object" && key.default !== "";
		const value = isSaid ? code(JSON.stringify(key.default)) : "";
		return [code(name), takes, required ? "needed" : value, meaning];
	});
	return table(["key", "takes", "default", "meaning"], rows);
}

/**
 * The page of the diagnostics.
 * @param {Description} description
 */
export function diagnosticsPage({ diagnostics }) {
	const sections = diagnostics.map(
		({ code, severity, reporter, meaning }) =>
			`## \`${code}\`\n\n*${severity}${reporter === "page" ? ", reported by the page" : ""}.* ${meaning}`,
	);
	return page({
		title: "Diagnostics",
		summary:
			"What can be found in an article or a configuration: each code, how bad it is, and what happens then.",
		weight: 220,
		text: `What Inkstone can report about an article or a site's configuration, of which all that is said here of
front matter is true as well. Codes are stable; each finding also has a message and its line and column in
the file. What the page reports, \`<inkstone-article>\` finds when it shows an article; the renderer alone
does not. What only [the command](command.md) finds stands with its subcommands.

${sections.join("\n\n")}`,
	});
}
