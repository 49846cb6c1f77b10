// @ts-check
// Protects that a site loads nothing of a search before there is one.

import assert from "node:assert/strict";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const project = fileURLToPath(new URL("../../../..", import.meta.url));

test("what a site loads at once has no engine in it; what it imports later has", async () => {
	const { metafile } = await build({
		absWorkingDir: project,
		entryPoints: { site: "web/src/site.ts" },
		bundle: true,
		splitting: true,
		write: false,
		format: "esm",
		outdir: "dist",
		metafile: true,
	});
	/** @type {Set<string>} */
	const atOnce = new Set();
	const add = (/** @type {string} */ file) => {
		if (!atOnce.has(file)) {
			atOnce.add(file);
			for (const { path, kind } of metafile.outputs[file].imports) {
				if (kind === "import-statement") {
					add(path);
				}
			}
		}
	};
	add("dist/site.js");
	const hasEngine = (/** @type {string} */ file) =>
		Object.keys(metafile.outputs[file].inputs).some((input) =>
			/minisearch|search\/(?:pagefind|snippet)/.test(input),
		);
	assert.deepEqual([...atOnce].filter(hasEngine), []);
	assert.ok(Object.keys(metafile.outputs).some(hasEngine));
});
