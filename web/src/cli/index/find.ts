// Finds a blog's articles: which files there are, in an order that does not depend on the file system.

import type { Dirent, Stats } from "node:fs";
import { opendir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { describedSection, isArticlePath } from "../../catalog/routes.js";
import type { SiteConfiguration } from "../../types.js";
import { reasonOf } from "../exit.js";
import { isBelow } from "../site.js";
import { grouped } from "./sequences.js";

/** A Markdown file of the blog. */
export interface FoundFile {
	/** Relative to the blog's folder, with slashes. */
	path: string;
	stats: FileStats;
}

/** What tells, without reading it, whether a file is still the same. */
export interface FileStats {
	/** In milliseconds. */
	modified: number;
	/** When anything of it last changed, its name and rights included; in milliseconds. */
	changed: number;
	/** In bytes. */
	size: number;
}

/** A file or folder that cannot be looked at. */
export interface UnreadableFile {
	path: string;
	reason: string;
}

/** What a blog's folder holds. */
export interface Findings {
	/** Ordered by their paths. */
	files: FoundFile[];
	unreadable: UnreadableFile[];
}

/**
 * Finds the files of a blog's articles and of its sections' descriptions, in no order.
 *
 * A link to a folder is followed when it leads out of the blog's folder; what is inside is found there already.
 * @param folder the blog's, absolute
 * @param languages of the blog
 * @param leftOut absolute paths of folders that hold no articles: the index, the output, the cache
 * @param signal ends the search
 * @returns what is found, as it is found
 */
export async function* walkFiles(
	folder: string,
	languages: Pick<SiteConfiguration, "lang" | "languages">,
	leftOut: readonly string[],
	signal: AbortSignal,
): AsyncGenerator<FoundFile | UnreadableFile> {
	const unreadable: UnreadableFile[] = [];
	const root = await realpath(folder);
	const seen = new Set<string>([root]);

	async function look(
		entry: Dirent,
		below: string,
	): Promise<FoundFile | "folder" | undefined> {
		if (entry.isDirectory()) {
			return isFolderOfArticles(below) ? "folder" : undefined;
		}
		const isWanted = isWantedFile(below);
		if (!isWanted && !entry.isSymbolicLink()) {
			return undefined;
		}
		// A link that leads nowhere matters only where an article should be.
		const stats = await stat(join(folder, below)).catch((error) => {
			if (isWanted) {
				unreadable.push({ path: below, reason: reasonOf(error) });
			}
			return undefined;
		});
		if (stats?.isDirectory()) {
			return isFolderOfArticles(below) && (await leadsOut(below))
				? "folder"
				: undefined;
		}
		return isWanted && stats?.isFile()
			? { path: below, stats: fileStats(stats) }
			: undefined;
	}

	// Not all at once: a folder may have more files than memory should hold.
	async function* entriesOf(path: string): AsyncGenerator<Dirent> {
		try {
			yield* await opendir(join(folder, path), { bufferSize: 256 });
		} catch (error) {
			unreadable.push({ path: path || ".", reason: reasonOf(error) });
		}
	}

	function isFolderOfArticles(path: string): boolean {
		const name = path.slice(path.lastIndexOf("/") + 1);
		return (
			!/^[._]/.test(name) &&
			name !== "node_modules" &&
			path !== "inkstone" &&
			!leftOut.includes(join(folder, path))
		);
	}

	function isWantedFile(path: string): boolean {
		return (
			isArticlePath(path, languages) ||
			describedSection(path, languages) !== undefined
		);
	}

	async function leadsOut(path: string): Promise<boolean> {
		const target = await realpath(join(folder, path));
		const isNew =
			!seen.has(target) && !isBelow(target, root) && !isBelow(root, target);
		seen.add(target);
		return isNew;
	}

	const folders = [""];
	for (let path = folders.pop(); path !== undefined; path = folders.pop()) {
		for await (const entries of grouped(entriesOf(path), 64)) {
			signal.throwIfAborted();
			const found = await inOrder(entries, 64, async (entry) => {
				const below = path === "" ? entry.name : `${path}/${entry.name}`;
				return { below, what: await look(entry, below) };
			});
			for (const { below, what } of found) {
				if (what === "folder") {
					folders.push(below);
				} else if (what) {
					yield what;
				}
			}
		}
		yield* unreadable.splice(0);
	}
}

/** The same, all of it in memory and in order. */
export async function findFiles(
	...parameters: Parameters<typeof walkFiles>
): Promise<Findings> {
	const findings: Findings = { files: [], unreadable: [] };
	for await (const found of walkFiles(...parameters)) {
		if ("stats" in found) {
			findings.files.push(found);
		} else {
			findings.unreadable.push(found);
		}
	}
	findings.files.sort((a, b) => compareText(a.path, b.path));
	findings.unreadable.sort((a, b) => compareText(a.path, b.path));
	return findings;
}

/** Compares texts by their code units: the same order on every machine. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function fileStats({ mtimeMs, ctimeMs, size }: Stats): FileStats {
	return { modified: mtimeMs, changed: ctimeMs, size };
}

/**
 * Does work on many things, some at a time.
 * @param limit how many at a time
 * @returns the results in the order of the things
 */
export async function inOrder<T, R>(
	things: readonly T[],
	limit: number,
	work: (thing: T) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	let next = 0;
	async function lane(): Promise<void> {
		while (next < things.length) {
			const i = next++;
			results[i] = await work(things[i] as T);
		}
	}
	await Promise.all(
		Array.from({ length: Math.min(limit, things.length) }, lane),
	);
	return results;
}
