// @ts-check
// A page for each stack that a page can have, as a bundler makes it: what it weighs, and what is opened in the browser.

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { budgets } from "../../tools/budgets.js";
import { projectFolder } from "../../tools/paths.js";
import { builtPackage, measure } from "../../tools/sizes.js";
import { moduleOf, stacks } from "./stacks.js";

/**
 * The files of a page: their content by their names beside the page.
 * @typedef {Map<string, Buffer>} Files
 */

/** Vite's way to name a file's address, which md4x uses. */
const urlOfFile = /** @type {import("esbuild").Plugin} */ ({
	name: "url-of-file",
	setup(build) {
		build.onResolve({ filter: /\?url$/ }, ({ path }) => ({
			path: basename(path, "?url"),
			namespace: "url",
		}));
		build.onLoad({ filter: /./, namespace: "url" }, ({ path }) => ({
			contents: `export default new URL(${JSON.stringify(path)}, import.meta.url).href`,
		}));
	},
});

/**
 * The stacks that a page can have.
 */
export function namesInPages() {
	return Object.keys(stacks).filter((name) => stacks[name].wasm);
}

/**
 * Bundles a stack, with what fetches an article and puts it into the page.
 * @param {string} name
 * @returns {Promise<Files>} `page.js` and the WebAssembly
 */
export async function bundle(name) {
	const stack = stacks[name];
	const { outputFiles } = await build({
		stdin: {
			resolveDir: projectFolder,
			contents: `
				import { load } from ${JSON.stringify(moduleOf(stack))};
				const response = await fetch("article.md");
				const stack = await load(${JSON.stringify(stack.argument)});
				const bytes = await response.arrayBuffer();
				const source = ${name === "inkstone" ? "new Uint8Array(bytes)" : "new TextDecoder().decode(bytes)"};
				const { frontMatter, html, toc } = stack.article(source);
				document.title = frontMatter.title;
				document.querySelector("article").innerHTML = html;
				window.contents = toc;
				window.hasArticle();`,
		},
		outfile: join(projectFolder, "build", "bench", "page.js"),
		write: false,
		bundle: true,
		minify: true,
		format: "esm",
		platform: "browser",
		target: "es2022",
		legalComments: "none",
		logLevel: "error",
		// markdown-wasm asks for these where it finds itself in Node.
		external: ["fs", "path"],
		plugins: [urlOfFile],
	});
	return new Map([
		["page.js", Buffer.from(outputFiles[0].contents)],
		...(stack.wasm ?? []).map(
			(file) => /** @type {const} */ ([basename(file), readFileSync(file)]),
		),
	]);
}

/**
 * What files weigh when they travel, in bytes: each compressed by Brotli at its highest level.
 * @param {Files} files
 */
export function weightOf(files) {
	return [...files.values()].reduce(
		(sum, content) => sum + brotliCompressSync(content).length,
		0,
	);
}

/**
 * What the package's own entries weigh that have a target, as the size gate measures them.
 * @returns {Record<string, number>} bytes of Brotli
 */
function entrySizes() {
	const names = ["inkstone", "<inkstone-article> and its theme"];
	const { sizes } = measure(
		builtPackage(),
		budgets.filter(({ what }) => names.includes(what)),
	);
	return Object.fromEntries(sizes.map(({ what, bytes }) => [what, bytes]));
}

/**
 * What each stack weighs, JavaScript and WebAssembly, and what the package's entries do.
 * @returns {Promise<NonNullable<import("./targets.js").Results["size"]>>}
 */
export async function measureSizes() {
	/** @type {Record<string, { script: number, wasm: number }>} */
	const sizes = {};
	for (const name of namesInPages()) {
		const { "page.js": script, ...wasm } = Object.fromEntries(
			await bundle(name),
		);
		sizes[name] = {
			script: weightOf(new Map([["page.js", script]])),
			wasm: weightOf(new Map(Object.entries(wasm))),
		};
	}
	return { stacks: sizes, entries: entrySizes() };
}
