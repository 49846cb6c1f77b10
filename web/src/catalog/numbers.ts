// Lists of cards as numbers that rise. An index has some for each article, so they are kept as what is between
// them, and long ones in pieces that can be fetched apart.

/**
 * A list in an index: how many numbers, and their codes. A positive code is one number, so much above the last (the
 * first above -1); a negative one is so many numbers that follow. A list in pieces has no codes but the places in the list
 * that its pieces begin with.
 */
export type StoredList =
	| [total: number, codes: number[]]
	| [total: number, codes: [], starts: number[]];

// Two to four bytes each.
const codesInPiece = 1000;

/**
 * Writes a list.
 * @param numbers from 0 on, each higher than the one before
 * @returns the list, and its pieces where it has some
 */
export function storedList(numbers: Iterable<number>): {
	list: StoredList;
	pieces: StoredList[];
} {
	const pieces: { start: number; list: [number, number[]] }[] = [];
	let total = 0;
	let last = -1;
	for (const number of numbers) {
		let piece = pieces.at(-1);
		if (!piece || piece.list[1].length === codesInPiece) {
			piece = { start: total, list: [0, []] };
			pieces.push(piece);
			last = -1;
		}
		const codes = piece.list[1];
		const final = codes.at(-1) ?? 0;
		if (number - last > 1) {
			codes.push(number - last);
		} else if (final < 0) {
			codes[codes.length - 1] = final - 1;
		} else {
			codes.push(-1);
		}
		piece.list[0]++;
		total++;
		last = number;
	}
	return pieces.length > 1
		? {
				list: [total, [], pieces.map(({ start }) => start)],
				pieces: pieces.map(({ list }) => list),
			}
		: { list: [total, pieces[0]?.list[1] ?? []], pieces: [] };
}

/**
 * Numbers of a list or a piece.
 * @param list without pieces
 * @param start the place of the first in the list, 0-based
 * @param count at most so many
 */
export function numbersOf(
	[, codes]: StoredList,
	start: number,
	count: number,
): number[] {
	const numbers: number[] = [];
	const end = start + count;
	let place = 0;
	let last = -1;
	for (const code of codes) {
		if (place >= end) {
			break;
		}
		const length = code < 0 ? -code : 1;
		const first = code < 0 ? last + 1 : last + code;
		for (
			let i = Math.max(0, start - place);
			i < Math.min(length, end - place);
			i++
		) {
			numbers.push(first + i);
		}
		last = first + length - 1;
		place += length;
	}
	return numbers;
}
