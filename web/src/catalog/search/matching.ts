// What MiniSearch is asked for a word of a query, and what its answer says about an article.

import type { Query as MiniSearchQuery } from "minisearch";
import { coversOf } from "./covers.js";
import type { QueryWord } from "./query.js";
import type { Vocabulary } from "./vocabulary.js";

/** A word of a query in the words of an index. */
export interface ExpandedWord {
	word: QueryWord;
	/** Any of them finds it; none where the index cannot have it. */
	queries: MiniSearchQuery[];
	/** All words of the index that they can find, and perhaps some more. */
	terms: string[];
	/**
	 * Whether an article has the word.
	 * @param matched of the words in `queries`, those that were found in the article
	 * @returns "perhaps": the article has all that is needed, but not known whether side by side
	 */
	isIn(matched: ReadonlySet<string>): "yes" | "no" | "perhaps";
}

/**
 * Says how an index may have a word.
 * @param word of the query
 * @param vocabulary of the index
 */
export function expandWord(
	word: QueryWord,
	vocabulary: Vocabulary,
): ExpandedWord {
	switch (word.kind) {
		case "run":
			return expandRun(word, vocabulary);
		case "inside":
			return expandInside(word, vocabulary);
		default:
			return expandSpelled(word, vocabulary);
	}
}

function expandSpelled(word: QueryWord, vocabulary: Vocabulary): ExpandedWord {
	// For MiniSearch, two letters that have changed places are two typos, which only long words may have.
	const swapped =
		word.typos === 1
			? swapsIn(word.text).flatMap((text) => vocabulary.equalTo(text))
			: [];
	return {
		word,
		queries: [spelled(word), anyOf(swapped, () => 0.1)],
		terms: [...vocabulary.spelledLike(word), ...swapped],
		isIn: (matched) =>
			[word.text, ...swapped].some((term) => matched.has(term)) ? "yes" : "no",
	};
}

function swapsIn(text: string): string[] {
	const letters = [...text];
	return letters
		.slice(1)
		.map((letter, index) =>
			[
				...letters.slice(0, index),
				letter,
				letters[index],
				...letters.slice(index + 2),
			].join(""),
		)
		.filter((swapped) => swapped !== text);
}

function spelled({ text, isPrefix, typos }: QueryWord): MiniSearchQuery {
	return { queries: [text], prefix: isPrefix, fuzzy: typos };
}

function expandInside(word: QueryWord, vocabulary: Vocabulary): ExpandedWord {
	const longer = vocabulary
		.containing(word.text)
		.filter((term) => !term.startsWith(word.text));
	return {
		word,
		queries: [spelled(word), anyOf(longer, () => 0.4)],
		terms: [...vocabulary.spelledLike(word), ...longer],
		isIn: (matched) =>
			[word.text, ...longer].some((term) => matched.has(term)) ? "yes" : "no",
	};
}

function expandRun(word: QueryWord, vocabulary: Vocabulary): ExpandedWord {
	const { whole, parts } = coversOf(word.text, vocabulary);
	return {
		word,
		queries: [
			// The shorter the word around it, the more it is the word itself.
			anyOf(whole, (term) => word.text.length / term.length),
			...parts.map(
				(cover): MiniSearchQuery => ({
					combineWith: "AND",
					queries: cover.map((terms) => anyOf(terms, () => 0.1)),
				}),
			),
		],
		terms: [whole, ...parts.flat()].flat(),
		isIn(matched) {
			const has = (terms: string[]): boolean =>
				terms.some((term) => matched.has(term));
			if (has(whole)) {
				return "yes";
			}
			return parts.some((cover) => cover.every(has)) ? "perhaps" : "no";
		},
	};
}

function anyOf(
	terms: string[],
	boostTerm: (term: string) => number,
): MiniSearchQuery {
	return {
		combineWith: "OR",
		queries: terms,
		prefix: false,
		fuzzy: false,
		boostTerm,
	};
}
