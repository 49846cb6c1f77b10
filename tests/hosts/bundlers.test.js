// @ts-check
// Protects: the package as bundlers see it. Each finds the core's WebAssembly and what is loaded only when an article
// needs it, puts the theme in, and what it makes works below a path and under the strict policy.

import assert from "node:assert/strict";
import { copyFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assertArticle, base, openServed } from "./browser.js";
import { installed, run, slow } from "./projects.js";

/**
 * @typedef {object} Bundler
 * @property {string} name
 * @property {string[]} [options] of its command, for the path
 * @property {RegExp} core the name that it gives the core's file
 * @property {boolean} [takesLong]
 */

/** @type {Bundler[]} */
const bundlers = [
	{ name: "esbuild", core: /^core\.wasm$/ },
	{ name: "rollup", core: /^core-[\w-]{8}\.wasm$/ },
	{ name: "vite", options: [`--base=${base}`], core: /^core-[\w-]{8}\.wasm$/ },
	{ name: "webpack", core: /^[0-9a-f]{20}\.wasm$/, takesLong: true },
	{ name: "parcel", core: /^core\.[0-9a-f]{8}\.wasm$/, takesLong: true },
];

for (const { name, options = [], core, takesLong } of bundlers) {
	test(
		`${name}: what it builds shows the article`,
		takesLong ? slow : {},
		async () => {
			const folder = installed(name);
			run(folder, "npm", ["run", "build", "--", ...options]);
			const dist = join(folder, "dist");
			const opened = await openServed(dist);
			await assertArticle(opened);
			const wasm = filesOf(dist).filter((file) => file.endsWith(".wasm"));
			assert.equal(wasm.length, 1, "the core is there once");
			assert.match(wasm[0] ?? "", core);
			assert.equal(
				opened.fetched.filter((url) => url.endsWith(`/${wasm[0]}`)).length,
				1,
				opened.fetched.join("\n"),
			);
		},
	);
}

test("esbuild: with the core inside the script nothing has to be copied or found", async () => {
	const folder = installed("esbuild");
	writeFileSync(
		join(folder, "inline.js"),
		'import "inkstone/inline"; import "./main.js";',
	);
	run(folder, process.execPath, [
		...["node_modules/esbuild/bin/esbuild", "inline.js", "--bundle"],
		...["--format=esm", "--outfile=dist/main.js"],
	]);
	const dist = join(folder, "dist");
	for (const file of ["index.html", "article.md"]) {
		copyFileSync(join(folder, file), join(dist, file));
	}
	const opened = await openServed(dist);
	await assertArticle(opened);
	assert.deepEqual(
		opened.fetched.map((url) => url.replace(/^.*\//, "")).toSorted(),
		["", "article.md", "main.css", "main.js"],
	);
});

/**
 * @param {string} folder
 * @returns {string[]} the names of its files, without their folders
 */
function filesOf(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name }) => name);
}
