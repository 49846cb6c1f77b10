// What the main thread and the threads that render say to each other.

import type { CardConfiguration } from "../../catalog/card.js";
import type { RenderOptions } from "../../types.js";
import type { FoundFile } from "./find.js";
import type { ReadStats, RecordFacts } from "./record-line.js";

/** What a thread is started with. */
export interface WorkerStart {
	/** The compiled core. */
	core: WebAssembly.Module;
	/** The blog's folder, absolute. */
	folder: string;
	configuration: CardConfiguration;
	options: RenderOptions;
	/** The records' key. */
	key: string;
	/** The time that articles are judged by, in milliseconds since 1970. */
	now: number;
}

/** A file to make a record of. */
export interface WorkItem extends FoundFile {
	/** The hash of the file that there is a record of which still holds. */
	known?: string;
}

/** What has become of a file. */
export type WorkResult =
	/** Its bytes are what they were. */
	| { kind: "same"; path: string; stats: ReadStats }
	| {
			kind: "record";
			facts: RecordFacts;
			line: Uint8Array;
			stats: ReadStats;
	  }
	/** It could not be read, or not be rendered. */
	| { kind: "failed"; path: string; code: string; message: string };
