// @ts-check
// Loading: once, from wherever the core is, and again after a failure.

import assert from "node:assert/strict";
import { readFileSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { Worker } from "node:worker_threads";
import { copyOfDist, dist, freshInkstone, importEntry } from "./dist.js";

const wasm = new URL("core.wasm", dist);
const html = "<p>text</p>\n";

test("finds core.wasm beside its own module, in a folder whose name is no plain path", async () => {
	const folder = copyOfDist();
	const odd = new URL(folder.href.replace(/\/$/, "%20%23%E5%A2%A8/"));
	renameSync(folder, odd);
	try {
		const { load } = await freshInkstone(odd);
		assert.equal((await load()).render("text").html, html);
	} finally {
		renameSync(odd, folder);
	}
});

test("`inkstone/inline` needs no core.wasm, and neither does what is imported after it", async () => {
	const folder = copyOfDist();
	rmSync(new URL("core.wasm", folder));
	const { load } = await importEntry("inline.js", folder);
	const { load: loadElsewhere } = await importEntry("index.js", folder);
	const renderer = await loadElsewhere();
	assert.equal(renderer.render("text").html, html);
	assert.equal(await load(), renderer);
});

test("the core in `inkstone/inline` is core.wasm, byte for byte", async () => {
	/** @type {Uint8Array | undefined} */
	let bytes;
	const { compile } = WebAssembly;
	WebAssembly.compile = (source) => {
		bytes = /** @type {Uint8Array} */ (source);
		return compile(source);
	};
	try {
		await (await importEntry("inline.js", copyOfDist())).load();
	} finally {
		WebAssembly.compile = compile;
	}
	assert.ok(bytes && Buffer.from(bytes).equals(readFileSync(wasm)));
});

test("loads once, however often and however early it is asked", async () => {
	const { load } = await freshInkstone();
	const [first, second] = await Promise.all([load(), load()]);
	assert.equal(first, second);
	assert.equal(await load(), first);
});

test("can be asked again after a failure", async () => {
	const { load } = await freshInkstone();
	await assert.rejects(
		load({ wasm: new URL("missing.wasm", wasm) }),
		/missing\.wasm/,
	);
	assert.equal((await load()).render("text").html, html);
});

test("is one promise for concurrent calls, also when it fails", async () => {
	const { load } = await freshInkstone();
	const failing = load({ wasm: new URL("missing.wasm", wasm) });
	assert.equal(load(), failing);
	await assert.rejects(failing);
});

/** @type {[string, () => import("./dist.js").LoadOptions["wasm"]][]} */
const sources = [
	["a URL", () => wasm],
	["a URL as text", () => wasm.href],
	["bytes", () => readFileSync(wasm)],
	["an ArrayBuffer", () => new Uint8Array(readFileSync(wasm)).buffer],
	["a compiled module", () => new WebAssembly.Module(readFileSync(wasm))],
	[
		"a response",
		() =>
			new Response(readFileSync(wasm), {
				headers: { "content-type": "application/wasm" },
			}),
	],
	["a response of another type", () => new Response(readFileSync(wasm))],
	["a promise", () => Promise.resolve(wasm)],
];
for (const [name, source] of sources) {
	test(`takes the core as ${name}`, async () => {
		const { load } = await freshInkstone();
		assert.equal((await load({ wasm: source() })).render("text").html, html);
	});
}

test("names the argument that is of the wrong kind", async () => {
	const { load } = await freshInkstone();
	for (const [wrong, kind] of [
		[5, "a number"],
		[null, "null"],
		[{}, "an Object"],
	]) {
		// @ts-expect-error: this is what it protects from
		await assert.rejects(load({ wasm: wrong }), {
			name: "TypeError",
			message: `wasm must be a URL, a Response, a buffer or a WebAssembly.Module, not ${kind}`,
		});
	}
});

test("says which file is not WebAssembly", async () => {
	const { load } = await freshInkstone();
	await assert.rejects(
		load({ wasm: new URL("index.js", dist) }),
		/index\.js could not be compiled: .+/,
	);
});

test("works in a worker", async () => {
	const worker = new Worker(
		`import { load } from ${JSON.stringify(new URL("index.js", dist).href)};
		import { parentPort } from "node:worker_threads";
		parentPort.postMessage((await load()).render("text").html);`,
		{ eval: true, execArgv: ["--input-type=module"] },
	);
	const [message] = await Promise.all([
		new Promise((resolve, reject) =>
			worker.once("message", resolve).once("error", reject),
		),
		new Promise((resolve) => worker.once("exit", resolve)),
	]);
	assert.equal(message, html);
});

describe("over HTTP", () => {
	const server = createServer((request, response) => {
		if (request.url === "/core.wasm" || request.url === "/core.bin") {
			response.setHeader(
				"content-type",
				request.url.endsWith("wasm")
					? "application/wasm"
					: "application/octet-stream",
			);
			response.end(readFileSync(wasm));
		} else {
			response.statusCode = 404;
			response.end("<!doctype html>");
		}
	});
	let url = "";
	before(async () => {
		await new Promise((resolve) =>
			server.listen(0, "127.0.0.1", () => resolve(undefined)),
		);
		const address = server.address();
		assert(address && typeof address === "object");
		url = `http://127.0.0.1:${address.port}`;
	});
	after(() => server.close());

	for (const [file, what] of [
		["core.wasm", "while it streams"],
		["core.bin", "from a server that does not know its type"],
	]) {
		test(`compiles ${what}`, async () => {
			const { load } = await freshInkstone();
			assert.equal(
				(await load({ wasm: `${url}/${file}` })).render("text").html,
				html,
			);
		});
	}

	test("names the URL that is not there", async () => {
		const { load } = await freshInkstone();
		await assert.rejects(load({ wasm: `${url}/nowhere.wasm` }), {
			message: `${url}/nowhere.wasm could not be fetched: the server answered 404`,
		});
	});

	test("names the URL that cannot be reached", async () => {
		const { load } = await freshInkstone();
		await assert.rejects(
			load({ wasm: "http://127.0.0.1:1/core.wasm" }),
			(error) => {
				assert(error instanceof Error);
				assert.equal(
					error.message,
					"http://127.0.0.1:1/core.wasm could not be fetched",
				);
				assert(error.cause);
				return true;
			},
		);
	});
});
