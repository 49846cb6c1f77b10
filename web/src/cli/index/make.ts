// Makes an index, or a shard of one, of a blog's folder: what `inkstone index` does, for other subcommands to do too.

import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Shard } from "../arguments.js";
import type { FileDiagnostic } from "../diagnostics.js";
import type { Progress } from "../progress.js";
import { loadRenderer } from "../renderer.js";
import {
	configurationName,
	displayPath,
	indexFolderOf,
	readSiteFolder,
	type SiteFolder,
} from "../site.js";
import { type ArticleCounts, ArticleTally, isArticle } from "./articles.js";
import { type Collected, collectRecords } from "./collect.js";
import { walkFiles } from "./find.js";
import { collectOften } from "./heap.js";
import { RecordStore } from "./record-store.js";
import { reportFindings } from "./report.js";
import { openSearchMemory } from "./search-memory.js";
import { filtered } from "./sequences.js";
import { isOfShard, shardName, writeShard } from "./shard.js";
import { type WrittenIndex, writeIndex } from "./write-index.js";

/** Who hears what happens. */
export interface Reporter {
	/** A line for the user. */
	note(text: string): void;
	diagnostic(diagnostic: FileDiagnostic): void;
	/** @param what is done, in a word or two */
	startProgress(what: string, total: number): Progress;
}

/** What an index is made of. */
export interface MakeOptions extends Reporter {
	/** The blog's folder. */
	folder: string;
	/** The configuration; `site.yaml` in the folder by default. */
	config?: string | undefined;
	/** The folder that takes the place of the blog's for what is written; for a shard, its own. */
	out?: string | undefined;
	/** Where records are kept between runs. */
	cache?: string | undefined;
	threads: number;
	/** The time that articles are judged by. */
	now: Date;
	/** Whether lists have drafts too. */
	drafts?: boolean | undefined;
	/** Whether lists have articles too whose date is yet to come. */
	future?: boolean | undefined;
	/** Whether nothing is written. */
	dryRun?: boolean | undefined;
	/** Whether the files of the index that was there stay, for pages that are open. */
	keepsOld?: boolean | undefined;
	/** Which part of the articles; all of them by default. */
	shard?: Shard | undefined;
	signal: AbortSignal;
}

/** What was done; paths are as the user would name them. */
export interface IndexResult {
	/** Whether anything was written. */
	written: boolean;
	/** What was written, unless it is a shard. */
	index?: WrittenIndex;
	/** The shard's file. */
	shard?: string;
	articles: Omit<Collected, "failed"> & ArticleCounts & { failed: number };
	/** In milliseconds. */
	times: Record<"find" | "render" | "write", number>;
}

/**
 * Makes an index, or a shard of one.
 * @param options what of, and where
 * @throws CommandError when it cannot be done; the index that was there before is whole then
 */
export async function makeIndex(options: MakeOptions): Promise<IndexResult> {
	const { signal, shard, dryRun = false } = options;
	collectOften();
	const start = performance.now();
	const site = await readSite(options);
	const { folder, configuration } = site;
	const out = resolve(
		options.out ?? (shard ? join(folder, "inkstone-shards") : folder),
	);
	const cache = cacheFolder(folder, options.cache);
	const leftOut = [indexFolderOf(folder, configuration), out, cache];
	const isSelected = (path: string) => !shard || isOfShard(path, shard);
	const scratch = dryRun
		? await mkdtemp(join(tmpdir(), "inkstone-"))
		: undefined;
	const store = await RecordStore.open(scratch ?? cache, cache);
	try {
		let found = start;
		const { collected, entries: all } = await collectRecords(
			store,
			walkFiles(folder, configuration, leftOut, signal),
			{
				folder,
				configuration,
				now: options.now,
				threads: options.threads,
				signal,
				isSelected,
				onFound() {
					found = performance.now();
				},
				onStart: (total) => options.startProgress("Rendering", total),
			},
		);
		const entries = shard ? filtered(all, ({ path }) => isSelected(path)) : all;
		await reportFindings(folder, store, entries, collected, options);
		const rendered = performance.now();
		const visibility = {
			drafts: options.drafts === true,
			future: options.future === true,
		};
		const tally = new ArticleTally(configuration.languages, visibility);
		for await (const entry of filtered(entries, isArticle)) {
			tally.add(entry);
		}
		const result: IndexResult = {
			written: !dryRun,
			articles: {
				...collected,
				failed: collected.failed.length,
				...tally.counts,
			},
			times: { find: found - start, render: rendered - found, write: 0 },
		};
		if (shard) {
			const file = join(out, shardName(shard));
			result.shard = displayPath(file);
			if (!dryRun) {
				await writeShard(
					file,
					store,
					entries,
					shard,
					configuration,
					visibility,
				);
			}
		} else {
			const memory = openSearchMemory(cache);
			result.index = await writeIndex({
				...options,
				store,
				entries: all,
				out,
				configuration,
				visibility,
				memory,
				project: folder,
				dryRun,
			});
			if (!dryRun) {
				await memory.save();
			}
		}
		if (!dryRun) {
			await store.tidy(all, signal);
		}
		result.times.write = performance.now() - rendered;
		return result;
	} finally {
		await store.close();
		if (scratch) {
			await rm(scratch, { recursive: true, force: true });
		}
	}
}

async function readSite(options: MakeOptions): Promise<SiteFolder> {
	const inkstone = await loadRenderer();
	const site = await readSiteFolder(inkstone, options.folder, options.config);
	if (!site.file) {
		options.note(
			`There is no ${configurationName} in ${displayPath(site.folder)}: every setting has its default.`,
		);
	}
	for (const diagnostic of site.diagnostics) {
		options.diagnostic(diagnostic);
	}
	return site;
}

function cacheFolder(folder: string, given: string | undefined): string {
	if (given !== undefined) {
		return resolve(given);
	}
	const packages = join(folder, "node_modules");
	return existsSync(packages)
		? join(packages, ".cache", "inkstone")
		: join(folder, ".inkstone-cache");
}
