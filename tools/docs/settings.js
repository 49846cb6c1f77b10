// @ts-check
// Writes the table of a page's settings from the interface that defines them, so that it cannot go stale.
import { readFileSync } from "node:fs";
import { declarationsIn } from "./declarations.js";
import { code, table } from "./markdown.js";

const source = new URL("../../web/src/article/settings.ts", import.meta.url);

/**
 * The settings as a Markdown table.
 * @param {string} [text] TypeScript with the interface `PageSettings`
 * @throws {Error} if it has none, or one without members
 */
export function settingsTable(text = readFileSync(source, "utf8")) {
	const settings = declarationsIn(text).find(
		({ name }) => name === "PageSettings",
	);
	const rows = declarationsIn(settings?.body ?? "").map(
		({ name, text, docstring }) => [
			code(name),
			code(text.replace(/^\w+\??: /, "")),
			docstring.text,
		],
	);
	if (rows.length === 0) {
		throw new Error("There is no interface PageSettings with members");
	}
	return table(["setting", "takes", "meaning"], rows);
}
