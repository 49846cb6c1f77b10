// Hears of changes in a blog's folder. By chokidar, because `fs.watch` of Node 20 loses files on Linux that are replaced by
// others, as most editors do when they save.

import { relative, sep } from "node:path";
import { watch } from "chokidar";

/** How long it has to be quiet before changes are told, in milliseconds: editors write a file in several steps. */
const quiet = 80;

/**
 * Watches a folder and all folders in it.
 * @param folder absolute
 * @param isWatched whether a file or folder counts; paths are relative to the folder, with slashes
 * @param changed is called with the files that have changed, once it is quiet again
 * @param failed is called when something cannot be watched
 * @returns when it watches; to be called to end it
 */
export async function watchFolder(
	folder: string,
	isWatched: (path: string) => boolean,
	changed: (paths: string[]) => void,
	failed: (error: unknown) => void,
): Promise<() => Promise<void>> {
	let timer: NodeJS.Timeout | undefined;
	const paths = new Set<string>();
	const nameOf = (path: string) => relative(folder, path).split(sep).join("/");
	const watcher = watch(folder, {
		ignoreInitial: true,
		ignored: (path) => {
			const name = nameOf(path);
			return name !== "" && !isWatched(name);
		},
	});
	watcher.on("all", (_, path) => {
		paths.add(nameOf(path));
		clearTimeout(timer);
		timer = setTimeout(() => {
			const all = [...paths];
			paths.clear();
			changed(all);
		}, quiet);
	});
	watcher.on("error", failed);
	await new Promise<void>((resolve) => watcher.once("ready", resolve));
	return async () => {
		clearTimeout(timer);
		await watcher.close();
	};
}
