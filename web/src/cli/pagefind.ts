// Makes Pagefind's index of a larger site. Pagefind is a package of its own, which its users install; it holds an index
// in memory until it is written, so that an index is many, which the browser takes for one.

import { existsSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
	charactersOfWords,
	contentForPagefind,
	languageForPagefind,
} from "../catalog/search/pagefind-text.js";
import type { SearchDocument } from "../catalog/types.js";

type Pagefind = typeof import("pagefind");
type PagefindIndex = NonNullable<
	Awaited<ReturnType<Pagefind["createIndex"]>>["index"]
>;

/** In articles. More in a group need more memory, more groups more requests with each search. */
export const articlesInGroup = 5000;
/** In files with articles: a host may not take as many as there are articles. */
const filesInGroup = 1000;

/** Why there is no Pagefind. */
export class PagefindMissing extends Error {
	override readonly name = "PagefindMissing";
}

/**
 * Loads Pagefind from where this package is installed, or from a project.
 * @param project a folder in it
 * @throws {PagefindMissing} if it is in neither, or has no program for this system
 */
export async function loadPagefind(project: string): Promise<Pagefind> {
	try {
		return await import("pagefind");
	} catch {
		for (let folder = project; ; folder = dirname(folder)) {
			const module = join(
				folder,
				"node_modules",
				"pagefind",
				"lib",
				"index.js",
			);
			if (existsSync(module)) {
				return import(pathToFileURL(module).href);
			}
			if (folder === dirname(folder)) {
				throw new PagefindMissing(
					"Pagefind is not installed: `npm install pagefind` does so.",
				);
			}
		}
	}
}

/** Writes the bundles of one language. Of the articles there is never more in memory than a group. */
export class PagefindWriter {
	readonly #pagefind: Pagefind;
	readonly #lang: string;
	readonly #folder: string;
	readonly #groupSize: number;
	readonly #bundles: string[] = [];
	#index: PagefindIndex | undefined;
	#count = 0;

	/**
	 * @param pagefind from `loadPagefind`
	 * @param lang one of the site's languages, a BCP 47 tag
	 * @param folder is made; the bundles are folders in it
	 * @param groupSize in articles
	 */
	constructor(
		pagefind: Pagefind,
		lang: string,
		folder: string,
		groupSize = articlesInGroup,
	) {
		this.#pagefind = pagefind;
		this.#lang = lang;
		this.#folder = folder;
		this.#groupSize = groupSize;
	}

	/**
	 * Adds an article. The same articles in the same order make the same bundles.
	 * @param document of the writer's language
	 * @throws {PagefindMissing} if Pagefind has no program for this system
	 * @throws {Error} if it fails, or its files cannot be written
	 */
	async add(document: SearchDocument): Promise<void> {
		this.#index ??= await newIndex(this.#pagefind);
		check(await this.#index.addCustomRecord(recordOf(document, this.#lang)));
		this.#count++;
		if (this.#count >= this.#groupSize) {
			await this.#endGroup();
		}
	}

	/**
	 * Writes what is left.
	 * @returns the names of the bundles' folders, which change with what is in them; the first has Pagefind itself
	 * @throws {Error} as `add`
	 */
	async end(): Promise<string[]> {
		await this.#endGroup();
		return this.#bundles;
	}

	/** Gives up what is not written yet. */
	async discard(): Promise<void> {
		await this.#index?.deleteIndex();
		this.#index = undefined;
	}

	async #endGroup(): Promise<void> {
		const index = this.#index;
		if (!index) {
			return;
		}
		this.#index = undefined;
		this.#count = 0;
		const made = join(this.#folder, `${this.#lang}-making`);
		await writeBundle(index, made, this.#bundles.length === 0);
		const name = `${this.#lang}-${await hashOfBundle(made)}`;
		const bundle = join(this.#folder, name);
		await rm(bundle, { recursive: true, force: true });
		await rename(made, bundle);
		this.#bundles.push(name);
	}
}

// Pagefind has made a hash of all that it has written.
async function hashOfBundle(folder: string): Promise<string> {
	const meta = (await readdir(folder)).find((name) => /\.pf_meta$/.test(name));
	const hash = meta && /_([0-9a-f]+)\.pf_meta$/.exec(meta)?.[1];
	if (!hash) {
		throw new Error(`Pagefind has left no index in ${folder}.`);
	}
	return hash;
}

async function newIndex(pagefind: Pagefind): Promise<PagefindIndex> {
	let made: Awaited<ReturnType<Pagefind["createIndex"]>>;
	try {
		made = await pagefind.createIndex({
			includeCharacters: charactersOfWords,
			maxFragments: filesInGroup,
		});
	} catch (cause) {
		throw new PagefindMissing("Pagefind does not run on this system.", {
			cause,
		});
	}
	check(made);
	if (!made.index) {
		throw new Error("Pagefind made no index.");
	}
	return made.index;
}

// Pagefind weighs nothing in a record but its title: other words count more by standing there once more.
function recordOf(
	{ route, title, terms, headings, text }: SearchDocument,
	lang: string,
): Parameters<PagefindIndex["addCustomRecord"]>[0] {
	return {
		url: route,
		language: languageForPagefind(lang),
		content: contentForPagefind(text, [title, ...headings, ...terms, ...terms]),
		meta: { title },
	};
}

async function writeBundle(
	index: PagefindIndex,
	folder: string,
	hasPagefind: boolean,
): Promise<void> {
	await rm(folder, { recursive: true, force: true });
	check(await index.writeFiles({ outputPath: folder }));
	await index.deleteIndex();
	for (const name of await readdir(folder)) {
		const isProgram = name === "pagefind.js" || /^wasm\./.test(name);
		const isData =
			/\.pf_meta$/.test(name) ||
			["pagefind-entry.json", "fragment", "index"].includes(name);
		// The rest are widgets of Pagefind's own, and its worker.
		if (!isData && !(isProgram && hasPagefind)) {
			await rm(join(folder, name), { recursive: true });
		}
	}
}

function check({ errors }: { errors: string[] }): void {
	if (errors.length > 0) {
		throw new Error(`Pagefind: ${errors.join("; ")}`);
	}
}
