// Where the files of the package are: the command's own stand in bin/, what pages load in dist/.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * A file of the package's dist/ folder.
 * @param name relative to it: "core.wasm"
 * @returns its path
 */
export function distFile(name: string): string {
	return fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
}

/**
 * A file of the package's bin/ folder.
 * @param name relative to it: "worker.js"
 * @returns its path
 */
export function binFile(name: string): string {
	return fileURLToPath(new URL(name, import.meta.url));
}

/** The package's version. */
export function packageVersion(): string {
	return JSON.parse(readFileSync(distFile("../package.json"), "utf8")).version;
}
