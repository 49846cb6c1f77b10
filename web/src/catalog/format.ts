// An index on disk, as `writer.ts` writes and `stored.ts` reads it: `index.json`, and files that carry the hash of
// their content in their names.
//
// `cards-….json`: fifty cards of one language, in the site's order. A card's number is its place in its language, so that
//                 the list of all articles needs no list; hidden articles are numbered apart.
// `links-….json`: routes, aliases and paths, and what is linked from an article; spread over files by a hash.
// `lists-….json`: lists as card numbers; spread over files by a hash.
// `terms-….json`: terms of one taxonomy in one language, in alphabetical order, a thousand in each.

import type { PackedCard } from "./codec.js";
import type { StoredList } from "./numbers.js";
import type {
	CatalogLanguage,
	CatalogTerm,
	SearchLocation,
	Taxonomy,
} from "./types.js";

/** The version of the format. */
export const format = 1;

/** How many cards a file has. */
export const cardsInFile = 50;

/** How many terms a file has. */
export const termsInFile = 1000;

/** The kinds of files besides `index.json`. */
export type FileKind = "cards" | "links" | "lists" | "terms";

/** Hashes of files, ten characters each, one behind the other: a large site has thousands. */
export type Hashes = string;

/** What `index.json` has. */
export interface IndexFile {
	format: number;
	/** The site's own language. */
	lang: string;
	/** By the site's languages, in their order. */
	languages: Record<string, IndexLanguage>;
	/** For each value of the hash's low bits, the files of the bits above. */
	links: Hashes[];
	/** As `links`; none where all lists are in `inline`. */
	lists: Hashes[];
	/** Lists that need no file, by `listKey`: `home`, and all of them on a small site. */
	inline: Record<string, StoredList>;
	search: Record<string, SearchLocation>;
}

/** What `index.json` has of a language. */
export interface IndexLanguage extends CatalogLanguage {
	cards: Hashes;
	/** The cards of articles that lists leave out. */
	hidden: Hashes;
	termFiles: Record<Taxonomy, Hashes>;
}

/** A file of cards. */
export interface CardsFile {
	cards: PackedCard[];
}

/** A file of lists, by {@link listKey} and {@link pieceKey}. */
export interface ListsFile {
	lists: Record<string, StoredList>;
}

/** A file of terms; without a slug, it is the title's. */
export interface TermsFile {
	terms: (Omit<CatalogTerm, "slug"> & { slug?: string })[];
}

/** A file of routes. */
export interface LinksFile {
	/** By route; where several articles have the same, the one that it leads to is first. */
	routes: Record<string, StoredEntry[]>;
	/** By alias, or by a path that does not say the route by itself. */
	others: Record<string, { route: string; card: CardNumber }>;
}

/**
 * A card's language, by its place among the site's languages, and its number there; those of articles that lists leave
 * out are below 0, from -1 on.
 */
export type CardNumber = [language: number, number: number];

/** A link in an index. */
export type StoredLink = [title: string, route: string];

/** An article's neighbours in an index. */
export interface StoredEntry {
	card: CardNumber;
	older?: StoredLink;
	newer?: StoredLink;
	translations?: [...StoredLink, language: number, lang: string][];
	/** Where several articles have the same route. */
	path?: string;
}

/**
 * What a list is called in an index.
 * @param site one of the site's languages
 * @param list its name
 */
export function listKey(site: string, list: string): string {
	return `${site}/${list}`;
}

/**
 * What a piece of a list is called in an index.
 * @param list the list's key
 * @param piece 0-based
 */
export function pieceKey(list: string, piece: number): string {
	return `${piece}:${list}`;
}

/**
 * A number for a text, all of whose 32 bits say something: FNV-1a with the finish of MurmurHash3.
 * @param text by its UTF-16 units
 */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) {
		hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Which of the parts a text belongs to that are written one after the other.
 * @param text what is looked up
 * @param parts how many there are
 */
export function partOf(text: string, parts: number): number {
	return hashOf(text) % parts;
}

/**
 * Which of a part's files a text is in.
 * @param text what is looked up
 * @param files how many the part has
 */
export function fileOf(text: string, files: number): number {
	return (hashOf(text) >>> 8) % files;
}

/**
 * One of the hashes.
 * @param hashes all of them
 * @param place 0-based
 * @returns "" where there is none
 */
export function hashAt(hashes: Hashes, place: number): string {
	return hashes.slice(place * hashLength, (place + 1) * hashLength);
}

/**
 * How many hashes there are.
 * @param hashes all of them
 */
export function hashCount(hashes: Hashes): number {
	return hashes.length / hashLength;
}

/**
 * The name of a file.
 * @param kind of what it holds
 * @param hash of its content
 */
export function fileName(kind: FileKind, hash: string): string {
	return `${kind}-${hash}.json`;
}

/**
 * The hash of a file's content: fifty bits, in letters and digits that no file system takes for one another.
 * @param content the file's text
 */
export async function contentHash(content: string): Promise<string> {
	const bytes = new TextEncoder().encode(content);
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	// Five of the eight bits of a byte are a character.
	return Array.from(
		digest.subarray(0, hashLength),
		(byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte & 31],
	).join("");
}

const hashLength = 10;
