// The files of a blog that a build copies: all that a reader may be sent to.

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { compareText } from "../index/find.js";

/**
 * Finds the files.
 * @param folder the blog's, absolute
 * @param leftOut absolute paths of files and folders that are not copied
 * @returns their paths, with slashes, in the order of their names; none whose name, or that of a folder, begins with a
 * dot
 */
export async function filesToCopy(
	folder: string,
	leftOut: readonly string[],
): Promise<string[]> {
	const found: string[] = [];
	const visit = async (path: string): Promise<void> => {
		for (const entry of await readdir(join(folder, path), {
			withFileTypes: true,
		})) {
			const below = path ? `${path}/${entry.name}` : entry.name;
			if (
				entry.name.startsWith(".") ||
				entry.name === "node_modules" ||
				leftOut.includes(join(folder, below))
			) {
				continue;
			}
			if (entry.isDirectory()) {
				await visit(below);
			} else if (entry.isFile()) {
				found.push(below);
			}
		}
	};
	await visit("");
	return found.sort(compareText);
}
