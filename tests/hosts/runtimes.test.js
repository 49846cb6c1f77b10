// @ts-check
// Protects: the package in JavaScript runtimes without a page. Each gives the bytes that Node gives.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { contents } from "./browser.js";
import { installed, run } from "./projects.js";

/** What Node prints. */
let expected = "";
/** @type {import("node:child_process").ChildProcess | undefined} */
let server;

before(() => {
	expected = printed("node");
});
after(() => server?.kill());

test("node: prints the article and its table of contents", () => {
	const article = JSON.parse(expected);
	assert.deepEqual(texts(article.toc), contents);
	assert.equal(article.metadata.title, "墨与砚");
	assert.match(article.html, /<h2 id="一选砚">一、选砚<\/h2>/);
	assert.deepEqual(article.diagnostics, []);
});

for (const name of ["deno", "bun"]) {
	test(`${name}: prints the same bytes as Node`, () => {
		assert.equal(printed(name), expected);
	});
}

test("workerd: answers with the same article as Node", async () => {
	const folder = installed("workerd");
	run(folder, "npm", ["run", "build"]);
	server = spawn(
		// The command itself starts it as a child that it does not tell where to listen.
		createRequire(join(folder, "package.json"))("workerd").default,
		[
			"serve",
			"config.capnp",
			"--socket-addr=http=127.0.0.1:0",
			"--control-fd=3",
		],
		{ cwd: folder, stdio: ["ignore", "inherit", "inherit", "pipe"] },
	);
	const port = await portOf(server);
	const response = await fetch(`http://127.0.0.1:${port}/`);
	assert.equal(
		JSON.stringify(await response.json(), null, "\t"),
		expected.trimEnd(),
	);
});

/**
 * @param {string} name of a project whose `npm start` prints the article
 * @returns {string} what it prints
 */
function printed(name) {
	// Bun's command is put in its place by its script.
	return run(installed(name, { scripts: name === "bun" }), "npm", [
		"start",
		"--silent",
	]);
}

/**
 * @typedef {{ text: string, children: Entry[] }} Entry
 * @param {Entry[]} toc
 * @returns {string[]} its texts in their order
 */
function texts(toc) {
	return toc.flatMap(({ text, children }) => [text, ...texts(children)]);
}

/**
 * Where workerd listens, which it tells on its control file.
 * @param {import("node:child_process").ChildProcess} server
 * @returns {Promise<number>}
 */
async function portOf(server) {
	const control = /** @type {import("node:stream").Readable} */ (
		server.stdio[3]
	);
	for await (const line of control) {
		const { event, port } = JSON.parse(String(line));
		if (event === "listen") {
			return port;
		}
	}
	throw new Error("workerd has ended before it listened");
}
