// @ts-check
// After a trap: an instance that stopped is never used again, and the next call works all the same.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { outputFiles } = await build({
	entryPoints: [
		fileURLToPath(new URL("../../web/src/engine.ts", import.meta.url)),
	],
	bundle: true,
	write: false,
	format: "esm",
});
/** @type {typeof import("../../web/src/engine.js")} */
const { startEngine } = await import(
	`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`
);

test("the call that hit the trap says so, and the very next one works", async () => {
	const cores = new Cores();
	const engine = await startEngine(cores.start);
	await setImmediate();

	assert.throws(
		() => engine.render("trap"),
		(error) => {
			assert(error instanceof Error);
			assert.match(error.message, /stopped/);
			assert(error.cause instanceof WebAssembly.RuntimeError);
			return true;
		},
	);
	assert.equal(engine.render("fine").html, "instance 2: fine");
	assert.equal(engine.render("fine").html, "instance 2: fine");
});

test("it does so again and again", async () => {
	const cores = new Cores();
	const engine = await startEngine(cores.start);
	for (let instance = 2; instance < 5; instance++) {
		await setImmediate();
		assert.throws(() => engine.render("trap"));
		assert.equal(engine.render("fine").html, `instance ${instance}: fine`);
	}
});

test("two traps in a row: the next call says to wait, and a later one works", async () => {
	const cores = new Cores();
	const engine = await startEngine(cores.start);
	await setImmediate();
	assert.throws(() => engine.render("trap"));
	assert.throws(() => engine.render("trap"));
	assert.throws(() => engine.render("fine"), /being started again/);
	await setImmediate();
	assert.match(engine.render("fine").html, /fine$/);
});

test("when no other instance could be made, a later call tries again", async () => {
	const cores = new Cores();
	const engine = await startEngine(cores.start);
	await setImmediate();
	cores.failing = true;
	assert.throws(() => engine.render("trap"));
	await setImmediate();
	assert.throws(() => engine.render("trap"));
	await setImmediate();
	assert.throws(() => engine.render("fine"), /being started again/);
	cores.failing = false;
	assert.throws(() => engine.render("fine"), /being started again/);
	await setImmediate();
	assert.match(engine.render("fine").html, /fine$/);
});

test("an input for which there is no memory is an error, and the instance goes on", async () => {
	const cores = new Cores();
	const engine = await startEngine(cores.start);
	assert.throws(() => engine.render("x".repeat(2000)), {
		name: "Error",
		message: /memory/,
	});
	assert.equal(engine.render("fine").html, "instance 1: fine");
});

test("the core's own errors keep their words: a TypeError for options, an Error for memory", async () => {
	const engine = await startEngine(new Cores().start);
	assert.throws(() => engine.render("unknown-option"), {
		name: "TypeError",
		message: "said by the core",
	});
	assert.throws(() => engine.render("invalid-option"), {
		name: "TypeError",
		message: "said by the core",
	});
	assert.throws(() => engine.render("out-of-memory"), {
		name: "Error",
		message: "said by the core",
	});
});

test("memory that grows during a call is read afresh", async () => {
	const engine = await startEngine(new Cores().start);
	assert.equal(engine.render("grow").html, "instance 1: grow");
});

test("the source's bytes and the options' stand one behind the other", async () => {
	const engine = await startEngine(new Cores().start);
	assert.deepEqual(engine.render("墨", { html: "trusted" }).frontMatter, {
		options: '{"html":"trusted"}',
	});
});

test("a configuration's bytes are counted, and the core's own errors are errors", async () => {
	const engine = await startEngine(new Cores().start);
	assert.deepEqual(engine.readSite("墨").configuration, { text: "墨" });
	assert.deepEqual(
		engine.readSite(new TextEncoder().encode("title")).configuration,
		{ text: "title" },
	);
	assert.throws(() => engine.readSite("out-of-memory"), /^Error: said by/);
});

/** Stand-ins for the core: each says which one it is, and stops when it is told to. */
class Cores {
	count = 0;
	failing = false;
	start = async () => {
		if (this.failing) {
			throw new RangeError("no memory");
		}
		return fakeCore(++this.count);
	};
}

/**
 * @param {number} number
 * @returns {import("../../web/src/engine.js").Core}
 */
function fakeCore(number) {
	const inputAddress = 64;
	const capacity = 1024;
	const core = {
		HEAPU8: new Uint8Array(4096),
		input: (/** @type {number} */ size) => (size > capacity ? 0 : inputAddress),
		/**
		 * @param {number} sourceBytes
		 * @param {number} optionsBytes
		 */
		render(sourceBytes, optionsBytes) {
			const source = text(inputAddress, sourceBytes);
			const options = text(inputAddress + sourceBytes, optionsBytes);
			if (source === "trap") {
				throw new WebAssembly.RuntimeError("unreachable");
			}
			if (source === "grow") {
				const grown = new Uint8Array(8192);
				grown.set(core.HEAPU8);
				core.HEAPU8 = grown;
			}
			const json = /-(option|memory)$|-of-/.test(source)
				? { error: { code: source, message: "said by the core" } }
				: { frontMatter: { options } };
			return give(`instance ${number}: ${source}`, JSON.stringify(json));
		},
		/** @param {number} sourceBytes */
		readSite(sourceBytes) {
			const source = text(inputAddress, sourceBytes);
			return give(
				"",
				JSON.stringify(
					source === "out-of-memory"
						? { error: { code: source, message: "said by the core" } }
						: { configuration: { text: source } },
				),
			);
		},
		describe: () => give("", "{}"),
	};
	/**
	 * @param {number} from
	 * @param {number} size
	 */
	function text(from, size) {
		return new TextDecoder().decode(core.HEAPU8.subarray(from, from + size));
	}
	/**
	 * @param {string} html
	 * @param {string} json
	 */
	function give(html, json) {
		const encoder = new TextEncoder();
		const htmlBytes = encoder.encodeInto(
			html,
			core.HEAPU8.subarray(2000),
		).written;
		const jsonBytes = encoder.encodeInto(
			json,
			core.HEAPU8.subarray(3000),
		).written;
		new Uint32Array(core.HEAPU8.buffer, 0, 4).set([
			2000,
			htmlBytes,
			3000,
			jsonBytes,
		]);
		return 0;
	}
	return core;
}
