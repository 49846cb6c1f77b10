// Sorts more than memory holds, and goes through what is sorted without holding it: what was added waits in a file in
// sorted runs, which are read side by side.

import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Awaitable } from "../../awaitable.js";
import { compareTexts } from "../../catalog/order.js";
import { readable } from "../exit.js";
import { displayPath } from "../site.js";
import { writeAt } from "./files.js";

/** Of JSON, in UTF-16 units: so much of what is added stays in memory. */
const charactersInMemory = 1 << 20;
// Of all runs together, in bytes, while they are read: a disk wants long pieces, and many runs have short ones.
const readBuffers = 8 << 20;
const longestBuffer = 1 << 15;
const shortestBuffer = 1 << 12;

/** Where sorters have their files, and what closes them. */
export class Scratch {
	readonly #folder: string;
	readonly #characters: number;
	readonly #sorters: { end(): Promise<void> }[] = [];

	/**
	 * @param folder is made when there is too much for memory
	 * @param characters of JSON: how much that is, for each sorter
	 */
	constructor(folder: string, characters = charactersInMemory) {
		this.#folder = folder;
		this.#characters = characters;
	}

	/** A sorter of things that JSON can have. */
	sorter<Thing>(): Sorter<Thing> {
		const sorter = new Sorter<Thing>(this.#folder, this.#characters);
		this.#sorters.push(sorter);
		return sorter;
	}

	/** Ends all sorters. */
	async close(): Promise<void> {
		for (const sorter of this.#sorters) {
			await sorter.end();
		}
	}
}

/**
 * Puts things in order. Once all were added, they can be gone through any number of times, one after the other; those
 * whose keys are equal come as they were added.
 */
export class Sorter<Thing> implements AsyncIterable<Thing> {
	readonly #folder: string;
	readonly #characters: number;
	#waiting: { keys: readonly string[]; json: string }[] = [];
	#waitingCharacters = 0;
	#file: { handle: FileHandle; path: string } | undefined;
	/** Where each run begins in the file, and the end of the last one; in bytes. */
	readonly #bounds = [0];
	#count = 0;

	constructor(folder: string, characters: number) {
		this.#folder = folder;
		this.#characters = characters;
	}

	/** How many things were added. */
	get count(): number {
		return this.#count;
	}

	/**
	 * Adds a thing.
	 * @param keys what it is ordered by: the first one, then the second one and so on, each by code units
	 * @param thing is kept as JSON
	 * @returns a promise, where the next thing must wait
	 */
	add(keys: readonly string[], thing: Thing): Awaitable<void> {
		const json = JSON.stringify([keys, thing]);
		this.#waiting.push({ keys, json });
		this.#waitingCharacters += json.length;
		this.#count++;
		return this.#waitingCharacters > this.#characters
			? this.#writeRun()
			: undefined;
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<Thing> {
		if (!this.#file) {
			this.#waiting.sort((a, b) => compareKeys(a.keys, b.keys));
			for (const { json } of this.#waiting) {
				yield JSON.parse(json)[1];
			}
			return;
		}
		if (this.#waiting.length > 0) {
			await this.#writeRun();
		}
		yield* this.#merged(this.#file.handle);
	}

	/** Forgets everything. */
	async end(): Promise<void> {
		this.#waiting = [];
		const file = this.#file;
		this.#file = undefined;
		if (file) {
			await file.handle.close();
			await rm(file.path, { force: true });
		}
	}

	async *#merged(handle: FileHandle): AsyncGenerator<Thing> {
		const count = this.#bounds.length - 1;
		const bufferBytes = Math.min(
			longestBuffer,
			Math.max(shortestBuffer, Math.floor(readBuffers / count)),
		);
		// In the order of their first things, the first of all at the end.
		const runs: Run<Thing>[] = [];
		for (let number = 0; number < count; number++) {
			const [start = 0, end = 0] = this.#bounds.slice(number, number + 2);
			const run = new Run<Thing>(handle, number, start, end, bufferBytes);
			await run.advance();
			insert(runs, run);
		}
		for (let run = runs.pop(); run; run = runs.pop()) {
			yield run.thing as Thing;
			const more = run.advance();
			if (typeof more === "boolean" ? more : await more) {
				insert(runs, run);
			}
		}
	}

	async #writeRun(): Promise<void> {
		const waiting = this.#waiting;
		this.#waiting = [];
		this.#waitingCharacters = 0;
		waiting.sort((a, b) => compareKeys(a.keys, b.keys));
		const lines = Buffer.from(
			`${waiting.map(({ json }) => json).join("\n")}\n`,
		);
		try {
			this.#file ??= await openNameless(this.#folder);
			const start = this.#bounds.at(-1) ?? 0;
			this.#bounds.push(start + lines.length);
			await writeAt(this.#file.handle, lines, start);
		} catch (error) {
			throw readable(error, `write ${displayPath(this.#folder)}`);
		}
	}
}

/** A run while it is read: its first thing that was not taken yet. */
class Run<Thing> {
	keys: readonly string[] = [];
	thing: Thing | undefined;
	readonly number: number;
	readonly #handle: FileHandle;
	readonly #bufferBytes: number;
	#buffer = Buffer.alloc(0);
	/** Where the next line begins in the buffer, and what comes behind the buffer in the file. */
	#start = 0;
	#position: number;
	readonly #end: number;

	constructor(
		handle: FileHandle,
		number: number,
		start: number,
		end: number,
		bufferBytes: number,
	) {
		this.#handle = handle;
		this.number = number;
		this.#position = start;
		this.#end = end;
		this.#bufferBytes = bufferBytes;
	}

	/**
	 * Goes on to the next thing.
	 * @returns whether there is one
	 */
	advance(): Awaitable<boolean> {
		const end = this.#buffer.indexOf(0x0a, this.#start);
		if (end < 0) {
			return this.#position < this.#end && this.#fill();
		}
		const json = this.#buffer.toString("utf8", this.#start, end);
		[this.keys, this.thing] = JSON.parse(json);
		this.#start = end + 1;
		return true;
	}

	async #fill(): Promise<boolean> {
		const rest = this.#buffer.subarray(this.#start);
		const wanted = Math.min(this.#bufferBytes, this.#end - this.#position);
		const buffer = Buffer.allocUnsafeSlow(rest.length + wanted);
		rest.copy(buffer);
		const { bytesRead } = await this.#handle.read(
			buffer,
			rest.length,
			wanted,
			this.#position,
		);
		if (bytesRead === 0) {
			throw new Error("A file of sorted things has lost its end");
		}
		this.#buffer = buffer.subarray(0, rest.length + bytesRead);
		this.#start = 0;
		this.#position += bytesRead;
		return this.advance();
	}
}

// Without a name, nobody else finds it, and nothing is left of it however the process ends.
async function openNameless(
	folder: string,
): Promise<{ handle: FileHandle; path: string }> {
	await mkdir(folder, { recursive: true });
	const path = join(folder, `.sort.${randomBytes(6).toString("hex")}.tmp`);
	const handle = await open(path, "wx+");
	// A system that does not take the names of open files away has it gone when the sorter ends.
	await rm(path).catch(() => {});
	return { handle, path };
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
	for (let i = 0; i < a.length && i < b.length; i++) {
		const order = compareTexts(a[i] as string, b[i] as string);
		if (order !== 0) {
			return order;
		}
	}
	return a.length - b.length;
}

// Of equal things, those of the earlier run were added earlier.
function insert<Thing>(runs: Run<Thing>[], run: Run<Thing>): void {
	let low = 0;
	let high = runs.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const other = runs[middle] as Run<Thing>;
		const order =
			compareKeys(other.keys, run.keys) || other.number - run.number;
		if (order > 0) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	runs.splice(low, 0, run);
}
