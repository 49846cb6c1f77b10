// @ts-check
// What the benchmarks need of statistics.

/**
 * @param {number[]} values at least one
 */
export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1
		? sorted[middle]
		: (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The items in another order, each time a new one.
 * @template Item
 * @param {Item[]} items
 */
export function shuffled(items) {
	const result = [...items];
	for (let last = result.length - 1; last > 0; last--) {
		const other = Math.floor(Math.random() * (last + 1));
		[result[last], result[other]] = [result[other], result[last]];
	}
	return result;
}
