// Understands what a reader has typed: its words, each with the ways in which an index may have it.

import { fold } from "./fold.js";
import { type Cut, tokensOf } from "./tokens.js";

/** A word of a query. */
export interface QueryWord {
	text: string;
	/**
	 * `run`: of a script without spaces, found wherever it stands, whatever the index has cut there. `inside`: of a
	 * script that joins particles to words, found in longer words, too. `word`: another.
	 */
	kind: "run" | "inside" | "word";
	/** Whether longer words that begin with it count, because the reader may still be typing. */
	isPrefix: boolean;
	/** How many letters may be wrong. */
	typos: 0 | 1 | 2;
}

/** A query. */
export interface Query {
	words: QueryWord[];
	/** Runs of more than one word, which are better found as they stand. */
	runs: string[];
}

/** In UTF-16 units: what is pasted may be a whole article, each word of which would cost. */
const longestQuery = 200;
/** More words do not make a search better. */
const mostWords = 12;
/** In characters: more of a run than this is several words, whatever a dictionary says. */
const longest = 4;
const joined = /^[\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}]{2,}$/u;
const hasDigit = /\p{N}/u;

/**
 * Reads a query.
 * @param query as it was typed
 * @param cut how runs are cut
 */
export function readQuery(query: string, cut: Cut): Query {
	const words: QueryWord[] = [];
	const runs: string[] = [];
	const tokens = [...tokensOf(fold(query.slice(0, longestQuery)))];
	for (const [index, { text, isRun }] of tokens.entries()) {
		if (isRun) {
			const units = unitsOf(text, cut);
			words.push(
				...units.map((unit) => ({
					text: unit,
					kind: "run" as const,
					isPrefix: false,
					typos: 0 as const,
				})),
			);
			if (units.length > 1) {
				runs.push(text);
			}
		} else {
			words.push({
				text,
				kind: joined.test(text) ? "inside" : "word",
				isPrefix: index === tokens.length - 1 || joined.test(text),
				typos: typosOf(text),
			});
		}
	}
	return { words: distinct(words).slice(0, mostWords), runs };
}

// Single characters side by side are a name or a word that the dictionary does not know.
function unitsOf(run: string, cut: Cut): string[] {
	const units: string[] = [];
	let single = "";
	for (const word of [...cut(run), ""]) {
		const characters = [...word];
		if (characters.length === 1) {
			single += word;
			continue;
		}
		units.push(...piecesOf([...single]), ...piecesOf(characters));
		single = "";
	}
	return units;
}

// Pieces of even length: one character alone is found everywhere.
function piecesOf(characters: string[]): string[] {
	const count = Math.ceil(characters.length / longest);
	return Array.from({ length: count }, (_, index) =>
		characters
			.slice(
				Math.floor((index * characters.length) / count),
				Math.floor(((index + 1) * characters.length) / count),
			)
			.join(""),
	);
}

function typosOf(word: string): 0 | 1 | 2 {
	const { length } = [...word];
	if (length < 4 || hasDigit.test(word)) {
		return 0;
	}
	return length < 8 ? 1 : 2;
}

function distinct(words: QueryWord[]): QueryWord[] {
	return [...new Map(words.map((word) => [word.text, word])).values()];
}
