// The catalog of a site without an index: all of its cards are there, and everything is looked up in them.

import {
	type CatalogConfiguration,
	linkTo,
	lookUpKey,
	neighbourhoodOf,
} from "./keys.js";
import { isStandalone, membershipsOf } from "./lists.js";
import { compareCards } from "./order.js";
import { Tally, TermTally } from "./tally.js";
import type {
	Card,
	Catalog,
	CatalogEntry,
	CatalogLanguage,
	CatalogTerm,
	ListName,
	SearchLocation,
	SectionCard,
	Taxonomy,
} from "./types.js";

/** A catalog of cards in memory. */
export class MemoryCatalog implements Catalog {
	readonly languages: Record<string, CatalogLanguage> = {};
	readonly search: Record<string, SearchLocation> = {};
	readonly #sites: string[];
	readonly #terms = new Map<string, TermTally>();
	/** By language and name. */
	readonly #lists = new Map<string, Card[]>();
	/** By route, alias or path. */
	readonly #found = new Map<string, Card>();
	/** By translation key, those that are not hidden. */
	readonly #translations = new Map<string, Card[]>();

	/**
	 * @param cards those of all articles, in any order
	 * @param sections what is said of sections
	 * @param configuration of the site
	 */
	constructor(
		cards: Card[],
		sections: SectionCard[],
		configuration: CatalogConfiguration,
	) {
		this.#sites = configuration.languages.map(({ lang }) => lang);
		const sorted = cards.toSorted(compareCards);
		const visible = sorted.filter(({ hidden }) => !hidden);
		const tallies = this.#sites.map(
			(site) => [site, new Tally(site, sections), new TermTally()] as const,
		);
		for (const [site, tally, terms] of tallies) {
			for (const card of visible.filter((card) => card.site === site)) {
				const memberships = membershipsOf(card, configuration);
				tally.add(card, memberships);
				for (const { list, term } of memberships) {
					push(this.#lists, `${site}/${list}`, card);
					if (term) {
						terms.add(term, card.date);
					}
				}
				push(this.#lists, `${site}/all`, card);
				push(this.#lists, neighbourhoodOf(card), card);
			}
			this.languages[site] = tally.result(terms.counts);
			this.#terms.set(site, terms);
		}
		for (const card of visible) {
			push(this.#translations, card.translationKey, card);
		}
		this.#index([...visible, ...sorted.filter(({ hidden }) => hidden)]);
	}

	async list(
		site: string,
		list: ListName,
		start: number,
		count: number,
	): Promise<{ total: number; cards: Card[] }> {
		const cards = this.#lists.get(`${site}/${list}`) ?? [];
		return { total: cards.length, cards: cards.slice(start, start + count) };
	}

	async find(routeOrPath: string): Promise<CatalogEntry | undefined> {
		const card = this.#found.get(lookUpKey(routeOrPath));
		if (!card) {
			return undefined;
		}
		const around =
			card.hidden || isStandalone(card)
				? []
				: (this.#lists.get(neighbourhoodOf(card)) ?? []);
		const place = around.indexOf(card);
		const older = around[place + 1];
		const newer = around[place - 1];
		return {
			card,
			...(older && { older: linkTo(older) }),
			...(newer && { newer: linkTo(newer) }),
			translations: this.#translationsOf(card),
		};
	}

	async terms(site: string, taxonomy: Taxonomy): Promise<CatalogTerm[]> {
		return this.#terms.get(site)?.sorted(taxonomy, site) ?? [];
	}

	#translationsOf(card: Card): CatalogEntry["translations"] {
		const all = this.#translations.get(card.translationKey) ?? [];
		return this.#sites
			.filter((site) => site !== card.site)
			.flatMap((site) => all.find((other) => other.site === site) ?? [])
			.map((other) => ({
				...linkTo(other),
				lang: other.lang,
				site: other.site,
			}));
	}

	// Of several that could be meant, those count whose route it is, and the first of them in the site's order.
	#index(cards: Card[]): void {
		const add = (key: string, card: Card) => {
			if (!this.#found.has(key)) {
				this.#found.set(key, card);
			}
		};
		for (const card of cards) {
			add(lookUpKey(card.route), card);
			add(lookUpKey(card.path), card);
		}
		for (const card of cards) {
			for (const alias of card.aliases) {
				add(lookUpKey(alias), card);
			}
		}
	}
}

function push<Value>(
	lists: Map<string, Value[]>,
	name: string,
	value: Value,
): void {
	const list = lists.get(name);
	if (list) {
		list.push(value);
	} else {
		lists.set(name, [value]);
	}
}
