// What this window's session remembers of the articles of a site without an index, so that the next page of the site does
// not fetch them all again.

import type { Card, SectionCard } from "../catalog/types.js";
import type { SiteConfiguration } from "../types.js";

/** How long a file is not asked for again, in milliseconds. */
const freshness = 5 * 60_000;

/** What a file has given. */
export interface CachedFile {
	/** The file's version, as its server calls it; "" where it does not. */
	tag: string;
	/** When it was read, in milliseconds since 1970. */
	time: number;
	/** From when on the card is another one, in milliseconds since 1970. */
	until?: number;
	card?: Card;
	section?: SectionCard;
}

/** Keeps cards in the session's storage. */
export class CardCache {
	readonly #key: string;
	readonly #version: string;
	readonly #isReloaded: boolean;
	readonly #files: Record<string, CachedFile>;

	/**
	 * @param folder the site's folder, an absolute URL
	 * @param configuration of the site, which cards depend on
	 * @param isReloaded whether the reader has asked for what is newest
	 */
	constructor(
		folder: string,
		configuration: SiteConfiguration,
		isReloaded: boolean,
	) {
		this.#key = `inkstone:cards:${folder}`;
		const { baseUrl, lang, languages, options, settings } = configuration;
		this.#version = JSON.stringify([
			1,
			baseUrl,
			lang,
			languages.map(({ lang }) => lang),
			options,
			settings.author,
		]);
		this.#isReloaded = isReloaded;
		this.#files = this.#stored();
	}

	/**
	 * What a file has given before.
	 * @param path the file's
	 */
	get(path: string): CachedFile | undefined {
		const file = Object.hasOwn(this.#files, path)
			? this.#files[path]
			: undefined;
		return file && Date.now() < (file.until ?? Number.POSITIVE_INFINITY)
			? file
			: undefined;
	}

	/**
	 * Whether the file need not be asked for again.
	 * @param file from {@link get}
	 */
	isFresh(file: CachedFile): boolean {
		const age = Date.now() - file.time;
		return !this.#isReloaded && age >= 0 && age < freshness;
	}

	/**
	 * Remembers what files have given.
	 * @param files by their paths
	 */
	keep(files: ReadonlyMap<string, CachedFile>): void {
		const content = JSON.stringify({
			version: this.#version,
			files: Object.fromEntries(files),
		});
		try {
			sessionStorage.setItem(this.#key, content);
		} catch {
			// Storage is forbidden, or too small for so many articles, which should have an index.
		}
	}

	#stored(): Record<string, CachedFile> {
		try {
			const value = JSON.parse(sessionStorage.getItem(this.#key) ?? "{}");
			return value.version === this.#version ? value.files : {};
		} catch {
			return {};
		}
	}
}
