// @ts-check
// Writes the documentation that tables of the code hold: the options in README.md, docs/diagnostics.md, the properties
// in docs/theme.md. Run it after a change of a table; a test compares.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { withProperties } from "./theme-docs.js";

const root = new URL("../", import.meta.url);
const begin = "<!-- options: written by tools/docs.js -->";
const end = "<!-- /options -->";

/**
 * An option's values, for a table's cell.
 * @param {import("../dist/index.js").OptionDescription} option
 */
function valuesOf({ type, choices, minimum, maximum }) {
	if (choices) return choices.map((choice) => `\`${choice}\``).join(", ");
	return type === "integer" ? `${minimum}–${maximum}` : type;
}

/**
 * The options as a Markdown table.
 * @param {import("../dist/index.js").Description} description
 */
export function optionsTable({ options }) {
	const rows = options.map(
		(option) =>
			`| \`${option.name}\` | ${valuesOf(option)} | \`${JSON.stringify(option.default)}\` | ${option.meaning} |`,
	);
	return [
		"| option | values | default | meaning |",
		"|---|---|---|---|",
		...rows,
	].join("\n");
}

/**
 * README.md with its table of options as the core has it.
 * @param {string} readme
 * @param {import("../dist/index.js").Description} description
 * @throws {Error} if the marks that the table stands between are gone
 */
export function withOptions(readme, description) {
	const from = readme.indexOf(begin);
	const to = readme.indexOf(end);
	if (from < 0 || to < from)
		throw new Error(`README.md lacks the marks ${begin} and ${end}`);
	return `${readme.slice(0, from + begin.length)}\n${optionsTable(description)}\n${readme.slice(to)}`;
}

/**
 * The text of docs/diagnostics.md.
 * @param {import("../dist/index.js").Description} description
 */
export function diagnosticsPage({ diagnostics }) {
	const sections = diagnostics.map(
		({ code, severity, reporter, meaning }) =>
			`## \`${code}\`\n\n*${severity}${reporter === "page" ? ", reported by the page" : ""}.* ${meaning}\n`,
	);
	return [
		"# Diagnostics\n",
		"What Inkstone can report about an article. Codes are stable; each finding also has a message and its",
		"line and column in the file. What the page reports, `<inkstone-article>` finds when it shows an article;",
		"the renderer alone does not. Written by `tools/docs.js` from `core/include/inkstone/diagnostics.def`.\n",
		...sections,
	].join("\n");
}

/** Every document that comes from the tables, by its path in the repository. */
export async function documents() {
	const { load } = await import("../dist/index.js");
	const description = (await load()).describe();
	return {
		"README.md": withOptions(
			readFileSync(new URL("README.md", root), "utf8"),
			description,
		),
		"docs/diagnostics.md": diagnosticsPage(description),
		"docs/theme.md": withProperties(
			readFileSync(new URL("docs/theme.md", root), "utf8"),
		),
	};
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	for (const [path, text] of Object.entries(await documents())) {
		writeFileSync(new URL(path, root), text);
	}
}
