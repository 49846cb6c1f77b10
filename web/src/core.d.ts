// The module that Emscripten writes, which has no declarations of its own.

declare module "*/build/wasm/core.mjs" {
	type Core = import("./engine.js").Core;

	/**
	 * Makes one instance of the core.
	 * @param settings `instantiateWasm` gets the imports of the module and calls `done` with the instance,
	 * now or later
	 */
	export default function createCore(settings: {
		instantiateWasm(
			imports: WebAssembly.Imports,
			done: (instance: WebAssembly.Instance) => void,
		): void;
	}): Promise<Core>;
}
