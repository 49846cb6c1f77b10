// @ts-check
// The built package as tests see it. Its types come from the sources, so that they can be checked before
// anything is built.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * @typedef {import("../../web/src/types.js").Inkstone} Inkstone
 * @typedef {import("../../web/src/types.js").LoadOptions} LoadOptions
 * @typedef {import("../../web/src/types.js").Metadata} Metadata
 */

/** The built package's folder, with a slash at its end. */
export const dist = new URL("../../dist/", import.meta.url);

/**
 * Imports an entry of the built package.
 * @param {"index.js" | "inline.js" | "element.js" | "site.js" | "define.js" | "standalone.js"} entry
 * @param {URL} [folder] another copy of the package
 */
export function importEntry(entry, folder = dist) {
	return import(new URL(entry, folder).href);
}

/**
 * The renderer that the tests of one file share.
 * @returns {Promise<Inkstone>}
 */
export async function loadInkstone() {
	return (await importEntry("index.js")).load();
}

/**
 * Imports the `inkstone` entry as if for the first time: from a copy of the package.
 * @param {URL} [folder] that copy, if there is one already
 * @returns {Promise<{ load(options?: LoadOptions): Promise<Inkstone> }>}
 */
export function freshInkstone(folder = copyOfDist()) {
	return importEntry("index.js", folder);
}

/**
 * Copies the built package; the copy goes away after the tests.
 * @returns {URL} the copy's folder, with a slash at its end
 */
export function copyOfDist() {
	const folder = mkdtempSync(join(tmpdir(), "inkstone-"));
	after(() => rmSync(folder, { recursive: true, force: true }));
	cpSync(fileURLToPath(dist), folder, { recursive: true });
	return pathToFileURL(`${folder}/`);
}
