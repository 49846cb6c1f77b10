// @ts-check
// Protects: `npx inkstone new` makes a blog that runs, `npx inkstone post` an article in it, and neither changes
// anything that is there.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { folderWith, inkstone } from "./inkstone.js";

test("A new blog has no faults, and is built as it is", async () => {
	const cwd = folderWith();
	const { status, stdout } = await inkstone(
		["new", "blog", "--title", 'Ink & "paper": <1>', "--lang", "zh"],
		{ cwd },
	);
	assert.equal(status, 0);
	assert.equal(
		stdout,
		"blog/index.html\nblog/site.yaml\nblog/about.md\nblog/posts/first-words.md\nblog/inkstone\n",
	);
	assert.ok(existsSync(`${cwd}/blog/inkstone/define.js`));
	const check = await inkstone(["check", "blog"], { cwd });
	assert.deepEqual(check, {
		status: 0,
		stdout: "",
		stderr: "0 errors, 0 warnings\n",
	});
	assert.equal((await inkstone(["build", "blog", "out"], { cwd })).status, 0);
	const html = readFileSync(`${cwd}/out/posts/first-words/index.html`, "utf8");
	assert.match(html, /<html lang="zh"/);
	assert.match(
		html,
		/<title>First words - Ink &amp; "paper": &lt;1&gt;<\/title>/,
	);
});

test("Nothing is written where something is there already", async () => {
	const cwd = folderWith({ "site.yaml": "title: Mine\n" });
	const { status, stderr } = await inkstone(["new"], { cwd });
	assert.equal(status, 3);
	assert.match(
		stderr,
		/Nothing was written, because these are there already: site\.yaml\./,
	);
	assert.ok(!existsSync(`${cwd}/index.html`));
	assert.equal(readFileSync(`${cwd}/site.yaml`, "utf8"), "title: Mine\n");
});

test("A post is a file with its title and the date, at the title's address", async () => {
	const cwd = folderWith({
		"site.yaml": "lang: en\nlanguages: {en: {}, zh: {}}\n",
	});
	const post = async (/** @type {string[]} */ ...parameters) => {
		const { stdout, status } = await inkstone(["post", ...parameters], { cwd });
		assert.equal(status, 0);
		return stdout.trim();
	};
	const file = await post('On "margins": a/b & c', "--draft");
	assert.equal(file, "posts/on-margins-a-b--c.md");
	const text = readFileSync(`${cwd}/${file}`, "utf8");
	const { stdout } = await inkstone(["render", file, "--json"], { cwd });
	const { metadata, diagnostics } = JSON.parse(stdout);
	assert.deepEqual(diagnostics, []);
	assert.equal(metadata.title, 'On "margins": a/b & c');
	assert.equal(metadata.draft, true);
	assert.match(text, /^date: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/m);
	assert.equal(await post("留白", "--lang", "zh"), "posts/留白.zh.md");
	assert.equal(
		await post("Rand", "--lang", "de", "--section", "notes", "--slug", "edge"),
		"notes/edge.md",
	);
	assert.match(readFileSync(`${cwd}/notes/edge.md`, "utf8"), /^lang: "de"$/m);
});

test("A post changes no file, and leaves the blog's folder for none", async () => {
	const cwd = folderWith({ "posts/a.md": "mine" });
	for (const [parameters, status, message] of /** @type {const} */ ([
		[["A"], 3, /posts\/a\.md is there already/],
		[["???"], 2, /No address can be made of this title/],
		[["B", "--section", "../out"], 2, /is not in the blog's folder/],
		[["B", "--section", "_drafts"], 2, /_drafts\/b\.md would be no article/],
		[["README"], 2, /posts\/readme\.md would be no article/],
		[["B", "--lang", "no tag"], 2, /no tag is no language tag/],
	])) {
		const result = await inkstone(["post", ...parameters], { cwd });
		assert.equal(result.status, status);
		assert.match(result.stderr, message);
	}
	assert.equal(readFileSync(`${cwd}/posts/a.md`, "utf8"), "mine");
	assert.deepEqual(readdirSync(cwd, { recursive: true }).sort(), [
		"posts",
		"posts/a.md",
	]);
});
