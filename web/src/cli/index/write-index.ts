// Puts an index into its place: locks the folder, publishes, and leaves nothing else behind.

import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandError } from "../exit.js";
import { displayPath, indexFolderOf } from "../site.js";
import {
	besideFiles,
	countedBesideFiles,
	removeBesideLeftovers,
} from "./beside.js";
import { FileSpill, scratchName } from "./file-spill.js";
import { lockFolder } from "./lock.js";
import type { Reporter } from "./make.js";
import { countingOutput, openOutput } from "./output-folder.js";
import { type Published, type PublishOptions, publish } from "./publish.js";

/** What an index is written of, and where. */
export interface WriteOptions
	extends Pick<
			PublishOptions,
			| "store"
			| "entries"
			| "configuration"
			| "visibility"
			| "memory"
			| "keepsOld"
			| "project"
			| "signal"
		>,
		Pick<Reporter, "note" | "startProgress"> {
	/** The folder that the index and what stands beside it go to; absolute. */
	out: string;
	/** Whether nothing is written. */
	dryRun: boolean;
}

/** What was written. */
export interface WrittenIndex {
	/** The index's folder, as the user would name it. */
	folder: string;
	/** How many files it has. */
	files: number;
	/** How many bytes they have. */
	bytes: number;
	/** The engine that searches each language's articles. */
	search: Published["search"];
	/** The feeds and the sitemap, as the user would name them. */
	beside: string[];
}

/**
 * Writes an index and what stands beside it.
 * @throws CommandError when it cannot be done; the index that was there before is whole then
 */
export async function writeIndex(options: WriteOptions): Promise<WrittenIndex> {
	const { out, configuration, signal, dryRun } = options;
	const folder = indexFolderOf(out, configuration);
	const output = dryRun ? countingOutput(folder) : openOutput(folder);
	const beside = dryRun ? countedBesideFiles(out) : besideFiles(out);
	const lock = dryRun
		? undefined
		: await lockFolder(folder, signal, ({ pid, host }) =>
				options.note(
					`Waiting for process ${pid} on ${host}, which writes ${displayPath(folder)}.`,
				),
			);
	const scratch = dryRun
		? join(tmpdir(), `inkstone-${randomUUID()}`)
		: join(folder, scratchName);
	try {
		if (lock) {
			await rm(scratch, { recursive: true, force: true });
			await removeBesideLeftovers(out);
		}
		const { search } = await publish({
			...options,
			output,
			beside,
			spill: new FileSpill(scratch),
			onStart: (total) => options.startProgress("Writing", total),
			async beforeCommit() {
				if (lock && !(await lock.holds())) {
					throw new CommandError(
						`Another process has taken over ${displayPath(folder)}, as this one had stopped for long. Run the command again.`,
					);
				}
			},
		});
		return {
			folder: displayPath(folder),
			files: output.names.size,
			bytes: output.bytes,
			search,
			beside: beside.paths.map(displayPath),
		};
	} finally {
		await lock?.release();
	}
}
