// Which of the records are articles, and which of those lists have.

import type { Card, SectionCard } from "../../catalog/types.js";
import type { RecordEntry, RecordStore } from "./record-store.js";

/** A record of an article. */
export type ArticleEntry = RecordEntry & {
	card: NonNullable<RecordEntry["card"]>;
};

/** Which articles lists have besides those that they always have. */
export interface Visibility {
	drafts: boolean;
	/** Those whose date is yet to come. */
	future: boolean;
}

/** How many articles there are of each kind. */
export interface ArticleCounts {
	/** In lists, by the site's languages. */
	listed: Record<string, number>;
	/** How many lists leave out, and why. */
	hidden: { draft: number; scheduled: number; expired: number };
}

/** Whether a record is one of an article. */
export function isArticle(entry: RecordEntry): entry is ArticleEntry {
	return entry.card !== undefined;
}

/** Why lists leave an article out; "" where they do not. */
export function hiddenBy(
	{ card, hiddenBesides }: ArticleEntry,
	visibility: Visibility,
): Card["hidden"] {
	const hidden =
		card.hidden === "draft" && visibility.drafts
			? (hiddenBesides ?? "")
			: card.hidden;
	return hidden === "scheduled" && visibility.future ? "" : hidden;
}

/**
 * Counts articles.
 * @param languages the site's
 */
export function countArticles(
	articles: Iterable<ArticleEntry>,
	languages: { lang: string }[],
	visibility: Visibility,
): ArticleCounts {
	const counts: ArticleCounts = {
		listed: Object.fromEntries(languages.map(({ lang }) => [lang, 0])),
		hidden: { draft: 0, scheduled: 0, expired: 0 },
	};
	for (const entry of articles) {
		const hidden = hiddenBy(entry, visibility);
		if (hidden) {
			counts.hidden[hidden]++;
		} else {
			const { site } = entry.card;
			counts.listed[site] = (counts.listed[site] ?? 0) + 1;
		}
	}
	return counts;
}

/** What is said of sections, in the order of the files that say it. */
export function sectionsIn(store: RecordStore): SectionCard[] {
	return [...store.entries.values()]
		.filter(({ section }) => section)
		.sort((a, b) => (a.path < b.path ? -1 : 1))
		.map(({ section }) => section as SectionCard);
}
