// Which lists an article is in, and what is counted of it: one answer for catalogs in memory and on disk.

import type { SiteConfiguration } from "../types.js";
import { yearOf } from "./moment.js";
import { termSlug } from "./routes.js";
import type { Card, ListName, Taxonomy } from "./types.js";

/** The two taxonomies. */
export const taxonomies: readonly Taxonomy[] = ["categories", "tags"];

/** A list that an article is in. */
export interface Membership {
	list: ListName;
	/** The section whose list it is; "" for `home`. */
	section?: string;
	/** The year whose list it is. */
	year?: string;
	/** The term whose list it is. */
	term?: { taxonomy: Taxonomy; slug: string; title: string };
}

/**
 * Whether an article stands by itself, as a page “About” does: it is of the type `page`, and in no list of articles
 * but those of its terms.
 */
export function isStandalone(card: Pick<Card, "section">): boolean {
	return card.section === "page";
}

/**
 * The lists that an article is in, but `all`, which has every one that is not hidden.
 * @param card the article's
 * @param configuration of the site
 */
export function membershipsOf(
	card: Card,
	{ mainSections }: Pick<SiteConfiguration, "mainSections">,
): Membership[] {
	if (card.hidden) {
		return [];
	}
	const memberships: Membership[] = [];
	if (!isStandalone(card)) {
		if (mainSections.length === 0 || mainSections.includes(card.section)) {
			memberships.push({ list: "home", section: "" });
		}
		if (card.section) {
			const { section } = card;
			memberships.push({ list: `section/${section}`, section });
		}
		const year = yearOf(card.date);
		if (year) {
			memberships.push({ list: `year/${year}`, year });
		}
	}
	for (const taxonomy of taxonomies) {
		const slugs = new Set<string>();
		for (const title of card[taxonomy]) {
			const slug = termSlug(title);
			if (!slugs.has(slug)) {
				slugs.add(slug);
				const term = { taxonomy, slug, title };
				memberships.push({ list: `${taxonomy}/${slug}`, term });
			}
		}
	}
	return memberships;
}
