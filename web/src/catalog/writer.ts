// Writes an index, for sites of any size: cards come in the site's order and go into files at once; what is known
// only later waits in a spill. Memory holds a file of cards for each language, and what `index.json` and the terms have.

import type { Awaitable } from "../awaitable.js";
import { packCard } from "./codec.js";
import {
	type CardNumber,
	cardsInFile,
	contentHash,
	type FileKind,
	fileName,
	format,
	type Hashes,
	type IndexFile,
	type IndexLanguage,
	termsInFile,
} from "./format.js";
import type { CatalogConfiguration } from "./keys.js";
import { LinksWriter } from "./links-writer.js";
import { membershipsOf, taxonomies } from "./lists.js";
import { ListsWriter } from "./lists-writer.js";
import { compareCards, type Ordered } from "./order.js";
import { PartedSpill } from "./parted.js";
import { termSlug } from "./routes.js";
import type { Spill } from "./spill.js";
import { Tally, TermTally } from "./tally.js";
import type { Card, SearchLocation, SectionCard } from "./types.js";

/** A file of an index. */
export interface CatalogFile {
	/** Relative to the index's folder. All but `index.json` have the hash of their content in it. */
	name: string;
	/** JSON. */
	content: string;
}

/** What an index is made from. */
export interface CatalogSources {
	/** Those of all articles, hidden ones among them, in the site's order; see `orderKey`. */
	cards: AsyncIterable<Card> | Iterable<Card>;
	/** What is said of sections. */
	sections: SectionCard[];
	/** About how many cards there are, which decides in how many parts things are kept. */
	total: number;
	configuration: CatalogConfiguration;
	spill: Spill;
	/** Where searches are, by language; asked for at the end. */
	search?: Awaitable<Record<string, SearchLocation>>;
}

/** Gives a file the name that its content has. */
export type NameFile = (
	kind: FileKind,
	content: object,
) => Promise<CatalogFile & { hash: string }>;

/**
 * Makes the files of an index, each as soon as it is known. `index.json` is the last, and says which are the others:
 * once it is in place, the index is.
 * @param sources what the index is made from
 * @throws Error for cards that are not in order, or in a language that the site does not have
 */
export async function* catalogFiles({
	cards,
	sections,
	total,
	configuration,
	spill,
	search = {},
}: CatalogSources): AsyncGenerator<CatalogFile> {
	const sites = configuration.languages.map(({ lang }) => lang);
	const languages = sites.map(
		(site) => new LanguageWriter(site, sections, configuration),
	);
	const waiting = new PartedSpill(spill, partsFor(total));
	const links = new LinksWriter(configuration, waiting);
	const lists = new ListsWriter(configuration, waiting);
	let last: Ordered | undefined;
	for await (const card of cards) {
		if (last && compareCards(last, card) > 0) {
			throw new Error(`${card.path} is not in the site's order`);
		}
		last = card;
		const place = sites.indexOf(card.site);
		const language = languages[place];
		if (!language) {
			throw new Error(`${card.path} is in no language of the site`);
		}
		const number = language.add(card);
		const reference: CardNumber = [place, number];
		await links.add(card, reference);
		if (!card.hidden) {
			await lists.add(card, number);
		}
		const file = await language.fullFile();
		if (file) {
			yield file;
		}
	}
	const index: IndexFile = {
		format,
		lang: configuration.lang,
		languages: {},
		links: [],
		lists: [],
		inline: {},
		search: {},
	};
	for (const [i, site] of sites.entries()) {
		const language = languages[i];
		if (language) {
			yield* language.lastFiles();
			index.languages[site] = language.result();
		}
	}
	index.links = yield* links.files(nameFile);
	const { hashes, inline } = yield* lists.files(nameFile);
	index.lists = hashes;
	index.inline = inline;
	index.search = await search;
	yield { name: "index.json", content: JSON.stringify(index) };
}

/** What is written of one language. */
class LanguageWriter {
	readonly #site: string;
	readonly #configuration: CatalogConfiguration;
	readonly #tally: Tally;
	readonly #terms = new TermTally();
	readonly #visible = new CardsWriter();
	readonly #hidden = new CardsWriter();
	readonly #termFiles: IndexLanguage["termFiles"] = {
		categories: "",
		tags: "",
	};

	constructor(
		site: string,
		sections: SectionCard[],
		configuration: CatalogConfiguration,
	) {
		this.#site = site;
		this.#configuration = configuration;
		this.#tally = new Tally(site, sections);
	}

	/** Takes a card and gives its number. */
	add(card: Card): number {
		const packed = packCard(card, this.#configuration);
		if (card.hidden) {
			return -1 - this.#hidden.add(packed);
		}
		const memberships = membershipsOf(card, this.#configuration);
		this.#tally.add(card, memberships);
		for (const { term } of memberships) {
			if (term) {
				this.#terms.add(term, card.date);
			}
		}
		return this.#visible.add(packed);
	}

	/** The file that the last card has filled. */
	async fullFile(): Promise<CatalogFile | undefined> {
		return (
			(await this.#visible.file(cardsInFile)) ?? this.#hidden.file(cardsInFile)
		);
	}

	/** What there is at the end. */
	async *lastFiles(): AsyncGenerator<CatalogFile> {
		for (const cards of [this.#visible, this.#hidden]) {
			const file = await cards.file(1);
			if (file) {
				yield file;
			}
		}
		for (const taxonomy of taxonomies) {
			const terms = this.#terms
				.sorted(taxonomy, this.#site)
				.map(({ slug, ...term }) => ({
					...term,
					...(slug !== termSlug(term.title) && { slug }),
				}));
			for (let start = 0; start < terms.length; start += termsInFile) {
				const file = await nameFile("terms", {
					terms: terms.slice(start, start + termsInFile),
				});
				this.#termFiles[taxonomy] += file.hash;
				yield file;
			}
		}
	}

	/** After all files. */
	result(): IndexLanguage {
		return {
			...this.#tally.result(this.#terms.counts),
			cards: this.#visible.hashes,
			hidden: this.#hidden.hashes,
			termFiles: this.#termFiles,
		};
	}
}

/** Files of cards. */
class CardsWriter {
	hashes: Hashes = "";
	#count = 0;
	#waiting: object[] = [];

	add(packed: object): number {
		this.#waiting.push(packed);
		return this.#count++;
	}

	/** The cards that wait, where there are so many. */
	async file(least: number): Promise<CatalogFile | undefined> {
		if (this.#waiting.length < least) {
			return undefined;
		}
		const file = await nameFile("cards", { cards: this.#waiting });
		this.#waiting = [];
		this.hashes += file.hash;
		return file;
	}
}

const nameFile: NameFile = async (kind, value) => {
	const content = JSON.stringify(value);
	const hash = await contentHash(content);
	return { name: fileName(kind, hash), content, hash };
};

// Each part is in memory at a time, when its files are made; half a megabyte or so.
function partsFor(total: number): number {
	let parts = 1;
	while (parts < 64 && parts * 1000 < total) {
		parts *= 2;
	}
	return parts;
}
