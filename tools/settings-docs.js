// @ts-check
// Reads what a page's settings are from the interface that defines them, and writes their table in docs/article-page.md,
// so that it cannot go stale.
import { readFileSync } from "node:fs";

const source = new URL("../web/src/article/settings.ts", import.meta.url);

/**
 * The settings of a page.
 * @param {string} [text] TypeScript with the interface `PageSettings`
 * @returns {{ name: string, type: string, meaning: string }[]} types as TypeScript has them, on one line
 * @throws {Error} if it has none, or one without members
 */
export function pageSettings(text = readFileSync(source, "utf8")) {
	const body = /export interface PageSettings \{\n([\s\S]*?\n)\}\n/.exec(
		text,
	)?.[1];
	const members = body?.matchAll(
		/\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*(\w+)\?:\s*([^;]+(?:;[^;]*\})*);\n/g,
	);
	const settings = Array.from(
		members ?? [],
		([, comment = "", name = "", type = ""]) => ({
			name,
			type: squeeze(type),
			meaning: squeeze(comment.replace(/^\s*\*/gm, "")),
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
	const rows = pageSettings(text).map(
		({ name, type, meaning }) =>
			`| \`${name}\` | \`${cell(type)}\` | ${cell(meaning)} |`,
	);
	return ["| setting | takes | meaning |", "|---|---|---|", ...rows].join("\n");
}

/** @param {string} text */
function squeeze(text) {
	return text.replace(/\s+/g, " ").trim();
}

/** @param {string} text */
function cell(text) {
	return text.replaceAll("|", "\\|");
}
