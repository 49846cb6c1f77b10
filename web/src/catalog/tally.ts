// Counts what a catalog knows of one of the site's languages, article by article in the site's order.

import { knownTags } from "../language.js";
import type { Membership } from "./lists.js";
import { momentOf } from "./moment.js";
import { compareTexts, compareWeights } from "./order.js";
import type {
	Card,
	CatalogLanguage,
	CatalogMenuItem,
	CatalogSection,
	CatalogTerm,
	SectionCard,
	Taxonomy,
} from "./types.js";

// A menu is read whole, so one that every article of a large site has put itself into must end somewhere.
const longestMenu = 500;

/** Terms as they are counted. */
export class TermTally {
	readonly #terms: Record<Taxonomy, Map<string, CatalogTerm>> = {
		categories: new Map(),
		tags: new Map(),
	};

	/**
	 * Counts an article that has a term.
	 * @param term the term as the article writes it
	 * @param date the article's
	 */
	add(
		{ taxonomy, slug, title }: NonNullable<Membership["term"]>,
		date: string,
	): void {
		const terms = this.#terms[taxonomy];
		const term = terms.get(slug) ?? { title, slug, count: 0, newest: "" };
		terms.set(slug, term);
		term.count++;
		const moment = momentOf(date);
		if (!Number.isNaN(moment) && !(moment <= momentOf(term.newest))) {
			term.newest = date;
		}
	}

	/** How many terms there are. */
	get counts(): CatalogLanguage["terms"] {
		const { categories, tags } = this.#terms;
		return { categories: categories.size, tags: tags.size };
	}

	/**
	 * The terms of a taxonomy in alphabetical order.
	 * @param taxonomy which one
	 * @param lang the language whose alphabet it is
	 */
	sorted(taxonomy: Taxonomy, lang: string): CatalogTerm[] {
		const compare = titleOrder(lang);
		return [...this.#terms[taxonomy].values()].sort(
			(a, b) => compare(a, b) || compareTexts(a.slug, b.slug),
		);
	}
}

/** What is counted of a language besides its terms. */
export class Tally {
	readonly #lang: string;
	readonly #described = new Map<string, SectionCard>();
	readonly #sections = new Map<string, number>();
	readonly #years = new Map<string, number>();
	readonly #menus = new Map<string, CatalogMenuItem[]>();
	#count = 0;

	/**
	 * @param lang one of the site's languages
	 * @param sections what is said of sections, of other languages among them
	 */
	constructor(lang: string, sections: SectionCard[]) {
		this.#lang = lang;
		for (const section of sections) {
			if (section.site === lang && !this.#described.has(section.name)) {
				this.#described.set(section.name, section);
				this.#sections.set(section.name, 0);
			}
		}
	}

	/**
	 * Counts an article that is not hidden.
	 * @param card the article's
	 * @param memberships the lists that it is in
	 */
	add(card: Card, memberships: Membership[]): void {
		this.#count++;
		for (const { section, year } of memberships) {
			// The site's own folder counts as a section where something is said of it.
			if (section || (section === "" && this.#described.has(""))) {
				increase(this.#sections, section);
			}
			if (year) {
				increase(this.#years, year);
			}
		}
		for (const { menu, name, weight, identifier } of card.menu) {
			const items = this.#menus.get(menu) ?? [];
			this.#menus.set(menu, items);
			items.push({
				title: name || card.title,
				route: card.route,
				weight: weight ?? card.weight,
				identifier,
			});
			if (items.length > 2 * longestMenu) {
				this.#menus.set(menu, this.#shortened(items));
			}
		}
	}

	/**
	 * What was counted.
	 * @param terms how many there are
	 */
	result(terms: CatalogLanguage["terms"]): CatalogLanguage {
		const compare = titleOrder(this.#lang);
		const sections = Array.from(
			this.#sections,
			([name, count]): CatalogSection => {
				const { title = name, summary = "" } = this.#described.get(name) ?? {};
				return { name, title, summary, count };
			},
		);
		return {
			count: this.#count,
			sections: sections.sort(
				(a, b) => compare(a, b) || compareTexts(a.name, b.name),
			),
			years: Array.from(this.#years, ([year, count]) => ({ year, count })).sort(
				(a, b) => Number(b.year) - Number(a.year),
			),
			menus: Object.fromEntries(
				Array.from(this.#menus, ([menu, items]) => [
					menu,
					this.#shortened(items),
				]),
			),
			terms,
		};
	}

	#shortened(items: CatalogMenuItem[]): CatalogMenuItem[] {
		const compare = titleOrder(this.#lang);
		return items
			.sort((a, b) => compareWeights(a.weight, b.weight) || compare(a, b))
			.slice(0, longestMenu);
	}
}

function titleOrder(
	lang: string,
): (a: { title: string }, b: { title: string }) => number {
	const { compare } = new Intl.Collator(knownTags(lang), { numeric: true });
	return (a, b) => compare(a.title, b.title);
}

function increase(counts: Map<string, number>, name: string): void {
	counts.set(name, (counts.get(name) ?? 0) + 1);
}
