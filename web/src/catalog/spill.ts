// Where what is too much for memory waits until it is needed: files for `npx inkstone`, arrays for tests and small sites.

import type { Awaitable } from "../awaitable.js";

/** Lines in buckets. */
export interface Spill {
	/**
	 * Keeps a line.
	 * @param bucket its name: letters, digits and hyphens
	 * @param line without a line break
	 * @returns a promise, where the next line must wait
	 */
	add(bucket: string, line: string): Awaitable<void>;
	/**
	 * Gives the lines of a bucket in the order in which they came; nobody asks for them again.
	 * @param bucket its name; one that has no lines may never have been named
	 */
	take(bucket: string): AsyncIterable<string> | Iterable<string>;
}

/** Keeps lines in memory. */
export class MemorySpill implements Spill {
	readonly #buckets = new Map<string, string[]>();

	add(bucket: string, line: string): void {
		const lines = this.#buckets.get(bucket);
		if (lines) {
			lines.push(line);
		} else {
			this.#buckets.set(bucket, [line]);
		}
	}

	take(bucket: string): string[] {
		const lines = this.#buckets.get(bucket) ?? [];
		this.#buckets.delete(bucket);
		return lines;
	}
}
