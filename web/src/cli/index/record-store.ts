// Where records are kept between runs, and during one: in files on disk, so that memory does not grow with them.

import { randomBytes } from "node:crypto";
import {
	type FileHandle,
	mkdir,
	open,
	readdir,
	rm,
	writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import type { Card, SearchDocument } from "../../catalog/types.js";
import { CommandError, readable } from "../exit.js";
import { displayPath } from "../site.js";
import { writeAt } from "./files.js";
import {
	linesOf,
	type ReadStats,
	type RecordFacts,
	readLine,
	writeLine,
} from "./record-line.js";
import { Scratch, type Sorter } from "./sorter.js";

/** What is known of a record without reading it. */
export interface RecordEntry
	extends Pick<
		RecordFacts,
		"path" | "hash" | "key" | "from" | "until" | "hiddenBesides" | "section"
	> {
	stats?: ReadStats;
	/** What decides where the article stands; absent for a file that describes a section. */
	card?: EntryCard;
	/** Whether something was found in the file that its author should know. */
	hasDiagnostics: boolean;
	/** The line, without its line break. */
	place: { segment: number; offset: number; bytes: number };
}

/** What is known of a card without reading it. */
export type EntryCard = Pick<
	Card,
	"path" | "route" | "site" | "title" | "date" | "weight" | "hidden"
>;

/** A line that says that a file, though written to, is what it was. */
interface Touched {
	path: string;
	/** Its hash. */
	same: string;
	stats?: ReadStats;
}

/** A file of records. */
interface Segment {
	path: string;
	handle: FileHandle;
	/** In bytes; what is counted has been written. */
	size: number;
}

const segmentName = /^records-[0-9a-f]{16}\.ndjson$/;

/** The records of a blog, in a folder of segments. Lines are only added; the last one about a file counts. */
export class RecordStore {
	/** For what else is too much for memory; closed with the store. */
	readonly scratch: Scratch;
	readonly #folder: string;
	readonly #segments: Segment[] = [];
	readonly #known: Sorter<RecordEntry | Touched>;
	#own: Segment | undefined;

	private constructor(folder: string) {
		this.#folder = folder;
		this.scratch = new Scratch(folder);
		this.#known = this.scratch.sorter();
	}

	/**
	 * Opens a store.
	 * @param folder where new records go; it is made with the first of them
	 * @param known a folder with what earlier runs have left, if any; what is damaged is left out
	 */
	static async open(folder: string, known?: string): Promise<RecordStore> {
		const store = new RecordStore(folder);
		const names = known ? await readdir(known).catch(() => []) : [];
		for (const name of names.filter((one) => segmentName.test(one)).sort()) {
			await store.addSegment(join(known ?? "", name)).catch((error) => {
				// Another run may have tidied up in between.
				if (error.code !== "ENOENT") {
					throw error;
				}
			});
		}
		return store;
	}

	/**
	 * Reads the records of a file.
	 * @param path of a segment or a shard
	 * @param isRecord is asked for every line that is whole, by its number from 0; a shard's first one is none
	 */
	async addSegment(
		path: string,
		isRecord: (facts: string, index: number) => boolean = () => true,
	): Promise<void> {
		const handle = await open(path, "r");
		const segment: Segment = { path, handle, size: 0 };
		const number = this.#segments.push(segment) - 1;
		let index = 0;
		const chunks = handle.createReadStream({
			autoClose: false,
			start: 0,
			highWaterMark: 1 << 20,
		});
		for await (const { offset, line } of linesOf(chunks)) {
			segment.size = offset + line.length + 1;
			const parts = readLine(line);
			if (parts && isRecord(parts.facts, index++)) {
				const stats = parts.stats === "" ? undefined : JSON.parse(parts.stats);
				const facts: RecordFacts | Touched = JSON.parse(parts.facts);
				const place = { segment: number, offset, bytes: line.length };
				await this.#known.add(
					[facts.path],
					"same" in facts ? { ...facts, stats } : entryOf(facts, stats, place),
				);
			}
		}
	}

	/**
	 * What was read from files: of each file of the blog one entry, in the order of their paths. Nothing that was added
	 * since is among them.
	 */
	async *known(): AsyncGenerator<RecordEntry> {
		let last: RecordEntry | undefined;
		for await (const one of this.#known) {
			if (last && last.path !== one.path) {
				yield last;
				last = undefined;
			}
			if (!("same" in one)) {
				last = newerOf(last, one);
			} else if (last?.hash === one.same) {
				last = { ...last, ...(one.stats && { stats: one.stats }) };
			}
		}
		if (last) {
			yield last;
		}
	}

	/**
	 * Adds a record.
	 * @param facts its facts
	 * @param line as `writeLine` makes it, of the same facts
	 * @param stats the file's
	 * @returns its entry
	 */
	async add(
		facts: RecordFacts,
		line: Uint8Array,
		stats: ReadStats,
	): Promise<RecordEntry> {
		const place = await this.#append(line);
		return entryOf(facts, stats, { ...place, bytes: line.byteLength - 1 });
	}

	/**
	 * Notes that a file, though written to, is what it was.
	 * @returns its entry
	 */
	async touch(entry: RecordEntry, stats: ReadStats): Promise<RecordEntry> {
		const same = JSON.stringify({ path: entry.path, same: entry.hash });
		await this.#append(writeLine(JSON.stringify(stats), same, ""));
		return { ...entry, stats };
	}

	/**
	 * A record, from the disk.
	 * @returns its facts, and what makes its search document of the line, which not everybody needs
	 */
	async record(
		entry: RecordEntry,
	): Promise<{ facts: RecordFacts; document(): SearchDocument }> {
		const { line, parts } = await this.#read(entry);
		return {
			facts: JSON.parse(parts.facts),
			document: () => JSON.parse(line.toString("utf8", parts.documentStart)),
		};
	}

	/** A record's line without what is known of the file's state, which differs between machines. */
	async portableLine(entry: RecordEntry): Promise<Buffer> {
		const { line, parts } = await this.#read(entry);
		return writeLine("", parts.facts, line.subarray(parts.documentStart));
	}

	/**
	 * Makes the disk have what was added, and when most of what is kept is out of date, writes the rest anew. Nothing can
	 * be read afterwards.
	 * @param live the entries of all records that are not out of date
	 * @param signal ends it; everything is left as it was
	 */
	async tidy(
		live: AsyncIterable<RecordEntry>,
		signal: AbortSignal,
	): Promise<void> {
		let needed = 0;
		for await (const { place } of live) {
			needed += place.bytes;
		}
		const old = this.#segments.slice();
		const all = old.reduce((sum, { size }) => sum + size, 0);
		if (old.length > 24 || all > 2 * needed + (1 << 20)) {
			this.#own = await this.#startSegment();
			for await (const entry of live) {
				signal.throwIfAborted();
				const { line, parts } = await this.#read(entry);
				await this.#append(
					writeLine(
						JSON.stringify(entry.stats),
						parts.facts,
						line.subarray(parts.documentStart),
					),
				);
			}
			await this.#own.handle.sync();
			for (const segment of old) {
				await segment.handle.close();
				await rm(segment.path, { force: true });
			}
		}
		await this.#own?.handle.sync();
	}

	/** Closes the files. */
	async close(): Promise<void> {
		await this.scratch.close();
		for (const { handle } of this.#segments) {
			await handle.close().catch(() => {});
		}
	}

	async #append(
		line: Uint8Array,
	): Promise<{ segment: number; offset: number }> {
		this.#own ??= await this.#startSegment();
		const own = this.#own;
		const offset = own.size;
		try {
			await writeAt(own.handle, line, offset);
		} catch (error) {
			throw readable(error, `write ${displayPath(own.path)}`);
		}
		own.size += line.byteLength;
		return { segment: this.#segments.indexOf(own), offset };
	}

	async #startSegment(): Promise<Segment> {
		await mkdir(this.#folder, { recursive: true });
		// What can be deleted at any time is in nobody's repository.
		const ignore = join(this.#folder, ".gitignore");
		await writeFile(ignore, "*\n", { flag: "wx" }).catch((error) => {
			if (error.code !== "EEXIST") {
				throw error;
			}
		});
		// By their names they are in the order of their making, so that a file's last line is read last.
		const time = Date.now().toString(16).padStart(12, "0");
		const name = `records-${time}${randomBytes(2).toString("hex")}.ndjson`;
		const path = join(this.#folder, name);
		const segment = { path, handle: await open(path, "wx+"), size: 0 };
		this.#segments.push(segment);
		return segment;
	}

	async #read({ place }: RecordEntry) {
		const { offset, bytes } = place;
		const segment = this.#segments[place.segment];
		if (!segment) {
			throw new Error("An entry is of another store");
		}
		const line = Buffer.allocUnsafe(bytes);
		const { bytesRead } = await segment.handle.read(line, 0, bytes, offset);
		const parts = bytesRead === bytes ? readLine(line) : undefined;
		if (!parts) {
			throw new CommandError(
				`${displayPath(segment.path)} was changed while it was read. Run the command again.`,
			);
		}
		return { line, parts };
	}
}

function entryOf(
	facts: RecordFacts,
	stats: ReadStats | undefined,
	place: RecordEntry["place"],
): RecordEntry {
	const { path, hash, key, from, until, hiddenBesides, card, section } = facts;
	return {
		path,
		hash,
		key,
		hasDiagnostics: facts.diagnostics.length > 0,
		place,
		...(stats && { stats }),
		...(from !== undefined && { from }),
		...(until !== undefined && { until }),
		...(hiddenBesides !== undefined && { hiddenBesides }),
		...(section && { section }),
		...(card && { card: entryCard(card) }),
	};
}

function entryCard(card: Card): EntryCard {
	const { path, route, site, title, date, weight, hidden } = card;
	return { path, route, site, title, date, weight, hidden };
}

// Of two runs at once, the one that has read the file later counts.
function newerOf(a: RecordEntry | undefined, b: RecordEntry): RecordEntry {
	return a?.stats && b.stats && a.stats[3] > b.stats[3] ? a : b;
}
