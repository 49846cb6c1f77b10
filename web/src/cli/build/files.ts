// The files of a blog that a build copies: all that a reader may be sent to.

import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { compareText } from "../index/find.js";
import { isBelow } from "../site.js";

/**
 * Finds the files. A link to a file is one; a link to a folder is followed where it leads out of the blog's folder, as for
 * articles.
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
	const root = await realpath(folder);
	const seen = new Set<string>();
	const leadsOut = async (path: string): Promise<boolean> => {
		const target = await realpath(join(folder, path));
		const isNew =
			!seen.has(target) &&
			!isBelow(target, root) &&
			!isBelow(root, target) &&
			target !== root;
		seen.add(target);
		return isNew;
	};
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
			const kind = entry.isSymbolicLink()
				? // One that leads nowhere is nothing.
					await stat(join(folder, below)).catch(() => undefined)
				: entry;
			if (kind?.isDirectory()) {
				if (kind === entry || (await leadsOut(below))) {
					await visit(below);
				}
			} else if (kind?.isFile()) {
				found.push(below);
			}
		}
	};
	await visit("");
	return found.sort(compareText);
}
