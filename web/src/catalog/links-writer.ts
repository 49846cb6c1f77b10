// The routes of an index and what is linked from each article, from cards as they come. An article's older neighbour
// and its translations come after it, so they wait in a spill, by the route of the article that they are for.

import type {
	CardNumber,
	Hashes,
	LinksFile,
	StoredEntry,
	StoredLink,
} from "./format.js";
import {
	type CatalogConfiguration,
	isSame,
	lookUpKey,
	neighbourhoodOf,
	routeOfPath,
} from "./keys.js";
import { isStandalone } from "./lists.js";
import { type PartedSpill, partFiles } from "./parted.js";
import type { Card } from "./types.js";
import type { CatalogFile, NameFile } from "./writer.js";

/** What is known of something that is looked up; of the first kinds each once, of `other` any number. */
type Fact =
	| { kind: "route"; card: CardNumber; path: string }
	| { kind: "other"; card: CardNumber; route: string }
	| { kind: "older" | "newer"; card: CardNumber; link: StoredLink }
	| {
			kind: "translations";
			card: CardNumber;
			links: NonNullable<StoredEntry["translations"]>;
	  };

/** A fact, and what is looked up. */
type WaitingFact = [key: string, fact: Fact];

/** An article that has translations, perhaps. */
interface Member {
	key: string;
	card: CardNumber;
	link: StoredLink;
	lang: string;
}

/** Collects routes and links and writes them. */
export class LinksWriter {
	readonly #configuration: CatalogConfiguration;
	readonly #waiting: PartedSpill;
	/** The last article of each section. */
	readonly #last = new Map<string, { card: CardNumber; link: StoredLink }>();

	/**
	 * @param configuration of the site
	 * @param waiting where they wait
	 */
	constructor(configuration: CatalogConfiguration, waiting: PartedSpill) {
		this.#configuration = configuration;
		this.#waiting = waiting;
	}

	/**
	 * Takes a card; they come in the site's order.
	 * @param card the card
	 * @param number its number
	 */
	async add(card: Card, number: CardNumber): Promise<void> {
		const { route, path } = card;
		await this.#say(route, { kind: "route", card: number, path });
		const others = [...card.aliases];
		if (lookUpKey(route) !== routeOfPath(path, this.#configuration)) {
			others.push(path);
		}
		for (const other of others) {
			await this.#say(other, { kind: "other", card: number, route });
		}
		const link: StoredLink = [card.title, route];
		if (!card.hidden && !isStandalone(card)) {
			const section = neighbourhoodOf(card);
			const newer = this.#last.get(section);
			this.#last.set(section, { card: number, link });
			if (newer) {
				await this.#say(newer.link[1], {
					kind: "older",
					card: newer.card,
					link,
				});
				await this.#say(route, {
					kind: "newer",
					card: number,
					link: newer.link,
				});
			}
		}
		if (this.#configuration.languages.length > 1) {
			const key = card.translationKey;
			const member: Member = { key, card: number, link, lang: card.lang };
			await this.#waiting.add("translations", key, member);
		}
	}

	/**
	 * The files, after all cards.
	 * @param nameFile names a file
	 * @returns for `index.json`
	 */
	async *files(nameFile: NameFile): AsyncGenerator<CatalogFile, Hashes[]> {
		for (let part = 0; part < this.#waiting.parts; part++) {
			await this.#pair(part);
		}
		const hashes: Hashes[] = [];
		for (let part = 0; part < this.#waiting.parts; part++) {
			const files = partFiles(
				"links",
				await this.#entriesOf(part),
				linksFile,
				nameFile,
			);
			hashes.push(yield* files);
		}
		return hashes;
	}

	async #say(key: string, fact: Fact): Promise<void> {
		const normal = lookUpKey(key);
		const waiting: WaitingFact = [normal, fact];
		await this.#waiting.add("links", normal, waiting);
	}

	async #pair(part: number): Promise<void> {
		const groups = new Map<string, Member[]>();
		const members = this.#waiting.take<Member>("translations", part);
		for await (const member of members) {
			const group = groups.get(member.key) ?? [];
			groups.set(member.key, group);
			group.push(member);
		}
		for (const group of groups.values()) {
			// The first of each language that is not hidden.
			const first = this.#configuration.languages.flatMap(
				(_, language) =>
					group.find(({ card }) => card[0] === language && card[1] >= 0) ?? [],
			);
			for (const { card, link } of group) {
				const others = first.filter((member) => member.card[0] !== card[0]);
				if (others.length > 0) {
					await this.#say(link[1], {
						kind: "translations",
						card,
						links: others.map(({ card, link, lang }) => [
							...link,
							card[0],
							lang,
						]),
					});
				}
			}
		}
	}

	async #entriesOf(part: number): Promise<Map<string, Looked>> {
		const entries = new Map<string, Looked>();
		const facts = this.#waiting.take<WaitingFact>("links", part);
		for await (const [key, fact] of facts) {
			const looked = entries.get(key) ?? { entries: [], paths: [], others: [] };
			entries.set(key, looked);
			tell(looked, fact);
		}
		return entries;
	}
}

/** What is looked up by one route, alias or path. */
interface Looked {
	entries: StoredEntry[];
	/** Of the entries. */
	paths: string[];
	others: LinksFile["others"][string][];
}

function tell(looked: Looked, fact: Fact): void {
	switch (fact.kind) {
		case "route":
			looked.entries.push({ card: fact.card });
			looked.paths.push(fact.path);
			return;
		case "other":
			looked.others.push({ card: fact.card, route: fact.route });
			return;
	}
	const entry = looked.entries.find(({ card }) => isSame(card, fact.card));
	if (!entry) {
		throw new Error("A link came before its article");
	}
	if (fact.kind === "translations") {
		entry.translations = fact.links;
	} else {
		entry[fact.kind] = fact.link;
	}
}

function linksFile(things: [string, Looked][]): LinksFile {
	const routes: [string, StoredEntry[]][] = [];
	const others: [string, LinksFile["others"][string]][] = [];
	for (const [key, looked] of things) {
		const entries = looked.entries.map((entry, i) => ({
			...entry,
			...(looked.entries.length > 1 && { path: looked.paths[i] ?? "" }),
		}));
		if (entries.length > 0) {
			routes.push([key, hiddenLast(entries)]);
		}
		const [other] = hiddenLast(looked.others);
		if (other) {
			others.push([key, other]);
		}
	}
	return {
		routes: Object.fromEntries(routes),
		others: Object.fromEntries(others),
	};
}

function hiddenLast<Thing extends { card: CardNumber }>(
	things: Thing[],
): Thing[] {
	return [
		...things.filter(({ card }) => card[1] >= 0),
		...things.filter(({ card }) => card[1] < 0),
	];
}
