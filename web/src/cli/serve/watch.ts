// Hears of changes in a blog's folder.

import { type FSWatcher, watch } from "node:fs";
import { sep } from "node:path";

/** How long it has to be quiet before changes are told, in milliseconds: editors write a file in several steps. */
const quiet = 80;

/**
 * Watches a folder and all folders in it.
 * @param folder absolute
 * @param isWatched whether a file counts; paths are relative to the folder, with slashes
 * @param changed is called with the files that have changed, once it is quiet again
 * @param failed is called when watching comes to an end by itself
 * @returns ends the watching
 */
export function watchFolder(
	folder: string,
	isWatched: (path: string) => boolean,
	changed: (paths: string[]) => void,
	failed: (error: Error) => void,
): () => void {
	let timer: NodeJS.Timeout | undefined;
	const paths = new Set<string>();
	const watcher: FSWatcher = watch(folder, { recursive: true }, (_, name) => {
		const path = String(name ?? "").replaceAll(sep, "/");
		if (!isWatched(path)) {
			return;
		}
		paths.add(path);
		clearTimeout(timer);
		timer = setTimeout(() => {
			const all = [...paths];
			paths.clear();
			changed(all);
		}, quiet);
	});
	watcher.on("error", failed);
	return () => {
		clearTimeout(timer);
		watcher.close();
	};
}
