// The folder that `inkstone build` makes. It knows which files are its own: those of an earlier build that this one
// does not make are taken away, and a folder of somebody else's is left alone.

import { createReadStream } from "node:fs";
import {
	copyFile,
	lstat,
	mkdir,
	readdir,
	readFile,
	rename,
	rm,
	rmdir,
	stat,
	writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { CommandError, readable } from "../exit.js";
import { writeWhole } from "../index/files.js";
import { packageVersion } from "../package.js";
import { displayPath } from "../site.js";

/** What the folder says about itself. */
const markerName = ".inkstone-build.json";

/** The most that file systems take, in bytes. */
const longestName = 255;

interface Marker {
	version: string;
	/** Paths of the files that were made, with slashes. */
	files: string[];
}

/** A folder that is being made. */
export class BuildFolder {
	readonly #folder: string;
	readonly #before: Set<string>;
	readonly #made = new Set<string>();
	/** The folders of the files that were there before, and of those that have been made. */
	readonly #foldersBefore: ReadonlySet<string>;
	readonly #folders = new Set<string>();
	/** How many files have been written, because they were not there or were others. */
	written = 0;

	private constructor(folder: string, before: Set<string>) {
		this.#folder = folder;
		this.#before = before;
		this.#foldersBefore = new Set([...before].flatMap(foldersOf));
	}

	/**
	 * Opens a folder.
	 * @param folder absolute
	 * @throws CommandError where there is something that no build has made
	 */
	static async open(folder: string): Promise<BuildFolder> {
		const names: string[] = await readdir(folder).catch(
			(error: NodeJS.ErrnoException) => {
				if (error.code === "ENOENT") {
					return [];
				}
				throw readable(error, `read ${displayPath(folder)}`);
			},
		);
		const marker = names.includes(markerName)
			? await readMarker(join(folder, markerName))
			: undefined;
		if (names.length > 0 && !marker) {
			throw new CommandError(
				`${displayPath(folder)} is not empty, and was not made by \`inkstone build\`. Name a new folder.`,
			);
		}
		const output = new BuildFolder(folder, new Set(marker?.files));
		await mkdir(folder, { recursive: true });
		await output.#mark([...output.#before]);
		return output;
	}

	/** How many files there are. */
	get count(): number {
		return this.#made.size;
	}

	/** Whether a file has been made already. */
	has(path: string): boolean {
		return this.#made.has(path);
	}

	/**
	 * Why there can be no file at a path, whatever the disk says: files are named by routes and tags, which may be anything.
	 * @param path with slashes
	 * @returns half a sentence; nothing where there can be one
	 */
	obstacle(path: string): string | undefined {
		const long = path
			.split("/")
			.find((name) => Buffer.byteLength(name) > longestName);
		const file = foldersOf(path).find((folder) => this.#made.has(folder));
		return long !== undefined
			? `a name in it is longer than ${longestName} bytes`
			: file !== undefined
				? `\`${file}\` is a file`
				: this.#folders.has(path)
					? "a folder is there"
					: undefined;
	}

	/**
	 * Makes a file.
	 * @param path with slashes, and without an {@link obstacle}
	 * @param content leaves a file alone that has it already
	 */
	async write(path: string, content: string): Promise<void> {
		const file = join(this.#folder, path);
		await this.#take(path);
		const bytes = Buffer.from(content);
		const before = await readFile(file).catch(() => undefined);
		if (before?.equals(bytes)) {
			return;
		}
		await this.#replace(file, (temporary) => writeFile(temporary, bytes));
	}

	/**
	 * Makes a copy of a file.
	 * @param path with slashes, and without an {@link obstacle}
	 * @param source absolute
	 */
	async copy(path: string, source: string): Promise<void> {
		const file = join(this.#folder, path);
		await this.#take(path);
		if (await isSame(source, file)) {
			return;
		}
		await this.#replace(file, (temporary) => copyFile(source, temporary));
	}

	/** Takes note of a file that somebody else has made in the folder. */
	adopt(path: string): void {
		this.#made.add(path);
		for (const folder of foldersOf(path)) {
			this.#folders.add(folder);
		}
	}

	// What was a folder may have become a file, and the other way round.
	async #take(path: string): Promise<void> {
		this.adopt(path);
		const stale = foldersOf(path).filter((folder) => this.#before.has(folder));
		if (this.#foldersBefore.has(path)) {
			stale.push(
				...[...this.#before].filter((file) => file.startsWith(`${path}/`)),
			);
		}
		for (const file of stale) {
			await this.#remove(file);
		}
	}

	// A path that has become something else is no file any longer, or no path.
	async #remove(path: string): Promise<void> {
		try {
			const file = join(this.#folder, path);
			if (!(await lstat(file)).isDirectory()) {
				await rm(file);
				await this.#removeEmpty(dirname(path));
			}
		} catch (error) {
			if (
				!/^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? "")
			) {
				throw readable(
					error,
					`remove ${displayPath(join(this.#folder, path))}`,
				);
			}
		}
	}

	/**
	 * Takes away what earlier builds have made and this one has not.
	 * @returns how many files that were
	 */
	async finish(): Promise<number> {
		const stale = [...this.#before].filter((path) => !this.#made.has(path));
		for (const path of stale) {
			await this.#remove(path);
		}
		await this.#mark([...this.#made]);
		return stale.length;
	}

	async #removeEmpty(folder: string): Promise<void> {
		for (let path = folder; path !== "."; path = dirname(path)) {
			try {
				await rmdir(join(this.#folder, path));
			} catch {
				return;
			}
		}
	}

	// Whole or not at all. Without waiting for the disk: what a crash loses, the next build makes again.
	async #replace(
		file: string,
		fill: (temporary: string) => Promise<void>,
	): Promise<void> {
		// Not with the file's name in it, which may be as long as names can be.
		const temporary = join(dirname(file), `.inkstone-${process.pid}.tmp`);
		try {
			await mkdir(dirname(file), { recursive: true });
			await fill(temporary);
			await rename(temporary, file);
		} catch (error) {
			await rm(temporary, { force: true }).catch(() => undefined);
			throw readable(error, `write ${displayPath(file)}`);
		}
		this.written++;
	}

	async #mark(files: string[]): Promise<void> {
		const marker: Marker = { version: packageVersion(), files: files.sort() };
		await writeWhole(
			join(this.#folder, markerName),
			`${JSON.stringify(marker, null, "\t")}\n`,
		);
	}
}

function foldersOf(path: string): string[] {
	const names = path.split("/").slice(0, -1);
	return names.map((_, i) => names.slice(0, i + 1).join("/"));
}

async function readMarker(file: string): Promise<Marker | undefined> {
	try {
		const { version, files } = JSON.parse(await readFile(file, "utf8"));
		const isOurs =
			typeof version === "string" &&
			Array.isArray(files) &&
			files.every(
				(path) =>
					typeof path === "string" &&
					!path.split(/[\\/]/).includes("..") &&
					!/^([\\/]|[a-z]:)/i.test(path),
			);
		return isOurs ? { version, files } : undefined;
	} catch {
		return undefined;
	}
}

async function isSame(source: string, file: string): Promise<boolean> {
	const [a, b] = await Promise.all(
		[source, file].map((path) => stat(path).catch(() => undefined)),
	);
	if (!a?.isFile() || !b?.isFile() || a.size !== b.size) {
		return false;
	}
	const other = createReadStream(file)[Symbol.asyncIterator]();
	for await (const chunk of createReadStream(source)) {
		const { value } = await other.next();
		// Both are read in chunks of the same size.
		if (!(chunk as Buffer).equals(value as Buffer)) {
			return false;
		}
	}
	return true;
}
