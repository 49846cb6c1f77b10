// @ts-check
// Writes core/src/emoji_table.inc from GitHub's short names, which the package gemoji lists. Run it by
// hand when they grow; the result is committed, so that a build needs no data.
import { writeFileSync } from "node:fs";
import { nameToEmoji } from "gemoji";
import { constant } from "./name-table.js";
import { isScript } from "./steps.js";

/** Where the table stands. */
export const file = new URL("../core/src/emoji_table.inc", import.meta.url);

/** The whole file. */
export function emojiTable() {
	return `// Written by tools/emoji.js from the names of gemoji; do not edit. name_table.cpp says what stands in it.

${constant("emoji_table", nameToEmoji)}`;
}

if (isScript(import.meta.url)) writeFileSync(file, emojiTable());
