// What the module that Emscripten writes gives. The build puts this beside it.

import type { Core } from "../../web/src/engine.js";

/**
 * Makes one instance of the core.
 * @param settings `instantiateWasm` gets the imports of the module and calls `done` with the instance, now or
 * later
 */
export default function createCore(settings: {
	instantiateWasm(
		imports: WebAssembly.Imports,
		done: (instance: WebAssembly.Instance) => void,
	): void;
}): Promise<Core>;
