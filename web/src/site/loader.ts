// The articles of a site without an index: their files, fetched a few at a time, become cards, which this window's
// session keeps.

import { ArticleProblem } from "../article/problem.js";
import { readSource } from "../article/source.js";
import { recordOf, sectionCardOf } from "../catalog/card.js";
import type { Hrefs } from "../catalog/hrefs.js";
import { isArticlePath } from "../catalog/routes.js";
import type { Card, SearchDocument, SectionCard } from "../catalog/types.js";
import type { Inkstone, SiteConfiguration } from "../types.js";
import type { CachedFile, CardCache } from "./card-cache.js";

/** How many files are fetched at the same time. */
const atOnce = 6;

/** What the loader works with. */
export interface LoaderSources {
	inkstone: Inkstone;
	configuration: SiteConfiguration;
	hrefs: Hrefs;
	/** Keeps what was read before. */
	cache: CardCache;
	/** Hears of a file that cannot be used, which is left out. */
	onProblem(path: string, error: unknown): void;
}

/** Loads the articles that a configuration lists. */
export class ArticleLoader {
	readonly #sources: LoaderSources;
	readonly #files = new Map<string, CachedFile>();
	readonly #documents = new Map<string, SearchDocument>();
	readonly #paths: string[];
	#done = 0;

	/**
	 * @param sources see {@link LoaderSources}
	 */
	constructor(sources: LoaderSources) {
		this.#sources = sources;
		this.#paths = [...new Set(sources.configuration.articles)];
	}

	/** The cards that are there so far. */
	get cards(): Card[] {
		return [...this.#files.values()].flatMap(({ card }) => card ?? []);
	}

	/** What is known of sections so far. */
	get sections(): SectionCard[] {
		return [...this.#files.values()].flatMap(({ section }) => section ?? []);
	}

	/** How many files there are, and how many of them have been read or given up. */
	get progress(): { done: number; total: number } {
		return { done: this.#done, total: this.#paths.length };
	}

	/**
	 * Loads all of them.
	 * @param first paths that are needed before the others
	 * @param onProgress is called after each file
	 * @param signal ends it
	 * @returns when there is nothing left to load; never rejects
	 */
	async load(
		first: string[],
		onProgress: () => void,
		signal: AbortSignal,
	): Promise<void> {
		const wanted = new Set(first);
		const queue = this.#paths.toSorted(
			(a, b) => Number(wanted.has(b)) - Number(wanted.has(a)),
		);
		const work = async () => {
			for (
				let path = queue.shift();
				path !== undefined && !signal.aborted;
				path = queue.shift()
			) {
				await this.#take(path, signal);
				this.#done++;
				onProgress();
			}
		};
		await Promise.all(Array.from({ length: atOnce }, work));
		if (!signal.aborted) {
			this.#sources.cache.keep(this.#files);
		}
	}

	/**
	 * What a search has of the articles that lists have; those that the session had kept are read now.
	 * @param site one of the site's languages
	 */
	async documents(site: string): Promise<SearchDocument[]> {
		const cards = this.cards.filter(
			(card) => card.site === site && !card.hidden,
		);
		const queue = cards.filter(({ path }) => !this.#documents.has(path));
		const { signal } = new AbortController();
		const work = async () => {
			for (let card = queue.shift(); card; card = queue.shift()) {
				await this.#read(card.path, undefined, signal).catch((error) =>
					this.#sources.onProblem(card?.path ?? "", error),
				);
			}
		};
		await Promise.all(Array.from({ length: atOnce }, work));
		return cards.flatMap(({ path }) => this.#documents.get(path) ?? []);
	}

	async #take(path: string, signal: AbortSignal): Promise<void> {
		const { cache, onProblem } = this.#sources;
		const kept = cache.get(path);
		try {
			const file =
				kept && cache.isFresh(kept)
					? kept
					: await this.#read(path, kept, signal);
			this.#files.set(path, file);
		} catch (error) {
			if (!signal.aborted) {
				onProblem(path, error);
			}
		}
	}

	async #read(
		path: string,
		kept: CachedFile | undefined,
		signal: AbortSignal,
	): Promise<CachedFile> {
		const { inkstone, configuration, hrefs } = this.#sources;
		let response: Response;
		try {
			response = await fetch(hrefs.file(path), {
				signal,
				cache: kept ? "no-cache" : "default",
			});
		} catch (cause) {
			throw new ArticleProblem(
				"network",
				`${path} could not be fetched`,
				cause,
			);
		}
		const { headers } = response;
		const tag = headers.get("etag") ?? headers.get("last-modified") ?? "";
		const time = Date.now();
		if (response.ok && tag && kept?.tag === tag) {
			void response.body?.cancel();
			return { ...kept, time };
		}
		const article = inkstone.render(
			await readSource(response, path),
			configuration.options,
		);
		const section = sectionCardOf(article, path, configuration);
		if (section || !isArticlePath(path, configuration)) {
			return { tag, time, ...(section && { section }) };
		}
		const { card, document, until } = recordOf(
			article,
			path,
			"",
			configuration,
			new Date(time),
		);
		this.#documents.set(path, document);
		return { tag, time, card, ...(until !== undefined && { until }) };
	}
}
