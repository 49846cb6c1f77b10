// The `inkstone/inline` entry: the same as `inkstone`, with the core inside the module. Nothing is fetched, and a
// bundler finds no file that it would have to copy. Who imports it before the elements spares them their request, too.

import text from "inkstone:core-text";
import { bytesOf } from "./byte-text.js";
import { bringCore, loadOnce } from "./load.js";
import type { Inkstone, LoadOptions } from "./types.js";

export type * from "./types.js";

const core = () => bytesOf(text);

bringCore(core);

/**
 * Loads the renderer, as `load` of the entry `inkstone` does.
 * @param options as there; `wasm` counts more than the core in this module
 * @returns the renderer
 * @throws as there
 */
export function load(options: LoadOptions = {}): Promise<Inkstone> {
	return loadOnce(options, core);
}
