// The engine for sites of up to some thousands of articles: MiniSearch, whose index the browser loads whole.

import MiniSearch, { type Query as MiniSearchQuery } from "minisearch";
import type { SearchDocument } from "../types.js";
import type {
	FoundArticle,
	SearchEngine,
	SearchOptions,
	SearchSource,
} from "./engine.js";
import {
	boost,
	type IndexedDocument,
	indexedDocument,
	indexOptions,
	type KeptDocument,
	keptDocument,
} from "./fields.js";
import { fold, foldWithPlaces } from "./fold.js";
import { type IndexFile, IndexReader, type KeptArticle } from "./index-file.js";
import { type ExpandedWord, expandWord } from "./matching.js";
import { readQuery } from "./query.js";
import { snippetOf } from "./snippet.js";
import { type Cut, segmenterCut } from "./tokens.js";
import { Vocabulary } from "./vocabulary.js";

/** An index, and where its articles are. */
interface Part {
	/** An index that has at least these words. */
	index(words: ReadonlySet<string>): MiniSearch<IndexedDocument>;
	vocabulary: Vocabulary;
	article(id: number): KeptDocument | Promise<KeptDocument>;
}

/** How many files with articles are kept for the searches that follow. */
const keptChunks = 40;

/**
 * Loads the indexes of a language.
 * @param urls of their files, relative to the index of the site
 * @param source how they are reached
 */
export async function openMiniSearch(
	urls: string[],
	source: SearchSource,
): Promise<SearchEngine> {
	const { index, lang, fetch = globalThis.fetch } = source;
	const parts = await Promise.all(
		urls.map((url) => loadPart(new URL(url, index).href, lang, fetch)),
	);
	return new MiniSearchEngine(parts, lang, segmenterCut(lang));
}

/**
 * Indexes articles.
 * @param documents of one language
 * @param lang a BCP 47 tag
 */
export async function indexInMemory(
	documents: SearchDocument[],
	lang: string,
): Promise<SearchEngine> {
	const index = new MiniSearch(indexOptions(lang));
	await index.addAllAsync(
		documents.map((document, id) => indexedDocument(id, document)),
	);
	const part: Part = {
		index: () => index,
		vocabulary: new Vocabulary(index.toJSON().index.map(([word]) => word)),
		article: (id) => keptDocument(documents[id] as SearchDocument),
	};
	return new MiniSearchEngine([part], lang, segmenterCut(lang));
}

async function loadPart(
	url: string,
	lang: string,
	fetch: NonNullable<SearchSource["fetch"]>,
): Promise<Part> {
	const file = (await readJson(url, fetch)) as IndexFile;
	const chunks = new Map<number, Promise<KeptArticle[]>>();
	const chunk = (number: number): Promise<KeptArticle[]> => {
		const loading =
			chunks.get(number) ??
			(readJson(new URL(file.chunks[number] ?? "", url).href, fetch) as Promise<
				KeptArticle[]
			>);
		// The newest is last.
		chunks.delete(number);
		chunks.set(number, loading);
		loading.catch(() => chunks.delete(number));
		for (const oldest of chunks.keys()) {
			if (chunks.size <= keptChunks) {
				break;
			}
			chunks.delete(oldest);
		}
		return loading;
	};
	const reader = new IndexReader(file);
	const options = indexOptions(lang);
	return {
		index: (words) =>
			MiniSearch.loadJS<IndexedDocument>(reader.only(words), options),
		vocabulary: new Vocabulary(reader.words),
		async article(id) {
			const number = file.firsts.findLastIndex((first) => first <= id);
			const article = (await chunk(number))[id - (file.firsts[number] ?? 0)];
			if (!article) {
				throw new Error(`${url} and the files with its articles do not match.`);
			}
			const [route, title, terms, text, isCut] = article;
			return { route, title, terms, text, isCut: isCut === 1 };
		},
	};
}

async function readJson(
	url: string,
	fetch: NonNullable<SearchSource["fetch"]>,
): Promise<unknown> {
	const response = await fetch(url);
	if (!response.ok) {
		throw new Error(`${url}: ${response.status} ${response.statusText}`);
	}
	return response.json();
}

/** An article that may be what is searched for. */
interface Candidate {
	part: Part;
	id: number;
	score: number;
	/** The words of the index that it has. */
	terms: string[];
	/** Of each word of the query, whether the article has it; "perhaps": its text has to tell. */
	has: ("yes" | "no" | "perhaps")[];
	words: ExpandedWord[];
}

/** A candidate whose text was looked at. */
interface Checked {
	candidate: Candidate;
	article: KeptDocument;
	/** How many words of the query it has. */
	count: number;
	/** How many of the query's runs stand in it as they are. */
	runs: number;
}

class MiniSearchEngine implements SearchEngine {
	readonly #parts: Part[];
	readonly #lang: string;
	readonly #cut: Cut;

	constructor(parts: Part[], lang: string, cut: Cut) {
		this.#parts = parts;
		this.#lang = lang;
		this.#cut = cut;
	}

	async search(
		text: string,
		{ limit, signal }: SearchOptions,
	): Promise<FoundArticle[]> {
		const query = readQuery(text, this.#cut);
		const candidates = this.#parts
			.flatMap((part) =>
				candidatesOf(
					part,
					query.words.map((word) => expandWord(word, part.vocabulary)),
				),
			)
			.sort((a, b) => countOf(b) - countOf(a) || b.score - a.score);

		// Where words side by side are better, some more articles are looked at than are shown.
		const batch = query.runs.length > 0 ? limit + 4 : limit;
		const checked: Checked[] = [];
		for (
			let start = 0;
			start < candidates.length &&
			start < 2 * batch &&
			checked.filter(({ candidate, count }) => count === countOf(candidate))
				.length < limit;
			start += batch
		) {
			checked.push(
				...(await Promise.all(
					candidates
						.slice(start, start + batch)
						.map((candidate) => check(candidate, query.runs)),
				)),
			);
			signal?.throwIfAborted();
		}
		// Sorting is stable: what is equal stays in the order of the scores.
		return checked
			.filter(({ count }) => count > 0)
			.sort((a, b) => b.count - a.count || b.runs - a.runs)
			.slice(0, limit)
			.map((found) => this.#found(found, query.runs));
	}

	#found({ candidate, article }: Checked, runs: string[]): FoundArticle {
		const { route, title, text } = article;
		return {
			route,
			title,
			...snippetOf(
				text,
				foldWithPlaces(text),
				{
					terms: new Set(candidate.terms),
					pieces: candidate.words
						.filter(({ word }) => word.kind === "run")
						.map(({ word }) => word.text),
					runs,
				},
				this.#lang,
			),
		};
	}
}

function candidatesOf(part: Part, words: ExpandedWord[]): Candidate[] {
	const queries = words.flatMap(({ queries }): MiniSearchQuery[] => queries);
	if (queries.length === 0) {
		return [];
	}
	return part
		.index(new Set(words.flatMap(({ terms }) => terms)))
		.search(
			{ combineWith: "OR", queries },
			{
				boost,
				// A query's words are words of the index already.
				tokenize: (term) => [term],
				// What was misspelled is found where nothing better is.
				weights: { prefix: 0.4, fuzzy: 0.1 },
			},
		)
		.map(({ id, score, terms, queryTerms }) => {
			const matched = new Set(queryTerms);
			return {
				part,
				id: id as number,
				score,
				terms,
				has: words.map((word) => word.isIn(matched)),
				words,
			};
		})
		.filter((candidate) => countOf(candidate) > 0);
}

function countOf({ has }: Candidate): number {
	return has.filter((whether) => whether !== "no").length;
}

async function check(candidate: Candidate, runs: string[]): Promise<Checked> {
	const article = await candidate.part.article(candidate.id);
	const needsText = runs.length > 0 || candidate.has.includes("perhaps");
	const text = needsText
		? fold([article.title, ...article.terms, article.text].join("\n"))
		: "";
	return {
		candidate,
		article,
		count: candidate.has.filter(
			(whether, index) =>
				whether === "yes" ||
				(whether === "perhaps" &&
					(article.isCut ||
						text.includes(candidate.words[index]?.word.text ?? ""))),
		).length,
		runs: runs.filter((run) => text.includes(run)).length,
	};
}
