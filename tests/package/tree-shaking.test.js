// @ts-check
// Protects: a program that imports one thing of Inkstone does not carry the rest, by esbuild as by Rollup.

import assert from "node:assert/strict";
import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { rollup } from "@rollup/wasm-node";
import { build } from "esbuild";

const project = fileURLToPath(new URL("../..", import.meta.url));
mkdirSync(join(project, "build"), { recursive: true });
// Inside the project, where `inkstone` is the project itself.
const folder = mkdtempSync(join(project, "build", "tree-shaking-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** @type {Record<string, (entry: string) => Promise<string>>} */
const bundlers = {
	async esbuild(entry) {
		const { outputFiles } = await build({
			entryPoints: [entry],
			bundle: true,
			minify: true,
			write: false,
			format: "esm",
			splitting: true,
			outdir: folder,
			logOverride: { "ignored-bare-import": "silent" },
		});
		const first = outputFiles.find(({ path }) => path.endsWith("program.js"));
		// What is imported later is in files of its own, and so is what they share with the program.
		const imported = Array.from(
			first?.text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g) ?? [],
			([, name = ""]) => name,
		);
		return outputFiles
			.filter(
				(file) =>
					file === first || imported.some((name) => file.path.endsWith(name)),
			)
			.map(({ text }) => text)
			.join("\n");
	},
	async rollup(entry) {
		const bundle = await rollup({
			input: entry,
			plugins: [inkstoneByName()],
		});
		const { output } = await bundle.generate({ format: "esm" });
		await bundle.close();
		/** @param {import("@rollup/wasm-node").OutputChunk} chunk @returns {string} */
		const withImports = (chunk) =>
			chunk.code +
			output
				.filter(
					(other) =>
						other.type === "chunk" && chunk.imports.includes(other.fileName),
				)
				.map((other) =>
					withImports(
						/** @type {import("@rollup/wasm-node").OutputChunk} */ (other),
					),
				)
				.join("\n");
		return withImports(output[0]);
	},
};

/**
 * Rollup finds no packages by itself, and does not read what has side effects.
 * @returns {import("@rollup/wasm-node").Plugin}
 */
function inkstoneByName() {
	/** @type {{ sideEffects: string[] }} */
	const { sideEffects } = JSON.parse(
		readFileSync(join(project, "package.json"), "utf8"),
	);
	return {
		name: "inkstone-by-name",
		resolveId(name, importer) {
			const [, entry = "index"] = /^inkstone(?:\/(\w+))?$/.exec(name) ?? [];
			const path = name.startsWith("./")
				? join(importer ?? "", "..", name)
				: join(project, "dist", `${entry}.js`);
			return name.startsWith("./") || name.startsWith("inkstone")
				? {
						id: path,
						moduleSideEffects: sideEffects.includes(
							`./${relative(project, path).replaceAll("\\", "/")}`,
						),
					}
				: undefined;
		},
	};
}

for (const [name, bundle] of Object.entries(bundlers)) {
	/** @param {string} program */
	const bundled = async (program) => {
		const entry = join(folder, "program.js");
		writeFileSync(entry, program);
		return (await bundle(entry)).trim();
	};

	test(`${name}: what is imported and not used leaves nothing`, async () => {
		const text = await bundled(`
			import { load } from "inkstone";
			import { addWords, InkstoneArticle } from "inkstone/element";
			import { InkstoneSite } from "inkstone/site";`);
		assert.equal(text, "");
	});

	test(`${name}: the renderer brings none of the elements`, async () => {
		const text = await bundled(
			'import { load } from "inkstone"; console.log(load);',
		);
		assert.match(text, /core\.wasm/);
		assert.doesNotMatch(text, /inkstone-load|HTMLElement/);
	});

	test(`${name}: the switch between light and dark brings neither the article nor the core`, async () => {
		const text = await bundled(
			'import { InkstoneScheme } from "inkstone/element"; console.log(InkstoneScheme);',
		);
		assert.match(text, /ink-scheme/);
		assert.doesNotMatch(text, /inkstone-load|core\.wasm/);
	});

	test(`${name}: registration is kept whole`, async () => {
		const text = await bundled('import "inkstone/define";');
		assert.match(text, /customElements\.define\(/);
		assert.match(text, /inkstone-load/);
	});
}
