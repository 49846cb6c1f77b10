// The core in the command: compiled once, and handed to every thread.

import { readFile } from "node:fs/promises";
import { load } from "../index.js";
import type { Inkstone } from "../types.js";
import { distFile } from "./package.js";

let compiling: Promise<WebAssembly.Module> | undefined;

/** The compiled core, which threads can be given. */
export function coreModule(): Promise<WebAssembly.Module> {
	compiling ??= readFile(distFile("core.wasm")).then((bytes) =>
		WebAssembly.compile(bytes),
	);
	return compiling;
}

/** The renderer of this thread. */
export function loadRenderer(): Promise<Inkstone> {
	return load({ wasm: coreModule() });
}
