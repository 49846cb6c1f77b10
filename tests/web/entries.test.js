// @ts-check
// The entries: what may be imported where, and what depends on what.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { dist, importEntry } from "./dist.js";

test("the elements' entries can be imported where there are no elements", async () => {
	const { InkstoneArticle } = await importEntry("element.js");
	assert.equal(typeof InkstoneArticle, "function");
	const { InkstoneSite } = await importEntry("site.js");
	assert.equal(typeof InkstoneSite, "function");
	await importEntry("define.js");
	assert.equal("customElements" in globalThis, false);
});

test("the `inkstone` entry uses nothing that a worker does not have", () => {
	const file = (/** @type {string} */ path) =>
		fileURLToPath(new URL(`../../${path}`, import.meta.url));
	const options = [
		"--noEmit",
		"--strict",
		"--target",
		"es2022",
		"--module",
		"nodenext",
		"--ignoreConfig",
	];
	const environment = ["--lib", "es2022,webworker", "--types", ""];
	const sources = [file("web/src/index.ts")];
	const tsc = file("node_modules/typescript/bin/tsc");
	assert.doesNotThrow(() =>
		execFileSync(
			process.execPath,
			[tsc, ...options, ...environment, ...sources],
			{ encoding: "utf8" },
		),
	);
});

test("the `inkstone` entry loads nothing of the elements, and no sanitizer", async () => {
	const { metafile } = await build({
		entryPoints: [fileURLToPath(new URL("index.js", dist))],
		bundle: true,
		write: false,
		format: "esm",
		metafile: true,
	});
	const sources = Object.keys(metafile.inputs).join("\n");
	assert.match(sources, /index\.js/);
	assert.doesNotMatch(sources, /element|define|purify/);
});

test("a page that has only an article does not load what sites do", async () => {
	const { metafile } = await build({
		entryPoints: [
			fileURLToPath(new URL("../../web/src/define.ts", import.meta.url)),
		],
		bundle: true,
		splitting: true,
		write: false,
		outdir: "out",
		format: "esm",
		target: "es2022",
		metafile: true,
		external: ["pagefind"],
		plugins: [
			{
				name: "without-core",
				setup(build) {
					build.onResolve({ filter: /core\.mjs$/ }, ({ path }) => ({
						path,
						external: true,
					}));
				},
			},
		],
	});
	/** @type {Set<string>} */
	const loaded = new Set();
	const load = (/** @type {string} */ file) => {
		const { imports, inputs } = metafile.outputs[file];
		for (const input of Object.keys(inputs)) {
			loaded.add(input.replace(/^.*web\/src\//, ""));
		}
		for (const { path, kind, external } of imports) {
			if (kind === "import-statement" && !external) {
				load(path);
			}
		}
	};
	load("out/define.js");
	assert.ok(loaded.has("article/element.ts"));
	assert.deepEqual(
		[...loaded].filter((file) => /^(site|catalog)\//.test(file)),
		["site/element.ts"],
	);
});
