// The words of an index, and which of them a word of a query may mean.

import type { QueryWord } from "./query.js";

/** The words of an index. */
export class Vocabulary {
	readonly #words: Set<string>;
	/** Those of the last query, which the reader is still typing at. */
	readonly #found = new Map<string, string[]>();

	/**
	 * @param words each once
	 */
	constructor(words: Iterable<string>) {
		this.#words = new Set(words);
	}

	equalTo(piece: string): string[] {
		return this.#words.has(piece) ? [piece] : [];
	}

	containing(piece: string): string[] {
		return this.#remember(piece, (word) => word.includes(piece));
	}

	beginningWith(piece: string): string[] {
		return this.#remember(`^${piece}`, (word) => word.startsWith(piece));
	}

	endingWith(piece: string): string[] {
		return this.#remember(`${piece}$`, (word) => word.endsWith(piece));
	}

	/**
	 * The words that MiniSearch may take for another: all of them, and perhaps some more.
	 * @param word as for `QueryWord`
	 */
	spelledLike({ text, isPrefix, typos }: QueryWord): string[] {
		return this.#remember(`${typos}${isPrefix ? "+" : "="}${text}`, (word) =>
			isPrefix && word.startsWith(text) ? true : mayBeTypo(text, word, typos),
		);
	}

	#remember(key: string, matches: (word: string) => boolean): string[] {
		let words = this.#found.get(key);
		if (!words) {
			if (this.#found.size > 200) {
				this.#found.clear();
			}
			words = [...this.#words].filter(matches);
			this.#found.set(key, words);
		}
		return words;
	}
}

// Each wrong letter changes at most one letter in what both have.
function mayBeTypo(text: string, word: string, typos: number): boolean {
	if (Math.abs(text.length - word.length) > typos) {
		return false;
	}
	let missing = 0;
	let rest = word;
	for (const letter of text) {
		const at = rest.indexOf(letter);
		if (at < 0) {
			missing += letter.length;
		} else {
			rest = rest.slice(0, at) + rest.slice(at + letter.length);
		}
	}
	return missing <= typos && rest.length <= typos;
}
