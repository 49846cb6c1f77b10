// How text is put to Pagefind, by those who make its index and those who ask it. Pagefind's dictionaries cut Chinese
// and Japanese otherwise than browsers do, so that words would be missed: it gets such text character by character, and
// finds words in it as phrases, whatever they are.

import { tokensOf } from "./tokens.js";

/** Stands for a space or a line break of the text beside a run, where spaces are otherwise ours. */
const ownSpace = "\u2060";
/** Ends the text; what is behind it is found, but not shown. */
const endOfText = ownSpace.repeat(2);
/** Without them, Pagefind would take "C++" and "C#" for "C". */
export const charactersOfWords = "+#";
/** Letters and digits of the forms that keyboards for Chinese and Japanese also make. */
const otherWidth = /[０-９Ａ-Ｚａ-ｚ\uff66-\uff9f]+/g;
/** Languages that Pagefind would cut by its dictionaries. */
const cutByDictionary = new Set(["zh", "ja", "th"]);

/**
 * What is indexed of an article.
 * @param shown its text, which snippets are cut from
 * @param found what it is found by, besides
 */
export function contentForPagefind(shown: string, found: string[]): string {
	return [shown, endOfText, ...found].map(separate).join("\n");
}

function separate(text: string): string {
	if (text === endOfText) {
		return text;
	}
	const usual = text
		.replaceAll(ownSpace, "")
		.replace(otherWidth, (letters) => letters.normalize("NFKC"));
	let separated = "";
	let end = 0;
	for (const { text: run, start, isRun } of tokensOf(usual)) {
		if (isRun) {
			const before = usual.slice(end, start);
			separated += before.replace(/\s+$/, ` ${ownSpace}`);
			separated += ` ${[...run].join(" ")} `;
			end = start + run.length;
			if (/\s/.test(usual.charAt(end))) {
				separated += `${ownSpace} `;
			}
		}
	}
	return separated + usual.slice(end);
}

/**
 * The text that snippets are cut from, as it was written, but for letters of full width, kana of half, and line breaks.
 * @param content what Pagefind has kept of it
 */
export function textFromPagefind(content: string): string {
	let text = "";
	for (const word of content.split(" ")) {
		if (word === endOfText) {
			break;
		}
		if (word === ownSpace) {
			text = `${text.trimEnd()} `;
			continue;
		}
		const isBeside = isRunAtEdge(text, -1) || isRunAtEdge(word, 0);
		text += isBeside || text === "" || text.endsWith(" ") ? word : ` ${word}`;
	}
	return text.trimEnd();
}

/**
 * What finds a piece of text without spaces.
 * @param run a run, or a part of it
 */
export function phraseForPagefind(run: string): string {
	return `"${[...run].join(" ")}"`;
}

/**
 * The language that an index is made in: Pagefind looks up how words are inflected, and whether to cut them.
 * @param lang a BCP 47 tag
 */
export function languageForPagefind(lang: string): string {
	const language = lang.split("-")[0]?.toLowerCase() ?? "";
	return cutByDictionary.has(language) || !/^[a-z]{2,3}$/.test(language)
		? "zxx"
		: language;
}

/**
 * The words of a text by the numbers that Pagefind has for them.
 * @param raw the text as Pagefind keeps it
 */
export function wordsOfPagefind(raw: string): string[] {
	return raw.split(/\s+/).filter(Boolean);
}

function isRunAtEdge(text: string, edge: 0 | -1): boolean {
	const character =
		edge === 0 ? [...text.slice(0, 2)][0] : [...text.slice(-2)].at(-1);
	return [...tokensOf(character ?? "")].some(({ isRun }) => isRun);
}
