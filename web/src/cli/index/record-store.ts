// Where records are kept between runs, and during one: in files on disk, so that memory grows only by what lists are
// ordered by, however long the articles are.

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
import type { Card, SearchDocument, SectionCard } from "../../catalog/types.js";
import type { Severity } from "../../types.js";
import { CommandError, readable } from "../exit.js";
import { displayPath } from "../site.js";
import {
	linesOf,
	type ReadStats,
	type RecordFacts,
	readLine,
	writeLine,
} from "./record-line.js";

/** What is kept in memory of a record. */
export interface RecordEntry
	extends Pick<
		RecordFacts,
		"path" | "hash" | "key" | "from" | "until" | "hiddenBesides"
	> {
	stats: ReadStats | undefined;
	/** What decides where the article stands; absent for a file that describes a section. */
	card: EntryCard | undefined;
	section: SectionCard | undefined;
	/** The severities of what was found in the file. */
	findings: Severity[];
	place: { segment: Segment; offset: number; bytes: number };
}

/** What is kept in memory of a card. */
export type EntryCard = Pick<
	Card,
	| "path"
	| "route"
	| "site"
	| "section"
	| "translationKey"
	| "title"
	| "date"
	| "lastmod"
	| "weight"
	| "hidden"
>;

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
	/** By their paths. */
	readonly entries = new Map<string, RecordEntry>();
	readonly #folder: string;
	readonly #segments: Segment[] = [];
	/** Texts that many records have, each once: JSON and threads give every record its own. */
	readonly #texts = new Map<string, string>();
	#own: Segment | undefined;

	private constructor(folder: string) {
		this.#folder = folder;
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
		this.#segments.push(segment);
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
				this.#remember(JSON.parse(parts.facts), stats, {
					segment,
					offset,
					bytes: line.length,
				});
			}
		}
	}

	/**
	 * Adds a record.
	 * @param facts its facts
	 * @param line as `writeLine` makes it, of the same facts
	 * @param stats the file's
	 */
	async add(
		facts: RecordFacts,
		line: Uint8Array,
		stats: ReadStats,
	): Promise<void> {
		const place = await this.#append(line);
		this.#remember(facts, stats, { ...place, bytes: line.byteLength - 1 });
	}

	/** Notes that a file, though written to, is what it was. */
	async touch(entry: RecordEntry, stats: ReadStats): Promise<void> {
		entry.stats = stats;
		const same = JSON.stringify({ path: entry.path, same: entry.hash });
		await this.#append(writeLine(JSON.stringify(stats), same, ""));
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
	 * Makes the disk have what was added, and when most of what is kept is out of date, writes the rest anew.
	 * @param signal ends it; everything is left as it was
	 */
	async tidy(signal: AbortSignal): Promise<void> {
		const live = [...this.entries.values()];
		const needed = live.reduce((sum, { place }) => sum + place.bytes, 0);
		const all = this.#segments.reduce((sum, { size }) => sum + size, 0);
		if (this.#segments.length > 24 || all > 2 * needed + (1 << 20)) {
			const old = this.#segments.slice();
			this.#own = await this.#startSegment();
			for (const entry of live) {
				signal.throwIfAborted();
				const { line, parts } = await this.#read(entry);
				const copy = writeLine(
					JSON.stringify(entry.stats),
					parts.facts,
					line.subarray(parts.documentStart),
				);
				const place = await this.#append(copy);
				entry.place = { ...place, bytes: copy.byteLength - 1 };
			}
			await this.#own.handle.sync();
			for (const segment of old) {
				this.#segments.splice(this.#segments.indexOf(segment), 1);
				await segment.handle.close();
				await rm(segment.path, { force: true });
			}
		}
		await this.#own?.handle.sync();
	}

	/** Closes the files; with `remove`, what this run has added goes away. */
	async close({ remove = false } = {}): Promise<void> {
		for (const { handle } of this.#segments) {
			await handle.close().catch(() => {});
		}
		if (remove && this.#own) {
			await rm(this.#own.path, { force: true });
		}
	}

	#remember(
		facts: RecordFacts & { same?: string },
		stats: ReadStats | undefined,
		place: RecordEntry["place"],
	): void {
		const { path, hash, key, from, until, hiddenBesides, card, section } =
			facts;
		if (facts.same !== undefined) {
			const entry = this.entries.get(path);
			if (entry?.hash === facts.same) {
				entry.stats = stats;
			}
			return;
		}
		// Of two runs at once, the one that has read the file later counts.
		const known = this.entries.get(path);
		if (known?.stats && stats && known.stats[3] > stats[3]) {
			return;
		}
		this.entries.set(path, {
			path,
			hash,
			key: this.#once(key),
			stats,
			place,
			section,
			findings: severitiesOf(facts),
			card: card && this.#entryCard(card, path),
			...(from !== undefined && { from }),
			...(until !== undefined && { until }),
			...(hiddenBesides !== undefined && { hiddenBesides }),
		});
	}

	#entryCard(card: Card, path: string): EntryCard {
		const { route, translationKey, title, date, lastmod, weight } = card;
		return {
			path,
			route,
			site: this.#once(card.site),
			section: this.#once(card.section),
			translationKey: translationKey === route ? route : translationKey,
			title,
			date,
			lastmod: lastmod === date ? date : lastmod,
			weight,
			hidden: card.hidden,
		};
	}

	#once(text: string): string {
		const known = this.#texts.get(text);
		if (known === undefined) {
			this.#texts.set(text, text);
		}
		return known ?? text;
	}

	async #append(
		line: Uint8Array,
	): Promise<{ segment: Segment; offset: number }> {
		this.#own ??= await this.#startSegment();
		const segment = this.#own;
		const offset = segment.size;
		await writeAt(segment, line, offset);
		segment.size += line.byteLength;
		return { segment, offset };
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
		const { segment, offset, bytes } = place;
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

const nothingFound: Severity[] = [];

function severitiesOf({ diagnostics }: RecordFacts): Severity[] {
	return diagnostics.length === 0
		? nothingFound
		: diagnostics.map(({ severity }) => severity);
}

async function writeAt(
	{ handle, path }: Segment,
	bytes: Uint8Array,
	offset: number,
): Promise<void> {
	let written = 0;
	while (written < bytes.byteLength) {
		try {
			const result = await handle.write(
				bytes,
				written,
				bytes.byteLength - written,
				offset + written,
			);
			written += result.bytesWritten;
		} catch (error) {
			throw readable(error, `write ${displayPath(path)}`);
		}
	}
}
