// @ts-check
// Builds dist/, which is what npm ships, from web/src and the core that CMake has built in build/wasm.

import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const project = fileURLToPath(new URL("..", import.meta.url));
const dist = join(project, "dist");
const core = join(project, "build", "wasm");

/**
 * Emscripten's glue could look for core.wasm by itself. Our loader does that: a bundler that copies what it
 * sees in `new URL(…, import.meta.url)` should see it once.
 * @type {import("esbuild").Plugin}
 */
const glueWithoutUrl = {
	name: "glue-without-url",
	setup(build) {
		build.onLoad({ filter: /[\\/]core\.mjs$/ }, ({ path }) => ({
			contents: readFileSync(path, "utf8").replace(
				'new URL("core.wasm",import.meta.url).href',
				"undefined",
			),
		}));
	},
};

rmSync(dist, { recursive: true, force: true });

const { metafile } = await build({
	entryPoints: ["index", "element", "define"].map((name) =>
		join(project, "web", "src", `${name}.ts`),
	),
	outdir: dist,
	// Without folders for the chunks: the loader expects core.wasm beside itself, whichever file it ends in.
	chunkNames: "[name]-[hash]",
	bundle: true,
	splitting: true,
	minify: true,
	format: "esm",
	target: "es2022",
	sourcemap: true,
	legalComments: "linked",
	metafile: true,
	absWorkingDir: project,
	plugins: [glueWithoutUrl],
});
cpSync(join(core, "core.wasm"), join(dist, "core.wasm"));
cpSync(join(core, "licenses"), join(dist, "licenses"), { recursive: true });
await build({
	entryPoints: ["default", "minimal"].map((name) =>
		join(project, "web", "src", "theme", `${name}.css`),
	),
	outdir: join(dist, "themes"),
	bundle: true,
	minify: true,
});
execFileSync(process.execPath, [
	join(project, "node_modules", "typescript", "bin", "tsc"),
	"--project",
	join(project, "web"),
]);

// What is for TypeScript alone a page does not need.
const declarations = join(dist, "article");
const example = join(project, "examples", "static", "inkstone");
rmSync(example, { recursive: true, force: true });
cpSync(dist, example, {
	recursive: true,
	filter: (file) => file !== declarations && !file.endsWith(".d.ts"),
});

printSizes();

function printSizes() {
	const files = readdirSync(dist).filter((file) =>
		[".js", ".wasm"].includes(extname(file)),
	);
	const sizes = new Map(
		[...files, "themes/default.css", "themes/minimal.css"].map((file) => [
			file,
			sizeOf(join(dist, file)),
		]),
	);
	for (const [file, size] of sizes) {
		printSize(file, size);
	}
	/** @param {string[]} parts */
	const sum = (parts) =>
		parts
			.map((part) => sizes.get(part) ?? { raw: 0, brotli: 0 })
			.reduce((a, b) => ({ raw: a.raw + b.raw, brotli: a.brotli + b.brotli }));
	printSize("inkstone, in all", sum([...staticGraph("index.js"), "core.wasm"]));
	printSize(
		"<inkstone-article>, in all",
		sum([...staticGraph("define.js"), "core.wasm", "themes/default.css"]),
	);
}

/**
 * The files that loading a module loads.
 * @param {string} file in dist
 * @param {Set<string>} seen
 */
function staticGraph(file, seen = new Set()) {
	if (!seen.has(file)) {
		seen.add(file);
		for (const { path, kind } of metafile.outputs[`dist/${file}`].imports) {
			if (kind === "import-statement") {
				staticGraph(path.slice("dist/".length), seen);
			}
		}
	}
	return seen;
}

/**
 * @param {string} file
 */
function sizeOf(file) {
	const bytes = readFileSync(file);
	return { raw: bytes.length, brotli: brotliCompressSync(bytes).length };
}

/**
 * @param {string} name
 * @param {{ raw: number, brotli: number }} size in bytes
 */
function printSize(name, { raw, brotli }) {
	const inKib = (/** @type {number} */ bytes) =>
		`${(bytes / 1024).toFixed(1)} KiB`.padStart(10);
	console.log(`${name.padEnd(28)}${inKib(raw)}${inKib(brotli)} brotli`);
}
