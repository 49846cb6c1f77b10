// Things that are looked up by a hash wait until all cards have come, and then go into files of bounded size, part by
// part: only one part is in memory at a time.

import type { Awaitable } from "../awaitable.js";
import { type FileKind, fileOf, type Hashes, partOf } from "./format.js";
import type { Spill } from "./spill.js";
import type { CatalogFile, NameFile } from "./writer.js";

// Characters of JSON. A page of the site needs one or two such files.
const charactersInFile = 32_000;

/** Things in a spill, each in the part that its key is in. */
export class PartedSpill {
	/** How many parts there are. */
	readonly parts: number;
	readonly #spill: Spill;

	/**
	 * @param spill where the things wait
	 * @param parts how many parts are written one after the other, a power of two
	 */
	constructor(spill: Spill, parts: number) {
		this.parts = parts;
		this.#spill = spill;
	}

	/**
	 * Keeps a thing.
	 * @param kind of the thing: letters
	 * @param key what the thing is looked up by
	 * @param thing JSON
	 * @returns a promise, where the next thing must wait
	 */
	add(kind: string, key: string, thing: unknown): Awaitable<void> {
		const bucket = `${kind}-${partOf(key, this.parts)}`;
		return this.#spill.add(bucket, JSON.stringify(thing));
	}

	/**
	 * Gives a part's things in the order in which they came; nobody asks for them again.
	 * @param kind of the things
	 * @param part its number, from 0
	 */
	async *take<Thing>(kind: string, part: number): AsyncGenerator<Thing> {
		for await (const line of this.#spill.take(`${kind}-${part}`)) {
			yield JSON.parse(line) as Thing;
		}
	}
}

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
