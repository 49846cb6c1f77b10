// Fetches the files of an index: each once, however many ask for it, and again where that has failed.

import { type FileKind, fileName } from "./format.js";

/** As much of `fetch` as an index needs. */
export type Fetch = (
	url: string,
	options: { cache: "default" | "no-cache" },
) => Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>;

// Some megabytes, when they are read; those not asked for the longest go.
const filesKept = 200;

/** The files of an index, read. */
export class IndexFiles {
	readonly #folder: string;
	readonly #fetch: Fetch;
	readonly #files = new Map<string, Promise<object>>();

	/**
	 * @param folder the index's, an absolute URL with a slash at its end
	 * @param fetch the platform's, or another one
	 */
	constructor(folder: string, fetch: Fetch) {
		this.#folder = folder;
		this.#fetch = fetch;
	}

	/**
	 * `index.json`, as it is now: nothing is kept of it.
	 * @throws Error with its URL
	 */
	index(): Promise<object> {
		return this.#load("index.json", "format", "no-cache");
	}

	/**
	 * A file that has its content's hash in its name.
	 * @param kind what it holds
	 * @param hash of its content
	 * @param key what it has at least
	 * @throws Error with its URL, where it is not there or not what it should be
	 */
	file<File extends object>(
		kind: FileKind,
		hash: string,
		key: keyof File & string,
	): Promise<File> {
		const name = fileName(kind, hash);
		const file = this.#files.get(name) ?? this.#load(name, key, "default");
		this.#files.delete(name);
		this.#files.set(name, file);
		file.catch(() => {
			// Only this attempt: another one may have begun.
			if (this.#files.get(name) === file) {
				this.#files.delete(name);
			}
		});
		for (const oldest of this.#files.keys()) {
			if (this.#files.size <= filesKept) {
				break;
			}
			this.#files.delete(oldest);
		}
		return file as Promise<File>;
	}

	async #load(
		name: string,
		key: string,
		cache: "default" | "no-cache",
	): Promise<object> {
		const url = this.#folder + name;
		// The platform's wants to be called by itself, not as a member of something.
		const fetch = this.#fetch;
		let value: unknown;
		try {
			const response = await fetch(url, { cache });
			if (!response.ok) {
				throw new Error(`HTTP ${response.status}`);
			}
			value = await response.json();
		} catch (cause) {
			const reason = cause instanceof Error ? cause.message : String(cause);
			throw new Error(`The site's index has no usable ${url}: ${reason}`, {
				cause,
			});
		}
		if (typeof value !== "object" || value === null || !(key in value)) {
			throw new Error(
				`The site's index has no usable ${url}: it is something else`,
			);
		}
		return value;
	}
}
