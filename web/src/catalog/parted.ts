// Writes things that are looked up by a hash into files of bounded size, part by part: only one part is in memory at a time.

import { type FileKind, fileOf, type Hashes } from "./format.js";
import type { CatalogFile, NameFile } from "./writer.js";

// Characters of JSON. A page of the site needs one or two such files.
const charactersInFile = 32_000;

/**
 * Spreads one part's things over files.
 * @param kind of the files
 * @param things by what they are looked up by
 * @param wrap makes a file's content of its things
 * @param nameFile names a file
 * @returns the files' hashes, as many as a power of two
 */
export async function* partFiles<Thing>(
	kind: FileKind,
	things: Map<string, Thing>,
	wrap: (things: [string, Thing][]) => object,
	nameFile: NameFile,
): AsyncGenerator<CatalogFile, Hashes> {
	let characters = 0;
	for (const thing of things) {
		characters += JSON.stringify(thing).length;
	}
	let count = 1;
	while (count * charactersInFile < characters) {
		count *= 2;
	}
	const files = Array.from({ length: count }, (): [string, Thing][] => []);
	for (const thing of things) {
		files[fileOf(thing[0], count)]?.push(thing);
	}
	let hashes = "";
	for (const file of files) {
		const named = await nameFile(kind, wrap(file));
		hashes += named.hash;
		yield named;
	}
	return hashes;
}
