// Finds a blog's articles: which files there are, in an order that does not depend on the file system.

import type { Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { describedSection, isArticlePath } from "../../catalog/routes.js";
import type { SiteConfiguration } from "../../types.js";
import { reasonOf } from "../exit.js";
import { isBelow } from "../site.js";

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
 * Finds the files of a blog's articles and of its sections' descriptions.
 *
 * A link to a folder is followed when it leads out of the blog's folder; what is inside is found there already.
 * @param folder the blog's, absolute
 * @param languages of the blog
 * @param leftOut absolute paths of folders that hold no articles: the index, the output, the cache
 * @param signal ends the search
 */
export async function findFiles(
	folder: string,
	languages: Pick<SiteConfiguration, "lang" | "languages">,
	leftOut: readonly string[],
	signal: AbortSignal,
): Promise<Findings> {
	const files: FoundFile[] = [];
	const unreadable: UnreadableFile[] = [];
	const root = await realpath(folder);
	const seen = new Set<string>([root]);

	async function visit(path: string): Promise<void> {
		signal.throwIfAborted();
		const entries = await attempt(path, () =>
			readdir(join(folder, path), { withFileTypes: true }),
		);
		const results = await inOrder(entries ?? [], 64, async (entry) => {
			const { name } = entry;
			const below = path === "" ? name : `${path}/${name}`;
			if (entry.isDirectory()) {
				return isFolderOfArticles(below)
					? { below, isFolder: true }
					: undefined;
			}
			const isWanted = isWantedFile(below);
			if (!isWanted && !entry.isSymbolicLink()) {
				return undefined;
			}
			// A link that leads nowhere matters only where an article should be.
			const stats = await (isWanted
				? attempt(below, () => stat(join(folder, below)))
				: stat(join(folder, below)).catch(() => undefined));
			if (stats?.isDirectory()) {
				return isFolderOfArticles(below) && (await leadsOut(below))
					? { below, isFolder: true }
					: undefined;
			}
			return isWanted && stats?.isFile()
				? { below, isFolder: false, stats }
				: undefined;
		});
		for (const result of results) {
			if (result?.isFolder) {
				await visit(result.below);
			} else if (result?.stats) {
				files.push({ path: result.below, stats: fileStats(result.stats) });
			}
		}
	}

	async function attempt<T>(
		path: string,
		work: () => Promise<T>,
	): Promise<T | undefined> {
		try {
			return await work();
		} catch (error) {
			unreadable.push({ path: path || ".", reason: reasonOf(error) });
			return undefined;
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

	await visit("");
	files.sort((a, b) => compareText(a.path, b.path));
	unreadable.sort((a, b) => compareText(a.path, b.path));
	return { files, unreadable };
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
