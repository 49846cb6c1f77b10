// The engine for larger sites: Pagefind, of whose index the browser loads only what a query needs.

import type { SearchEngine, SearchSource } from "./engine.js";

/**
 * Opens the bundles of a language.
 * @param urls of their folders, relative to the index of the site
 * @param source how they are reached
 */
export async function openPagefind(
	urls: string[],
	source: SearchSource,
): Promise<SearchEngine> {
	throw new Error(
		`There is no Pagefind for ${urls.join(", ")} of ${source.index}.`,
	);
}
