// @ts-check
// One measurement of node.js in a process that knows nothing else: it prints a number, or JSON.
//
//     node node-child.js cold STACK FILE                     milliseconds from the import to the first article
//     node --expose-gc node-child.js peak STACK FILE         the most bytes of memory that the process ever took
//     node --expose-gc node-child.js flat STACK FILE COUNT   memory at a hundredth, at each tenth of so many renderings

import { readFileSync } from "node:fs";
import { loadStack } from "./load.js";

/**
 * A moment in many renderings.
 * @typedef {{ renders: number, resident: number, wasm: number }} Sample bytes that the process holds in memory, and bytes
 * of WebAssembly's memory
 */

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

const [what, name, file, count] = process.argv.slice(2);
const source = readFileSync(file, "utf8");
console.log(String(await work[what](name, source, Number(count))));
