// @ts-check
// Writes the parts of the documentation (examples/docs) that tables, definitions and declarations in the sources hold, so
// that they cannot go stale. Run it after a change of one; a test compares. Wants dist/.

import { readFileSync, writeFileSync } from "node:fs";
import { apiPage, entryDeclarations } from "./docs/api.js";
import { commandTables, program } from "./docs/command.js";
import { declarationsIn } from "./docs/declarations.js";
import { elementTables } from "./docs/elements.js";
import { entriesTable } from "./docs/entries.js";
import { markdownPage } from "./docs/markdown-page.js";
import { withMarkedPart } from "./docs/marked-part.js";
import { settingsTable } from "./docs/settings.js";
import { diagnosticsPage, optionsPage, siteKeysTable } from "./docs/tables.js";
import { propertyTables } from "./docs/theme.js";
import { isScript } from "./steps.js";

const root = new URL("../", import.meta.url);
const reference = "examples/docs/reference";

/**
 * Every document that comes from the sources, whole or in parts.
 * @returns {Promise<Record<string, string>>} by its path in the repository
 */
export async function documents() {
	const { load } = await import("../dist/index.js");
	const description = (await load()).describe();
	const { options } = description;
	return {
		[`${reference}/options.md`]: optionsPage(description),
		[`${reference}/diagnostics.md`]: diagnosticsPage(description),
		[`${reference}/javascript.md`]: apiPage(),
		[`${reference}/markdown.md`]: markdownPage(),
		...withParts("../../../README.md", { entries: entriesTable() }),
		...withParts("../guides/bundler.md", { places: placesTable() }),
		...withParts("article-page.md", { settings: settingsTable() }),
		...withParts("elements.md", elementTables(options)),
		...withParts("site.md", { "site keys": siteKeysTable(description) }),
		...withParts("theme.md", { properties: propertyTables() }),
		...withParts("command.md", commandTables(await program(options), options)),
	};
}

/**
 * Every name that users can write: options, keys, widgets, attributes, members and events of elements, functions,
 * subcommands with their options, custom properties.
 * @returns {Promise<Set<string>>}
 */
export async function knownNames() {
	const { load } = await import("../dist/index.js");
	const { options, siteKeys } = (await load()).describe();
	const { commands } = await program(options);
	const api = [...entryDeclarations("index"), ...entryDeclarations("element")];
	const widgets = api.find(({ name }) => name === "Widget");
	const membersOf = (/** @type {string} */ type) =>
		declarationsIn(api.find(({ name }) => name === type)?.body ?? "").map(
			({ name }) => name,
		);
	return new Set([
		...options.map(({ name }) => name),
		...siteKeys.map(({ name }) => name),
		...[...(widgets?.text.matchAll(/"(\w+)"/g) ?? [])].map(
			([, name = ""]) => name,
		),
		...["Metadata", "PageSettings", "Article"].flatMap(membersOf),
		...["Inkstone"].flatMap(membersOf).map((name) => `${name}()`),
		...Object.values(elementTables(options)).flatMap(firstNames),
		...commands.map((command) => `inkstone ${command.name()}`),
		...commands.flatMap((command) =>
			command.options.map(({ long }) => long ?? ""),
		),
		...firstNames(propertyTables()),
	]);
}

/**
 * The names in the first cells of tables.
 * @param {string} text
 */
function firstNames(text) {
	return [...text.matchAll(/^\| `([\w-]+)/gm)].map(([, name = ""]) => name);
}

/**
 * The table of places where the package is tried, which README.md has, without the links that lead out of the site.
 * @throws {Error} where it has none
 */
function placesTable() {
	const [, table] =
		/^## At home everywhere\n[\s\S]*?(^\|[\s\S]*?)\n\n/m.exec(
			read("README.md"),
		) ?? [];
	if (!table) {
		throw new Error("README.md has no table of places");
	}
	return table.replace(/\[([\w-]+)\]\([^)]*\)/g, "`$1`");
}

/**
 * A document with its written parts anew.
 * @param {string} name relative to the reference
 * @param {Record<string, string>} parts
 */
function withParts(name, parts) {
	const path = new URL(name, `file:///${reference}/`).pathname.slice(1);
	return {
		[path]: Object.entries(parts).reduce(
			(text, [name, part]) => withMarkedPart(text, name, part),
			read(path),
		),
	};
}

/** @param {string} path in the repository */
function read(path) {
	return readFileSync(new URL(path, root), "utf8");
}

if (isScript(import.meta.url)) {
	for (const [path, text] of Object.entries(await documents())) {
		writeFileSync(new URL(path, root), text);
	}
}
