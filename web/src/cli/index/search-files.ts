// Puts the search index of each language into an index: by MiniSearch, or, where there are too many articles for one
// file, by Pagefind.

import { createHash } from "node:crypto";
import { SearchIndexWriter } from "../../catalog/search/writer.js";
import type { SearchDocument, SearchLocation } from "../../catalog/types.js";
import type { SiteSearch } from "../../types.js";
import { CommandError, ExitStatus } from "../exit.js";
import {
	type LocalizedDocument,
	loadPagefind,
	PagefindMissing,
	writePagefind,
} from "../pagefind.js";
import type { OutputFolder } from "./output-folder.js";

/** What search indexes are made of, and where they go. */
export interface SearchOptions {
	/** How the configuration wants it. */
	search: SiteSearch;
	/** How many articles each of the site's languages has. */
	counts: Record<string, number>;
	output: OutputFolder;
	/** The folder of a project that may have Pagefind among its packages. */
	project: string;
	/** The articles of some languages, once more; in the site's order. */
	documents(sites: ReadonlySet<string>): AsyncIterable<LocalizedDocument>;
	/** Hears what the user should know. */
	note(text: string): void;
}

/** The search indexes of a blog while they are made. */
export interface SearchFiles {
	/**
	 * Adds an article; they come in the site's order.
	 * @param site the language whose lists have it
	 * @param document makes its document, which is not always needed
	 */
	add(site: string, document: () => SearchDocument): Promise<void>;
	/** Writes what is left, and says where each language's index is. */
	end(): Promise<Record<string, SearchLocation>>;
}

/** Begins the search indexes. */
export function openSearch(options: SearchOptions): SearchFiles {
	const { search, counts, output } = options;
	const small = new Map<string, SearchIndexWriter>();
	const large = new Set<string>();
	for (const [site, count] of Object.entries(counts)) {
		if (count === 0 || search.engine === "none") {
			continue;
		}
		if (
			search.engine === "pagefind" ||
			(search.engine === "auto" && count > search.limit)
		) {
			large.add(site);
		} else {
			small.set(site, new SearchIndexWriter(site, contentHash));
		}
	}

	return {
		async add(site, document) {
			const writer = small.get(site);
			if (writer) {
				await put(output, writer.add(document()));
			}
		},
		async end() {
			const locations: Record<string, SearchLocation> = {};
			for (const [site, writer] of small) {
				locations[site] = await endMiniSearch(writer, output);
			}
			if (large.size > 0) {
				Object.assign(locations, await makeLarge(large, options));
			}
			return locations;
		},
	};
}

async function makeLarge(
	sites: ReadonlySet<string>,
	options: SearchOptions,
): Promise<Record<string, SearchLocation>> {
	const { search, output, project, documents, note } = options;
	try {
		const pagefind = await loadPagefind(project);
		let bundles = new Map<string, string[]>();
		const folder = await output.putFolder("pagefind", async (place) => {
			bundles = await writePagefind(pagefind, documents(sites), place);
		});
		return Object.fromEntries(
			Array.from(bundles, ([site, names]) => [
				site,
				{
					engine: "pagefind",
					urls: names.map((name) => `${folder}/${name}/`),
				},
			]),
		);
	} catch (error) {
		if (!(error instanceof PagefindMissing)) {
			// What Pagefind says of a full disk, for one, is no error of the system's.
			throw error instanceof Error && error.message.startsWith("Pagefind: ")
				? new CommandError(
						`The search index cannot be written. ${error.message}`,
						ExitStatus.failed,
						{ cause: error },
					)
				: error;
		}
		if (search.engine === "pagefind") {
			throw new CommandError(
				`The configuration wants searches by Pagefind. ${error.message}`,
			);
		}
		note(
			`There are more than ${search.limit} articles, so that searches are better by Pagefind. ${error.message}`,
		);
	}
	const locations: Record<string, SearchLocation> = {};
	for (const site of sites) {
		const writer = new SearchIndexWriter(site, contentHash);
		for await (const { document } of documents(new Set([site]))) {
			await put(output, writer.add(document));
		}
		locations[site] = await endMiniSearch(writer, output);
	}
	return locations;
}

async function endMiniSearch(
	writer: SearchIndexWriter,
	output: OutputFolder,
): Promise<SearchLocation> {
	const files = writer.end();
	await put(output, files);
	return { engine: "minisearch", urls: [files.at(-1)?.name ?? ""] };
}

async function put(
	output: OutputFolder,
	files: { name: string; content: string }[],
): Promise<void> {
	for (const { name, content } of files) {
		await output.put(name, content);
	}
}

function contentHash(content: string): string {
	return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
