// The lists of an index, from cards as they come.

import { type Hashes, type ListsFile, listKey, pieceKey } from "./format.js";
import type { CatalogConfiguration } from "./keys.js";
import { membershipsOf } from "./lists.js";
import { type StoredList, storedList } from "./numbers.js";
import { type PartedSpill, partFiles } from "./parted.js";
import type { Card } from "./types.js";
import type { CatalogFile, NameFile } from "./writer.js";

// Characters of JSON that are cheaper in `index.json` than in a file of their own.
const charactersInline = 4000;

/** The key of a list, and the number of a card in it. */
type WaitingNumber = [key: string, number: number];

/** Collects lists and writes them. */
export class ListsWriter {
	readonly #configuration: CatalogConfiguration;
	readonly #waiting: PartedSpill;

	/**
	 * @param configuration of the site
	 * @param waiting where their numbers wait
	 */
	constructor(configuration: CatalogConfiguration, waiting: PartedSpill) {
		this.#configuration = configuration;
		this.#waiting = waiting;
	}

	/**
	 * Takes a card that is not hidden; each language's in the order of their numbers.
	 * @param card the card
	 * @param number its number
	 */
	async add(card: Card, number: number): Promise<void> {
		for (const { list } of membershipsOf(card, this.#configuration)) {
			const key = listKey(card.site, list);
			const waiting: WaitingNumber = [key, number];
			await this.#waiting.add("lists", key, waiting);
		}
	}

	/**
	 * The files, after all cards.
	 * @param nameFile names a file
	 * @returns for `index.json`: the files by part, and the lists that need none
	 */
	async *files(
		nameFile: NameFile,
	): AsyncGenerator<
		CatalogFile,
		{ hashes: Hashes[]; inline: Record<string, StoredList> }
	> {
		const hashes: Hashes[] = [];
		const inline = new Map<string, StoredList>();
		const homes = new Set(
			this.#configuration.languages.map(({ lang }) => listKey(lang, "home")),
		);
		for (let part = 0; part < this.#waiting.parts; part++) {
			const lists = await this.#listsOf(part);
			for (const [key, list] of lists) {
				if (homes.has(key)) {
					inline.set(key, list);
				}
			}
			if (
				this.#waiting.parts === 1 &&
				JSON.stringify([...lists]).length <= charactersInline
			) {
				return { hashes, inline: Object.fromEntries(lists) };
			}
			hashes.push(
				yield* partFiles(
					"lists",
					lists,
					(lists): ListsFile => ({ lists: Object.fromEntries(lists) }),
					nameFile,
				),
			);
		}
		return { hashes, inline: Object.fromEntries(inline) };
	}

	// A piece is in the part of its list, wherever its own key would have it.
	async #listsOf(part: number): Promise<Map<string, StoredList>> {
		const numbers = new Map<string, number[]>();
		const waiting = this.#waiting.take<WaitingNumber>("lists", part);
		for await (const [key, number] of waiting) {
			const list = numbers.get(key) ?? [];
			numbers.set(key, list);
			list.push(number);
		}
		const lists = new Map<string, StoredList>();
		for (const [key, list] of numbers) {
			const stored = storedList(list);
			lists.set(key, stored.list);
			for (const [i, piece] of stored.pieces.entries()) {
				lists.set(pieceKey(key, i), piece);
			}
		}
		return lists;
	}
}
