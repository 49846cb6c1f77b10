// @ts-check
// Protects: what the guides of the documentation tell their readers to write works as it stands there. The files are the
// guides' code blocks that have a name.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { dist, folderWith } from "../../cli-npm/inkstone.js";
import { openPage, useBrowser } from "../browser.js";
import { examples, strictPolicy } from "../pages.js";
import { hosted } from "./copies.js";

useBrowser();

const project = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * The files that a guide has its readers write.
 * @param {string} guide
 * @returns {Record<string, string>} by their names
 */
function filesOf(guide) {
	const text = readFileSync(join(examples, "docs/guides", guide), "utf8");
	const blocks = text.matchAll(/^```\w+ title="(.+)"\n([\s\S]*?)^```$/gm);
	return Object.fromEntries(
		[...blocks].map(([, name = "", content = ""]) => [name, content]),
	);
}

/**
 * A folder with a guide's files, and the package beside them as the guide puts it.
 * @param {string} guide
 */
function folderOf(guide) {
	const folder = folderWith(filesOf(guide));
	cpSync(dist, join(folder, "inkstone"), { recursive: true });
	return folder;
}

test("an article in a page: under the policy that the page states, with its contents and its note", async () => {
	const url = await hosted(folderOf("static-page.md"));
	const { page, complaints } = await openPage();
	await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
	await page.goto(url);
	await page.waitForSelector(".ink-article .footnotes");
	assert.equal(
		await page
			.locator("meta[http-equiv=Content-Security-Policy]")
			.getAttribute("content"),
		strictPolicy,
	);
	assert.deepEqual(await page.locator("h1").allTextContents(), [
		"The last case of type",
	]);
	assert.deepEqual(await page.locator(".ink-toc a").allTextContents(), [
		"Why it is kept",
		"What is printed with it",
	]);
	assert.equal(await page.locator("inkstone-scheme button").count(), 1);
	assert.deepEqual(complaints, []);
});

test("an article in a page: alone, it opens from a disk", async () => {
	const { page, complaints } = await openPage();
	const file = join(folderOf("static-page.md"), "alone.html");
	await page.goto(pathToFileURL(file).href);
	await page.waitForSelector(".ink-article strong");
	assert.deepEqual(await page.locator("h1").allTextContents(), [
		"The last case of type",
	]);
	assert.deepEqual(complaints, []);
});

test("a whole blog: its list, its menu, its translation and its links, and what its program hears", async () => {
	const url = await hosted(folderOf("blog.md"));
	const { page, complaints } = await openPage();
	await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
	await page.goto(url);
	await page.waitForSelector(".ink-card");
	assert.deepEqual(await page.locator(".ink-card-title").allTextContents(), [
		"The last case of type",
	]);
	assert.deepEqual(await page.locator(".ink-menu li").allTextContents(), [
		"Posts",
		"Tags",
		"Archive",
		"About",
	]);
	await page.locator(".ink-card-title a").click();
	await page.locator(".ink-translations a").waitFor();
	await page.locator(".ink-body a").click();
	await page.waitForSelector(".ink-title:text-is('About')");
	assert.match(page.url(), /#\/about$/);
	await page.goto(`${url}#/zh/posts/letterpress`);
	await page.waitForSelector(".ink-title:text-is('最后一盘铅字')");
	assert.deepEqual(complaints, []);
});

/** Where the guide's program has the package from, as npm puts it. */
const program = folderWith({
	...filesOf("bundler.md"),
	"package.json": '{ "type": "module" }',
	"articles/letterpress.md":
		filesOf("static-page.md")["articles/letterpress.md"],
	"index.html": pageOf("main.js"),
	"told.html": pageOf("told.js"),
});
mkdirSync(join(program, "node_modules"));
symlinkSync(project, join(program, "node_modules/inkstone"));
symlinkSync(
	join(project, "node_modules/@types"),
	join(program, "node_modules/@types"),
);

/** @param {string} script */
function pageOf(script) {
	return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Program</title>
		<link rel="stylesheet" href="dist/main.css"><body><script type="module" src="dist/${script}"></script>`;
}

test("in Node: prints what the guide says that it prints", () => {
	const { "render.mjs": source } = filesOf("bundler.md");
	const said = [...source.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)];
	const expected = said.map(([, text = ""]) => text.replace(/ …$/, ""));
	const printed = execFileSync(process.execPath, ["render.mjs"], {
		cwd: program,
		encoding: "utf8",
	}).split("\n");
	assert.equal(expected.length, 4);
	for (const text of expected) {
		assert(printed.includes(text), `${text}: ${printed.join("\n")}`);
	}
});

test("with a bundler: esbuild's line makes a page of the program, with the core wherever it is told to be", async () => {
	const guide = readFileSync(join(examples, "docs/guides/bundler.md"), "utf8");
	const [, line = ""] = /^npx (esbuild main\.js .*)$/m.exec(guide) ?? [];
	const [command = "", first = "", ...rest] = line.split(" ");
	execFileSync(
		join(project, "node_modules/.bin", command),
		[first, "told.js", ...rest],
		{ cwd: program, stdio: "pipe" },
	);
	cpSync(join(dist, "core.wasm"), join(program, "assets/core.wasm"));
	const url = await hosted(program);
	const { page, complaints } = await openPage();
	await page.goto(url);
	await page.waitForSelector(".ink-article .footnotes");
	assert.deepEqual(await page.locator("h1").allTextContents(), [
		"The last case of type",
	]);
	/** @type {string[]} */
	const asked = [];
	page.on("request", (request) => asked.push(new URL(request.url()).pathname));
	await page.goto(`${url}told.html`);
	await page.waitForSelector("body[data-html]", { state: "attached" });
	assert.equal(
		await page.locator("body").getAttribute("data-html"),
		"<p><em>Hello</em></p>\n",
	);
	assert(asked.includes("/assets/core.wasm"), asked.join());
	assert(!asked.includes("/dist/core.wasm"), asked.join());
	assert.deepEqual(complaints, []);
});

test("with types: the guide's programs are strict TypeScript programs, React's among them", () => {
	execFileSync(
		process.execPath,
		[
			join(project, "node_modules/typescript/bin/tsc"),
			"--noEmit",
			"--strict",
			"--module",
			"nodenext",
			"--target",
			"es2022",
			"--lib",
			"es2022,dom",
			"--ignoreConfig",
			"--jsx",
			"react-jsx",
			"--types",
			"",
			"typed.ts",
			"page.tsx",
		],
		{ cwd: program, stdio: "pipe" },
	);
});
