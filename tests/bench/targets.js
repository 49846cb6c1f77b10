// @ts-check
// What Inkstone sets out to reach, and whether it does.

import { corpusNames } from "./corpora.js";
import { median } from "./numbers.js";
import { ratio } from "./speed.js";

/**
 * @typedef {import("./corpora.js").CorpusName} CorpusName
 * @typedef {import("./stacks.js").Task} Task
 */

/**
 * What was measured; what was left out is not there.
 * @typedef {object} Results
 * @property {import("./speed.js").Speeds} [speed]
 * @property {{ stacks: Record<string, { script: number, wasm: number }>, entries: Record<string, number> }} [size] bytes of
 * Brotli
 * @property {Record<string, Record<string, number[]>>} [cold]
 * @property {Record<"local" | "slow", Record<string, number[]>>} [page]
 * @property {{ peaks: Record<string, number>, samples: import("./node-child.js").Sample[] }} [memory]
 * @property {import("./counts.js").Counts} [counts]
 */

/**
 * A target. `isMet` is not there where nothing was measured.
 * @typedef {{ what: string, wanted: string, measured: string, isMet?: boolean }} Target
 */

/** How much memory may grow between a tenth and the end of the renderings: what the system gives and takes by itself. */
const noise = 0.05;

/**
 * @param {Results} results
 * @returns {Target[]}
 */
export function targets(results) {
	const others = ["md4x-wasm", "md4w-fast", "md4w-small", "markdown-wasm"];
	/** @type {CorpusName[]} */
	const larger = ["spec", "long", "blog"];
	return [
		atLeast(
			1.2,
			"the whole job, 12 KB article, against md4x (WebAssembly), md4w, markdown-wasm",
			times(results, others, "article", ["article"]),
		),
		atLeast(
			1.4,
			"the same on the other texts",
			times(results, others, "article", larger),
		),
		atLeast(
			1.1,
			"the whole job, every text, against md4x's native addon",
			times(results, ["md4x-napi"], "article", corpusNames),
		),
		atLeast(
			3,
			"the whole job, 12 KB article, against marked and markdown-it",
			times(results, ["marked", "markdown-it"], "article", ["article"]),
		),
		atLeast(
			9,
			"the whole job, blog post, against marked and markdown-it",
			times(results, ["marked", "markdown-it"], "article", ["blog"]),
		),
		atLeast(
			0.95,
			"Markdown to HTML, GitHub's Markdown alone, every text, against md4c as WebAssembly",
			times(results, ["md4c-wasm"], "html", corpusNames, "inkstone-gfm"),
		),
		atLeast(
			0.8,
			"native core, the whole job, every text, against md4c's own HTML renderer",
			times(results, ["native-md4c"], "article", corpusNames, "native-core"),
		),
		pageTarget(results.page?.local),
		coldTarget(results.cold),
		weight(results.size?.entries, "inkstone", 60),
		weight(results.size?.entries, "<inkstone-article> and its theme", 75),
		memoryTarget(results.memory?.samples),
	];
}

/**
 * The smallest of ratios, and where it was.
 * @typedef {{ value: number, where: string }} Smallest
 */

/**
 * How many times as quick one is as others: the smallest ratio.
 * @param {Results} results
 * @param {string[]} others
 * @param {Task} task
 * @param {CorpusName[]} corpora
 * @param {string} [name]
 * @returns {Smallest | undefined}
 */
function times({ speed }, others, task, corpora, name = "inkstone") {
	if (!speed) {
		return undefined;
	}
	const ratios = others.flatMap((other) =>
		corpora.flatMap((corpus) => {
			const value = ratio(speed, name, other, task, corpus);
			return value === undefined
				? []
				: [{ value, where: `${other}, ${corpus}` }];
		}),
	);
	const [smallest] = ratios.sort((a, b) => a.value - b.value);
	return smallest;
}

/**
 * @param {number} wanted
 * @param {string} what
 * @param {Smallest | undefined} smallest
 * @returns {Target}
 */
function atLeast(wanted, what, smallest) {
	return {
		what,
		wanted: `≥ ${wanted} ×`,
		measured: smallest
			? `${smallest.value.toFixed(2)} × (${smallest.where})`
			: "",
		isMet: smallest && smallest.value >= wanted,
	};
}

/**
 * @param {Record<string, number[]> | undefined} local
 * @returns {Target}
 */
function pageTarget(local) {
	const wanted = 0.7;
	const over = (/** @type {string} */ name) =>
		local ? median(local[name]) - median(local.bare) : 0;
	const value = over("inkstone") / over("marked");
	return {
		what: "a page in Chromium, local, its time over a bare page, against marked",
		wanted: `≤ ${wanted} ×`,
		measured: local
			? `${value.toFixed(2)} × (${over("inkstone").toFixed(0)} ms, ${over("marked").toFixed(0)} ms)`
			: "",
		isMet: local && value <= wanted,
	};
}

/**
 * @param {Results["cold"]} cold
 * @returns {Target}
 */
function coldTarget(cold) {
	const wanted = 10;
	const times = cold?.["Node 24"]?.inkstone;
	return {
		what: "cold start in Node 24, from the import to the first article",
		wanted: `≤ ${wanted} ms`,
		measured: times ? `${median(times).toFixed(1)} ms` : "",
		isMet: times && median(times) <= wanted,
	};
}

/**
 * @param {Record<string, number> | undefined} entries
 * @param {string} name
 * @param {number} wanted KiB
 * @returns {Target}
 */
function weight(entries, name, wanted) {
	const kib = entries && entries[name] / 1024;
	return {
		what: `\`${name.replace(/ |$/, "` ").trim()}, Brotli`,
		wanted: `≤ ${wanted} KiB`,
		measured: kib ? `${kib.toFixed(1)} KiB` : "",
		isMet: kib === undefined ? undefined : kib <= wanted,
	};
}

/**
 * @param {import("./node-child.js").Sample[] | undefined} samples
 * @returns {Target}
 */
function memoryTarget(samples) {
	const last = samples?.at(-1);
	// The second: what stands at a tenth.
	const early = samples?.[1];
	const growth = last && early ? last.resident / early.resident - 1 : 0;
	const mebibytes = (/** @type {number} */ bytes) =>
		(bytes / 2 ** 20).toFixed(1);
	return {
		what: `memory after ${(last?.renders ?? 100_000).toLocaleString("en")} renders, against a tenth of them`,
		wanted: "flat",
		measured:
			last && early
				? `WebAssembly ${mebibytes(early.wasm)} → ${mebibytes(last.wasm)} MiB, process ${mebibytes(early.resident)} → ${mebibytes(last.resident)} MiB`
				: "",
		isMet: last && early && last.wasm === early.wasm && growth < noise,
	};
}
