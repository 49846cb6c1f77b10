// The folder of an index while it is replaced. Every file but one has a hash of its content in its name, so that new
// ones can come beside those in use; the one that names them all comes last, and its rename is the change.

import { readdir, rm, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { readable } from "../exit.js";
import { displayPath } from "../site.js";
import { isTemporary, syncFolder, writeWhole } from "./files.js";
import { lockName } from "./lock.js";

/** The names that files of an index have: what does not look like one is not ours to remove. */
const ours = /^[\w.-]+-[\w-]{8,}\.[a-z0-9_]+$|^pagefind[\w.-]*$/;

/** Where an index is written. */
export interface OutputFolder {
	/** The names of what the new index has, relative to the folder. */
	readonly names: ReadonlySet<string>;
	/** How many bytes it has. */
	readonly bytes: number;
	/**
	 * Adds a file.
	 * @param name relative to the folder; holds a hash of the content
	 */
	put(name: string, bytes: Uint8Array | string): Promise<void>;
	/**
	 * Makes the new index the one that readers find.
	 * @param name of the file that names all others
	 */
	commit(name: string, bytes: Uint8Array | string): Promise<void>;
	/** Removes what the new index does not have. */
	removeStale(): Promise<void>;
	/** Removes what was added; what was there before stays as it was. */
	discard(): Promise<void>;
}

/** Opens the folder of an index; it is made where it is missing. */
export function openOutput(folder: string): OutputFolder {
	const names = new Set<string>();
	const added = new Set<string>();
	let bytes = 0;

	async function write(name: string, content: Uint8Array | string) {
		const path = join(folder, name);
		try {
			await writeWhole(path, content);
		} catch (error) {
			throw readable(error, `write ${displayPath(path)}`);
		}
	}

	return {
		names,
		get bytes() {
			return bytes;
		},
		async put(name, content) {
			const size = Buffer.byteLength(content);
			names.add(name);
			bytes += size;
			// Files come into their places whole, and their names say what they hold.
			const there = await stat(join(folder, name)).catch(() => undefined);
			if (there?.size !== size) {
				added.add(name);
				await write(name, content);
			}
		},
		async commit(name, content) {
			names.add(name);
			bytes += Buffer.byteLength(content);
			const folders = new Set([...added].map(folderOf));
			for (const one of folders) {
				await syncFolder(join(folder, one));
			}
			await write(name, content);
			added.clear();
			await syncFolder(folder);
		},
		async removeStale() {
			await removeStaleIn(folder, "", names);
		},
		async discard() {
			for (const name of added) {
				await rm(join(folder, name), { force: true }).catch(() => {});
			}
		},
	};
}

/** An output that only counts. */
export function countingOutput(): OutputFolder {
	const names = new Set<string>();
	let bytes = 0;
	const put = async (name: string, content: Uint8Array | string) => {
		names.add(name);
		bytes += Buffer.byteLength(content);
	};
	return {
		names,
		get bytes() {
			return bytes;
		},
		put,
		commit: put,
		removeStale: async () => {},
		discard: async () => {},
	};
}

async function removeStaleIn(
	folder: string,
	path: string,
	names: ReadonlySet<string>,
): Promise<void> {
	const entries = await readdir(join(folder, path), { withFileTypes: true });
	for (const entry of entries) {
		const below = path === "" ? entry.name : `${path}/${entry.name}`;
		if (entry.isDirectory()) {
			await removeStaleIn(folder, below, names);
			// Fails where something is left, as it should.
			await rmdir(join(folder, below)).catch(() => {});
		} else if (
			(!names.has(below) && (path !== "" || ours.test(entry.name))) ||
			isTemporary(entry.name) ||
			entry.name.startsWith(`${lockName}.`)
		) {
			await rm(join(folder, below), { force: true });
		}
	}
}

function folderOf(name: string): string {
	const end = name.lastIndexOf("/");
	return end < 0 ? "" : name.slice(0, end);
}
