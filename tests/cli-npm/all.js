// @ts-check
// What the tests of sequences share.

/**
 * All there is of a sequence.
 * @template T
 * @param {AsyncIterable<T>} things
 */
export async function all(things) {
	/** @type {T[]} */
	const found = [];
	for await (const thing of things) {
		found.push(thing);
	}
	return found;
}
