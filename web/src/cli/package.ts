// Where the command's own files are: everything that it is bundled into stands in the package's dist/ folder.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * A file of the package's dist/ folder.
 * @param name relative to it: "core.wasm"
 * @returns its path
 */
export function distFile(name: string): string {
	return fileURLToPath(new URL(name, import.meta.url));
}

/** The package's version. */
export function packageVersion(): string {
	return JSON.parse(readFileSync(distFile("../package.json"), "utf8")).version;
}
