// Shards: the records of a part of a blog's articles in one file, so that any number of machines can make records, and
// one of them an index of all, without the articles. Which shard an article is in depends on its path alone.

import { createHash } from "node:crypto";
import type { SiteConfiguration } from "../../types.js";
import type { Shard } from "../arguments.js";
import { readable } from "../exit.js";
import { displayPath } from "../site.js";
import type { Visibility } from "./articles.js";
import { recordKey } from "./collect.js";
import { WholeFile } from "./files.js";
import { writeLine } from "./record-line.js";
import type { RecordEntry, RecordStore } from "./record-store.js";

/** The first line of a shard. */
export interface ShardHeader {
	/** The form of shards. */
	inkstoneShard: 1;
	shard: Shard;
	/** How many records follow. */
	records: number;
	/** That of the records; equal in all shards of an index. */
	key: string;
	configuration: SiteConfiguration;
	visibility: Visibility;
}

/** Whether a file is in a shard. */
export function isOfShard(path: string, { number, of }: Shard): boolean {
	const hash = createHash("sha256").update(path).digest().readUInt32BE();
	return hash % of === number - 1;
}

/** The name of a shard's file. */
export function shardName({ number, of }: Shard): string {
	const digits = String(of).length;
	return `shard-${String(number).padStart(digits, "0")}-of-${of}.ndjson`;
}

/**
 * Writes a shard.
 * @param file where to, absolute
 * @param store of the records
 * @param entries the shard's
 */
export async function writeShard(
	file: string,
	store: RecordStore,
	entries: AsyncIterable<RecordEntry>,
	shard: Shard,
	configuration: SiteConfiguration,
	visibility: Visibility,
): Promise<void> {
	let records = 0;
	for await (const _ of entries) {
		records++;
	}
	const header: ShardHeader = {
		inkstoneShard: 1,
		shard,
		records,
		key: await recordKey(configuration),
		configuration,
		visibility,
	};
	let whole: WholeFile | undefined;
	try {
		whole = await WholeFile.create(file);
		await whole.write(writeLine("", JSON.stringify(header), ""));
		for await (const entry of entries) {
			await whole.write(await store.portableLine(entry));
		}
		await whole.finish();
	} catch (error) {
		await whole?.discard();
		throw readable(error, `write ${displayPath(file)}`);
	}
}
