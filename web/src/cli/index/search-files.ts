// Puts the search index of each language into an index: by MiniSearch, or, where there are too many articles for one
// file, by Pagefind.

import { createHash } from "node:crypto";
import { SearchIndexWriter } from "../../catalog/search/writer.js";
import type { SearchDocument, SearchLocation } from "../../catalog/types.js";
import type { SiteSearch } from "../../types.js";
import type { OutputFolder } from "./output-folder.js";

/** The search indexes of a blog while they are made. */
export interface SearchFiles {
	/**
	 * Adds an article; they come in the site's order.
	 * @param site the language whose lists have it
	 */
	add(site: string, document: SearchDocument): Promise<void>;
	/** Writes what is left, and says where each language's index is. */
	end(): Promise<Record<string, SearchLocation>>;
	/** Gives up what was begun. */
	discard(): Promise<void>;
}

/** A language's index while it is made. */
interface LanguageSearch {
	add(document: SearchDocument): Promise<void>;
	end(): Promise<SearchLocation>;
	discard(): Promise<void>;
}

/** A hash of a content that stands in its file's name. */
export function contentHash(content: string | Uint8Array): string {
	return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/**
 * Begins the search indexes.
 * @param search how the configuration wants it
 * @param counts how many articles each of the site's languages has
 * @param output where they go
 * @param note hears what the user should know
 */
export async function openSearch(
	search: SiteSearch,
	counts: Record<string, number>,
	output: OutputFolder,
	note: (text: string) => void,
): Promise<SearchFiles> {
	const languages = new Map<string, LanguageSearch>();
	for (const [site, count] of Object.entries(counts)) {
		const language =
			count > 0 && search.engine !== "none"
				? await openLanguage(site, count, search, output, note)
				: undefined;
		if (language) {
			languages.set(site, language);
		}
	}
	return {
		async add(site, document) {
			await languages.get(site)?.add(document);
		},
		async end() {
			const locations: Record<string, SearchLocation> = {};
			for (const [site, language] of languages) {
				locations[site] = await language.end();
			}
			return locations;
		},
		async discard() {
			for (const language of languages.values()) {
				await language.discard();
			}
		},
	};
}

async function openLanguage(
	site: string,
	_count: number,
	_search: SiteSearch,
	output: OutputFolder,
	_note: (text: string) => void,
): Promise<LanguageSearch> {
	return miniSearch(site, output);
}

function miniSearch(site: string, output: OutputFolder): LanguageSearch {
	const writer = new SearchIndexWriter(site, contentHash);
	async function put(files: { name: string; content: string }[]) {
		for (const { name, content } of files) {
			await output.put(name, content);
		}
	}
	return {
		async add(document) {
			await put(writer.add(document));
		},
		async end() {
			const files = writer.end();
			await put(files);
			const index = files.at(-1)?.name ?? "";
			return { engine: "minisearch", urls: [index] };
		},
		async discard() {},
	};
}
