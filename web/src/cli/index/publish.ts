// The second half of an index: from records to everything that readers, feeds and search engines ask for. It needs
// no articles, so shards of records from many machines are made into an index by the same lines.

import { createHash, type Hash } from "node:crypto";
import { membershipsOf } from "../../catalog/lists.js";
import { compareTexts, orderKey } from "../../catalog/order.js";
import type { Card, SearchLocation } from "../../catalog/types.js";
import { type CatalogFile, catalogFiles } from "../../catalog/writer.js";
import type { SiteConfiguration } from "../../types.js";
import type { Progress } from "../progress.js";
import {
	type ArticleEntry,
	countArticles,
	hiddenBy,
	isArticle,
	sectionsIn,
	type Visibility,
} from "./articles.js";
import type { BesideFiles } from "./beside.js";
import type { FileSpill } from "./file-spill.js";
import { inOrder } from "./find.js";
import type { OutputFolder } from "./output-folder.js";
import type { RecordStore } from "./record-store.js";
import { openSearch } from "./search-files.js";
import { programFingerprint, type SearchMemory } from "./search-memory.js";
import { openWebFiles } from "./web-files.js";

/** What an index is made of, and where it goes. */
export interface PublishOptions {
	store: RecordStore;
	configuration: SiteConfiguration;
	visibility: Visibility;
	output: OutputFolder;
	beside: BesideFiles;
	spill: FileSpill;
	/** Which search indexes were made before. */
	memory: SearchMemory;
	/** Whether the files of the index that was there stay, for pages that are open. */
	keepsOld?: boolean | undefined;
	/** The folder of a project that may have Pagefind among its packages. */
	project: string;
	signal: AbortSignal;
	/** @param total how many articles there are */
	onStart(total: number): Progress;
	/** Is called when all is written and nothing has changed yet. */
	beforeCommit(): Promise<void>;
	/** Hears what readers of the output should know. */
	note(text: string): void;
}

/** What has been made. */
export interface Published {
	/** The engine that searches each language's articles. */
	search: Record<string, string>;
}

// Records are read ahead by so many, which is what a disk can do at a time.
const readAhead = 64;

/**
 * Writes an index and what stands beside it; nothing is in its place before all of it is written.
 * @param options what of, and where
 * @returns what was written; the index is the new one then
 */
export async function publish(options: PublishOptions): Promise<Published> {
	const { store, configuration, visibility, signal } = options;
	const { output, beside, spill } = options;
	const articles = inSiteOrder([...store.entries.values()].filter(isArticle));
	const { listed } = countArticles(
		articles,
		configuration.languages,
		visibility,
	);
	const search = await openSearch({
		search: configuration.search,
		counts: listed,
		fingerprints: fingerprintsOf(articles, visibility),
		memory: options.memory,
		output,
		project: options.project,
		documents,
		note: options.note,
	});
	const web = openWebFiles(configuration);
	if (!web) {
		options.note(
			"There are no feeds and no sitemap, because the configuration has no `baseUrl`.",
		);
	}
	const progress = options.onStart(articles.length);

	// Filled when the cards have come to their end, which is before it is asked for.
	const locations: Record<string, SearchLocation> = {};

	async function* records(some: readonly ArticleEntry[]) {
		for (let start = 0; start < some.length; start += readAhead) {
			signal.throwIfAborted();
			const group = some.slice(start, start + readAhead);
			const records = await inOrder(group, readAhead, async (entry) => ({
				entry,
				...(await store.record(entry)),
			}));
			yield* records;
		}
	}

	async function* cards(): AsyncGenerator<Card> {
		for await (const { entry, facts, document } of records(articles)) {
			const card: Card = {
				...(facts.card as Card),
				hidden: hiddenBy(entry, visibility),
			};
			if (card.hidden === "") {
				await search.add(card.site, document);
			}
			if (isInHome(card, configuration)) {
				web?.addHome(card);
			}
			progress.advance(1);
			yield card;
		}
		Object.assign(locations, await search.end());
	}

	async function* documents(sites: ReadonlySet<string>) {
		const some = articles.filter(
			(entry) =>
				sites.has(entry.card.site) && hiddenBy(entry, visibility) === "",
		);
		for await (const { entry, document } of records(some)) {
			yield { lang: entry.card.site, document: document() };
		}
	}

	try {
		let index: CatalogFile | undefined;
		const files = catalogFiles({
			cards: cards(),
			sections: sectionsIn(store),
			total: articles.length,
			configuration,
			spill,
			search: locations,
		});
		for await (const file of files) {
			if (file.name === "index.json") {
				index = file;
			} else {
				await output.put(file.name, file.content);
			}
		}
		await web?.write(
			articles.filter((entry) => hiddenBy(entry, visibility) === ""),
			beside,
		);
		signal.throwIfAborted();
		await options.beforeCommit();
		if (!index) {
			throw new Error("There is no index.json among the index's files");
		}
		await output.commit(index.name, index.content);
		await beside.finish();
		if (!options.keepsOld) {
			await output.removeStale();
		}
		const engines = Object.entries(locations).map(([site, { engine }]) => [
			site,
			engine,
		]);
		return { search: Object.fromEntries(engines) };
	} catch (error) {
		await output.discard();
		await beside.discard();
		throw error;
	} finally {
		progress.end();
		await spill.end();
	}
}

// Comparing the cards themselves would read their dates again with each comparison.
function inSiteOrder(articles: ArticleEntry[]): ArticleEntry[] {
	return articles
		.map((entry) => {
			const { title, path } = entry.card;
			// A title may have what would part it from the path in a key.
			const key = orderKey({ ...entry.card, title: "", path: "" });
			return { entry, key, title, path };
		})
		.sort(
			(a, b) =>
				compareTexts(a.key, b.key) ||
				compareTexts(a.title, b.title) ||
				compareTexts(a.path, b.path),
		)
		.map(({ entry }) => entry);
}

// Of each language: a record is made of a file's bytes and what its key stands for, and nothing else.
function fingerprintsOf(
	articles: readonly ArticleEntry[],
	visibility: Visibility,
): Record<string, string> {
	const program = programFingerprint();
	const hashes = new Map<string, Hash>();
	for (const entry of articles) {
		if (hiddenBy(entry, visibility) === "") {
			const { site } = entry.card;
			const hash = hashes.get(site) ?? createHash("sha256").update(program);
			hashes.set(site, hash);
			hash.update(JSON.stringify([entry.path, entry.hash, entry.key]));
		}
	}
	return Object.fromEntries(
		Array.from(hashes, ([site, hash]) => [site, hash.digest("hex")]),
	);
}

function isInHome(card: Card, configuration: SiteConfiguration): boolean {
	return membershipsOf(card, configuration).some(({ list }) => list === "home");
}
