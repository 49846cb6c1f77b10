// The `inkstone` entry on the edge as Vercel and Next.js have it: as in workerd, but they ask for a mark at the file.

import core from "./core.wasm?module";
import { bringCore, loadOnce } from "./load.js";
import type { Inkstone, LoadOptions } from "./types.js";

export type * from "./types.js";

bringCore(() => core);

/**
 * Loads the renderer, as `load` of the entry `inkstone` does elsewhere.
 * @param options as there; `wasm` can only be a `WebAssembly.Module`
 * @returns the renderer
 * @throws as there
 */
export function load(options: LoadOptions = {}): Promise<Inkstone> {
	return loadOnce(options, () => core);
}
