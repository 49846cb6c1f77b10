// @ts-check
// Everything that is measured: what it is called, how it is started, and what can be expected of it. What each does for
// the tasks stands in stacks/, one module for each.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectFolder } from "../../tools/paths.js";

/**
 * `html`: Markdown to HTML. `article`: the whole job: front matter as an object, HTML with heading ids, and the table of
 * contents.
 * @typedef {"html" | "article"} Task
 */

/**
 * @typedef {{ html: string, frontMatter?: Record<string, unknown>, toc?: { id: string, text: string, children?: unknown[] }[] }} Output
 */

/**
 * @typedef {object} Stack
 * @property {string} title as tables show it
 * @property {"inkstone" | "peer" | "limit"} kind
 * @property {string} [module] in stacks/; what has none is a native program
 * @property {string} [argument] for its `load`
 * @property {string} [program] its file, if it is one
 * @property {Task[]} tasks
 * @property {string[]} [packages] npm packages that it is made of
 * @property {string[]} [wasm] files that a page fetches besides JavaScript; unset for what no page can have
 * @property {boolean} [noTables] it knows CommonMark alone
 */

const folder = fileURLToPath(new URL(".", import.meta.url));
const modules = join(folder, "node_modules");
/** @type {Task[]} */
const both = ["html", "article"];
const md4cWasm = join(projectFolder, "build", "wasm", "bench", "md4c.wasm");

/** @param {string} name */
function native(name) {
	return join(projectFolder, "build", "native", "bench", name);
}

/** @type {Record<string, Stack>} */
export const stacks = {
	inkstone: {
		title: "**Inkstone**",
		kind: "inkstone",
		module: "inkstone.js",
		tasks: both,
		wasm: [join(projectFolder, "dist", "core.wasm")],
	},
	"inkstone-gfm": {
		title: "Inkstone, GitHub's Markdown alone",
		kind: "inkstone",
		module: "inkstone-gfm.js",
		tasks: ["html"],
	},
	"md4x-napi": {
		title: "md4x, native addon",
		kind: "peer",
		module: "md4x-napi.js",
		tasks: both,
		packages: ["md4x"],
	},
	"md4x-wasm": {
		title: "md4x, WebAssembly",
		kind: "peer",
		module: "md4x-wasm.js",
		tasks: both,
		packages: ["md4x"],
		wasm: [join(modules, "md4x/build/md4x.wasm")],
	},
	"md4w-fast": {
		title: "md4w, fast",
		kind: "peer",
		module: "md4w.js",
		argument: "fast",
		tasks: both,
		packages: ["md4w", "js-yaml"],
		wasm: [join(modules, "md4w/js/md4w-fast.wasm")],
	},
	"md4w-small": {
		title: "md4w, small",
		kind: "peer",
		module: "md4w.js",
		argument: "small",
		tasks: both,
		packages: ["md4w", "js-yaml"],
		wasm: [join(modules, "md4w/js/md4w-small.wasm")],
	},
	"markdown-wasm": {
		title: "markdown-wasm",
		kind: "peer",
		module: "markdown-wasm.js",
		tasks: both,
		packages: ["markdown-wasm", "js-yaml"],
		wasm: [join(modules, "markdown-wasm/dist/markdown.wasm")],
	},
	marked: {
		title: "marked",
		kind: "peer",
		module: "marked.js",
		tasks: both,
		packages: ["marked", "marked-gfm-heading-id", "js-yaml"],
		wasm: [],
	},
	"markdown-it": {
		title: "markdown-it",
		kind: "peer",
		module: "markdown-it.js",
		tasks: both,
		packages: ["markdown-it", "markdown-it-anchor", "js-yaml"],
		wasm: [],
	},
	commonmark: {
		title: "commonmark.js",
		kind: "peer",
		module: "commonmark.js",
		tasks: both,
		packages: ["commonmark", "js-yaml"],
		wasm: [],
		noTables: true,
	},
	micromark: {
		title: "micromark",
		kind: "peer",
		module: "micromark.js",
		tasks: both,
		packages: ["micromark", "micromark-extension-gfm", "js-yaml"],
		wasm: [],
	},
	remark: {
		title: "remark, rehype",
		kind: "peer",
		module: "remark.js",
		tasks: both,
		packages: [
			"remark-parse",
			"remark-gfm",
			"remark-rehype",
			"rehype-slug",
			"rehype-stringify",
			"js-yaml",
		],
		wasm: [],
	},
	"md4c-wasm": {
		title: "md4c as WebAssembly, no more",
		kind: "limit",
		module: "md4c-wasm.js",
		argument: md4cWasm,
		tasks: ["html"],
	},
	"native-core": {
		title: "Inkstone's core, native",
		kind: "inkstone",
		program: native("bench_core"),
		tasks: both,
	},
	"native-md4c": {
		title: "md4c and its HTML renderer, native",
		kind: "limit",
		program: native("bench_md4c"),
		tasks: both,
	},
};

/** @param {Stack} stack one that has a module */
export function moduleOf({ module }) {
	if (!module) {
		throw new TypeError("This stack is a native program");
	}
	return join(folder, "stacks", module);
}

/**
 * The versions of the npm packages that a stack is made of, as they are installed.
 * @param {Stack} stack
 * @returns {string[]} as `marked 18.2.1`
 */
export function versionsOf({ packages = [] }) {
	return packages.map((name) => {
		const { version } = JSON.parse(
			readFileSync(join(modules, name, "package.json"), "utf8"),
		);
		return `${name} ${version}`;
	});
}
