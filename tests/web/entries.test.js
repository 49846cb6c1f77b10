// @ts-check
// The entries: what may be imported where, and what depends on what.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compileFile } from "./compile.js";
import { dist, importEntry } from "./dist.js";

/** The folder of the package's sources, with a slash at its end. */
const sources = new URL("../../web/src/", import.meta.url);

test("the elements' entries can be imported where there are no elements", async () => {
	const { InkstoneArticle } = await importEntry("element.js");
	assert.equal(typeof InkstoneArticle, "function");
	const { InkstoneSite } = await importEntry("site.js");
	assert.equal(typeof InkstoneSite, "function");
	await importEntry("define.js");
	await importEntry("standalone.js");
	assert.equal("customElements" in globalThis, false);
});

test("the `inkstone` entry uses nothing that a worker does not have", () => {
	const environment = ["--lib", "es2022,webworker", "--types", ""];
	compileFile(fileURLToPath(new URL("index.ts", sources)), environment);
});

test("the sources depend on each other in one direction", () => {
	/** @type {[folder: string, without: RegExp][]} */
	const rules = [
		["catalog", /\/(article|cli|enhance|site)\//],
		["article", /\/(catalog|cli|site)\//],
		["site", /\/cli\//],
	];
	for (const [folder, without] of rules) {
		const files = readdirSync(new URL(`${folder}/`, sources), {
			recursive: true,
			encoding: "utf8",
		}).filter((file) => file.endsWith(".ts"));
		assert.ok(files.length > 0);
		for (const file of files) {
			const text = readFileSync(new URL(`${folder}/${file}`, sources), "utf8");
			for (const [, path] of text.matchAll(/\b(?:from |import\()"([^"]+)"/g)) {
				assert.doesNotMatch(path ?? "", without, `${folder}/${file}`);
			}
		}
	}
});

test("the `inkstone` entry loads nothing of the elements, and no sanitizer", async () => {
	const { metafile } = await build({
		entryPoints: [fileURLToPath(new URL("index.js", dist))],
		bundle: true,
		write: false,
		format: "esm",
		metafile: true,
	});
	const inputs = Object.keys(metafile.inputs).join("\n");
	assert.match(inputs, /index\.js/);
	assert.doesNotMatch(inputs, /element|define|purify/);
});

test("a page that has only an article does not load what sites do", async () => {
	const { metafile } = await build({
		entryPoints: [fileURLToPath(new URL("define.ts", sources))],
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
