// `inkstone merge`, from shards to the index.

import { readdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { MergeOptions } from "../commands/merge.js";
import { CommandError, ExitStatus, readable, UsageError } from "../exit.js";
import type { Output } from "../output.js";
import { startProgress } from "../progress.js";
import { interruptible } from "../signals.js";
import { displayPath } from "../site.js";
import { collectOften } from "./heap.js";
import { RecordStore } from "./record-store.js";
import { noMemory } from "./search-memory.js";
import type { ShardHeader } from "./shard.js";
import { summaryOfIndex } from "./summary.js";
import { writeIndex } from "./write-index.js";

/**
 * Runs `inkstone merge`.
 * @param shards files, or folders of them, as given
 * @param options as given
 * @param output where to print
 */
export async function runMerge(
	shards: string[],
	options: MergeOptions,
	output: Output,
): Promise<ExitStatus> {
	const dryRun = options.dryRun === true;
	collectOften();
	const start = performance.now();
	const out = resolve(options.out);
	const store = await RecordStore.open(dryRun ? tmpdir() : out);
	try {
		const { configuration, visibility } = await readShards(shards, store);
		const index = await interruptible((signal) =>
			writeIndex({
				store,
				entries: { [Symbol.asyncIterator]: () => store.known() },
				out,
				memory: noMemory,
				project: out,
				configuration,
				visibility,
				dryRun,
				signal,
				note: (text) => output.note(text),
				startProgress: (what, total) => startProgress(output, what, total),
			}),
		);
		const write = performance.now() - start;
		output.document({ written: !dryRun, index, times: { write } });
		for (const line of summaryOfIndex(index, dryRun, output.colors)) {
			output.note(line);
		}
		return ExitStatus.ok;
	} finally {
		await store.close();
	}
}

async function readShards(
	given: string[],
	store: RecordStore,
): Promise<ShardHeader> {
	const headers: { file: string; header: ShardHeader }[] = [];
	for (const file of await shardFiles(given)) {
		headers.push({ file, header: await readShard(file, store) });
	}
	const [first] = headers;
	if (!first) {
		throw new UsageError("There is no shard in the folder.");
	}
	const common = commonOf(first.header);
	const seen = new Map<number, string>();
	for (const { file, header } of headers) {
		if (commonOf(header) !== common) {
			throw new CommandError(
				`${displayPath(file)} and ${displayPath(first.file)} are shards of different indexes: their configurations, options or versions of Inkstone differ.`,
			);
		}
		const { number } = header.shard;
		const other = seen.get(number);
		if (other !== undefined) {
			throw new UsageError(
				`${displayPath(file)} and ${displayPath(other)} are the same shard.`,
			);
		}
		seen.set(number, file);
	}
	const { of } = first.header.shard;
	const missing = Array.from({ length: of }, (_, i) => i + 1).filter(
		(number) => !seen.has(number),
	);
	if (missing.length > 0) {
		throw new UsageError(
			`Of ${of} shards, ${missing.length === 1 ? "one is" : `${missing.length} are`} missing: ${missing.slice(0, 20).join(", ")}${missing.length > 20 ? " …" : ""}.`,
		);
	}
	return first.header;
}

async function readShard(
	file: string,
	store: RecordStore,
): Promise<ShardHeader> {
	let header: ShardHeader | undefined;
	let records = 0;
	try {
		await store.addSegment(file, (facts, index) => {
			if (index === 0) {
				header = JSON.parse(facts);
				return false;
			}
			records++;
			return true;
		});
	} catch (error) {
		throw readable(error, `read ${displayPath(file)}`);
	}
	if (header?.inkstoneShard !== 1) {
		throw new CommandError(`${displayPath(file)} is no shard.`);
	}
	if (records !== header.records) {
		throw new CommandError(
			`${displayPath(file)} is not whole: of ${header.records} records it has ${records}.`,
		);
	}
	return header;
}

async function shardFiles(given: string[]): Promise<string[]> {
	const files: string[] = [];
	for (const path of given) {
		try {
			if ((await stat(path)).isDirectory()) {
				const names = (await readdir(path)).filter((name) =>
					/^shard-\d+-of-\d+\.ndjson$/.test(name),
				);
				files.push(...names.sort().map((name) => join(path, name)));
			} else {
				files.push(path);
			}
		} catch (error) {
			throw readable(error, `read ${path}`);
		}
	}
	return files.map((file) => resolve(file));
}

function commonOf(header: ShardHeader): string {
	const { key, configuration, visibility, shard } = header;
	return JSON.stringify([key, configuration, visibility, shard.of]);
}
