// Writes files so that readers see them whole or not at all, whatever happens in between.

import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** The end of the names of files that are being written. */
const temporary = /^\..+\.[0-9a-f]{12}\.tmp$/;

/** Whether a file is one that a run was writing, and left behind if it is no longer there. */
export function isTemporary(name: string): boolean {
	return temporary.test(name);
}

/** A file that does not exist until it is whole. */
export class WholeFile {
	/** In bytes. */
	size = 0;
	#handle: FileHandle | undefined;
	readonly #temporary: string;

	private constructor(
		readonly path: string,
		temporary: string,
		handle: FileHandle,
	) {
		this.#temporary = temporary;
		this.#handle = handle;
	}

	/** Begins a file; its folder is made where it is missing. */
	static async create(path: string): Promise<WholeFile> {
		await mkdir(dirname(path), { recursive: true });
		const name = `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`;
		const file = join(dirname(path), name);
		return new WholeFile(path, file, await open(file, "wx"));
	}

	/** Writes at the end. */
	async write(bytes: Uint8Array | string): Promise<void> {
		const data = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
		if (!this.#handle) {
			throw new Error(`${this.path} is closed`);
		}
		// Not write(), which may write less than it is given.
		await this.#handle.writeFile(data);
		this.size += data.byteLength;
	}

	/** Makes the disk have what was written. */
	async sync(): Promise<void> {
		await this.#handle?.sync();
	}

	/** Puts the file into its place, once the disk has it. */
	async finish(): Promise<void> {
		try {
			await this.sync();
			await this.#close();
			await rename(this.#temporary, this.path);
		} catch (error) {
			await this.discard();
			throw error;
		}
	}

	/** Gives the file up. */
	async discard(): Promise<void> {
		await this.#close().catch(() => {});
		await rm(this.#temporary, { force: true }).catch(() => {});
	}

	async #close(): Promise<void> {
		const handle = this.#handle;
		this.#handle = undefined;
		await handle?.close();
	}
}

/** Writes a whole file. */
export async function writeWhole(
	path: string,
	bytes: Uint8Array | string,
): Promise<void> {
	const file = await WholeFile.create(path);
	try {
		await file.write(bytes);
	} catch (error) {
		await file.discard();
		throw error;
	}
	await file.finish();
}

/**
 * Writes bytes at a place of a file; a single write may take only some of them.
 * @param offset in bytes
 */
export async function writeAt(
	handle: FileHandle,
	bytes: Uint8Array,
	offset: number,
): Promise<void> {
	let written = 0;
	while (written < bytes.byteLength) {
		const result = await handle.write(
			bytes,
			written,
			bytes.byteLength - written,
			offset + written,
		);
		written += result.bytesWritten;
	}
}

/** Makes the disk have a folder's newest names; not every system can. */
export async function syncFolder(folder: string): Promise<void> {
	let handle: FileHandle | undefined;
	try {
		handle = await open(folder, "r");
		await handle.sync();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EIO") {
			throw error;
		}
	} finally {
		await handle?.close();
	}
}
