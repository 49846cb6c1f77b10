// The piece of an article that shows why it was found.

import type { FoldedText } from "./fold.js";
import { segmenterOf, tokensOf } from "./tokens.js";

/** What is looked for in a text, folded. */
export interface Wanted {
	/** Whole words. */
	terms: ReadonlySet<string>;
	/** What counts wherever it stands in a run without spaces; single characters among longer pieces only as in `runs`. */
	pieces: readonly string[];
	/** What the pieces were cut out of. */
	runs: readonly string[];
}

/** A piece of a text. */
export interface Snippet {
	/** In one line; dots stand where text was left out. */
	snippet: string;
	/** Where in it stands what was wanted: pairs of start and end in UTF-16 units, in order, none touching another. */
	marks: [start: number, end: number][];
}

type Span = [start: number, end: number];

/** In columns: Latin text has as many characters, Chinese 70. */
const width = 160;
const wideColumns = width / 70;
const isWide =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
/** How far from a cut a word's end may be, in UTF-16 units. What is longer is no word but a URL. */
const farthest = 40;

/**
 * Cuts a snippet out of a text: where the most different words stand together, or else its beginning.
 * @param text as it was written
 * @param folded the same, by `foldWithPlaces`
 * @param wanted what to mark
 * @param lang of the text, a BCP 47 tag
 */
export function snippetOf(
	text: string,
	folded: FoldedText,
	wanted: Wanted,
	lang: string,
): Snippet {
	const matches = matchesIn(folded, wanted);
	const columns = columnsOf(text);
	const [first, last] = bestCluster(matches, columns);
	const [start, end] = around(text, columns, first, last, lang);

	const before = text.slice(0, start).trim() ? "…" : "";
	const after = text.slice(end).trim() ? "…" : "";
	const shift = before.length - start;
	return {
		snippet:
			before + text.slice(start, end).replaceAll(/\s/g, " ").trimEnd() + after,
		marks: joined(
			matches
				.filter((match) => match.start >= start && match.end <= end)
				.map((match): Span => [match.start + shift, match.end + shift]),
		),
	};
}

interface Match {
	/** In the text as it was written. */
	start: number;
	end: number;
	what: string;
}

function matchesIn(folded: FoldedText, wanted: Wanted): Match[] {
	const matches: Match[] = [];
	const add = (start: number, what: string): void => {
		matches.push({
			start: folded.starts[start] ?? 0,
			end: folded.ends[start + what.length - 1] ?? 0,
			what,
		});
	};
	for (const { text, start, isRun } of tokensOf(folded.text)) {
		if (!isRun) {
			if (wanted.terms.has(text)) {
				add(start, text);
			}
			continue;
		}
		for (const [at, piece] of piecesIn(text, wanted)) {
			add(start + at, piece);
		}
	}
	return matches.sort((a, b) => a.start - b.start);
}

function* piecesIn(
	text: string,
	{ pieces, runs }: Wanted,
): Generator<[at: number, piece: string]> {
	const areAllSingle = pieces.every(isSingle);
	for (const piece of pieces) {
		for (
			let at = text.indexOf(piece);
			at >= 0;
			at = text.indexOf(piece, at + piece.length)
		) {
			// 的 and の stand in every sentence: they count where the query has them, too, beside the same character.
			const counts =
				areAllSingle ||
				!isSingle(piece) ||
				neighbours(text, at, piece).some((pair) =>
					runs.some((run) => run.includes(pair)),
				);
			if (counts) {
				yield [at, piece];
			}
		}
	}
}

function isSingle(piece: string): boolean {
	return [...piece].length === 1;
}

function neighbours(text: string, at: number, piece: string): string[] {
	const before = [...text.slice(Math.max(0, at - 2), at)].at(-1);
	const [after] = text.slice(at + piece.length, at + piece.length + 2);
	return [
		...(before ? [before + piece] : []),
		...(after ? [piece + after] : []),
	];
}

// How many columns a text takes up to each of its UTF-16 units.
function columnsOf(text: string): Float64Array {
	const columns = new Float64Array(text.length + 1);
	let sum = 0;
	let unit = 0;
	for (const character of text) {
		for (let index = 0; index < character.length; index++) {
			columns[unit++] = sum;
		}
		sum += isWide.test(character) ? wideColumns : 1;
	}
	columns[unit] = sum;
	return columns;
}

// The stretch with the most different matches, then with the most; the first of those. Two thirds of a snippet at most.
function bestCluster(matches: Match[], columns: Float64Array): Span {
	let best: Span = [0, 0];
	let bestScore = 0;
	for (const [index, { start }] of matches.entries()) {
		const seen = new Set<string>();
		let end = start;
		let count = 0;
		for (const match of matches.slice(index, index + 50)) {
			if (columnsBetween(columns, start, match.end) > (width * 2) / 3) {
				break;
			}
			seen.add(match.what);
			end = Math.max(end, match.end);
			count++;
		}
		const score = seen.size * 100 + count;
		if (score > bestScore) {
			best = [start, end];
			bestScore = score;
		}
	}
	return best;
}

// From a block's beginning where one is near, else from a third before the cluster.
function around(
	text: string,
	columns: Float64Array,
	first: number,
	last: number,
	lang: string,
): Span {
	const spare = width - columnsBetween(columns, first, last);
	let start = backBy(columns, first, spare / 3);
	const lineBreak = text.lastIndexOf("\n", first - 1);
	if (first > 0 && lineBreak >= start) {
		start = lineBreak + 1;
	} else if (start > 0) {
		start = Math.min(wordEdge(text, start, 1, lang), first);
		start = Math.min(skipPunctuation(text, start), first);
	}
	let end = forwardBy(columns, start, width);
	if (end < text.length) {
		end = Math.max(wordEdge(text, end, -1, lang), last);
	} else if (start > 0) {
		// Near the text's end there is room for more before.
		start = Math.min(start, backBy(columns, text.length, width));
		start = start && Math.min(wordEdge(text, start, 1, lang), first);
		start = start && Math.min(skipPunctuation(text, start), first);
	}
	const blanks = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
	return [start + blanks, end];
}

function columnsBetween(
	columns: Float64Array,
	start: number,
	end: number,
): number {
	return (columns[end] ?? 0) - (columns[start] ?? 0);
}

function backBy(columns: Float64Array, from: number, by: number): number {
	let at = from;
	while (at > 0 && columnsBetween(columns, at - 1, from) <= by) {
		at--;
	}
	return at;
}

function forwardBy(columns: Float64Array, from: number, by: number): number {
	let at = from;
	while (
		at < columns.length - 1 &&
		columnsBetween(columns, from, at + 1) <= by
	) {
		at++;
	}
	return at;
}

/**
 * The nearest edge of a word, or of a character where the word is endless.
 * @param direction 1: at or behind; -1: at or before
 */
function wordEdge(
	text: string,
	at: number,
	direction: 1 | -1,
	lang: string,
): number {
	// From a space, if one is near: flags are pairs, which have to be counted from their first.
	const from = characterEdge(
		text,
		Math.max(text.lastIndexOf(" ", at - 1), at - 25 * farthest, 0),
	);
	const around = text.slice(
		from,
		characterEdge(text, Math.min(text.length, at + 2 * farthest)),
	);
	for (const granularity of ["word", "grapheme"] as const) {
		const found = segmenterOf(lang, granularity)
			?.segment(around)
			.containing(at - from);
		if (found?.index === at - from) {
			return at;
		}
		if (found && found.segment.length <= farthest) {
			return from + found.index + (direction === 1 ? found.segment.length : 0);
		}
	}
	return characterEdge(text, at);
}

function characterEdge(text: string, at: number): number {
	const isInside =
		/[\udc00-\udfff]/.test(text.charAt(at)) &&
		/[\ud800-\udbff]/.test(text.charAt(at - 1));
	return isInside ? at - 1 : at;
}

function skipPunctuation(text: string, at: number): number {
	const found = /^[\s\p{Po}\p{Pe}\p{Pf}]+/u.exec(text.slice(at, at + farthest));
	return at + (found?.[0].length ?? 0);
}

function joined(spans: Span[]): Span[] {
	const all: Span[] = [];
	for (const [start, end] of spans) {
		const previous = all.at(-1);
		if (previous && start <= previous[1]) {
			previous[1] = Math.max(previous[1], end);
		} else {
			all.push([start, end]);
		}
	}
	return all;
}
