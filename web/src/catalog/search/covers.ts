// Finds a piece of text in an index of words although the two were cut by other dictionaries. Where a text contains
// 语言学, its index has a word that contains it; or words that meet inside of it: one that ends in 语 and one that
// begins with 言学, or 语言 and 学, or others. These are all there can be, so nothing is missed. That words meet is
// not known, though: where several are needed, the text has to tell (see minisearch.ts).

import type { Vocabulary } from "./vocabulary.js";

/** Words that an article must have: of each set at least one. */
export type Cover = string[][];

/**
 * The ways in which an index can have a piece of text.
 * @param unit not empty; their number doubles with each character
 * @param vocabulary the words of the index
 * @returns `whole`: words that contain the unit; `parts`: covers of several words
 */
export function coversOf(
	unit: string,
	vocabulary: Vocabulary,
): { whole: string[]; parts: Cover[] } {
	const characters = [...unit];
	const parts: Cover[] = [];
	// Each bit says whether the unit is cut behind that character.
	for (let cuts = 1; cuts < 1 << (characters.length - 1); cuts++) {
		const pieces = [""];
		for (const [index, character] of characters.entries()) {
			pieces[pieces.length - 1] += character;
			if ((cuts >> index) & 1) {
				pieces.push("");
			}
		}
		const cover = pieces.map((piece, index) =>
			index === 0
				? vocabulary.endingWith(piece)
				: index === pieces.length - 1
					? vocabulary.beginningWith(piece)
					: vocabulary.equalTo(piece),
		);
		if (cover.every((words) => words.length > 0)) {
			parts.push(cover);
		}
	}
	return { whole: vocabulary.containing(unit), parts };
}
