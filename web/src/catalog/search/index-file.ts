// The file of a MiniSearch index. MiniSearch's own JSON is two to three times as large: here the numbers of articles
// are differences, and what stands once for each word is no JSON.

import type { AsPlainObject } from "minisearch";

/** The file, which is JSON. */
export interface IndexFile {
	version: 1;
	/** The names of the files with the articles, relative to this one; each is a list of `KeptArticle`. */
	chunks: string[];
	/** The number of the first article in each of them. */
	firsts: number[];
	fields: string[];
	/** Of each article, how many words its fields have. */
	lengths: (number | null)[][];
	averages: number[];
	/** The words in order, separated by spaces. */
	words: string;
	/**
	 * The articles that have each word: words are separated by `;`, fields by `/`, with those left out at the end that have
	 * none, articles by spaces. Of an article there is how many others are left out before it, and, unless that is 1, how
	 * often it has the word: `3x2`.
	 */
	places: string;
}

/** An article in a chunk: route, title, tags and categories, text, and 1 where it is cut. */
export type KeptArticle = [
	route: string,
	title: string,
	terms: string[],
	text: string,
	isCut?: 1,
];

/**
 * Reads an index word by word: all of it at once would keep a reader's first search waiting for seconds.
 */
export class IndexReader {
	readonly words: string[];
	readonly #places: string[];
	readonly #frame: Omit<AsPlainObject, "index">;

	/**
	 * @param file as `packIndex` makes it
	 */
	constructor(file: IndexFile) {
		this.words = file.words ? file.words.split(" ") : [];
		this.#places = file.places.split(";");
		const numbers = file.lengths.map((_, id) => id);
		this.#frame = {
			documentCount: numbers.length,
			nextId: numbers.length,
			documentIds: Object.fromEntries(numbers.map((id) => [id, id])),
			fieldIds: Object.fromEntries(
				file.fields.map((field, index) => [field, index]),
			),
			fieldLength: Object.fromEntries(
				// What JSON has as null was a hole.
				numbers.map((id) => [id, (file.lengths[id] ?? []).map((n) => n ?? 0)]),
			),
			averageFieldLength: file.averages,
			storedFields: {},
			dirtCount: 0,
			serializationVersion: 2,
		};
	}

	/**
	 * What MiniSearch loads: an index with some words, whose scores are those of the whole.
	 * @param wanted the words; others than the index has are left out
	 */
	only(wanted: ReadonlySet<string>): AsPlainObject {
		const index: AsPlainObject["index"] = [];
		for (const [number, word] of this.words.entries()) {
			if (wanted.has(word)) {
				index.push([word, unpackPlaces(this.#places[number] ?? "")]);
			}
		}
		return { ...this.#frame, index };
	}
}

function unpackPlaces(places: string): Record<string, Record<string, number>> {
	const byField: Record<string, Record<string, number>> = {};
	for (const [field, list] of places.split("/").entries()) {
		if (!list) {
			continue;
		}
		const counts: Record<string, number> = {};
		let id = -1;
		for (const place of list.split(" ")) {
			const times = place.indexOf("x");
			id += 1 + Number(times < 0 ? place : place.slice(0, times));
			counts[id] = times < 0 ? 1 : Number(place.slice(times + 1));
		}
		byField[field] = counts;
	}
	return byField;
}
