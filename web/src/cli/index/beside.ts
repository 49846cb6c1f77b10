// The files that an index has beside it, in the blog's folder: feeds and the sitemap. They are written before the
// index is replaced, so that a full disk is noticed in time, and come into their places after it.

import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { readable } from "../exit.js";
import { displayPath } from "../site.js";
import { isTemporary, WholeFile } from "./files.js";

/** Files that wait for the index. */
export interface BesideFiles {
	/** Their paths, absolute. */
	readonly paths: string[];
	/** Writes a file. */
	write(
		name: string,
		content: string | AsyncIterable<Buffer | string>,
	): Promise<void>;
	/** Puts them all into their places. */
	finish(): Promise<void>;
	/** Gives up those that are not in their places. */
	discard(): Promise<void>;
}

/**
 * Begins the files beside an index.
 * @param folder the blog's, or the one that takes its place; absolute
 */
export function besideFiles(folder: string): BesideFiles {
	const paths: string[] = [];
	const waiting: WholeFile[] = [];
	return {
		paths,
		async write(name, content) {
			const path = join(folder, name);
			try {
				const file = await WholeFile.create(path);
				waiting.push(file);
				for await (const part of typeof content === "string"
					? [content]
					: content) {
					await file.write(part);
				}
				await file.sync();
			} catch (error) {
				throw readable(error, `write ${displayPath(path)}`);
			}
			paths.push(path);
		},
		async finish() {
			for (const file of waiting.splice(0)) {
				await file.finish();
			}
		},
		async discard() {
			for (const file of waiting.splice(0)) {
				await file.discard();
			}
		},
	};
}

/** The same, only counted. */
export function countedBesideFiles(folder: string): BesideFiles {
	const paths: string[] = [];
	return {
		paths,
		async write(name, content) {
			if (typeof content !== "string") {
				for await (const _ of content) {
					// Read to its end, because what comes next may stand behind it.
				}
			}
			paths.push(join(folder, name));
		},
		async finish() {},
		async discard() {},
	};
}

/** Removes what killed runs have left of files beside an index. */
export async function removeBesideLeftovers(folder: string): Promise<void> {
	for (const name of await readdir(folder).catch(() => [])) {
		if (isTemporary(name) && /^\.(rss|atom|feed|sitemap)/.test(name)) {
			await rm(join(folder, name), { force: true });
		}
	}
}
