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
import type { SearchMemory } from "./search-memory.js";

/** What search indexes are made of, and where they go. */
export interface SearchOptions {
	/** How the configuration wants it. */
	search: SiteSearch;
	/** How many articles each of the site's languages has. */
	counts: Record<string, number>;
	/** What says of each language whether its articles are the same. */
	fingerprints: Record<string, string>;
	/** What was made before. */
	memory: SearchMemory;
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

/** Begins the search indexes. Those whose articles are the same stay as they are. */
export async function openSearch(options: SearchOptions): Promise<SearchFiles> {
	const { search, counts, output } = options;
	const locations: Record<string, SearchLocation> = {};
	const small = new Map<string, MiniSearchFiles>();
	const large: string[] = [];
	for (const [site, count] of Object.entries(counts)) {
		if (count === 0 || search.engine === "none") {
			continue;
		}
		const isLarge =
			search.engine === "pagefind" ||
			(search.engine === "auto" && count > search.limit);
		const kept = await keep(site, isLarge, options);
		if (kept) {
			locations[site] = kept;
		} else if (isLarge) {
			large.push(site);
		} else {
			small.set(site, new MiniSearchFiles(site, output));
		}
	}

	return {
		async add(site, document) {
			await small.get(site)?.add(document);
		},
		async end() {
			for (const [site, files] of small) {
				const location = await files.end();
				locations[site] = location;
				noteMade(site, location, files.names, options);
			}
			if (large.length > 0) {
				Object.assign(locations, await makeLarge(large, options));
			}
			// In the same order, whichever were made now.
			return Object.fromEntries(
				Object.keys(counts).flatMap((site) => {
					const location = locations[site];
					return location ? [[site, location]] : [];
				}),
			);
		},
	};
}

// What was made before, if it was made of the same and is still there.
async function keep(
	site: string,
	isLarge: boolean,
	{ fingerprints, memory, output }: SearchOptions,
): Promise<SearchLocation | undefined> {
	const made = memory.recall(site);
	const isSame =
		made?.fingerprint === fingerprints[site] &&
		(made?.location.engine === "pagefind") === isLarge;
	if (!made || !isSame || !(await output.keep(made.names))) {
		return undefined;
	}
	memory.note(site, made);
	return made.location;
}

function noteMade(
	site: string,
	location: SearchLocation,
	names: string[],
	{ fingerprints, memory }: SearchOptions,
): void {
	memory.note(site, {
		fingerprint: fingerprints[site] ?? "",
		location,
		names,
	});
}

// One after the other: Pagefind holds what it has of a language in memory.
async function makeLarge(
	sites: readonly string[],
	options: SearchOptions,
): Promise<Record<string, SearchLocation>> {
	const { search, output, project, documents, note } = options;
	const locations: Record<string, SearchLocation> = {};
	try {
		const pagefind = await loadPagefind(project);
		for (const site of sites) {
			let bundles: string[] = [];
			const folder = await output.putFolder("pagefind", async (place) => {
				const articles = documents(new Set([site]));
				const made = await writePagefind(pagefind, articles, place);
				bundles = made.get(site) ?? [];
			});
			const location: SearchLocation = {
				engine: "pagefind",
				urls: bundles.map((name) => `${folder}/${name}/`),
			};
			const names = [...output.names].filter((name) =>
				name.startsWith(`${folder}/`),
			);
			noteMade(site, location, names, options);
			locations[site] = location;
		}
		return locations;
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
	for (const site of sites) {
		const files = new MiniSearchFiles(site, output);
		for await (const { document } of documents(new Set([site]))) {
			await files.add(() => document);
		}
		locations[site] = await files.end();
	}
	return locations;
}

/** A language's index by MiniSearch while it is made. */
class MiniSearchFiles {
	/** Those of the files, relative to the index. */
	readonly names: string[] = [];
	readonly #writer: SearchIndexWriter;
	readonly #output: OutputFolder;

	constructor(site: string, output: OutputFolder) {
		this.#writer = new SearchIndexWriter(site, contentHash);
		this.#output = output;
	}

	async add(document: () => SearchDocument): Promise<void> {
		await this.#put(this.#writer.add(document()));
	}

	async end(): Promise<SearchLocation> {
		await this.#put(this.#writer.end());
		return { engine: "minisearch", urls: [this.names.at(-1) ?? ""] };
	}

	async #put(files: { name: string; content: string }[]): Promise<void> {
		for (const { name, content } of files) {
			await this.#output.put(name, content);
			this.names.push(name);
		}
	}
}

function contentHash(content: string): string {
	return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
