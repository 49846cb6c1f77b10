// The `inkstone` entry: loads the core and gives the renderer. Knows no DOM.

import { loadOnce } from "./load.js";
import type { Inkstone, LoadOptions } from "./types.js";

export type * from "./types.js";

/**
 * Loads the renderer, once: every call gives the same promise, until one fails.
 * @param options count in the first call, and in the first after a failure
 * @returns the renderer
 * @throws TypeError when an option is of the wrong kind
 * @throws Error when the core's WebAssembly cannot be had or may not run here; the message names its URL
 */
export function load(options: LoadOptions = {}): Promise<Inkstone> {
	return loadOnce(options, () => new URL("./core.wasm", import.meta.url));
}
