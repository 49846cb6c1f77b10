// Makes the files of a MiniSearch index, ahead or in a browser.

import type { SearchDocument } from "../types.js";
import { indexedDocument, keptDocument } from "./fields.js";
import { IndexBuilder } from "./index-builder.js";
import type { IndexFile, KeptArticle } from "./index-file.js";

/** In bytes of UTF-8. A hit costs the file that its article is in; larger files would cost more, smaller ones be many. */
const chunkBytes = 16_000;

/** A file of an index. */
export interface SearchFile {
	/** A name without folders that says what is in the file, and changes with it. */
	name: string;
	content: string;
}

/** Collects the articles of one language. It holds the index in memory, and of the articles a chunk. */
export class SearchIndexWriter {
	readonly #lang: string;
	readonly #hash: (content: string) => string;
	readonly #index: IndexBuilder;
	readonly #chunks: string[] = [];
	readonly #firsts: number[] = [];
	#articles: string[] = [];
	#bytes = 0;
	#count = 0;

	/**
	 * @param lang one of the site's languages, a BCP 47 tag
	 * @param hash gives some characters that stand for a content, and may stand in a file's name
	 */
	constructor(lang: string, hash: (content: string) => string) {
		this.#lang = lang;
		this.#hash = hash;
		this.#index = new IndexBuilder(lang);
	}

	/** How many articles there are. */
	get count(): number {
		return this.#count;
	}

	/**
	 * Adds an article. The same articles in the same order make the same files.
	 * @param document of the writer's language
	 * @returns a file that is done, for the caller to write
	 */
	add(document: SearchDocument): SearchFile[] {
		this.#index.add(indexedDocument(this.#count, document));
		const { route, title, terms, text, isCut } = keptDocument(document);
		const article: KeptArticle = isCut
			? [route, title, terms, text, 1]
			: [route, title, terms, text];
		const json = JSON.stringify(article);
		const bytes = new TextEncoder().encode(json).length;
		const done = this.#bytes + bytes > chunkBytes ? this.#endChunk() : [];
		if (this.#articles.length === 0) {
			this.#firsts.push(this.#count);
		}
		this.#articles.push(json);
		this.#bytes += bytes;
		this.#count++;
		return done;
	}

	/**
	 * The files that are left; the last of them is the index, whose name a `SearchLocation` has. All files stand in
	 * one folder.
	 */
	end(): SearchFile[] {
		const chunk = this.#endChunk();
		const file: IndexFile = {
			version: 1,
			chunks: this.#chunks,
			firsts: this.#firsts,
			...this.#index.pack(),
		};
		return [...chunk, this.#file("index", JSON.stringify(file))];
	}

	#endChunk(): SearchFile[] {
		if (this.#articles.length === 0) {
			return [];
		}
		const file = this.#file("texts", `[${this.#articles.join(",\n")}]`);
		this.#chunks.push(file.name);
		this.#articles = [];
		this.#bytes = 0;
		return [file];
	}

	#file(kind: string, content: string): SearchFile {
		return {
			name: `${this.#lang}-${kind}-${this.#hash(content)}.json`,
			content,
		};
	}
}
