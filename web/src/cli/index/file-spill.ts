// Where an index keeps what is too much for memory while it is made: a file for each bucket of lines.

import { createReadStream } from "node:fs";
import { appendFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Spill } from "../../catalog/spill.js";
import { readable } from "../exit.js";
import { displayPath } from "../site.js";
import { linesOf } from "./record-line.js";

/** The name of the folder in an index's folder that such files are in. */
export const scratchName = ".inkstone-scratch";

// In UTF-16 units: so much stays in memory, of all buckets together.
const most = 2 << 20;

/** Keeps lines in files. */
export class FileSpill implements Spill {
	readonly #folder: string;
	#lines = new Map<string, string[]>();
	#size = 0;
	readonly #written = new Set<string>();

	/** @param folder is made when it is needed, and is nobody else's */
	constructor(folder: string) {
		this.#folder = folder;
	}

	add(bucket: string, line: string): void | Promise<void> {
		const lines = this.#lines.get(bucket);
		if (lines) {
			lines.push(line);
		} else {
			this.#lines.set(bucket, [line]);
		}
		this.#size += line.length + 1;
		return this.#size > most ? this.#flush() : undefined;
	}

	async *take(bucket: string): AsyncGenerator<string> {
		const file = this.#file(bucket);
		if (this.#written.delete(bucket)) {
			for await (const { line } of linesOf(createReadStream(file))) {
				yield line.toString("utf8");
			}
			await rm(file, { force: true });
		}
		const rest = this.#lines.get(bucket) ?? [];
		this.#lines.delete(bucket);
		yield* rest;
	}

	/** Removes what is left. */
	async end(): Promise<void> {
		this.#lines.clear();
		await rm(this.#folder, { recursive: true, force: true });
	}

	async #flush(): Promise<void> {
		const all = this.#lines;
		this.#lines = new Map();
		this.#size = 0;
		try {
			await mkdir(this.#folder, { recursive: true });
			for (const [bucket, lines] of all) {
				this.#written.add(bucket);
				await appendFile(this.#file(bucket), `${lines.join("\n")}\n`);
			}
		} catch (error) {
			throw readable(error, `write ${displayPath(this.#folder)}`);
		}
	}

	#file(bucket: string): string {
		return join(this.#folder, bucket);
	}
}
