// @ts-check
// Protects: clones that are set up at the same time do not break each other's cache, and a set-up that was killed
// neither blocks the next one nor leaves anything behind.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { changingCache } from "../../../tools/setup/cache.js";
import { temporaryFolder, writeFiles } from "../stand-ins.js";

test("of two that change the cache, one waits", async () => {
	const cache = join(temporaryFolder(), "inkstone");
	let inside = 0;
	const change = () =>
		changingCache(cache, async () => {
			assert.equal(++inside, 1);
			await new Promise((resolve) => setTimeout(resolve, 50));
			inside--;
		});
	await Promise.all([change(), change(), change()]);
});

test("the temporary folder goes away, also when the work fails", async () => {
	const cache = temporaryFolder();
	await assert.rejects(
		changingCache(cache, async (temporary) => {
			assert.ok(existsSync(temporary));
			throw new Error("stop");
		}),
		/stop/,
	);
	assert.deepEqual(readdirSync(cache), ["lock"]);
});

test("a set-up that was killed blocks nobody, and what it left is taken away", {
	timeout: 10_000,
}, async () => {
	const cache = temporaryFolder();
	const script = `
		import { changingCache } from ${JSON.stringify(new URL("../../../tools/setup/cache.js", import.meta.url).href)};
		await changingCache(${JSON.stringify(cache)}, () => {
			console.log("inside");
			return new Promise(() => setInterval(() => {}, 1000));
		});`;
	const child = spawn(process.execPath, [
		"--input-type=module",
		"--eval",
		script,
	]);
	await once(child.stdout, "data");
	child.kill("SIGKILL");
	await changingCache(cache, async (temporary) => {
		assert.deepEqual(readdirSync(cache).sort(), [
			"lock",
			temporary.slice(cache.length + 1),
		]);
	});
});

test("what lies in the cache stays", async () => {
	const cache = temporaryFolder();
	writeFiles(cache, { "sources/ink-1.0/ink.c": "" });
	await changingCache(cache, async () => {});
	assert.deepEqual(readdirSync(cache), ["lock", "sources"]);
});
