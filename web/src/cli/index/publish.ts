// The second half of an index: from records to everything that readers, feeds and search engines ask for. It needs
// no articles, so shards of records from many machines are made into an index by the same lines.

import { createHash, type Hash } from "node:crypto";
import { orderKey } from "../../catalog/order.js";
import type { Card, SearchLocation, SectionCard } from "../../catalog/types.js";
import { type CatalogFile, catalogFiles } from "../../catalog/writer.js";
import type { SiteConfiguration } from "../../types.js";
import type { Progress } from "../progress.js";
import {
	type ArticleEntry,
	ArticleTally,
	hiddenBy,
	isArticle,
	type Visibility,
} from "./articles.js";
import type { BesideFiles } from "./beside.js";
import type { FileSpill } from "./file-spill.js";
import { inOrder } from "./find.js";
import type { OutputFolder } from "./output-folder.js";
import type { EntryCard, RecordEntry, RecordStore } from "./record-store.js";
import { openSearch } from "./search-files.js";
import { programFingerprint, type SearchMemory } from "./search-memory.js";
import { filtered, grouped } from "./sequences.js";
import { openWebFiles } from "./web-files.js";

/** What an index is made of, and where it goes. */
export interface PublishOptions {
	store: RecordStore;
	/** Of all records, in the order of their paths. */
	entries: AsyncIterable<RecordEntry>;
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
	const tally = new ArticleTally(configuration.languages, visibility);
	const sections: SectionCard[] = [];
	// In the site's order.
	const articles = store.scratch.sorter<ArticleEntry>();
	for await (const entry of options.entries) {
		if (entry.section) {
			sections.push(entry.section);
		}
		if (isArticle(entry)) {
			tally.add(entry);
			await articles.add(orderKeys(entry.card), entry);
		}
	}
	const search = await openSearch({
		search: configuration.search,
		counts: tally.counts.listed,
		fingerprints: await fingerprintsOf(articles, visibility),
		memory: options.memory,
		output,
		project: options.project,
		documents,
		note: options.note,
	});
	const web = openWebFiles(configuration, store.scratch);
	if (!web) {
		options.note(
			"There are no feeds and no sitemap, because the configuration has no `baseUrl`.",
		);
	}
	const progress = options.onStart(articles.count);

	// Filled when the cards have come to their end, which is before it is asked for.
	const locations: Record<string, SearchLocation> = {};

	async function* records(some: AsyncIterable<ArticleEntry>) {
		for await (const group of grouped(some, readAhead)) {
			signal.throwIfAborted();
			yield* await inOrder(group, readAhead, async (entry) => ({
				entry,
				...(await store.record(entry)),
			}));
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
				await web?.add(card);
			}
			progress.advance(1);
			yield card;
		}
		Object.assign(locations, await search.end());
	}

	async function* documents(sites: ReadonlySet<string>) {
		const some = filtered(
			articles,
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
			sections,
			total: articles.count,
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
		await web?.write(beside);
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

// A title may have what would part it from the path in a key.
function orderKeys(card: EntryCard): string[] {
	const { title, path } = card;
	return [orderKey({ ...card, title: "", path: "" }), title, path];
}

// Of each language: a record is made of a file's bytes and what its key stands for, and nothing else.
async function fingerprintsOf(
	articles: AsyncIterable<ArticleEntry>,
	visibility: Visibility,
): Promise<Record<string, string>> {
	const program = programFingerprint();
	const hashes = new Map<string, Hash>();
	for await (const entry of articles) {
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
