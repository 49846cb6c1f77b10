// How a site is searched, whatever it is searched with. Nothing of an engine is loaded before the first search.

import type { Route, SearchDocument, SearchLocation } from "../types.js";

/** An article that was found. */
export interface FoundArticle {
	route: Route;
	/** Plain text. */
	title: string;
	/** A piece of the article around what was found, plain text in one line. */
	snippet: string;
	/** Where in the snippet the words that were found stand: pairs of start and end in UTF-16 units. */
	marks: [start: number, end: number][];
}

/** What a search may cost, and until when it is wanted. */
export interface SearchOptions {
	/** At most so many articles. */
	limit: number;
	/** Ends when the answer is no longer wanted. */
	signal?: AbortSignal;
}

/** Searches the articles of one of the site's languages. */
export interface SearchEngine {
	/**
	 * The articles that are found, best first: those with all words before those with some.
	 * @param query as the reader has typed it so far; nothing is found where it has no words
	 * @throws what `signal` was aborted with
	 * @throws {Error} if the index cannot be read; the next search tries again
	 */
	search(query: string, options: SearchOptions): Promise<FoundArticle[]>;
}

/** What reaches the files of an index. */
export interface SearchSource {
	/** The index's own URL, absolute; those of a location are relative to it. */
	index: string;
	/** The language of what is searched, a BCP 47 tag. */
	lang: string;
	/** In place of the environment's. */
	fetch?: (url: string) => Promise<Response>;
	/** In place of the environment's `import()`. */
	importModule?: (url: string) => Promise<Record<string, unknown>>;
}

/**
 * The engine for an index that was made ahead. Its module and its files come with the first search.
 * @param location where the index is, from `Catalog.search`
 * @param source how it is reached
 */
export function loadSearch(
	location: SearchLocation,
	source: SearchSource,
): SearchEngine {
	return new LazyEngine(async () =>
		location.engine === "pagefind"
			? (await import("./pagefind.js")).openPagefind(location.urls, source)
			: (await import("./minisearch.js")).openMiniSearch(location.urls, source),
	);
}

/**
 * The engine for articles that are at hand. They are indexed with the first search.
 * @param documents gives all of the language's articles
 * @param lang a BCP 47 tag
 */
export function searchInMemory(
	documents: () => SearchDocument[] | Promise<SearchDocument[]>,
	lang: string,
): SearchEngine {
	return new LazyEngine(async () => {
		const { indexInMemory } = await import("./minisearch.js");
		return indexInMemory(await documents(), lang);
	});
}

class LazyEngine implements SearchEngine {
	readonly #open: () => Promise<SearchEngine>;
	#opened: Promise<SearchEngine> | undefined;

	constructor(open: () => Promise<SearchEngine>) {
		this.#open = open;
	}

	async search(query: string, options: SearchOptions): Promise<FoundArticle[]> {
		options.signal?.throwIfAborted();
		this.#opened ??= this.#open();
		let engine: SearchEngine;
		try {
			engine = await this.#opened;
		} catch (error) {
			this.#opened = undefined;
			throw error;
		}
		options.signal?.throwIfAborted();
		return engine.search(query, options);
	}
}
