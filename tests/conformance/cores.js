// @ts-check
// The same core twice, as the tests compare it: the native command, and the WebAssembly module
// behind its bare boundary.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const build = new URL("../../build/", import.meta.url);

/** The native command's path. */
export const command = fileURLToPath(new URL("native/inkstone", build));

/**
 * Runs the native command.
 * @param {string[]} args
 * @param {string | Uint8Array} [input] what it reads from standard input
 */
export function run(args, input = "") {
	const { status, stdout, stderr, error } = spawnSync(command, args, {
		input,
		maxBuffer: 1 << 30,
	});
	if (error) throw error;
	return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

/**
 * Renders natively.
 * @param {string | Uint8Array} source
 * @param {Record<string, string | number | boolean>} [options]
 * @returns {string} the article as the command's one line of JSON
 */
export function renderNatively(source, options = {}) {
	const flags = Object.entries(options).map(
		([name, value]) => `--${name}=${value}`,
	);
	const { status, stdout, stderr } = run(
		["render", "-", "--json", ...flags],
		source,
	);
	if (status !== 0) throw new Error(stderr);
	return stdout.slice(0, -1);
}

/** Instantiates the WebAssembly module without the shell around it. */
export async function loadBareCore() {
	const { default: create } = await import(
		new URL("wasm/core.mjs", build).href
	);
	const module = new WebAssembly.Module(
		readFileSync(new URL("wasm/core.wasm", build)),
	);
	const core = await create({
		/** @type {(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => void} */
		instantiateWasm: (imports, done) =>
			done(new WebAssembly.Instance(module, imports)),
	});
	/**
	 * Renders in WebAssembly.
	 * @param {string | Uint8Array} source
	 * @param {Record<string, string | number | boolean>} [options]
	 * @returns {{ html: string, json: string }} the two texts that cross the boundary
	 */
	return function render(source, options = {}) {
		const bytes = Buffer.from(source);
		const settings = Buffer.from(JSON.stringify(options));
		const input = core.input(bytes.length + settings.length);
		core.HEAPU8.set(bytes, input);
		core.HEAPU8.set(settings, input + bytes.length);
		const address = core.render(bytes.length, settings.length);
		const [html = 0, htmlSize = 0, json = 0, jsonSize = 0] = new Uint32Array(
			core.HEAPU8.buffer,
			address,
			4,
		);
		const text = (/** @type {number} */ begin, /** @type {number} */ size) =>
			Buffer.from(core.HEAPU8.subarray(begin, begin + size)).toString();
		return { html: text(html, htmlSize), json: text(json, jsonSize) };
	};
}
