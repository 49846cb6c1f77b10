// @ts-check
// The npm package as its users get it: packed, installed from the tarball, imported, type-checked and inspected.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const project = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "inkstone-package-"));
const consumer = join(folder, "consumer");
const installed = join(consumer, "node_modules", "inkstone");
let tarball = "";

before(() => {
	// Without scripts: they would build once more.
	const packed = run("npm", [
		"pack",
		"--ignore-scripts",
		"--json",
		"--pack-destination",
		folder,
	]);
	const [{ filename }] = Object.values(JSON.parse(packed));
	tarball = join(folder, filename);
	mkdirSync(consumer);
	writeFileSync(join(consumer, "package.json"), '{ "type": "module" }');
	run("npm", ["install", "--offline", "--ignore-scripts", tarball], consumer);
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("renders in Node from where it was installed", () => {
	writeFileSync(
		join(consumer, "render.js"),
		`import { load } from "inkstone";
		import "inkstone/define";
		import "inkstone/element";
		const inkstone = await load();
		console.log(inkstone.render("---\\ntitle: 墨\\n---\\n# 墨").html);`,
	);
	assert.equal(
		run(process.execPath, ["render.js"], consumer),
		'<h1 id="墨">墨</h1>\n\n',
	);
});

test("its command makes an index from where it was installed", () => {
	const blog = join(folder, "blog");
	mkdirSync(blog);
	writeFileSync(join(blog, "a.md"), "---\ntitle: 墨\n---\ntext");
	const command = join(consumer, "node_modules", ".bin", "inkstone");
	const report = JSON.parse(run(command, ["index", blog, "--json"], consumer));
	assert.equal(report.articles.listed.en, 1);
	assert(readdirSync(join(blog, "inkstone-index")).includes("index.json"));
});

test("gives its WebAssembly and its themes by their names", () => {
	writeFileSync(
		join(consumer, "resolve.js"),
		`for (const name of ["core.wasm", "themes/default.css", "themes/minimal.css", "scheme.js", "standalone", "package.json"]) {
			console.log(import.meta.resolve("inkstone/" + name));
		}`,
	);
	const urls = run(process.execPath, ["resolve.js"], consumer).trim();
	for (const url of urls.split("\n")) {
		assert(readFileSync(new URL(url)).length > 0);
	}
});

test("keeps the licences of what it holds", () => {
	for (const name of [
		"md4c",
		"yaml-cpp",
		"highlight.js",
		"lowlight",
		"temml",
	]) {
		const path = join(installed, "dist/licenses", `${name}.txt`);
		assert.match(
			readFileSync(path, "utf8"),
			/Permission is hereby granted|Redistribution and use/,
		);
	}
});

test("holds what its users need and nothing else", () => {
	const files = readdirSync(installed, { recursive: true, encoding: "utf8" });
	const needed =
		/^(package\.json|README\.md|LICENSE|CHANGELOG\.md|(bin|dist)([\\/].+)?)$/;
	assert.deepEqual(
		files.filter((file) => !needed.test(file)),
		[],
	);
});

for (const [where, lib] of [
	["a page's", "ES2022,DOM"],
	["Node's", "ES2022"],
]) {
	test(`its types serve a strict TypeScript program with ${where} libraries`, () => {
		const inPage = lib.includes("DOM");
		writeFileSync(
			join(consumer, "program.ts"),
			`import { load, type Article, type RenderOptions } from "inkstone";
			const options: RenderOptions = { html: "trusted", tocDepth: 3 };
			const inkstone = await load();
			const article: Article = inkstone.render(new Uint8Array(), options);
			export const title: string = article.metadata.title;
			export const tags = article.frontMatter.tags;
			// @ts-expect-error: no such option
			inkstone.render("", { nothing: true });
			// @ts-expect-error: not text
			inkstone.render(5);
			${inPage ? pageProgram : ""}`,
		);
		run(
			process.execPath,
			[
				join(project, "node_modules", "typescript", "bin", "tsc"),
				"--noEmit",
				"--strict",
				...["--target", "es2022"],
				...["--module", "nodenext"],
				...["--lib", lib],
				...["--typeRoots", join(project, "node_modules", "@types")],
				...["--types", inPage ? "" : "node"],
				"--ignoreConfig",
				"program.ts",
			],
			consumer,
		);
	});
}

const pageProgram = `
	import { addWords, InkstoneArticle, registerWidget, widgetSection, type PageSettings, type Site } from "inkstone/element";
	import "inkstone/define";
	import "inkstone/themes/default.css";
	import "inkstone/standalone";
	import core from "inkstone/core.wasm";
	import { load as loadInline, type Article as InlineArticle } from "inkstone/inline";
	const compiled: WebAssembly.Module = core;
	const sameArticle: InlineArticle = (await loadInline({ wasm: compiled })).render("");
	export const global: (typeof globalThis.inkstone)["load"] = loadInline;
	export const sameTitle: Article["metadata"]["title"] = sameArticle.metadata.title;
	const element: InkstoneArticle = document.createElement("inkstone-article");
	element.src = "a.md";
	const settings: PageSettings = { toc: { min: 2 }, sidebar: "left", widgets: ["toc", "clock"] };
	element.settings = settings;
	const site: Site = { termUrl: (taxonomy, term) => \`/\${taxonomy}/\${term}\`, recent: async () => [{ title: "A", url: "/a" }] };
	element.site = site;
	element.parts = { tags: (context, standard) => (context.values.draft ? undefined : standard(context)) };
	addWords("pt", { contents: "Sumário" });
	registerWidget("clock", ({ words }) => widgetSection("clock", words.reading.other, new Text("12:00")));
	// @ts-expect-error: no such side
	element.settings = { sidebar: "top" };
	element.addEventListener("inkstone-load", ({ detail }) => detail.article.html.length);
	document.addEventListener("inkstone-error", ({ detail }) => {
		const reason: "not-found" | "http" | "network" | "not-markdown" | "core" | "option" | "render" = detail.reason;
		return reason;
	});`;

test("publint finds nothing", () => {
	run(process.execPath, [
		join(project, "node_modules", "publint", "src", "cli.js"),
		tarball,
		"--strict",
	]);
});

test("every entry's types are found as every resolution that knows modules looks for them", () => {
	run(process.execPath, [
		join(project, "node_modules/@arethetypeswrong/cli/dist/index.js"),
		tarball,
		...["--profile", "esm-only"],
	]);
});

test("nothing that is shipped makes code of text", () => {
	assert.deepEqual(found(/(?<![\w$.])(eval|Function)\s*\(/g), []);
});

test("nothing that is shipped sets a style on an element", () => {
	const places = found(/\.style\b|\bcssText\b|setAttribute\("style"/g);
	// A sanitizer knows what it takes away; Temml sets styles by script, which no policy refuses. The one script with
	// everything inside is made of the same modules.
	assert.deepEqual(
		places.filter((place) => !/^(purify|temml|standalone)/.test(place)),
		[],
	);
});

test("bundlers see the WebAssembly once, beside the module that loads it", () => {
	const seen = found(/new URL\([^()]*import\.meta\.url\)/g);
	assert.equal(seen.length, 1, seen.join("\n"));
	assert.match(seen[0], /: new URL\("\.\/core\.wasm",import\.meta\.url\)$/);
});

test("bundlers are told to leave every import of what only a page knows", () => {
	assert.deepEqual(
		found(/\bimport\((?!"|\/\* webpackIgnore: true).{0,40}/g),
		[],
	);
});

test("a bundler can take the elements' registration as it is, and nothing of it is lost", async () => {
	const { outputFiles } = await build({
		stdin: { contents: 'import "inkstone/define";', resolveDir: consumer },
		bundle: true,
		write: false,
		format: "esm",
		splitting: true,
		outdir: join(folder, "bundle"),
	});
	const text = outputFiles.map((file) => file.text).join("\n");
	assert.match(text, /customElements\.define\(/);
	for (const name of ["inkstone-article", "inkstone-scheme"]) {
		assert(text.includes(`"${name}"`), name);
	}
});

/**
 * Where something stands in the scripts that are shipped.
 * @param {RegExp} what global
 * @returns {string[]} `file: what was found`
 */
function found(what) {
	const dist = join(installed, "dist");
	return readdirSync(dist)
		.filter((name) => name.endsWith(".js"))
		.flatMap((name) =>
			Array.from(
				readFileSync(join(dist, name), "utf8").matchAll(what),
				([place]) => `${name}: ${place}`,
			),
		);
}

/**
 * @param {string} command
 * @param {string[]} parameters
 * @param {string} [where]
 * @returns {string} what it printed; all of that is in the error when it fails
 */
function run(command, parameters, where = project) {
	try {
		return execFileSync(command, parameters, {
			cwd: where,
			encoding: "utf8",
			stdio: ["ignore", "pipe", "pipe"],
		});
	} catch (error) {
		const { stdout, stderr } =
			/** @type {{ stdout: string, stderr: string }} */ (error);
		return assert.fail(
			`${command} ${parameters.join(" ")}\n${stdout}${stderr}`,
		);
	}
}
