// The engine for larger sites: Pagefind, of whose index the browser loads only what a query needs.

import { importUrl } from "../../import-url.js";
import type {
	FoundArticle,
	SearchEngine,
	SearchOptions,
	SearchSource,
} from "./engine.js";
import { fold, foldWithPlaces } from "./fold.js";
import {
	phraseForPagefind,
	textFromPagefind,
	wordsOfPagefind,
} from "./pagefind-text.js";
import { type QueryWord, readQuery } from "./query.js";
import { snippetOf } from "./snippet.js";
import { type Cut, segmenterCut, tokensOf } from "./tokens.js";

/** As much of Pagefind's module as is used; https://pagefind.app/docs/api/ */
interface PagefindModule {
	createInstance(options: {
		basePath: string;
		/** Trusted Types do not let Pagefind make its worker. */
		noWorker: boolean;
	}): Pagefind;
}

interface Pagefind {
	init(): Promise<void>;
	mergeIndex(path: string): Promise<void>;
	search(query: string): Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
	/** The article's. */
	id: string;
	score: number;
	/** Numbers of the words that were found. */
	words: number[];
	data(): Promise<{
		content: string;
		/** With separators between words, and `&lt;` and `&gt;`. */
		raw_content: string;
		raw_url: string;
		meta: Record<string, string>;
	}>;
}

/**
 * Loads the bundles of a language.
 * @param urls of their folders, relative to the index of the site; the first has Pagefind itself
 * @param source how they are reached
 */
export async function openPagefind(
	urls: string[],
	{ index, lang, importModule = importUrl }: SearchSource,
): Promise<SearchEngine> {
	const [first, ...others] = urls.map(
		(url) => new URL(url.endsWith("/") ? url : `${url}/`, index).href,
	);
	const module = (await importModule(
		`${first}pagefind.js`,
	)) as unknown as PagefindModule;
	const pagefind = module.createInstance({
		basePath: first ?? "",
		noWorker: true,
	});
	await pagefind.init();
	await Promise.all(others.map((url) => pagefind.mergeIndex(url)));
	return new PagefindEngine(pagefind, lang, segmenterCut(lang));
}

/** An article, and what was found of it. */
interface Candidate {
	result: PagefindResult;
	/** How many words of the query it has. */
	count: number;
	score: number;
	words: number[];
}

class PagefindEngine implements SearchEngine {
	readonly #pagefind: Pagefind;
	readonly #lang: string;
	readonly #cut: Cut;

	constructor(pagefind: Pagefind, lang: string, cut: Cut) {
		this.#pagefind = pagefind;
		this.#lang = lang;
		this.#cut = cut;
	}

	// Pagefind either finds a phrase, or words wherever they stand: what is between is put together here.
	async search(
		text: string,
		{ limit, signal }: SearchOptions,
	): Promise<FoundArticle[]> {
		const query = readQuery(text, this.#cut);
		const { words } = query;
		const answers = await Promise.all([
			...words.map((word) => this.#resultsOf(word)),
			...query.runs.map(async (run) => this.#ask(phraseForPagefind(run))),
		]);
		signal?.throwIfAborted();

		const candidates = new Map<string, Candidate>();
		for (const [index, results] of answers.entries()) {
			for (const result of results) {
				const {
					count,
					score,
					words: places,
				} = candidates.get(result.id) ?? {
					count: 0,
					score: 0,
					words: [],
				};
				candidates.set(result.id, {
					result,
					count: count + (index < words.length ? 1 : 0),
					score: score + result.score,
					words: [...places, ...result.words],
				});
			}
		}
		const best = [...candidates.values()]
			.sort((a, b) => b.count - a.count || b.score - a.score)
			.slice(0, limit);
		const found = await Promise.all(
			best.map((candidate) => this.#found(candidate, words, query.runs)),
		);
		signal?.throwIfAborted();
		return found;
	}

	async #resultsOf(word: QueryWord): Promise<PagefindResult[]> {
		if (word.kind === "run") {
			return this.#ask(phraseForPagefind(word.text));
		}
		const results = await this.#ask(word.text);
		if (results.length > 0 || word.typos === 0) {
			return results;
		}
		// Pagefind knows no typos, but words that begin alike.
		const characters = [...word.text];
		return this.#ask(
			characters.slice(0, Math.ceil(characters.length * 0.6)).join(""),
		);
	}

	async #ask(query: string): Promise<PagefindResult[]> {
		return (await this.#pagefind.search(query)).results;
	}

	async #found(
		{ result, words: places }: Candidate,
		words: QueryWord[],
		runs: string[],
	): Promise<FoundArticle> {
		const { content, raw_content, raw_url, meta } = await result.data();
		const text = textFromPagefind(content);
		const folded = foldWithPlaces(text);
		const all = wordsOfPagefind(raw_content);
		const terms = new Set(
			places.flatMap((place) =>
				Array.from(tokensOf(fold(all[place] ?? "")), (token) => token.text),
			),
		);
		for (const token of tokensOf(folded.text)) {
			if (words.some((word) => isLike(word, token.text))) {
				terms.add(token.text);
			}
		}
		return {
			route: raw_url,
			title: meta.title ?? "",
			...snippetOf(
				text,
				folded,
				{
					terms,
					pieces: words
						.filter(({ kind }) => kind === "run")
						.map((word) => word.text),
					runs,
				},
				this.#lang,
			),
		};
	}
}

// Pagefind says where it has found a word, but not where else one like it stands.
function isLike({ kind, text, isPrefix }: QueryWord, token: string): boolean {
	if (kind === "inside") {
		return token.includes(text);
	}
	return (
		kind === "word" && (isPrefix ? token.startsWith(text) : token === text)
	);
}
