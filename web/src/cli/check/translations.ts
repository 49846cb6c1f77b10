// Whether the articles that are to be one another's translations are.

import type { Card } from "../../catalog/types.js";
import type { Article, Place, Severity } from "../../types.js";

/** What is wrong with an article's translations. */
export interface TranslationFault extends Place {
	path: string;
	severity: Severity;
	code: "translation-alone" | "translation-twice";
	message: string;
}

/**
 * Looks for keys that pair nothing, and for those that two articles of a language have.
 * @param cards those of all articles
 * @param articleAt the article of a path
 */
export function checkTranslations(
	cards: readonly Card[],
	articleAt: (path: string) => Article | undefined,
): TranslationFault[] {
	const faults: TranslationFault[] = [];
	for (const [key, group] of grouped(cards)) {
		const seen = new Map<string, Card>();
		for (const card of group) {
			const article = articleAt(card.path);
			const place = article?.places.translationKey ?? { line: 1, column: 1 };
			const other = seen.get(card.site);
			if (other) {
				faults.push({
					path: card.path,
					...place,
					severity: "warning",
					code: "translation-twice",
					message: `\`${other.path}\` has the same translation key \`${key}\` and the same language, so that only one of them is linked to.`,
				});
			}
			seen.set(card.site, card);
			if (group.length === 1 && article?.metadata.translationKey) {
				faults.push({
					path: card.path,
					...place,
					severity: "warning",
					code: "translation-alone",
					message: `No other article has the translation key \`${key}\`.`,
				});
			}
		}
	}
	return faults;
}

function grouped(cards: readonly Card[]): Map<string, Card[]> {
	const groups = new Map<string, Card[]>();
	for (const card of cards) {
		const group = groups.get(card.translationKey);
		if (group) {
			group.push(card);
		} else {
			groups.set(card.translationKey, [card]);
		}
	}
	return groups;
}
