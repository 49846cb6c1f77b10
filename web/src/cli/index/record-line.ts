// How a record is kept in files: one line for each, so that caches and shards can be written as results come, read in
// a stream, and cut off anywhere without harm.
//
//     CHECKSUM ⇥ STATS ⇥ FACTS ⇥ DOCUMENT ⏎
//
// The three are JSON, which has no tabs or line breaks of its own. The checksum is of all behind it: a line that a
// killed run or a broken disk has left is taken for none.

import { crc32 } from "node:zlib";
import type { Card, SectionCard } from "../../catalog/types.js";
import type { Diagnostic } from "../../types.js";

/** What is known of a file without its search document. */
export interface RecordFacts {
	/** The file, relative to the blog's folder. */
	path: string;
	/** Of the file's bytes. */
	hash: string;
	/** Of everything else that the record is made from. */
	key: string;
	/** The record holds from this moment on, in milliseconds since 1970; absent: it has always held. */
	from?: number;
	/** The record holds until this moment; absent: for ever. */
	until?: number;
	/** The article's card; absent for a file that describes a section. */
	card?: Card;
	/** What would hide the article if it were no draft; only for drafts. */
	hiddenBesides?: Card["hidden"];
	/** What the file says of its section. */
	section?: SectionCard;
	/** What the core has found in it. */
	diagnostics: Diagnostic[];
}

/** The file's state when it was read, and when that was: modified, changed, size, read. Milliseconds and bytes. */
export type ReadStats = [
	modified: number,
	changed: number,
	size: number,
	read: number,
];

/** A line taken apart. The texts are JSON. */
export interface RecordLine {
	stats: string;
	facts: string;
	/** Where the document begins in the line, in bytes. */
	documentStart: number;
	/** In bytes. */
	documentBytes: number;
}

const tab = 0x09;
const checksumLength = 8;

/**
 * Writes a line, with the line break at its end.
 * @param stats as JSON, or "" where they are not known
 * @param facts as JSON; bytes are taken as they are
 * @param document as JSON, or ""
 */
export function writeLine(
	stats: string,
	facts: string | Uint8Array,
	document: string | Uint8Array,
): Buffer {
	const rest = Buffer.concat([
		Buffer.from(`\t${stats}\t`),
		bytesOf(facts),
		Buffer.from("\t"),
		bytesOf(document),
	]);
	return Buffer.concat([
		Buffer.from(checksumOf(rest)),
		rest,
		Buffer.from("\n"),
	]);
}

/**
 * Reads a line.
 * @param line without the line break at its end
 * @returns nothing for what is no whole line
 */
export function readLine(line: Buffer): RecordLine | undefined {
	if (line[checksumLength] !== tab) {
		return undefined;
	}
	const rest = line.subarray(checksumLength);
	if (line.toString("latin1", 0, checksumLength) !== checksumOf(rest)) {
		return undefined;
	}
	const statsStart = checksumLength + 1;
	const factsStart = line.indexOf(tab, statsStart) + 1;
	const documentStart = line.indexOf(tab, factsStart) + 1;
	if (factsStart === 0 || documentStart === 0) {
		return undefined;
	}
	return {
		stats: line.toString("utf8", statsStart, factsStart - 1),
		facts: line.toString("utf8", factsStart, documentStart - 1),
		documentStart,
		documentBytes: line.length - documentStart,
	};
}

/** A line of a file and where in it the line begins, in bytes. */
export interface LineAt {
	offset: number;
	line: Buffer;
}

/**
 * Takes a stream of bytes apart into lines.
 * @param chunks the bytes
 * @returns only lines that end with a line break
 */
export async function* linesOf(
	chunks: AsyncIterable<Buffer>,
): AsyncGenerator<LineAt> {
	let pieces: Buffer[] = [];
	let offset = 0;
	for await (const chunk of chunks) {
		let start = 0;
		for (;;) {
			const end = chunk.indexOf(0x0a, start);
			if (end < 0) {
				break;
			}
			pieces.push(chunk.subarray(start, end));
			const line =
				pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
			yield { offset, line };
			offset += line.length + 1;
			pieces = [];
			start = end + 1;
		}
		if (start < chunk.length) {
			pieces.push(chunk.subarray(start));
		}
	}
}

function bytesOf(text: string | Uint8Array): Uint8Array {
	return typeof text === "string" ? Buffer.from(text) : text;
}

function checksumOf(bytes: Uint8Array): string {
	return crc32(bytes).toString(16).padStart(checksumLength, "0");
}
