// The limit: stock md4c and its own HTML renderer as WebAssembly, behind as little JavaScript as can be.
import { readFileSync } from "node:fs";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param {string} file md4c.wasm, which tests/bench/CMakeLists.txt builds */
export async function load(file) {
	// What its C library would print with: never called.
	const nothing = { get: () => () => 0 };
	const { instance } = await WebAssembly.instantiate(readFileSync(file), {
		env: new Proxy({}, nothing),
		wasi_snapshot_preview1: new Proxy({}, nothing),
	});
	const { memory, input, render, output, _initialize } = instance.exports;
	_initialize();
	return {
		html(source) {
			// A UTF-16 unit takes three bytes of UTF-8 at most.
			const size = source.length * 3;
			const address = input(size);
			const { written } = encoder.encodeInto(
				source,
				new Uint8Array(memory.buffer, address, size),
			);
			const length = render(written);
			return decoder.decode(new Uint8Array(memory.buffer, output(), length));
		},
	};
}
