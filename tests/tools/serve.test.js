// @ts-check
// Protects: the server of `npm start` and of the browser tests finds a port and says truly what it serves.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { after, test } from "node:test";
import { serve } from "../../tools/serve.js";
import { Problem } from "../../tools/steps.js";
import { temporaryFolder, writeFiles } from "./stand-ins.js";

const folder = temporaryFolder();
writeFiles(folder, {
	"site/index.html": "<!doctype html>",
	"site/墨.md": "# 墨",
	"site/core.wasm": "\0asm",
	"site/module.js": "export {};",
	"secret.txt": "not served",
});

/**
 * Serves the folder until the tests end.
 * @param {Parameters<typeof serve>[1]} [options]
 */
async function served(options) {
	const server = await serve(`${folder}/site`, options);
	after(server.close);
	return server.url;
}

/**
 * Takes a port until the tests end, if nobody else has it.
 * @param {number} port
 */
async function takePort(port) {
	const server = createServer().listen(port, "127.0.0.1");
	await Promise.race([once(server, "listening"), once(server, "error")]).catch(
		() => {},
	);
	after(() => server.close());
	return server;
}

for (const [file, type] of [
	["", "text/html;charset=utf-8"],
	["%E5%A2%A8.md", "text/markdown; charset=utf-8"],
	["core.wasm", "application/wasm"],
	["module.js", "text/javascript"],
]) {
	test(`/${file} is served as ${type}`, async () => {
		const { status, headers } = await fetch((await served({ port: 0 })) + file);
		assert.equal(status, 200);
		assert.equal(headers.get("content-type"), type);
	});
}

test("headers go with every answer", async () => {
	const url = await served({
		port: 0,
		headers: { "Content-Security-Policy": "default-src 'self'" },
	});
	for (const path of ["", "module.js", "no-such-file"]) {
		assert.equal(
			(await fetch(url + path)).headers.get("content-security-policy"),
			"default-src 'self'",
		);
	}
});

test("a folder without the slash leads to the folder, so that relative links work", async () => {
	const server = await serve(folder, { port: 0 });
	after(server.close);
	assert.equal((await fetch(`${server.url}site`)).url, `${server.url}site/`);
});

test("nothing outside the folder is served", async () => {
	const url = await served({ port: 0 });
	assert.equal((await fetch(`${url}..%2fsecret.txt`)).status, 404);
});

test("what is not there, or is no URL, is answered with 404", async () => {
	const url = await served({ port: 0 });
	assert.equal((await fetch(`${url}no-such-file`)).status, 404);
	assert.equal((await fetch(`${url}%ff`)).status, 404);
});

test("without a wish, a port that is taken is passed over", async () => {
	await takePort(8080);
	const { port } = new URL(await served());
	assert.ok(Number(port) > 8080 && Number(port) < 8180, port);
});

test("a port that was asked for and is taken is an error that names it", async () => {
	const taken = await takePort(0);
	const { port } = /** @type {import("node:net").AddressInfo} */ (
		taken.address()
	);
	await assert.rejects(
		serve(folder, { port }),
		(error) => error instanceof Problem && error.message.includes(`${port}`),
	);
});

test("after close, the port is free and no connection is left", async () => {
	const server = await serve(folder, { port: 0 });
	await fetch(server.url);
	await server.close();
	await assert.rejects(fetch(server.url));
});
