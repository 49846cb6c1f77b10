// The core, as hosts give it that import WebAssembly as a compiled module. Also the types of `inkstone/core.wasm`.

declare const core: WebAssembly.Module;
export default core;
