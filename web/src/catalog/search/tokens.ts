// Cuts folded text into what is searched for. Words between spaces are the same in every engine. Text without spaces,
// Chinese or Thai, is cut by dictionaries, which every engine has others of: what an index has of it says nothing
// about how a query is cut, and covers.ts brings the two together.

/** A word, or a run of text that has no spaces between its words. */
export interface Token {
	text: string;
	/** In the folded text, in UTF-16 units. */
	start: number;
	/** Whether it is a run of a script that does not put spaces between words. */
	isRun: boolean;
}

const scriptsWithoutSpaces =
	"\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\p{Script=Bopomofo}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
// "C++" and "C#" are not "C".
const token = new RegExp(
	`([${scriptsWithoutSpaces}]+)|(?:(?![${scriptsWithoutSpaces}])[\\p{L}\\p{M}\\p{N}])+(?:\\+\\+|#(?![\\p{L}\\p{N}]))?`,
	"gu",
);

/** Cuts a run; `Intl.Segmenter`'s words by default. */
export type Cut = (run: string) => string[];

/**
 * Finds words and runs.
 * @param folded a text, by `fold`
 */
export function* tokensOf(folded: string): Generator<Token> {
	for (const { 0: text, 1: run, index } of folded.matchAll(token)) {
		yield { text, start: index, isRun: run !== undefined };
	}
}

/**
 * The terms that an index has of a text.
 * @param folded a text, by `fold`
 * @param cut how runs are cut; what it gives is the run when it is joined
 */
export function termsOf(folded: string, cut: Cut): string[] {
	const terms: string[] = [];
	for (const { text, isRun } of tokensOf(folded)) {
		if (isRun) {
			terms.push(...cut(text));
		} else {
			terms.push(text);
		}
	}
	return terms;
}

/**
 * Cuts runs by the engine's dictionaries; where it has none, into characters.
 * @param lang a BCP 47 tag
 */
export function segmenterCut(lang: string): Cut {
	const segmenter = segmenterOf(lang, "word");
	return (run) =>
		segmenter
			? Array.from(segmenter.segment(run), ({ segment }) => segment)
			: [...run];
}

/**
 * The engine's own segmenter.
 * @param lang a BCP 47 tag; one that cannot be read counts as none
 * @param granularity what it finds
 * @returns nothing where the engine has none
 */
export function segmenterOf(
	lang: string,
	granularity: "word" | "grapheme",
): Intl.Segmenter | undefined {
	if (!("Segmenter" in Intl)) {
		return undefined;
	}
	try {
		return new Intl.Segmenter(lang, { granularity });
	} catch {
		return new Intl.Segmenter(undefined, { granularity });
	}
}
