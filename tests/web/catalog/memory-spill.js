// @ts-check
// A spill for indexes that are small enough to be made in memory, as those of tests are.

/** @typedef {import("../../../web/src/catalog/spill.js").Spill} Spill */

/** @implements {Spill} */
export class MemorySpill {
	/** @type {Map<string, string[]>} */
	#buckets = new Map();

	/**
	 * @param {string} bucket
	 * @param {string} line
	 */
	add(bucket, line) {
		const lines = this.#buckets.get(bucket) ?? [];
		this.#buckets.set(bucket, lines);
		lines.push(line);
	}

	/** @param {string} bucket */
	take(bucket) {
		const lines = this.#buckets.get(bucket) ?? [];
		this.#buckets.delete(bucket);
		return lines;
	}
}
