// Makes Pagefind's index of a larger site. Pagefind is a package of its own, which its users install; it holds an index
// in memory until it is written, so that an index is many, which the browser takes for one.

import { existsSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
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
const articlesInGroup = 2000;
/** In one of the files with articles: a host may not take as many as there are articles. */
const articlesInFile = 5;

/** Why there is no Pagefind. */
export class PagefindMissing extends Error {
	override readonly name = "PagefindMissing";
}

/** An article in one of the site's languages. */
export interface LocalizedDocument {
	lang: string;
	document: SearchDocument;
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

/**
 * Writes the bundles of a site. Of the articles there is never more in memory than a group of each language.
 * @param pagefind from `loadPagefind`
 * @param documents the articles; the same in the same order make the same files
 * @param folder is made; the bundles are folders in it
 * @param groupSize in articles
 * @returns the names of the bundles' folders by language; the first of each language has Pagefind itself
 * @throws {PagefindMissing} if it has no program for this system
 * @throws {Error} if it fails
 */
export async function writePagefind(
	pagefind: Pagefind,
	documents: AsyncIterable<LocalizedDocument> | Iterable<LocalizedDocument>,
	folder: string,
	groupSize = articlesInGroup,
): Promise<Map<string, string[]>> {
	const bundles = new Map<string, string[]>();
	const groups = new Map<string, { index: PagefindIndex; count: number }>();

	const end = async (lang: string): Promise<void> => {
		const group = groups.get(lang);
		if (!group) {
			return;
		}
		groups.delete(lang);
		const names = bundles.get(lang) ?? [];
		const name = `${lang}-${names.length + 1}`;
		await writeBundle(group.index, join(folder, name), names.length === 0);
		bundles.set(lang, [...names, name]);
	};

	await mkdir(folder, { recursive: true });
	try {
		for await (const { lang, document } of documents) {
			const group = groups.get(lang) ?? {
				index: await newIndex(pagefind, Math.ceil(groupSize / articlesInFile)),
				count: 0,
			};
			groups.set(lang, group);
			check(await group.index.addCustomRecord(recordOf(document, lang)));
			group.count++;
			if (group.count >= groupSize) {
				await end(lang);
			}
		}
		for (const lang of groups.keys()) {
			await end(lang);
		}
	} finally {
		await pagefind.close();
	}
	return bundles;
}

async function newIndex(
	pagefind: Pagefind,
	maxFragments: number,
): Promise<PagefindIndex> {
	let made: Awaited<ReturnType<Pagefind["createIndex"]>>;
	try {
		made = await pagefind.createIndex({
			includeCharacters: charactersOfWords,
			maxFragments,
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
