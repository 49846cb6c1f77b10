// Where what is too much for memory waits until it is needed: where that is, the catalog need not know.

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
