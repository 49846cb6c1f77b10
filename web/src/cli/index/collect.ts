// The first half of an index: from the files of a blog to a record of each, with no more work than has changed.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { CardConfiguration } from "../../catalog/card.js";
import { compareTexts } from "../../catalog/order.js";
import type { SiteConfiguration } from "../../types.js";
import type { FileDiagnostic } from "../diagnostics.js";
import { binFile, distFile, packageVersion } from "../package.js";
import type { Progress } from "../progress.js";
import { coreModule } from "../renderer.js";
import type { FileStats, FoundFile, UnreadableFile } from "./find.js";
import { renderInThreads } from "./pool.js";
import type { RecordEntry, RecordStore } from "./record-store.js";
import { joined } from "./sequences.js";
import type { Sorter } from "./sorter.js";
import type { WorkItem, WorkResult } from "./worker-messages.js";

/** The form of records; another number makes every record anew. */
const recordVersion = 1;

// A file that was written to so shortly before it was read may have been written to again within a tick of the
// file system's clock.
const tick = 2_000;

/** What has been done to come by the records. */
export interface Collected {
	/** How many files there are. */
	found: number;
	/** How many of them were read, because they may have changed. */
	read: number;
	/** How many of them were rendered, because they, or what they depend on, had changed. */
	rendered: number;
	/** How many were there the last time and are no longer. */
	removed: number;
	/** Those of which there is no record, in the order of their paths. */
	failed: (Omit<FileDiagnostic, "file"> & { path: string })[];
}

/** What records are made with. */
export interface CollectOptions {
	/** The blog's folder, absolute. */
	folder: string;
	configuration: SiteConfiguration;
	/** The time that articles are judged by. */
	now: Date;
	threads: number;
	signal: AbortSignal;
	/** Whether a file is one of those that records are made of now. */
	isSelected(path: string): boolean;
	/** Is called when all files were found. */
	onFound(): void;
	/** @param total how many files are looked at */
	onStart(total: number): Progress;
}

/** A file to make a record of, and its record, where that holds if the file's bytes are still the same. */
interface Task {
	item: WorkItem;
	entry?: RecordEntry;
}

/**
 * Makes the store have a record of each file that is selected.
 * @param store of the records
 * @param found the files, and what cannot be looked at
 * @param options what they are made with
 * @returns what was done, and the entries of all files that there are, not only of those that are selected, in the order
 * of their paths
 */
export async function collectRecords(
	store: RecordStore,
	found: AsyncIterable<FoundFile | UnreadableFile>,
	options: CollectOptions,
): Promise<{ collected: Collected; entries: Sorter<RecordEntry> }> {
	const { folder, configuration, now, threads, signal } = options;
	const collected: Collected = {
		found: 0,
		read: 0,
		rendered: 0,
		removed: 0,
		failed: [],
	};
	const files = store.scratch.sorter<FoundFile>();
	for await (const one of found) {
		if ("stats" in one) {
			await files.add([one.path], one);
		} else if (options.isSelected(one.path)) {
			const message = `It cannot be read: ${one.reason}.`;
			collected.failed.push(failure(one.path, "file-unreadable", message));
		}
	}
	options.onFound();

	const key = await recordKey(configuration);
	const entries = store.scratch.sorter<RecordEntry>();
	const tasks = store.scratch.sorter<Task>();
	for await (const [file, entry] of joined(files, store.known())) {
		if (!file) {
			collected.removed++;
			continue;
		}
		const { path, stats } = file;
		const isSelected = options.isSelected(path);
		const holds = entry?.key === key && holdsAt(entry, now.getTime());
		if (isSelected) {
			collected.found++;
		}
		if (entry && (!isSelected || (holds && isUntouched(entry, stats)))) {
			await entries.add([path], entry);
		} else if (isSelected) {
			const item = { path, stats, ...(holds && { known: entry.hash }) };
			await tasks.add([path], { item, ...(holds && { entry }) });
		}
	}
	await files.end();

	const progress = options.onStart(tasks.count);
	// Of the tasks that are under way.
	const known = new Map<string, RecordEntry>();
	async function* items(): AsyncGenerator<WorkItem> {
		for await (const { item, entry } of tasks) {
			if (entry) {
				known.set(item.path, entry);
			}
			yield item;
		}
	}
	async function handle(result: WorkResult): Promise<void> {
		collected.read++;
		if (result.kind === "failed") {
			const { path, code, message } = result;
			known.delete(path);
			collected.failed.push(failure(path, code, message));
			return;
		}
		const path = result.kind === "same" ? result.path : result.facts.path;
		const entry = known.get(path);
		known.delete(path);
		if (result.kind === "record") {
			const { facts, line, stats } = result;
			collected.rendered++;
			await entries.add([path], await store.add(facts, line, stats));
		} else if (entry) {
			await entries.add([path], await store.touch(entry, result.stats));
		}
	}
	try {
		await renderInThreads(
			items(),
			threads,
			{
				core: await coreModule(),
				folder,
				configuration: cardConfiguration(configuration),
				options: configuration.options,
				key,
				now: now.getTime(),
			},
			signal,
			async (results) => {
				for (const result of results) {
					await handle(result);
				}
				progress.advance(results.length);
			},
		);
	} finally {
		progress.end();
	}
	await tasks.end();
	collected.failed.sort((a, b) => compareTexts(a.path, b.path));
	return { collected, entries };
}

/**
 * What a record depends on besides the file's bytes and the time: the configuration as far as it counts, the core, and
 * what makes records of what the core gives.
 */
export async function recordKey(
	configuration: SiteConfiguration,
): Promise<string> {
	const hash = createHash("sha256");
	hash.update(
		JSON.stringify([
			recordVersion,
			packageVersion(),
			cardConfiguration(configuration),
			configuration.options,
		]),
	);
	for (const file of [distFile("core.wasm"), binFile("worker.js")]) {
		hash.update(await readFile(file));
	}
	return hash.digest("base64url");
}

function cardConfiguration({
	lang,
	languages,
	baseUrl,
	settings,
}: SiteConfiguration): CardConfiguration {
	const { author } = settings;
	return {
		lang,
		baseUrl,
		// Cards know of languages only their tags, and of settings only the author.
		languages: languages.map((language) => ({
			lang: language.lang,
			title: "",
			tagline: "",
			description: "",
			copyright: "",
			menus: {},
		})),
		settings: author === undefined ? {} : { author },
	};
}

function holdsAt({ from, until }: RecordEntry, now: number): boolean {
	return (from ?? -Infinity) <= now && now < (until ?? Infinity);
}

function isUntouched({ stats }: RecordEntry, now: FileStats): boolean {
	if (!stats) {
		return false;
	}
	const [modified, changed, size, read] = stats;
	return (
		modified === now.modified &&
		changed === now.changed &&
		size === now.size &&
		Math.max(modified, changed) < read - tick
	);
}

function failure(
	path: string,
	code: string,
	message: string,
): Collected["failed"][number] {
	return { path, line: 0, column: 0, severity: "error", code, message };
}
