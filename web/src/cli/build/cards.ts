// The articles of a blog as a catalog in memory, for pages that are made of all of them.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cardOf, sectionCardOf } from "../../catalog/card.js";
import { MemoryCatalog } from "../../catalog/memory.js";
import { isArticlePath } from "../../catalog/routes.js";
import type { Card, SectionCard } from "../../catalog/types.js";
import type { Inkstone, SiteConfiguration } from "../../types.js";

/** What the pages of a blog are made of. */
export interface BlogCatalog {
	catalog: MemoryCatalog;
	/** Those of all articles, hidden ones among them. */
	cards: Card[];
}

/**
 * Reads the articles.
 * @param folder the blog's, absolute
 * @param paths those of the articles and of the descriptions of sections; one that cannot be read is left out
 * @param inkstone renders them
 * @param configuration of the blog
 * @param now decides what lists leave out
 * @param isLeftOut which articles there are not to be
 */
export async function readCatalog(
	folder: string,
	paths: readonly string[],
	inkstone: Inkstone,
	configuration: SiteConfiguration,
	now: Date,
	isLeftOut: (card: Card) => boolean,
): Promise<BlogCatalog> {
	const cards: Card[] = [];
	const sections: SectionCard[] = [];
	for (const path of paths) {
		const content = await readFile(join(folder, path)).catch(() => undefined);
		if (!content) {
			continue;
		}
		const article = inkstone.render(content, configuration.options);
		const section = sectionCardOf(article, path, configuration);
		if (section) {
			sections.push(section);
		} else if (isArticlePath(path, configuration)) {
			cards.push(cardOf(article, path, configuration, now));
		}
	}
	const kept = cards.filter((card) => !isLeftOut(card));
	return {
		catalog: new MemoryCatalog(kept, sections, configuration),
		cards,
	};
}
