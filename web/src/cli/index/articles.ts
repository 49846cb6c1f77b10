// Which of the records are articles, and which of those lists have.

import type { Card } from "../../catalog/types.js";
import type { EntryCard, RecordEntry } from "./record-store.js";

/** A record of an article. */
export type ArticleEntry = RecordEntry & { card: EntryCard };

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

/** Counts articles. */
export class ArticleTally {
	/** What was counted. */
	readonly counts: ArticleCounts;
	readonly #visibility: Visibility;

	/**
	 * @param languages the site's
	 * @param visibility what lists have
	 */
	constructor(languages: { lang: string }[], visibility: Visibility) {
		this.#visibility = visibility;
		this.counts = {
			listed: Object.fromEntries(languages.map(({ lang }) => [lang, 0])),
			hidden: { draft: 0, scheduled: 0, expired: 0 },
		};
	}

	/** Counts one article. */
	add(entry: ArticleEntry): void {
		const { listed, hidden } = this.counts;
		const why = hiddenBy(entry, this.#visibility);
		if (why) {
			hidden[why]++;
		} else {
			const { site } = entry.card;
			listed[site] = (listed[site] ?? 0) + 1;
		}
	}
}
