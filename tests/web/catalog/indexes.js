// @ts-check
// Indexes in memory, for tests: written by the writer, and fetched as from a server that counts.

import { moduleOf } from "../sources.js";
import { MemorySpill } from "./memory-spill.js";

/**
 * @typedef {import("../../../web/src/catalog/writer.js").CatalogSources} CatalogSources
 */

export const folder = "https://me.example/blog/inkstone-index/";

/** The modules of indexes. */
export async function indexModules() {
	return {
		/** @type {typeof import("../../../web/src/catalog/writer.js")} */
		writer: await import(await moduleOf("catalog/writer.ts")),
		/** @type {typeof import("../../../web/src/catalog/stored.js")} */
		stored: await import(await moduleOf("catalog/stored.ts")),
		/** @type {typeof import("../../../web/src/catalog/renewed.js")} */
		renewed: await import(await moduleOf("catalog/renewed.ts")),
		/** @type {typeof import("../../../web/src/catalog/order.js")} */
		order: await import(await moduleOf("catalog/order.ts")),
	};
}

/**
 * Writes an index.
 * @param {Awaited<ReturnType<typeof indexModules>>} modules
 * @param {Pick<CatalogSources, "cards" | "configuration"> & Partial<CatalogSources>} sources cards in any order
 * @returns {Promise<Map<string, string>>} contents by name
 */
export async function filesOf({ writer, order }, sources) {
	const cards = [.../** @type {Iterable<any>} */ (sources.cards)];
	const files = new Map();
	for await (const { name, content } of writer.catalogFiles({
		sections: [],
		total: cards.length,
		spill: new MemorySpill(),
		...sources,
		cards: cards.sort(order.compareCards),
	})) {
		files.set(name, content);
	}
	return files;
}

/**
 * Serves files.
 * @param {Map<string, string>} files
 */
export function serverOf(files) {
	/** @type {string[]} The names that were asked for. */
	const requests = [];
	/** @type {import("../../../web/src/catalog/index-files.js").Fetch} */
	const fetch = async (url) => {
		const name = url.slice(folder.length);
		requests.push(name);
		const content = files.get(name);
		return new Response(content ?? "not here", {
			status: content === undefined ? 404 : 200,
		});
	};
	return { fetch, requests };
}
