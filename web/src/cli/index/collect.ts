// The first half of an index: from the files of a blog to a record of each, with no more work than has changed.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { CardConfiguration } from "../../catalog/card.js";
import type { SiteConfiguration } from "../../types.js";
import type { FileDiagnostic } from "../diagnostics.js";
import { binFile, distFile, packageVersion } from "../package.js";
import type { Progress } from "../progress.js";
import { coreModule } from "../renderer.js";
import type { FileStats, Findings } from "./find.js";
import { renderInThreads } from "./pool.js";
import type { RecordEntry, RecordStore } from "./record-store.js";
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
	/** @param total how many files are looked at */
	onStart(total: number): Progress;
}

/**
 * Makes the store have a record of each file that is selected, and of none that is gone.
 * @param store of the records
 * @param findings the files
 * @param options what they are made with
 */
export async function collectRecords(
	store: RecordStore,
	findings: Findings,
	options: CollectOptions,
): Promise<Collected> {
	const { folder, configuration, now, threads, signal } = options;
	const files = findings.files.filter(({ path }) => options.isSelected(path));
	const key = await recordKey(configuration);
	const collected: Collected = {
		found: files.length,
		read: 0,
		rendered: 0,
		removed: 0,
		failed: findings.unreadable
			.filter(({ path }) => options.isSelected(path))
			.map(({ path, reason }) =>
				failure(path, "file-unreadable", `It cannot be read: ${reason}.`),
			),
	};
	const paths = new Set(findings.files.map(({ path }) => path));
	for (const path of store.entries.keys()) {
		if (!paths.has(path)) {
			store.entries.delete(path);
			collected.removed++;
		}
	}
	const items: WorkItem[] = [];
	for (const { path, stats } of files) {
		const entry = store.entries.get(path);
		const holds = entry?.key === key && holdsAt(entry, now.getTime());
		if (!holds) {
			items.push({ path, stats });
		} else if (!isUntouched(entry, stats)) {
			items.push({ path, stats, known: entry.hash });
		}
	}

	const progress = options.onStart(items.length);
	async function handle(result: WorkResult): Promise<void> {
		collected.read++;
		if (result.kind === "failed") {
			const { path, code, message } = result;
			store.entries.delete(path);
			collected.failed.push(failure(path, code, message));
		} else if (result.kind === "same") {
			const entry = store.entries.get(result.path) as RecordEntry;
			await store.touch(entry, result.stats);
		} else {
			collected.rendered++;
			await store.add(result.facts, result.line, result.stats);
		}
	}
	try {
		await renderInThreads(
			items,
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
	collected.failed.sort((a, b) => (a.path < b.path ? -1 : 1));
	return collected;
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
