// Finds and compiles the core's WebAssembly, wherever this runs: page, worker, Node, Deno, Bun, workerd.

import { kindOf } from "./engine.js";
import type { WasmSource } from "./types.js";

/** What Node, Deno and Bun have, and bundlers cannot see through. */
interface Host {
	process?: {
		getBuiltinModule?(name: "node:fs/promises"): {
			readFile(file: URL): Promise<Uint8Array<ArrayBuffer>>;
		};
	};
	location?: { href: string };
}

const host = globalThis as Host;

/**
 * Compiles the core.
 * @param source where it is
 * @returns the module
 * @throws TypeError when `source` is none of its types
 * @throws Error when the file cannot be had or is not WebAssembly; the message names its URL
 */
export async function compileCore(
	source: WasmSource,
): Promise<WebAssembly.Module> {
	if (source instanceof WebAssembly.Module) {
		return source;
	}
	if (source instanceof URL) {
		return compileFrom(source);
	}
	if (typeof source === "string") {
		return compileFrom(new URL(source, host.location?.href));
	}
	if (source instanceof Response) {
		return compileResponse(source, source.url || "The given response");
	}
	if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
		return compileBytes(source as BufferSource, "The given buffer");
	}
	throw new TypeError(
		`wasm must be a URL, a Response, a buffer or a WebAssembly.Module, not ${kindOf(source)}`,
	);
}

async function compileFrom(url: URL): Promise<WebAssembly.Module> {
	const files =
		url.protocol === "file:" &&
		host.process?.getBuiltinModule?.("node:fs/promises");
	if (files) {
		return compileBytes(await files.readFile(url), url.href);
	}
	let response: Response;
	try {
		response = await fetch(url);
	} catch (cause) {
		throw new Error(`${url.href} could not be fetched`, { cause });
	}
	return compileResponse(response, url.href);
}

async function compileResponse(
	response: Response,
	name: string,
): Promise<WebAssembly.Module> {
	if (!response.ok) {
		throw new Error(
			`${name} could not be fetched: the server answered ${response.status}`,
		);
	}
	const type = response.headers.get("content-type")?.trim().toLowerCase();
	// Streaming insists on the right type, which not every server knows.
	if (type === "application/wasm" && WebAssembly.compileStreaming) {
		return named(name, WebAssembly.compileStreaming(response));
	}
	return compileBytes(await response.arrayBuffer(), name);
}

function compileBytes(
	bytes: BufferSource,
	name: string,
): Promise<WebAssembly.Module> {
	return named(name, WebAssembly.compile(bytes));
}

async function named(
	name: string,
	module: Promise<WebAssembly.Module>,
): Promise<WebAssembly.Module> {
	try {
		return await module;
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new Error(`${name} could not be compiled: ${reason}`, { cause });
	}
}
