// @ts-check
// Chance that is the same in every run, for documents that are generated.

/**
 * A generator of numbers (mulberry32).
 * @param {number} [seed] another gives others
 * @returns {(below: number) => number} the next number, at least 0 and below what it is given
 */
export function numbers(seed = 20261123) {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) % below;
	};
}
