// Remembers which search indexes were made of which articles: making one takes longer than all the rest, and most
// runs change no article of most languages.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SearchLocation } from "../../catalog/types.js";
import { binFile } from "../package.js";
import { writeWhole } from "./files.js";

/** The search index of a language. */
export interface MadeSearch {
	/** What it was made of. */
	fingerprint: string;
	location: SearchLocation;
	/** The names of its files, relative to the index. */
	names: string[];
}

/** The search indexes of the last run. */
export interface SearchMemory {
	/** What was made of a language the last time. */
	recall(site: string): MadeSearch | undefined;
	/** Notes what was made now. */
	note(site: string, made: MadeSearch): void;
	/** Keeps what was noted for the next run. */
	save(): Promise<void>;
}

/**
 * Opens the memory.
 * @param cache the folder that it is kept in
 */
export function openSearchMemory(cache: string): SearchMemory {
	const file = join(cache, "search.json");
	const known = read(file);
	const noted: Record<string, MadeSearch> = {};
	return {
		recall: (site) => known[site],
		note(site, made) {
			noted[site] = made;
		},
		save: () => writeWhole(file, JSON.stringify(noted)),
	};
}

/** A memory for those who have no cache. */
export const noMemory: SearchMemory = {
	recall: () => undefined,
	note() {},
	save: async () => {},
};

/** What says which program makes indexes: the names of the command's files have hashes of their content. */
export function programFingerprint(): string {
	const names = readdirSync(binFile(".")).filter((name) =>
		/-[A-Z0-9]{8}\.js$/.test(name),
	);
	return createHash("sha256").update(names.sort().join("\n")).digest("hex");
}

function read(file: string): Record<string, MadeSearch | undefined> {
	try {
		const known = JSON.parse(readFileSync(file, "utf8"));
		return typeof known === "object" && known !== null ? known : {};
	} catch {
		return {};
	}
}
