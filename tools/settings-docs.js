// @ts-check
// Writes the table of a page's settings in docs/article-page.md from the interface that defines them, so that it
// cannot go stale.
import { readFileSync } from "node:fs";

const source = new URL("../web/src/article/settings.ts", import.meta.url);

/**
 * The settings as a Markdown table.
 * @param {string} [text] TypeScript with the interface `PageSettings`
 * @throws {Error} if it has none, or one without members
 */
export function settingsTable(text = readFileSync(source, "utf8")) {
	const body = /export interface PageSettings \{\n([\s\S]*?\n)\}\n/.exec(
		text,
	)?.[1];
	const members = body?.matchAll(
		/\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*(\w+)\?:\s*([^;]+(?:;[^;]*\})*);\n/g,
	);
	const rows = [...(members ?? [])].map(
		([, comment = "", name, type = ""]) =>
			`| \`${name}\` | \`${cell(type)}\` | ${cell(comment.replace(/^\s*\*/gm, ""))} |`,
	);
	if (rows.length === 0) {
		throw new Error("There is no interface PageSettings with members");
	}
	return ["| setting | takes | meaning |", "|---|---|---|", ...rows].join("\n");
}

/** @param {string} text */
function cell(text) {
	return text.replace(/\s+/g, " ").replaceAll("|", "\\|").trim();
}
