// @ts-check
// Writes the documentation that tables of the code hold: the options in README.md, docs/diagnostics.md, the settings in
// docs/article-page.md, a site's keys in docs/site.md, the properties in docs/theme.md. Run it after a change of a
// table; a test compares.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { withMarkedPart } from "./marked-part.js";
import { settingsTable } from "./settings-docs.js";
import { propertyTables } from "./theme-docs.js";

const root = new URL("../", import.meta.url);

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
 * The keys of a site's configuration as a Markdown table.
 * @param {import("../dist/index.js").Description} description
 */
export function siteKeysTable({ siteKeys }) {
	const rows = siteKeys.map(({ name, takes, meaning, required, ...key }) => {
		// What is empty says nothing, and a mapping's defaults stand with its keys.
		const isSaid = typeof key.default !== "object" && key.default !== "";
		const value = required
			? " needed"
			: isSaid
				? ` \`${JSON.stringify(key.default)}\``
				: "";
		return `| \`${name}\` | ${takes} |${value} | ${meaning} |`;
	});
	return [
		"| key | takes | default | meaning |",
		"|---|---|---|---|",
		...rows,
	].join("\n");
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
		"What Inkstone can report about an article or a site's configuration, of which all that is said here of",
		"front matter is true as well. Codes are stable; each finding also has a message and its line and column in",
		"the file. What the page reports, `<inkstone-article>` finds when it shows an article; the renderer alone",
		"does not. Written by `tools/docs.js` from `core/include/inkstone/diagnostics.def`.\n",
		...sections,
	].join("\n");
}

/** Every document that comes from the tables, by its path in the repository. */
export async function documents() {
	const { load } = await import("../dist/index.js");
	const description = (await load()).describe();
	return {
		"README.md": withMarkedPart(
			read("README.md"),
			"options",
			optionsTable(description),
		),
		"docs/diagnostics.md": diagnosticsPage(description),
		"docs/article-page.md": withMarkedPart(
			read("docs/article-page.md"),
			"settings",
			settingsTable(),
		),
		"docs/site.md": withMarkedPart(
			read("docs/site.md"),
			"site keys",
			siteKeysTable(description),
		),
		"docs/theme.md": withMarkedPart(
			read("docs/theme.md"),
			"properties",
			propertyTables(),
		),
	};
}

/** @param {string} path in the repository */
function read(path) {
	return readFileSync(new URL(path, root), "utf8");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	for (const [path, text] of Object.entries(await documents())) {
		writeFileSync(new URL(path, root), text);
	}
}
