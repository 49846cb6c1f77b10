// @ts-check
// Builds dist/, which is what npm ships, from web/src and the core that CMake has built in build/wasm.

import { execFileSync } from "node:child_process";
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { budgets } from "../tools/budgets.js";
import { elementsManifest } from "../tools/elements.js";
import { frameworkTypes } from "../tools/framework-types.js";
import {
	builtPackage,
	describe,
	measure,
	metafilePath,
} from "../tools/sizes.js";

const project = fileURLToPath(new URL("..", import.meta.url));
const dist = join(project, "dist");
/** What `npx inkstone` runs; apart from dist/, which people copy beside their pages. */
const bin = join(project, "bin");
const source = join(project, "web", "src");
const core = join(project, "build", "wasm");
/** The one among the examples that has Mermaid beside Inkstone: it has three megabytes. */
const exampleWithDiagrams = "math-and-code";

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

/**
 * Leaves the import of the compiled core to the hosts that have such imports.
 * @type {import("esbuild").Plugin}
 */
const coreAsModule = {
	name: "core-as-module",
	setup(build) {
		build.onResolve({ filter: /^\.\/core\.wasm/ }, ({ path }) => ({
			path,
			external: true,
		}));
	},
};

/**
 * The core and the theme as texts, for the entries that have them inside.
 * @type {import("esbuild").Plugin}
 */
const textsInside = {
	name: "texts-inside",
	setup(build) {
		build.onResolve({ filter: /^inkstone:/ }, ({ path }) => ({
			path: path.slice("inkstone:".length),
			namespace: "inkstone",
		}));
		build.onLoad({ filter: /^core-text$/, namespace: "inkstone" }, () => ({
			contents: textOfBytes(readFileSync(join(core, "core.wasm"))),
			loader: "text",
		}));
		build.onLoad({ filter: /^theme$/, namespace: "inkstone" }, () => ({
			contents: readFileSync(join(dist, "themes", "default.css"), "utf8"),
			loader: "text",
		}));
	},
};

/**
 * highlight.js's core is one CommonJS module among ours, for which every file would import esbuild's helpers.
 * @type {import("esbuild").Plugin}
 */
const highlightAsModule = {
	name: "highlight-as-module",
	setup(build) {
		build.onLoad(
			{ filter: /[\\/]highlight\.js[\\/]lib[\\/]core\.js$/ },
			({ path }) => {
				const script = readFileSync(path, "utf8");
				const contents = script.replace("module.exports =", "export default");
				if (contents === script) {
					throw new Error(`${path} does not end as it did`);
				}
				return { contents };
			},
		);
	},
};

/**
 * Keeps the package from falling into dozens of files. esbuild makes a chunk of what the same entries and dynamic imports
 * reach; so what is imported later imports, besides, the module that by then is there with all of its own. And what is
 * tiny, and shared by some of what comes later, travels with the element.
 * @type {import("esbuild").Plugin}
 */
const fewFiles = {
	name: "few-files",
	setup(build) {
		const element = join(source, "element.ts");
		const site = join(source, "site.ts");
		const around = join(source, "article", "around-parts.ts");
		const later = new Set();
		build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
			if (kind === "dynamic-import") {
				later.add(join(resolveDir, path.replace(/\.js$/, ".ts")));
			}
			return undefined;
		});
		/** @param {string} path */
		const besides = (path) =>
			path === element
				? ["site", "enhance/overflow", "enhance/pace", "import-url"].map(
						(name) => join(source, `${name}.ts`),
					)
				: path !== site && !later.has(path)
					? []
					: /[\\/]catalog[\\/]/.test(path)
						? [join(source, "site", "runtime.ts")]
						: /[\\/]comments[\\/]/.test(path)
							? [around]
							: [element];
		build.onLoad({ filter: /[\\/]web[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
			// By relative paths, for the source maps hold them, and are the same wherever the clone is.
			const imports = besides(path).map((module) => {
				const from = relative(dirname(path), module).replaceAll("\\", "/");
				return `import ${JSON.stringify(`./${from}`)};`;
			});
			return {
				contents: readFileSync(path, "utf8") + imports.join(""),
				loader: "ts",
			};
		});
	},
};

rmSync(dist, { recursive: true, force: true });
rmSync(bin, { recursive: true, force: true });

const { metafile } = await build({
	entryPoints: {
		...Object.fromEntries(
			[
				...["index", "inline", "workerd", "edge-light"],
				...["element", "site", "define"],
			].map((name) => [name, join(source, `${name}.ts`)]),
		),
		...grammars(),
	},
	outdir: dist,
	// Without folders for the chunks: the loader expects core.wasm beside itself, whichever file it ends in.
	chunkNames: "[name]-[hash]",
	bundle: true,
	splitting: true,
	minify: true,
	format: "esm",
	target: "es2022",
	// Modules are UTF-8 wherever they come from, and the interface's words are a third shorter for it.
	charset: "utf8",
	sourcemap: true,
	legalComments: "linked",
	metafile: true,
	absWorkingDir: project,
	plugins: [
		glueWithoutUrl,
		highlightAsModule,
		coreAsModule,
		textsInside,
		fewFiles,
	],
	// None of these imports does anything, and all of them count.
	logOverride: { "ignored-bare-import": "silent" },
});
leaveTextOutOfMap(join(dist, "inline.js.map"));
// Classic scripts: one runs before the page is painted, one in a service worker.
await build({
	entryPoints: ["scheme", "offline"].map((name) =>
		join(project, "web", "src", `${name}.ts`),
	),
	outdir: dist,
	bundle: true,
	minify: true,
	format: "iife",
	target: "es2022",
});
await build({
	entryPoints: ["default", "minimal"].map((name) =>
		join(source, "theme", `${name}.css`),
	),
	outdir: join(dist, "themes"),
	bundle: true,
	minify: true,
});
// A classic script with everything inside. It is read as UTF-8 wherever it stands, for it begins with a mark of that.
await build({
	entryPoints: [join(source, "standalone.ts")],
	outdir: dist,
	bundle: true,
	minify: true,
	format: "iife",
	target: "es2022",
	charset: "utf8",
	legalComments: "linked",
	inject: [join(source, "script-url.ts")],
	define: { "import.meta.url": "scriptUrl" },
	banner: { js: "\uFEFF" },
	plugins: [glueWithoutUrl, textsInside],
});
leaveImportsByUrl();
// In the pages that the command serves.
await build({
	entryPoints: { live: join(source, "cli", "serve", "live.ts") },
	outdir: bin,
	bundle: true,
	minify: true,
	format: "esm",
	target: "es2022",
});
cpSync(join(core, "core.wasm"), join(dist, "core.wasm"));
const options = await optionsOfCore();
// The command, and what only some of its subcommands load.
const command = await build({
	entryPoints: { inkstone: join(source, "cli", "main.ts") },
	outdir: bin,
	chunkNames: "[name]-[hash]",
	bundle: true,
	splitting: true,
	minify: true,
	format: "esm",
	platform: "node",
	// Who has larger sites installs it; it brings a program for each system.
	external: ["pagefind"],
	target: "node20.16",
	charset: "utf8",
	legalComments: "linked",
	metafile: true,
	absWorkingDir: project,
	banner: {
		// For the packages among it that are CommonJS and ask for Node's modules.
		js: '#!/usr/bin/env node\nimport{createRequire as nodeRequire}from"node:module";const require=nodeRequire(import.meta.url);',
	},
	define: { INKSTONE_OPTIONS: JSON.stringify(options) },
	plugins: [glueWithoutUrl],
});
chmodSync(join(bin, "inkstone.js"), 0o755);
// Its threads' script, all in one file: what records are kept by has a hash of it.
await build({
	entryPoints: { worker: join(source, "cli", "index", "worker.ts") },
	outdir: bin,
	bundle: true,
	minify: true,
	format: "esm",
	platform: "node",
	target: "node20.16",
	charset: "utf8",
	plugins: [glueWithoutUrl],
});
cpSync(join(core, "licenses"), join(dist, "licenses"), { recursive: true });
copyLicenses({ ...metafile.inputs, ...command.metafile.inputs });
execFileSync(process.execPath, [
	join(project, "node_modules", "typescript", "bin", "tsc"),
	"--project",
	join(project, "web"),
]);

for (const types of ["core.d.wasm.ts", "themes/theme.d.css.ts"]) {
	cpSync(join(source, types.replace("themes", "theme")), join(dist, types));
}

await describeElements();
copyToExamples();
writeFileSync(metafilePath, JSON.stringify(metafile));
process.stdout.write(describe(measure(builtPackage(), budgets)));

/**
 * Writes bytes as web/src/byte-text.ts reads them.
 * @param {Uint8Array} bytes
 */
function textOfBytes(bytes) {
	return Array.from(bytes, (byte) =>
		String.fromCharCode((byte + 1) % 256),
	).join("");
}

/** Says what the elements are, for editors and for frameworks that check their templates. */
async function describeElements() {
	const manifest = await elementsManifest(options);
	writeFileSync(
		join(dist, "custom-elements.json"),
		JSON.stringify(manifest, null, "\t"),
	);
	const folder = join(dist, "frameworks");
	mkdirSync(folder);
	for (const [name, text] of Object.entries(frameworkTypes(manifest))) {
		writeFileSync(join(folder, name), text);
	}
	// Whoever imports the types as a module gets one.
	writeFileSync(join(folder, "types-only.js"), "export {};\n");
}

/** The core's table of options, which the command shows in its help without loading the core. */
async function optionsOfCore() {
	const { load } = await import(pathToFileURL(join(dist, "index.js")).href);
	return (await load()).describe().options;
}

/** Puts the package into every example that loads it from beside itself. */
function copyToExamples() {
	const examples = join(project, "examples");
	for (const name of readdirSync(examples)) {
		const page = join(examples, name, "index.html");
		if (
			!existsSync(page) ||
			!readFileSync(page, "utf8").includes("inkstone/")
		) {
			continue;
		}
		const copy = join(examples, name, "inkstone");
		rmSync(copy, { recursive: true, force: true });
		cpSync(dist, copy, {
			recursive: true,
			// What is for TypeScript alone a page does not need.
			filter: (file) => statSync(file).isDirectory() || !file.endsWith(".d.ts"),
		});
		if (name === exampleWithDiagrams) {
			copyMermaid(join(copy, "mermaid"));
		}
	}
}

/**
 * Copies the licences of the npm packages that something is made of.
 * @param {object} inputs by their paths
 */
function copyLicenses(inputs) {
	const packages = Object.keys(inputs).map(
		(path) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [],
	);
	for (const [folder, name] of new Map(
		packages.map((match) => [match[0], match[1]]),
	)) {
		if (!folder || !name) {
			continue;
		}
		const license = readdirSync(join(project, folder)).find((file) =>
			/^licen[cs]e([.-].*)?$/i.test(file),
		);
		const target = join(dist, "licenses", `${name.replace("/", "-")}.txt`);
		if (license) {
			cpSync(join(project, folder, license), target);
		} else {
			writeFileSync(target, licenseNamed(join(project, folder)));
		}
	}
}

/**
 * What a package says of its licence that has no file with it.
 * @param {string} folder
 */
function licenseNamed(folder) {
	const { name, version, license, author } = JSON.parse(
		readFileSync(join(folder, "package.json"), "utf8"),
	);
	if (!license) {
		throw new Error(`${folder} has no licence`);
	}
	const by = typeof author === "string" ? author : author?.name;
	return `${name} ${version}${by ? ` by ${by}` : ""}: ${license} licence\n`;
}

/**
 * Puts Mermaid where Inkstone looks for it: its minified modules, of which a page fetches those that its diagrams need.
 * @param {string} folder
 */
function copyMermaid(folder) {
	const mermaid = join(project, "node_modules", "mermaid", "dist");
	const modules = ["mermaid.esm.min.mjs", join("chunks", "mermaid.esm.min")];
	for (const path of modules) {
		cpSync(join(mermaid, path), join(folder, path), {
			recursive: true,
			filter: (file) => !file.endsWith(".map"),
		});
	}
}

/**
 * Nobody looks for a fault in the core's bytes, and the map would hold them once more.
 * @param {string} file
 */
function leaveTextOutOfMap(file) {
	const map = JSON.parse(readFileSync(file, "utf8"));
	for (const [i, name] of map.sources.entries()) {
		if (name.startsWith("inkstone:")) {
			map.sourcesContent[i] = null;
		}
	}
	writeFileSync(file, JSON.stringify(map));
}

/**
 * Says once more what importUrl says and minifying takes away: that bundlers cannot resolve what it imports.
 */
function leaveImportsByUrl() {
	for (const name of readdirSync(dist).filter(
		(file) => extname(file) === ".js",
	)) {
		const file = join(dist, name);
		const script = readFileSync(file, "utf8");
		writeFileSync(
			file,
			script.replace(
				/\bimport\((?=[\w$]+\))/g,
				"import(/* webpackIgnore: true *//* @vite-ignore */",
			),
		);
	}
}

/**
 * Entry points besides, so that the grammars of highlight.js get names and a folder of their own and do not stand
 * among the chunks; the dynamic imports in languages.ts lead to the same files.
 */
function grammars() {
	const languages = readFileSync(
		join(source, "enhance", "languages.ts"),
		"utf8",
	);
	return Object.fromEntries(
		Array.from(
			languages.matchAll(/import\("highlight\.js\/lib\/languages\/(.+?)"\)/g),
			([, name]) => [
				`languages/${name}`,
				join(project, "node_modules/highlight.js/es/languages", `${name}.js`),
			],
		),
	);
}
