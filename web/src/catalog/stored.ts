// The catalog of a site that has an index: only what is asked for is fetched, and only once.

import { unpackCard } from "./codec.js";
import {
	type CardNumber,
	type CardsFile,
	cardsInFile,
	fileOf,
	format,
	type Hashes,
	hashAt,
	hashCount,
	type IndexFile,
	type LinksFile,
	type ListsFile,
	listKey,
	partOf,
	pieceKey,
	type StoredEntry,
	type StoredLink,
	type TermsFile,
} from "./format.js";
import { type Fetch, IndexFiles } from "./index-files.js";
import { isSame, lookUpKey, routeOfPath } from "./keys.js";
import { numbersOf, type StoredList } from "./numbers.js";
import { type Languages, termSlug } from "./routes.js";
import type {
	Card,
	CardLink,
	Catalog,
	CatalogEntry,
	CatalogLanguage,
	CatalogTerm,
	ListName,
	SearchLocation,
	Taxonomy,
} from "./types.js";

/** A catalog of files. */
export class StoredCatalog implements Catalog {
	readonly languages: Record<string, CatalogLanguage>;
	readonly search: Record<string, SearchLocation>;
	readonly #files: IndexFiles;
	readonly #index: IndexFile;
	readonly #sites: string[];
	readonly #languages: Languages;

	private constructor(files: IndexFiles, index: IndexFile) {
		this.#files = files;
		this.#index = index;
		this.#sites = Object.keys(index.languages);
		this.#languages = {
			lang: index.lang,
			languages: this.#sites.map((lang) => ({ lang })),
		};
		this.languages = Object.fromEntries(
			Object.entries(index.languages).map(
				([lang, { cards: _, hidden: __, termFiles: ___, ...language }]) => [
					lang,
					language,
				],
			),
		);
		this.search = index.search;
	}

	/**
	 * Opens an index.
	 * @param folder the index's absolute URL
	 * @param fetch the platform's, or another one
	 * @throws Error where there is none, or one of another format
	 */
	static async open(folder: string, fetch: Fetch): Promise<StoredCatalog> {
		const base = folder.endsWith("/") ? folder : `${folder}/`;
		const files = new IndexFiles(base, fetch);
		const index = (await files.index()) as IndexFile;
		if (index.format !== format) {
			throw new Error(
				`${base}index.json is of format ${index.format}, and this Inkstone reads format ${format}: make the index anew with the same version`,
			);
		}
		return new StoredCatalog(files, index);
	}

	/** Whether nothing has changed from one to the other. */
	isOfSameIndex(other: StoredCatalog): boolean {
		return JSON.stringify(this.#index) === JSON.stringify(other.#index);
	}

	async list(
		site: string,
		list: ListName,
		start: number,
		count: number,
	): Promise<{ total: number; cards: Card[] }> {
		const { total, numbers } = await this.#numbersOf(site, list, start, count);
		const language = this.#sites.indexOf(site);
		// Several in one file are one request.
		const cards = numbers.map((number) => this.#card([language, number]));
		return { total, cards: await Promise.all(cards) };
	}

	async find(routeOrPath: string): Promise<CatalogEntry | undefined> {
		const key = lookUpKey(routeOrPath);
		if (!key.startsWith("/")) {
			const entry = await this.#findByPath(key);
			if (entry) {
				return entry;
			}
		}
		const file = await this.#linksFileOf(key);
		const entry = own(file.routes, key)?.[0];
		if (entry) {
			return this.#entry(entry);
		}
		const other = own(file.others, key);
		return other && this.#findByNumber(lookUpKey(other.route), other.card);
	}

	async terms(site: string, taxonomy: Taxonomy): Promise<CatalogTerm[]> {
		const hashes = own(this.#index.languages, site)?.termFiles[taxonomy] ?? "";
		const files = await Promise.all(
			Array.from({ length: hashCount(hashes) }, (_, i) =>
				this.#files.file<TermsFile>("terms", hashAt(hashes, i), "terms"),
			),
		);
		return files.flatMap(({ terms }) =>
			terms.map((term) => ({
				...term,
				slug: term.slug ?? termSlug(term.title),
			})),
		);
	}

	async #numbersOf(
		site: string,
		list: ListName,
		start: number,
		count: number,
	): Promise<{ total: number; numbers: number[] }> {
		const language = own(this.languages, site);
		if (!language) {
			return { total: 0, numbers: [] };
		}
		if (list === "all") {
			const total = language.count;
			const codes = total > 0 ? [-total] : [];
			return { total, numbers: numbersOf([total, codes], start, count) };
		}
		const key = listKey(site, list);
		const stored =
			own(this.#index.inline, key) ?? (await this.#listOf(key, key));
		const [total, , starts] = stored ?? [0, []];
		if (!stored || !starts) {
			return { total, numbers: numbersOf(stored ?? [0, []], start, count) };
		}
		const pieces = starts.flatMap((first, i) => {
			const next = starts[i + 1] ?? total;
			return first < start + count && next > start
				? this.#listOf(key, pieceKey(key, i)).then((piece) => {
						const from = Math.max(0, start - first);
						const most = start + count - first - from;
						return numbersOf(piece ?? [0, []], from, most);
					})
				: [];
		});
		return { total, numbers: (await Promise.all(pieces)).flat() };
	}

	// A list or a piece of it, which is in the same part.
	async #listOf(list: string, key: string): Promise<StoredList | undefined> {
		const { lists } = this.#index;
		if (lists.length === 0) {
			return undefined;
		}
		const hashes = lists[partOf(list, lists.length)] ?? "";
		const hash = hashAt(hashes, fileOf(key, hashCount(hashes)));
		const file = await this.#files.file<ListsFile>("lists", hash, "lists");
		return own(file.lists, key);
	}

	// Most paths say their article's route.
	async #findByPath(path: string): Promise<CatalogEntry | undefined> {
		const route = routeOfPath(path, this.#languages);
		const file = await this.#linksFileOf(route);
		const entries = own(file.routes, route) ?? [];
		const stored =
			entries.length > 1
				? entries.find((entry) => lookUpKey(entry.path ?? "") === path)
				: entries[0];
		const entry = stored && (await this.#entry(stored));
		return entry && lookUpKey(entry.card.path) === path ? entry : undefined;
	}

	async #findByNumber(
		route: string,
		card: CardNumber,
	): Promise<CatalogEntry | undefined> {
		const file = await this.#linksFileOf(route);
		const entry = own(file.routes, route)?.find((entry) =>
			isSame(entry.card, card),
		);
		return entry && this.#entry(entry);
	}

	#linksFileOf(key: string): Promise<LinksFile> {
		const { links } = this.#index;
		const hashes = links[partOf(key, links.length)] ?? "";
		const hash = hashAt(hashes, fileOf(key, hashCount(hashes)));
		return this.#files.file<LinksFile>("links", hash, "routes");
	}

	async #entry(entry: StoredEntry): Promise<CatalogEntry> {
		const { older, newer, translations = [] } = entry;
		return {
			card: await this.#card(entry.card),
			...(older && { older: linkOf(older) }),
			...(newer && { newer: linkOf(newer) }),
			translations: translations.map(([title, route, language, lang]) => ({
				title,
				route,
				lang,
				site: this.#sites[language] ?? "",
			})),
		};
	}

	async #card([language, number]: CardNumber): Promise<Card> {
		const site = this.#sites[language] ?? "";
		const { cards, hidden } = this.#index.languages[site] ?? noFiles;
		const place = number < 0 ? -1 - number : number;
		const hash = hashAt(
			number < 0 ? hidden : cards,
			Math.floor(place / cardsInFile),
		);
		const file = await this.#files.file<CardsFile>("cards", hash, "cards");
		const packed = file.cards[place % cardsInFile];
		if (!packed) {
			throw new Error(`The site's index has no card ${number} in ${site}`);
		}
		return unpackCard(packed, site, this.#languages);
	}
}

const noFiles: { cards: Hashes; hidden: Hashes } = { cards: "", hidden: "" };

function linkOf([title, route]: StoredLink): CardLink {
	return { title, route };
}

// Names come from readers' addresses, and `constructor` is one, too.
function own<Value>(
	values: Record<string, Value>,
	name: string,
): Value | undefined {
	return Object.hasOwn(values, name) ? values[name] : undefined;
}
