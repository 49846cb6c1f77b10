// @ts-check
// Writes core/src/entity_table.inc from md4c's table of HTML's character references. Run it by hand when md4c's
// grows; the result is committed, and tests/core/html_test.cpp compares both.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constant } from "./name-table.js";
import { cacheFolder } from "./paths.js";
import { sourceFolder } from "./setup/sources.js";
import { isScript } from "./steps.js";
import { libraries } from "./versions.js";

/** Where the table stands. */
export const file = new URL("../core/src/entity_table.inc", import.meta.url);

/**
 * The whole file.
 * @param {string} source md4c's entity.c
 */
export function entityTable(source) {
	const entries = source.matchAll(/\{ "&(\w+);", \{ (\d+), (\d+) \} \}/g);
	const characters = Object.fromEntries(
		Array.from(entries, ([, name, first, second]) => [
			name,
			String.fromCodePoint(...[Number(first), Number(second)].filter(Boolean)),
		]),
	);
	return `// Written by tools/entities.js from md4c's entity.c; do not edit. name_table.cpp says what stands in it.

${constant("entity_table", characters)}`;
}

if (isScript(import.meta.url)) {
	for (const library of libraries.filter(({ name }) => name === "md4c")) {
		const source = join(sourceFolder(cacheFolder(), library), "src/entity.c");
		writeFileSync(file, entityTable(readFileSync(source, "utf8")));
	}
}
