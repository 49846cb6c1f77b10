// @ts-check
// Protects: whatever articles, tags, aliases and files are called, `npx inkstone build` makes all pages that there can be,
// says which there cannot, and loses none of the blog's own files.

import assert from "node:assert/strict";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { article } from "./blogs.js";
import { folderWith, inkstone, put } from "./inkstone.js";

/**
 * Builds a blog.
 * @param {string} source
 * @param {string} [out]
 */
async function build(source, out = join(folderWith(), "out")) {
	const { status, stdout } = await inkstone(["build", source, out, "--json"]);
	/** @type {{ code: string, severity: string, file: string, message: string }[]} */
	const diagnostics = JSON.parse(stdout).diagnostics;
	return {
		status,
		out,
		found: diagnostics.map(
			({ file, severity, code }) =>
				`${file.slice(source.length + 1)}: ${severity} ${code}`,
		),
		diagnostics,
		page: (/** @type {string} */ path) => readFileSync(join(out, path), "utf8"),
	};
}

test("A tag that no file can be called by is an error, and everything else is built", async () => {
	const sentence = "很长的标签".repeat(20);
	const { status, found, diagnostics, page } = await build(
		folderWith({
			"site.yaml": "title: Ours\n",
			"a.md": article({ tags: ["index.html", sentence, "Ink"] }),
		}),
	);
	assert.equal(status, 1);
	assert.deepEqual(found, [
		"site.yaml: error file-unwritable",
		"site.yaml: error file-unwritable",
	]);
	const messages = diagnostics.map(({ message }) => message).sort();
	assert.match(messages[0] ?? "", /because `tags\/index\.html` is a file/);
	assert.match(messages[1] ?? "", /is longer than 255 bytes/);
	assert.match(page("a/index.html"), /Some text/);
	assert.match(page("tags/ink/index.html"), /Ink/);
});

test("An article at the address of a file of the build is an error, and the file stays what it is", async () => {
	const { status, found, page } = await build(
		folderWith({
			"site.yaml": "title: Ours\n",
			"site.yaml.md": article({ title: "In its place" }),
		}),
	);
	assert.equal(status, 1);
	assert.deepEqual(found, ["site.yaml.md: error file-unwritable"]);
	assert.match(page("site.yaml"), /title: Ours/);
});

test("Aliases take the place of nothing else, and are told of", async () => {
	const { status, found, page } = await build(
		folderWith({
			"site.yaml": "title: Ours\n",
			"about.html": "Mine",
			"kept.txt": "Mine too",
			"a.md": article({
				title: "A",
				tags: ["Ink"],
				aliases: [
					"/404.html",
					"/about.html",
					"/tags",
					"/b",
					"/kept.txt",
					"/inkstone/define.js",
					"/a",
					"/old",
				],
			}),
			"b.md": article({ title: "B", aliases: ["/old"] }),
		}),
	);
	assert.deepEqual(found, [
		...Array(4).fill("a.md: warning alias-taken"),
		...Array(2).fill("a.md: error file-unwritable"),
		"b.md: warning alias-taken",
	]);
	assert.equal(status, 1);
	assert.equal(page("about.html"), "Mine");
	assert.equal(page("kept.txt"), "Mine too");
	assert.match(page("404.html"), /inkstone-site/);
	assert.match(page("tags/index.html"), /tags\/ink|"ink\//);
	assert.match(page("old/index.html"), /url=\.\.\/a\//);
	assert(page("inkstone/define.js").length > 0);
});

test("What was a file may be a folder in the next build, and the other way round", async () => {
	const source = folderWith({ "one.txt": "1", "two/deep/in.txt": "2" });
	const { out } = await build(source);
	rmSync(join(source, "one.txt"));
	rmSync(join(source, "two"), { recursive: true });
	put(source, { "one.txt/in.txt": "1", two: "2" });
	const { status, page } = await build(source, out);
	assert.equal(status, 0);
	assert.equal(page("one.txt/in.txt"), "1");
	assert.equal(page("two"), "2");
});

test("Files whose names are as long as names can be are copied", async () => {
	const name = `${"n".repeat(251)}.txt`;
	const { status, page } = await build(folderWith({ [name]: "all of it" }));
	assert.equal(status, 0);
	assert.equal(page(name), "all of it");
});

test("Links to files, and to folders elsewhere, are copied as what they lead to", async () => {
	const elsewhere = folderWith({ "in.png": "1", "deep/er.png": "2" });
	const source = folderWith({ "a.md": "![1](shared/in.png) ![3](one.png)" });
	symlinkSync(elsewhere, join(source, "shared"));
	symlinkSync(join(elsewhere, "in.png"), join(source, "one.png"));
	symlinkSync("nowhere", join(source, "dead.png"));
	symlinkSync(".", join(source, "again"));
	const { status, out, page } = await build(source);
	assert.equal(status, 0);
	assert.equal(page("shared/in.png"), "1");
	assert.equal(page("shared/deep/er.png"), "2");
	assert.equal(page("one.png"), "1");
	assert(!existsSync(join(out, "again")));
	assert(!existsSync(join(out, "dead.png")));
});

test("A build leaves no unfinished files, also where it fails", async () => {
	const source = folderWith({ "a.md": "text" });
	const { out } = await build(source);
	rmSync(join(out, "404.html"));
	mkdirSync(join(out, "404.html/theirs"), { recursive: true });
	const { status, stderr } = await inkstone(["build", source, out]);
	assert.equal(status, 3);
	assert.match(stderr, /^error: Cannot write .*404\.html/m);
	assert.deepEqual(
		readdirSync(out, { recursive: true, encoding: "utf8" }).filter((path) =>
			path.endsWith(".tmp"),
		),
		[],
	);
});
