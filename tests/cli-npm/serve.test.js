// @ts-check
// Protects: `npx inkstone serve` shows a blog as its folder is at any moment, says in the page what is wrong with the
// articles, leaves the folder alone, and serves nobody else.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { request } from "node:http";
import { after, test } from "node:test";
import { openPage, strictPolicy, useBrowser } from "../browser/browser.js";
import { command, folderWith, inkstone, put } from "./inkstone.js";

useBrowser();

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${strictPolicy}"><title>T</title>
<link rel="icon" href="icon.svg"><link rel="stylesheet" href="inkstone/themes/default.css">
<script type="module" src="inkstone/define.js"></script></head>
<body><inkstone-site config="site.yaml"></inkstone-site></body></html>`;

const blog = {
	"index.html": page,
	"icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
	"site.yaml": "title: Blog\nurls: path\n",
	"posts/one.md": "---\ntitle: One\ndate: 2025-01-01\n---\nFirst text\n",
};

/**
 * Starts the server.
 * @param {string} folder
 * @param {string[]} [parameters]
 */
async function started(folder, parameters = []) {
	const child = spawn(
		process.execPath,
		[command, "serve", folder, "--port", "0", ...parameters],
		{ env: { ...process.env, NO_COLOR: "1" } },
	);
	after(() => child.kill("SIGINT"));
	let errors = "";
	child.stderr.on("data", (chunk) => {
		errors += chunk;
	});
	/** @type {string} */
	const url = await new Promise((resolve, reject) => {
		child.stdout.once("data", (chunk) => resolve(String(chunk).trim()));
		child.once("exit", () => reject(new Error(errors)));
	});
	return { url, child, errors: () => errors };
}

/**
 * The answer to a request as it is written.
 * @param {string} url
 * @param {{ path?: string, headers?: Record<string, string>, method?: string }} [options]
 * @returns {Promise<{ status: number | undefined, type: string | undefined, text: string }>}
 */
function answer(url, { path, headers, method } = {}) {
	return new Promise((resolve, reject) => {
		const { hostname, port, pathname } = new URL(url);
		request(
			{ hostname, port, path: path ?? pathname, headers, method },
			(response) => {
				let text = "";
				response.on("data", (chunk) => {
					text += chunk;
				});
				response.on("end", () =>
					resolve({
						status: response.statusCode,
						type: response.headers["content-type"],
						text,
					}),
				);
			},
		)
			.on("error", reject)
			.end();
	});
}

test("A page shows the blog, its routes too, and changes when a file changes", async () => {
	const folder = folderWith(blog);
	const { url } = await started(folder);
	const { page, complaints } = await openPage();
	await page.goto(`${url}posts/one/`);
	await page.locator(".ink-body", { hasText: "First text" }).waitFor();
	put(folder, {
		"posts/one.md": "---\ntitle: One\ndate: 2025-01-01\n---\nSecond text\n",
	});
	await page.locator(".ink-body", { hasText: "Second text" }).waitFor();
	// As most editors save: another file takes its place.
	for (const text of ["Third text", "Fourth text"]) {
		put(folder, {
			"posts/one.md~": `---\ntitle: One\ndate: 2025-01-01\n---\n${text}\n`,
		});
		renameSync(`${folder}/posts/one.md~`, `${folder}/posts/one.md`);
		await page.locator(".ink-body", { hasText: text }).waitFor();
	}
	put(folder, { "posts/two.md": "---\ntitle: Two\ndate: 2025-01-02\n---\n" });
	await page.goto(url);
	await page.locator(".ink-card", { hasText: "Two" }).waitFor();
	rmSync(`${folder}/posts/one.md`);
	await page
		.locator(".ink-card", { hasText: "One" })
		.waitFor({ state: "detached" });
	assert.deepEqual(complaints, []);
	assert.deepEqual(readdirSync(folder).sort(), [
		"icon.svg",
		"index.html",
		"posts",
		"site.yaml",
	]);
});

test("What is wrong with an article is in the page, under the strict policy, until it is mended or dismissed", async () => {
	const folder = folderWith({
		...blog,
		"posts/bad.md": "---\ntitle: Bad\ndate: nope\n---\n",
	});
	const { url, errors } = await started(folder);
	const { page, complaints } = await openPage();
	await page.goto(url);
	const panel = page.getByRole("region", { name: "1 warning" });
	await panel.waitFor();
	assert.match(
		(await panel.textContent()) ?? "",
		/posts\/bad\.md:3:7 warning `date` takes/,
	);
	assert.match(errors(), /posts\/bad\.md:3:7: warning metadata-date: /);
	await panel.getByRole("button", { name: "Dismiss" }).click();
	assert.equal(await panel.count(), 0);
	put(folder, { "posts/bad.md": "---\ntitle: [\n---\n" });
	const worse = page.getByRole("region", { name: "1 error" });
	await worse.waitFor();
	await worse.focus();
	await page.keyboard.press("Escape");
	assert.equal(await worse.count(), 0);
	put(folder, { "posts/bad.md": "---\ntitle: Good\n---\n" });
	await page.locator(".ink-card", { hasText: "Good" }).waitFor();
	assert.equal(await page.locator("inkstone-diagnostics").count(), 0);
	assert.deepEqual(complaints, []);
});

test("A configuration that cannot be read is told, and the server goes on", async () => {
	const folder = folderWith(blog);
	const { url, errors } = await started(folder);
	const { page } = await openPage();
	await page.goto(url);
	rmSync(`${folder}/site.yaml`);
	mkdirSync(`${folder}/site.yaml`);
	await page.getByRole("region", { name: "1 error" }).waitFor();
	assert.match(
		errors(),
		/site\.yaml: error index: Cannot read the configuration/,
	);
	rmSync(`${folder}/site.yaml`, { recursive: true });
	// Watchers miss a file that takes a folder's name before they have heard that the folder is gone.
	await page
		.getByRole("region", { name: "1 error" })
		.waitFor({ state: "hidden" });
	put(folder, { "site.yaml": "title: Mended\n" });
	await page.locator(".ink-site-title", { hasText: "Mended" }).waitFor();
});

test("Files have their types, and nothing outside of the folder is served, nor to another host's name", async () => {
	const folder = folderWith({
		...blog,
		"site.yaml": "urls: hash\n",
		".secret": "x",
		"a b.png": "x",
	});
	const { url } = await started(folder);
	const { host } = new URL(url);
	assert.equal(
		(await answer(`${url}posts/one.md`)).type,
		"text/markdown; charset=utf-8",
	);
	assert.equal((await answer(`${url}a%20b.png`)).type, "image/png");
	assert.equal((await answer(`${url}gone.png`)).status, 404);
	for (const path of [
		"/../../etc/passwd",
		"/%2e%2e/%2e%2e/etc/passwd",
		"/..%2f..%2fetc/passwd",
		"/posts/..%5c..%5csite.yaml",
		"/.secret",
		"/%00",
		"/%E0%A4",
	]) {
		const { status, text } = await answer(url, { path, headers: { host } });
		assert.ok([400, 404].includes(status ?? 0), `${path}: ${status} ${text}`);
	}
	assert.equal(
		(await answer(url, { headers: { host: "evil.example" } })).status,
		403,
	);
	assert.equal((await answer(url, { method: "POST" })).status, 405);
});

test("Files are served whatever their names are, as links write them", async () => {
	const names = ["c++ & d,@$;:=.md", "a#b?.txt", "100%.md", "a%20b.txt"];
	const folder = folderWith({
		...blog,
		...Object.fromEntries(names.map((name) => [name, `In ${name}`])),
	});
	const { url } = await started(folder);
	for (const name of names) {
		const path = `/${encodeURIComponent(name)}`;
		const { status, text } = await answer(url, { path });
		assert.deepEqual([status, text], [200, `In ${name}`]);
	}
	assert.equal((await answer(url, { path: "/100%25.md?x=1#y" })).status, 200);
});

test("A part of a file is the one that was asked for, or the whole file", async () => {
	const { url } = await started(
		folderWith({ ...blog, "ten.txt": "0123456789" }),
	);
	for (const [range, status, text] of [
		["bytes=2-4", 206, "234"],
		["bytes=7-", 206, "789"],
		["bytes=-3", 200, "0123456789"],
		["bytes=0-0", 200, "0123456789"],
		["lines=1-2", 200, "0123456789"],
	]) {
		const found = await answer(`${url}ten.txt`, {
			headers: { host: new URL(url).host, range: String(range) },
		});
		assert.deepEqual([found.status, found.text], [status, text]);
	}
});

test("Where the port is taken, it says so and ends", async () => {
	const folder = folderWith(blog);
	const { url } = await started(folder);
	const { status, stderr } = await inkstone([
		"serve",
		folder,
		"--port",
		new URL(url).port,
	]);
	assert.equal(status, 3);
	assert.match(stderr, /^error: Port \d+ is taken\./m);
});

test("Ctrl+C ends it in good order", async () => {
	const { child } = await started(folderWith(blog));
	const ended = new Promise((resolve) => child.once("exit", resolve));
	child.kill("SIGINT");
	assert.equal(await ended, 130);
});
