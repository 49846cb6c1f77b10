// The catalog of an index that is replaced while somebody reads: its old files go, so where one is missing, the index
// is looked at again.

import type { Fetch } from "./index-files.js";
import { StoredCatalog } from "./stored.js";
import type {
	Catalog,
	CatalogEntry,
	CatalogLanguage,
	CatalogTerm,
	ListName,
	SearchLocation,
	Taxonomy,
} from "./types.js";

/** A catalog of files that is always that of the newest index that was needed. */
export class RenewedCatalog implements Catalog {
	readonly #open: () => Promise<StoredCatalog>;
	#catalog: StoredCatalog;
	#renewing: Promise<void> | undefined;

	private constructor(
		open: () => Promise<StoredCatalog>,
		catalog: StoredCatalog,
	) {
		this.#open = open;
		this.#catalog = catalog;
	}

	/**
	 * Opens an index.
	 * @param folder the index's absolute URL
	 * @param fetch the platform's, or another one
	 * @throws Error as {@link StoredCatalog.open}
	 */
	static async open(folder: string, fetch: Fetch): Promise<RenewedCatalog> {
		const open = () => StoredCatalog.open(folder, fetch);
		return new RenewedCatalog(open, await open());
	}

	get languages(): Record<string, CatalogLanguage> {
		return this.#catalog.languages;
	}

	get search(): Record<string, SearchLocation> {
		return this.#catalog.search;
	}

	list(
		site: string,
		list: ListName,
		start: number,
		count: number,
	): ReturnType<Catalog["list"]> {
		return this.#ask((catalog) => catalog.list(site, list, start, count));
	}

	find(routeOrPath: string): Promise<CatalogEntry | undefined> {
		return this.#ask((catalog) => catalog.find(routeOrPath));
	}

	terms(site: string, taxonomy: Taxonomy): Promise<CatalogTerm[]> {
		return this.#ask((catalog) => catalog.terms(site, taxonomy));
	}

	async #ask<Answer>(
		question: (catalog: StoredCatalog) => Promise<Answer>,
	): Promise<Answer> {
		const asked = this.#catalog;
		try {
			return await question(asked);
		} catch (error) {
			await this.#renew(asked);
			if (this.#catalog === asked) {
				throw error;
			}
			return question(this.#catalog);
		}
	}

	// Once for all who have met the same old index.
	async #renew(old: StoredCatalog): Promise<void> {
		if (this.#catalog !== old) {
			return;
		}
		this.#renewing ??= this.#open()
			.then((catalog) => {
				if (!catalog.isOfSameIndex(old)) {
					this.#catalog = catalog;
				}
			})
			// What was asked for says why.
			.catch(() => {})
			.finally(() => {
				this.#renewing = undefined;
			});
		await this.#renewing;
	}
}
