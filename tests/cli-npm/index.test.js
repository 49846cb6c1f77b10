// @ts-check
// Protects: an index has the articles of a folder, whatever their files are like, and is made with no more work than
// has changed.

import assert from "node:assert/strict";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { article, articles, contents, index, now } from "./blogs.js";
import { folderWith, inkstone, put } from "./inkstone.js";

/**
 * The paths of the articles in an index, with what is said of them.
 * @param {string} folder the blog's
 * @returns {Set<string>} routes
 */
function routesIn(folder) {
	const routes = new Set();
	for (const name of indexNames(folder)) {
		if (name.startsWith("links-")) {
			const file = join(folder, "inkstone-index", name);
			const links = JSON.parse(readFileSync(file, "utf8"));
			for (const route of Object.keys(links.routes)) {
				routes.add(route);
			}
		}
	}
	return routes;
}

/** @param {string} folder */
function indexNames(folder) {
	return readdirSync(join(folder, "inkstone-index")).sort();
}

test("articles are found by their routes, whatever their files are called", async () => {
	const names = ["a b.md", "墨.md", "50% #1?.md", "deep/er/日本.md", "x.MD"];
	const folder = folderWith(
		Object.fromEntries(names.map((name) => [name, article({ title: name })])),
	);
	const { status, report } = await index(folder);
	assert.equal(status, 0);
	assert.equal(report.articles.found, names.length);
	assert.deepEqual(
		routesIn(folder),
		new Set(["/a b", "/墨", "/50% #1?", "/deep/er/日本", "/x"]),
	);
});

test("files that are no articles are left out", async () => {
	const folder = folderWith(
		Object.fromEntries(
			[
				"a.md",
				"README.md",
				"posts/readme.md",
				"_draft.md",
				".hidden.md",
				"_parts/a.md",
				".git/a.md",
				"node_modules/package/a.md",
				"inkstone/a.md",
				"inkstone-index/a.md",
				"posts/_index.md",
				"notes.txt",
			].map((path) => [path, article({ title: path })]),
		),
	);
	await index(folder);
	assert.deepEqual(routesIn(folder), new Set(["/a"]));
});

test("an empty folder has an index without articles, and is told of the missing configuration", async () => {
	const folder = folderWith();
	const { status, stderr } = await inkstone(["index", folder]);
	assert.equal(status, 0);
	assert.match(stderr, /There is no site\.yaml/);
	assert.match(
		stderr,
		/no feeds and no sitemap, because the configuration has no `baseUrl`/,
	);
	assert(existsSync(join(folder, "inkstone-index/index.json")));
	assert.deepEqual(routesIn(folder), new Set());
});

test("byte order marks, line ends, bad YAML and bad UTF-8: every file is indexed, and what is wrong is located", async () => {
	const folder = folderWith({
		"bom.md": "\uFEFF---\ntitle: BOM\n---\ntext",
		"crlf.md": "---\r\ntitle: CRLF\r\nslug: from-crlf\r\n---\r\ntext\r\n",
		"yaml.md": "---\ntitle: Y\ntags: [a\n---\ntext",
		"utf8.md": Buffer.from("---\ntitle: U\n---\nbad \xff byte", "latin1"),
		"empty.md": "",
	});
	const { status, report } = await index(folder);
	assert.equal(status, 1);
	assert.deepEqual(
		routesIn(folder),
		new Set(["/bom", "/from-crlf", "/yaml", "/utf8", "/empty"]),
	);
	assert.deepEqual(
		report.diagnostics.map(
			(/** @type {Record<string, unknown>} */ { file, line, column, code }) =>
				`${file}:${line}:${column} ${code}`,
		),
		["utf8.md:4:5 invalid-utf8", "yaml.md:3:7 front-matter-syntax"],
	);
});

test("a file that cannot be read is a problem, and the others are indexed", async () => {
	const folder = folderWith({ "a.md": "text" });
	symlinkSync("nowhere.md", join(folder, "broken.md"));
	mkdirSync(join(folder, "folder.md"));
	const { status, report } = await index(folder);
	assert.equal(status, 1);
	assert.deepEqual(routesIn(folder), new Set(["/a"]));
	const [{ file, code }] = report.diagnostics;
	assert.deepEqual([file, code], ["broken.md", "file-unreadable"]);
});

test("links to folders are followed out of the blog, and never in a circle", async () => {
	const elsewhere = folderWith({ "c.md": "text" });
	const folder = folderWith({ "a/b.md": "text" });
	symlinkSync("..", join(folder, "a/up"));
	symlinkSync("a", join(folder, "z"));
	symlinkSync(elsewhere, join(folder, "linked"));
	symlinkSync(folder, join(elsewhere, "back"));
	const { status } = await index(folder);
	assert.equal(status, 0);
	assert.deepEqual(routesIn(folder), new Set(["/a/b", "/linked/c"]));
});

test("two articles with the same address are told of", async () => {
	const folder = folderWith({
		"a.md": article({ slug: "same" }),
		"b.md": article({ slug: "same" }),
	});
	const { status, report } = await index(folder);
	assert.equal(status, 0);
	const [{ file, severity, code }] = report.diagnostics;
	assert.deepEqual([file, severity, code], ["b.md", "warning", "route-taken"]);
});

test("drafts, scheduled and expired articles are counted as left out, and come in when they are asked for", async () => {
	const folder = folderWith({
		"a.md": article({ title: "A" }),
		"draft.md": article({ draft: true }),
		"late-draft.md": article({ draft: true, date: "2026-01-01" }),
		"late.md": article({ date: "2026-01-01" }),
		"old.md": article({ expiryDate: "2025-01-01" }),
	});
	/** @param {string[]} parameters */
	const counts = async (...parameters) => {
		const { listed, hidden } = (await index(folder, parameters)).report
			.articles;
		return [listed.en, hidden.draft, hidden.scheduled, hidden.expired];
	};
	assert.deepEqual(await counts(), [1, 2, 1, 1]);
	assert.deepEqual(await counts("--drafts"), [2, 0, 2, 1]);
	assert.deepEqual(await counts("--future"), [2, 2, 0, 1]);
	assert.deepEqual(await counts("--drafts", "--future"), [4, 0, 0, 1]);
	assert.deepEqual(await counts("--now", "2026-01-01"), [2, 2, 0, 1]);
	assert.deepEqual(await counts("--now", "2024-12-31"), [2, 2, 1, 0]);
});

test("of what was indexed before, only what has changed is read and rendered", async () => {
	const folder = folderWith(articles(20));
	const past = new Date(Date.now() - 60_000);
	for (const name of readdirSync(join(folder, "posts"))) {
		utimesSync(join(folder, "posts", name), past, past);
	}
	/** @returns {Promise<number[]>} */
	const work = async () => {
		const { read, rendered, removed } = (await index(folder)).report.articles;
		return [read, rendered, removed];
	};
	assert.deepEqual(await work(), [20, 20, 0]);
	const before = contents(folder, [".inkstone-cache"]);
	// The files are younger than the file system's clock can tell, so they are read once more.
	assert.equal((await work())[1], 0);
	assert.deepEqual(contents(folder, [".inkstone-cache"]), before);

	put(folder, { "posts/article-3.md": article({ title: "Another" }) });
	rmSync(join(folder, "posts/article-4.md"));
	const { rendered, removed } = (await index(folder)).report.articles;
	assert.deepEqual([rendered, removed], [1, 1]);
	assert.notDeepEqual(contents(folder, [".inkstone-cache"]), before);

	put(folder, { "site.yaml": "options: { emoji: true }" });
	assert.equal((await work())[1], 19);
	put(folder, { "site.yaml": "options: { emoji: true }\ntitle: Ink" });
	assert.equal((await work())[1], 0);
});

test("untouched files are not even read", async () => {
	const folder = folderWith(articles(5));
	await index(folder);
	// Files count as untouched when they are older than the last run by more than the clock's tick.
	await new Promise((resolve) => setTimeout(resolve, 2_100));
	await index(folder);
	assert.equal((await index(folder)).report.articles.read, 0);
	utimesSync(join(folder, "posts/article-1.md"), new Date(), new Date());
	const { read, rendered } = (await index(folder)).report.articles;
	assert.deepEqual([read, rendered], [1, 0]);
});

test("an index that was made step by step is the one that is made at once, and nothing stale is left", async () => {
	const folder = folderWith({
		...articles(60),
		"site.yaml": "baseUrl: https://example.org/",
	});
	await index(folder);
	put(folder, {
		...articles(30, "paper"),
		"new.md": article({ tags: ["new"] }),
	});
	rmSync(join(folder, "posts/article-50.md"));
	await index(folder);
	const stepwise = contents(folder, [".inkstone-cache"]);
	rmSync(join(folder, "inkstone-index"), { recursive: true });
	rmSync(join(folder, ".inkstone-cache"), { recursive: true });
	await index(folder, ["--threads", "3"]);
	assert.deepEqual(stepwise, contents(folder, [".inkstone-cache"]));
});

test("a damaged cache costs time and nothing else", async () => {
	const folder = folderWith(articles(10));
	await index(folder);
	const before = contents(folder, [".inkstone-cache"]);
	const cache = join(folder, ".inkstone-cache");
	for (const name of readdirSync(cache)) {
		const bytes = readFileSync(join(cache, name));
		bytes.fill(0, bytes.length >> 2, bytes.length >> 1);
		writeFileSync(join(cache, name), bytes.subarray(0, -10));
	}
	const { status, report } = await index(folder);
	assert.equal(status, 0);
	assert(report.articles.rendered > 0 && report.articles.rendered < 10);
	assert.deepEqual(contents(folder, [".inkstone-cache"]), before);
});

test("the cache does not grow with every run", async () => {
	const folder = folderWith({ "a.md": article({}, "word ".repeat(100_000)) });
	await index(folder);
	const size = () =>
		readdirSync(join(folder, ".inkstone-cache"))
			.map((name) => statSync(join(folder, ".inkstone-cache", name)).size)
			.reduce((a, b) => a + b);
	const first = size();
	for (let i = 0; i < 10; i++) {
		put(folder, { "a.md": article({}, `${i} word`.repeat(100_000)) });
		await index(folder);
	}
	assert(size() < 8 * first, `${size()} of ${first}`);
});

test("--dry-run reports as much and writes nothing", async () => {
	const folder = folderWith({ ...articles(5), "bad.md": "---\na: [\n---\n" });
	const before = contents(folder);
	const { status, report } = await index(folder, ["--dry-run"]);
	assert.equal(status, 1);
	assert.equal(report.written, false);
	assert.equal(report.articles.listed.en, 6);
	assert(report.index.bytes > 0);
	assert.deepEqual(contents(folder), before);
});

test("--out takes the place of the blog's folder for all that is written", async () => {
	const folder = folderWith({
		...articles(3),
		"site.yaml": "baseUrl: https://example.org/\nindex: lists/",
	});
	const out = folderWith();
	await index(folder, ["--out", out]);
	assert.deepEqual(readdirSync(out).sort(), [
		"atom.xml",
		"feed.json",
		"lists",
		"rss.xml",
		"sitemap.xml",
	]);
	assert.deepEqual(readdirSync(folder).sort(), [
		".inkstone-cache",
		"posts",
		"site.yaml",
	]);
});

test("an index that would take the blog's own folder is refused", async () => {
	const folder = folderWith({ "a.md": "text", "site.yaml": "index: ." });
	const { status, report } = await index(folder);
	assert.equal(status, 3);
	assert.match(report.error.message, /has to be a folder below/);
	assert.deepEqual(readdirSync(folder).sort(), ["a.md", "site.yaml"]);
});

test("what lies in the index's folder and is not of the index stays there", async () => {
	const folder = folderWith({
		"a.md": "text",
		"inkstone-index/notes.txt": "mine",
		"inkstone-index/cards-aaaaaaaaaa.json": "stale",
	});
	await index(folder);
	assert(indexNames(folder).includes("notes.txt"));
	assert(!indexNames(folder).includes("cards-aaaaaaaaaa.json"));
});

test("the time that articles are judged by is now where nobody says otherwise", async () => {
	const folder = folderWith({
		"a.md": article({ date: new Date(Date.now() - 86_400_000).toISOString() }),
		"b.md": article({ date: new Date(Date.now() + 86_400_000).toISOString() }),
	});
	const { stdout } = await inkstone(["index", "--json"], { cwd: folder });
	assert.equal(JSON.parse(stdout).articles.listed.en, 1, now);
});
