// The catalog of a site whose articles are still coming: it answers from those that are there, and waits where that may not
// be enough.

import type { Address } from "../catalog/hrefs.js";
import { MemoryCatalog } from "../catalog/memory.js";
import { parsePlace } from "../catalog/routes.js";
import type {
	Catalog,
	CatalogEntry,
	CatalogLanguage,
	CatalogTerm,
	ListName,
	SearchDocument,
	SearchLocation,
	Taxonomy,
} from "../catalog/types.js";
import type { SiteConfiguration } from "../types.js";
import type { ArticleLoader } from "./loader.js";

/** How long a first view waits for all articles, in milliseconds: what is shown sooner is put in another order later. */
const patience = 1500;

/** A catalog that grows. */
export class GrowingCatalog implements Catalog {
	readonly search: Record<string, SearchLocation> = {};
	/** Is kept when there is something to show, or nothing more will come. */
	readonly usable: Promise<void>;
	/** Is kept when all articles are there. */
	readonly complete: Promise<void>;
	readonly #loader: ArticleLoader;
	readonly #configuration: SiteConfiguration;
	#catalog: MemoryCatalog;
	#isComplete = false;
	#begin: (work: Promise<void>) => void = () => {};
	#onProgress: () => void = () => {};

	/**
	 * @param loader brings the articles
	 * @param configuration of the site
	 */
	constructor(loader: ArticleLoader, configuration: SiteConfiguration) {
		this.#loader = loader;
		this.#configuration = configuration;
		this.#catalog = this.#made();
		this.complete = new Promise<void>((resolve) => {
			this.#begin = resolve;
		}).then(() => {
			this.#catalog = this.#made();
			this.#isComplete = true;
		});
		this.usable = Promise.race([
			this.complete,
			new Promise<void>((resolve) => setTimeout(resolve, patience)),
		]).then(() => {
			this.#catalog = this.#made();
		});
	}

	get languages(): Record<string, CatalogLanguage> {
		return this.#catalog.languages;
	}

	/** Whether all articles are there. */
	get isComplete(): boolean {
		return this.#isComplete;
	}

	/** How many files there are, and how many of them have been read. */
	get progress(): { done: number; total: number } {
		return this.#loader.progress;
	}

	/** Is called whenever {@link progress} changes. */
	set onProgress(listener: () => void) {
		this.#onProgress = listener;
	}

	/**
	 * Begins to load the articles.
	 * @param address where the reader is: what may stand there comes first
	 * @param signal ends it
	 */
	start(address: Address | undefined, signal: AbortSignal): void {
		const name = address?.route.split("/").at(-1);
		const first = this.#configuration.articles.filter(
			(path) => path === address?.path || (name && path.includes(name)),
		);
		this.#begin(this.#loader.load(first, () => this.#onProgress(), signal));
	}

	async list(
		site: string,
		list: ListName,
		start: number,
		count: number,
	): Promise<{ total: number; cards: CatalogEntry["card"][] }> {
		return this.#catalog.list(site, list, start, count);
	}

	async find(routeOrPath: string): Promise<CatalogEntry | undefined> {
		const found = await this.#catalog.find(routeOrPath);
		if (found || this.#isComplete || this.#isList(routeOrPath)) {
			return found;
		}
		await this.complete;
		return this.#catalog.find(routeOrPath);
	}

	async terms(site: string, taxonomy: Taxonomy): Promise<CatalogTerm[]> {
		return this.#catalog.terms(site, taxonomy);
	}

	/**
	 * What a search has of the articles.
	 * @param site one of the site's languages
	 */
	async documents(site: string): Promise<SearchDocument[]> {
		await this.complete;
		return this.#loader.documents(site);
	}

	// Whether there is something to show as long as no article is there.
	#isList(route: string): boolean {
		if (!route.startsWith("/")) {
			return false;
		}
		const place = parsePlace(route, this.#configuration);
		return (
			place.kind !== "route" ||
			(this.languages[place.site]?.sections.some(
				({ name }) => name === place.name,
			) ??
				false)
		);
	}

	#made(): MemoryCatalog {
		return new MemoryCatalog(
			this.#loader.cards,
			this.#loader.sections,
			this.#configuration,
		);
	}
}
