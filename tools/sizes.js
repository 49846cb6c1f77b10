// @ts-check
// Says what each thing that pages load weighs as it travels, and what has grown past its budget. As a command it prints
// the table, and fails where a budget does not hold.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { budgets } from "./budgets.js";
import { projectFolder } from "./paths.js";
import { isScript, main, Problem } from "./steps.js";

/** @typedef {import("./budgets.js").Budget} Budget */

/**
 * What esbuild has said of the modules in `dist/`; written by web/build.js.
 */
export const metafilePath = join(projectFolder, "build", "dist.json");

/**
 * Where the sizes are taken from.
 * @typedef {object} Package
 * @property {Record<string, { entryPoint?: string, imports: { path: string, kind: string }[] }>} modules as esbuild's
 * metafile has them, by their names in `dist/`
 * @property {string[]} files all that pages may load, by their names in `dist/`
 * @property {(file: string) => number} sizeOf a file's size in bytes of Brotli
 */

/**
 * @typedef {object} Size
 * @property {string} what
 * @property {number} bytes of Brotli
 * @property {number} budget in bytes
 * @property {string[]} files in `dist/`; of a folder, the largest one
 * @property {string} fault says which budget does not hold; "" where they do
 */

/**
 * The package as it was built.
 * @returns {Package}
 * @throws {Problem} where it was not
 */
export function builtPackage() {
	const dist = join(projectFolder, "dist");
	if (!existsSync(metafilePath)) {
		throw new Problem("The package has not been built: `npm run build` does.");
	}
	const { outputs } = JSON.parse(readFileSync(metafilePath, "utf8"));
	const inDist = (/** @type {string} */ path) => path.slice("dist/".length);
	return {
		modules: Object.fromEntries(
			Object.entries(outputs).map(([path, { entryPoint, imports }]) => [
				inDist(path),
				{
					entryPoint,
					// What hosts bring in by themselves has a name of its own.
					imports: imports
						.filter(
							(/** @type {{ external?: boolean }} */ one) => !one.external,
						)
						.map((/** @type {{ path: string, kind: string }} */ one) => ({
							...one,
							path: inDist(one.path),
						})),
				},
			]),
		),
		files: readdirSync(dist, { recursive: true, encoding: "utf8" })
			.filter((file) => /\.(js|css|wasm)$/.test(file))
			.map((file) => file.replaceAll("\\", "/")),
		// Brotli at its highest level, which is Node's own.
		sizeOf: (file) => brotliCompressSync(readFileSync(join(dist, file))).length,
	};
}

/**
 * Measures a package.
 * @param {Package} built
 * @param {Budget[]} table
 * @returns {{ sizes: Size[], unwatched: string[] }} a size for each budget, and the files that are in none
 * @throws {Problem} where a budget is for what the package does not have
 */
export function measure(built, table) {
	const watched = new Set();
	const sizes = table.map((budget) => {
		const had = filesOf(built, budget.after ?? []).flat();
		const choices = filesOf(built, budget.loads);
		for (const file of choices.flat()) {
			watched.add(file);
		}
		const isFolder = budget.loads.some((name) => name.endsWith("/*"));
		return (isFolder ? choices : [choices.flat()])
			.map((files) =>
				sizeOf(
					built,
					budget,
					[...new Set(files)].filter((file) => !had.includes(file)),
				),
			)
			.reduce((a, b) => (a.bytes > b.bytes ? a : b));
	});
	return {
		sizes,
		unwatched: built.files.filter((file) => !watched.has(file)),
	};
}

/**
 * @param {Package} built
 * @param {Budget} budget
 * @param {string[]} files
 * @returns {Size}
 */
function sizeOf(built, { what, kib, files: most = Infinity }, files) {
	const bytes = files.reduce((sum, file) => sum + built.sizeOf(file), 0);
	const budget = kib * 1024;
	const faults = [
		...(bytes > budget ? [`${inKib(bytes)}, more than ${kib} KiB`] : []),
		...(files.length > most
			? [`${files.length} files, more than ${most}`]
			: []),
	];
	return {
		what,
		bytes,
		budget,
		files,
		fault: faults.length > 0 ? `${what}: ${faults.join("; ")}` : "",
	};
}

/**
 * @param {Package} built
 * @param {string[]} names
 * @returns {string[][]} for each module or file, all that it loads at once
 */
function filesOf(built, names) {
	return names.flatMap((name) => {
		if (name.endsWith("/*")) {
			const folder = name.slice(0, -1);
			return built.files
				.filter(
					(file) =>
						(built.modules[file]?.entryPoint ?? file).startsWith(folder) ||
						file.startsWith(folder),
				)
				.map((file) => [...loadedWith(built, file)]);
		}
		const output =
			Object.keys(built.modules).find(
				(path) => built.modules[path]?.entryPoint === name,
			) ?? name;
		if (!built.files.includes(output)) {
			throw new Problem(
				`There is a budget for ${name}, which the package does not have: tools/budgets.js says what it has.`,
			);
		}
		return [[...loadedWith(built, output)]];
	});
}

/**
 * @param {Package} built
 * @param {string} file
 * @param {Set<string>} seen
 */
function loadedWith(built, file, seen = new Set()) {
	if (!seen.has(file)) {
		seen.add(file);
		for (const { path, kind } of built.modules[file]?.imports ?? []) {
			if (kind === "import-statement") {
				loadedWith(built, path, seen);
			}
		}
	}
	return seen;
}

/**
 * The sizes as a table to read, with what does not hold below it.
 * @param {{ sizes: Size[], unwatched: string[] }} measured
 */
export function describe(measured) {
	const { sizes } = measured;
	const width = Math.max(...sizes.map(({ what }) => what.length)) + 2;
	const lines = sizes.map(
		({ what, bytes, budget, files, fault }) =>
			`${what.padEnd(width)}${inKib(bytes).padStart(10)} of ${(budget / 1024).toFixed(1).padStart(5)}${String(files.length).padStart(4)} file${files.length === 1 ? " " : "s"}${fault ? " !" : ""}`,
	);
	return `${[...lines, ...faultsIn(measured).map((fault) => `! ${fault}`)].join("\n")}\n`;
}

/**
 * What does not hold.
 * @param {{ sizes: Size[], unwatched: string[] }} measured
 * @returns {string[]} a sentence for each
 */
export function faultsIn({ sizes, unwatched }) {
	return [
		...sizes.map(({ fault }) => fault).filter(Boolean),
		...unwatched.map(
			(file) => `${file} has no budget: tools/budgets.js gives it one`,
		),
	];
}

/** @param {number} bytes */
function inKib(bytes) {
	return `${(bytes / 1024).toFixed(1)} KiB`;
}

if (isScript(import.meta.url)) {
	await main(async () => {
		const measured = measure(builtPackage(), budgets);
		process.stdout.write(describe(measured));
		if (faultsIn(measured).length > 0) {
			throw new Problem("The package has grown past its budgets.");
		}
	});
}
