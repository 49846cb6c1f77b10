// The folder of an index while it is replaced. Every file but one has a hash of its content in its name, so that new
// ones can come beside those in use; the one that names them all comes last, and its rename is the change.

import { createHash } from "node:crypto";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { readable } from "../exit.js";
import { displayPath } from "../site.js";
import { isTemporary, syncFolder, writeWhole } from "./files.js";
import { inOrder } from "./find.js";
import { lockName } from "./lock.js";

/** The names that files of an index have: what does not look like one is not ours to remove. */
const ours = /^[\w.-]+-[\w-]{8,}\.json$|^pagefind-[0-9a-f]{16}$/;

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
	 * Takes over files of the index that is there.
	 * @returns whether all of them are there; if not, none is taken over
	 */
	keep(names: readonly string[]): Promise<boolean>;
	/**
	 * Adds a folder of files whose names are fixed; its own name gets a hash of them.
	 * @param name what the folder's name begins with
	 * @param write fills the folder that it is given
	 * @returns its name, relative to the folder
	 */
	putFolder(
		name: string,
		write: (folder: string) => Promise<void>,
	): Promise<string>;
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
	const count = new IndexCount(folder);
	const added = new Set<string>();

	async function write(name: string, content: Uint8Array | string) {
		const path = join(folder, name);
		try {
			await writeWhole(path, content);
		} catch (error) {
			throw readable(error, `write ${displayPath(path)}`);
		}
	}

	return {
		names: count.names,
		get bytes() {
			return count.bytes;
		},
		async put(name, content) {
			const size = Buffer.byteLength(content);
			count.add([name], size);
			// Files come into their places whole, and their names say what they hold.
			const there = await stat(join(folder, name)).catch(() => undefined);
			if (there?.size !== size) {
				added.add(name);
				await write(name, content);
			}
		},
		keep: (kept) => count.keep(kept),
		async putFolder(name, write) {
			const place = join(folder, `.${name}.${process.pid}.tmp`);
			await rm(place, { recursive: true, force: true });
			try {
				await write(place);
				const { files, size, hash } = await settle(place);
				const final = `${name}-${hash}`;
				const paths = files.map((file) => `${final}/${file}`);
				if ((await sizeOf(folder, paths)) === size) {
					await rm(place, { recursive: true });
				} else {
					// What is there under this name, if anything, has lost files.
					await rm(join(folder, final), { recursive: true, force: true });
					added.add(final);
					await rename(place, join(folder, final));
				}
				count.add(paths, size);
				return final;
			} catch (error) {
				await rm(place, { recursive: true, force: true }).catch(() => {});
				throw readable(error, `write ${displayPath(place)}`);
			}
		},
		async commit(name, content) {
			count.add([name], Buffer.byteLength(content));
			await syncFolder(folder);
			await write(name, content);
			added.clear();
			await syncFolder(folder);
		},
		async removeStale() {
			await removeStale(folder, count.names);
		},
		async discard() {
			for (const name of added) {
				await rm(join(folder, name), { recursive: true, force: true }).catch(
					() => {},
				);
			}
		},
	};
}

/** An output that only counts, and looks at the folder's index as it is. */
export function countingOutput(folder: string): OutputFolder {
	const count = new IndexCount(folder);
	const put = async (name: string, content: Uint8Array | string) =>
		count.add([name], Buffer.byteLength(content));
	return {
		names: count.names,
		get bytes() {
			return count.bytes;
		},
		put,
		keep: (kept) => count.keep(kept),
		// Those who make a folder need a place for it, which there is none.
		putFolder: async (name) => name,
		commit: put,
		removeStale: async () => {},
		discard: async () => {},
	};
}

/** What the new index has. */
class IndexCount {
	readonly names = new Set<string>();
	bytes = 0;
	readonly #folder: string;

	constructor(folder: string) {
		this.#folder = folder;
	}

	add(names: Iterable<string>, bytes: number): void {
		for (const name of names) {
			this.names.add(name);
		}
		this.bytes += bytes;
	}

	/** As in {@link OutputFolder}. */
	async keep(kept: readonly string[]): Promise<boolean> {
		const size = await sizeOf(this.#folder, kept);
		if (size !== undefined) {
			this.add(kept, size);
		}
		return size !== undefined;
	}
}

// Undefined where one of the files is missing.
async function sizeOf(
	folder: string,
	names: readonly string[],
): Promise<number | undefined> {
	const sizes = await inOrder(names, 32, (name) =>
		stat(join(folder, name)).then(
			({ size }) => size,
			() => undefined,
		),
	);
	return sizes.reduce<number | undefined>(
		(sum, size) =>
			sum === undefined || size === undefined ? undefined : sum + size,
		0,
	);
}

async function removeStale(
	folder: string,
	names: ReadonlySet<string>,
): Promise<void> {
	const kept = new Set([...names].map((name) => name.split("/")[0]));
	for (const name of await readdir(folder)) {
		const isLeftOver =
			isTemporary(name) ||
			/^\.pagefind\.\d+\.tmp$/.test(name) ||
			name.startsWith(`${lockName}.`);
		if (isLeftOver || (ours.test(name) && !kept.has(name))) {
			await rm(join(folder, name), { recursive: true, force: true });
		}
	}
}

// Makes the disk have a folder's files, and says which they are.
async function settle(
	folder: string,
): Promise<{ files: string[]; size: number; hash: string }> {
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true,
	});
	const files = entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.map((file) => file.split(sep).join("/"))
		.sort();
	// Disks do several at a time as quickly as one; of the content, only hashes stay.
	const contents = await inOrder(files, 8, async (file) => {
		const handle = await open(join(folder, file), "r+");
		try {
			const content = await handle.readFile();
			await handle.sync();
			return {
				size: content.length,
				hash: createHash("sha256").update(content).digest("hex"),
			};
		} finally {
			await handle.close();
		}
	});
	const hash = createHash("sha256");
	let size = 0;
	for (const [i, content] of contents.entries()) {
		hash.update(`${files[i]}\0${content.size}\0${content.hash}\0`);
		size += content.size;
	}
	return { files, size, hash: hash.digest("hex").slice(0, 16) };
}
