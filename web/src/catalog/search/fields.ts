// What MiniSearch is told by those who make indexes and those who search them: it has to be the same.

import type { Options } from "minisearch";
import type { SearchDocument } from "../types.js";
import { fold } from "./fold.js";
import { segmenterCut, termsOf } from "./tokens.js";

/** The fields of an article by their weights. Most words stand in the text alone, so that it comes first. */
export const boost = { text: 1, headings: 2, terms: 4, title: 6 };

/** An article for MiniSearch: its number, and its fields as text. */
export type IndexedDocument = { id: number } & Record<
	keyof typeof boost,
	string
>;

/**
 * The options of an index.
 * @param lang a BCP 47 tag
 */
export function indexOptions(lang: string): Options<IndexedDocument> {
	return {
		fields: Object.keys(boost),
		tokenize: termsIn(lang),
		processTerm: (term) => term,
	};
}

/**
 * What cuts a field's text into the words that it is found by.
 * @param lang a BCP 47 tag
 */
export function termsIn(lang: string): (text: string) => string[] {
	const cut = segmenterCut(lang);
	return (text) => termsOf(fold(text), cut);
}

/**
 * Lists' items stand in lines, so that no word of two is made.
 * @param id the article's number
 */
export function indexedDocument(
	id: number,
	{ title, terms, headings, text }: SearchDocument,
): IndexedDocument {
	return {
		id,
		title,
		terms: terms.join("\n"),
		headings: headings.join("\n"),
		text,
	};
}

/** What is kept of an article to show it, and to see whether it has what a search wants. */
export interface KeptDocument {
	route: string;
	title: string;
	terms: string[];
	/** The text, or as much of it as is kept. */
	text: string;
	/** Whether there is more text than is kept. */
	isCut: boolean;
}

/** In UTF-16 units; a book has more. */
const longestText = 100_000;

/**
 * What is kept of an article.
 * @param document all of it
 */
export function keptDocument({
	route,
	title,
	terms,
	text,
}: SearchDocument): KeptDocument {
	return {
		route,
		title,
		terms,
		text: text.slice(0, longestText),
		isCut: text.length > longestText,
	};
}
