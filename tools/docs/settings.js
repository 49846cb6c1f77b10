// @ts-check
// Reads a page's settings from the interface that defines them, and writes their table, so that it cannot go stale.
import { readFileSync } from "node:fs";
import { declarationsIn } from "./declarations.js";
import { code, table } from "./markdown.js";

const source = new URL("../../web/src/article/settings.ts", import.meta.url);

/**
 * The settings of a page.
 * @param {string} [text] TypeScript with the interface `PageSettings`
 * @returns {{ name: string, type: string, meaning: string }[]} types as TypeScript has them
 * @throws {Error} if it has none, or one without members
 */
export function pageSettings(text = readFileSync(source, "utf8")) {
	const declared = declarationsIn(text).find(
		({ name }) => name === "PageSettings",
	);
	const settings = declarationsIn(declared?.body ?? "").map(
		({ name, text, docstring }) => ({
			name,
			type: text.replace(/^\w+\??: /, ""),
			meaning: docstring.text,
		}),
	);
	if (settings.length === 0) {
		throw new Error("There is no interface PageSettings with members");
	}
	return settings;
}

/**
 * The settings as a Markdown table.
 * @param {string} [text] as for {@link pageSettings}
 * @throws {Error} as {@link pageSettings}
 */
export function settingsTable(text) {
	return table(
		["setting", "takes", "meaning"],
		pageSettings(text).map(({ name, type, meaning }) => [
			code(name),
			code(type),
			meaning,
		]),
	);
}
