// The `inkstone` entry: loads the core and gives the renderer. Knows no DOM.

import createCore from "../../build/wasm/core.mjs";
import { type Core, startEngine } from "./engine.js";
import type { Inkstone, LoadOptions } from "./types.js";
import { compileCore } from "./wasm.js";

export type * from "./types.js";

let loading: Promise<Inkstone> | undefined;

/**
 * Loads the renderer, once: every call gives the same promise, until one fails.
 * @param options count in the first call, and in the first after a failure
 * @returns the renderer
 * @throws TypeError when an option is of the wrong kind
 * @throws Error when the core's WebAssembly cannot be had or may not run here; the message names its URL
 */
export function load(options: LoadOptions = {}): Promise<Inkstone> {
	loading ??= start(options).catch((error) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

async function start({ wasm }: LoadOptions): Promise<Inkstone> {
	const module = await compileCore(await wasm);
	return startEngine(() => instantiate(module));
}

function instantiate(module: WebAssembly.Module): Promise<Core> {
	return new Promise((resolve, reject) => {
		createCore({
			instantiateWasm(imports, done) {
				WebAssembly.instantiate(module, imports).then(done).catch(reject);
			},
		}).then(resolve, reject);
	});
}
