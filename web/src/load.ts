// One renderer for everything on a page or in a program, whichever of the entries asks for it first.

import createCore from "../../build/wasm/core.mjs";
import { type Core, startEngine } from "./engine.js";
import type { Inkstone, LoadOptions, WasmSource } from "./types.js";
import { compileCore } from "./wasm.js";

let loading: Promise<Inkstone> | undefined;
let brought: (() => WasmSource) | undefined;

/**
 * Takes the core of an entry that brings it along. From then on every entry starts with that one, so that a page
 * which imports `inkstone/inline` before its elements makes no request for theirs.
 * @param core where it is; asked only when the renderer starts
 */
export function bringCore(core: () => WasmSource): void {
	brought = core;
}

/**
 * Loads the renderer, once: every call gives the same promise, until one fails.
 * @param options count in the first call, and in the first after a failure
 * @param usual where the core is when neither the options nor another entry say it
 * @returns the renderer
 * @throws what `load` of the entry `inkstone` throws
 */
export function loadOnce(
	options: LoadOptions,
	usual: () => WasmSource,
): Promise<Inkstone> {
	loading ??= start(options, brought ?? usual).catch((error) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

async function start(
	{ wasm }: LoadOptions,
	usual: () => WasmSource,
): Promise<Inkstone> {
	const given = await wasm;
	const module = await compileCore(given === undefined ? usual() : given);
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
