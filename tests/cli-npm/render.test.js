// @ts-check
// Protects: `npx inkstone render` gives what the core gives, to programs as to people, and its options are the core's.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist, folderWith, inkstone } from "./inkstone.js";

const { load } = await import(pathToFileURL(`${dist}/index.js`).href);
const core = await load();

const text =
	"---\ntitle: 甲\ndate: nope\n---\n# 乙 :tada:\n\n[a](javascript:x)\n";
const folder = folderWith({ "a b.md": text });

test("The HTML goes to standard output, findings to standard error with file, line and column", async () => {
	const { status, stdout, stderr } = await inkstone(["render", "a b.md"], {
		cwd: folder,
	});
	assert.equal(stdout, core.render(text).html);
	assert.match(stderr, /^a b\.md:3:7: warning metadata-date: .+$/m);
	assert.match(stderr, /^a b\.md:7:5: warning url-refused: .+$/m);
	assert.equal(stderr.trim().split("\n").length, 2);
	assert.equal(status, 0);
});

test("- is standard input, and --json the whole article", async () => {
	const { stdout, stderr } = await inkstone(["render", "-", "--json"], {
		input: text,
	});
	assert.deepEqual(JSON.parse(stdout), core.render(text));
	assert.equal(stderr, "");
});

test("An error in an article is exit status 1, and its text is there all the same", async () => {
	const input = "---\na: [\n---\ntext\n";
	const { status, stdout, stderr } = await inkstone(["render", "-"], { input });
	assert.equal(stdout, core.render(input).html);
	assert.match(stderr, /^<stdin>:\d+:\d+: error front-matter-syntax: /);
	assert.equal(status, 1);
});

test("Every option of the core is an option, and help says what each means", async () => {
	const { stdout } = await inkstone(["render", "--help"]);
	const help = stdout.replace(/\s+/g, " ");
	for (const { name, meaning } of core.describe().options) {
		assert.match(help, new RegExp(`--${name} [[<]`));
		assert.ok(help.includes(meaning.replaceAll("`", "").replace(/\s+/g, " ")));
	}
});

test("A boolean option alone is true, and takes no file for its value", async () => {
	for (const parameters of [
		["render", "--emoji", "a b.md"],
		["render", "a b.md", "--emoji"],
		["render", "a b.md", "--emoji=true"],
	]) {
		const { stdout } = await inkstone(parameters, { cwd: folder });
		assert.equal(stdout, core.render(text, { emoji: true }).html);
	}
	const { stdout } = await inkstone(["render", "-", "--headingIds=false"], {
		input: text,
	});
	assert.equal(stdout, core.render(text, { headingIds: false }).html);
});

test("Wrong usage is exit status 2, and a file that is not there 3", async () => {
	for (const [parameters, status, message] of /** @type {const} */ ([
		[["render"], 2, /missing required argument 'file'/],
		[["render", "-", "--nope"], 2, /unknown option '--nope'/],
		[["render", "-", "--tocDepth=9"], 2, /tocDepth/],
		[["render", "-", "--emoji=perhaps"], 2, /It is true or false/],
		[["render", "-", "--boldHeadings=x"], 2, /Allowed choices are auto, off/],
		[["render", "nothing.md"], 3, /Cannot read nothing\.md: it does not exist/],
	])) {
		const result = await inkstone([...parameters], { cwd: folder });
		assert.equal(result.status, status, parameters.join(" "));
		assert.match(result.stderr, message);
		assert.equal(result.stdout, "");
	}
});

test("--page is a whole document with title, description, language and style sheet, and no script", async () => {
	const input =
		'---\ntitle: "<甲> & \\"乙\\""\nlang: zh\n---\n第一句。\n\n```js\nlet a = 1;\n```\n\n![图](图.png)\n';
	const { stdout, status } = await inkstone(
		["render", "-", "--page", "--theme", "look.css?a=1&b=2"],
		{ input },
	);
	assert.equal(status, 0);
	assert.ok(
		stdout.startsWith(
			'<!DOCTYPE html><html lang="zh" dir="ltr"><head><meta charset="utf-8">',
		),
	);
	assert.match(stdout, /<title>&lt;甲&gt; &amp; "乙"<\/title>/);
	assert.match(stdout, /<meta name="description" content="第一句。">/);
	assert.match(stdout, /<link rel="stylesheet" href="look.css\?a=1&amp;b=2">/);
	assert.match(stdout, /<span class="hljs-keyword">let<\/span>/);
	assert.match(stdout, /<img [^>]*src="图\.png"|src="%E5%9B%BE\.png"/);
	assert.doesNotMatch(stdout, /<script|<button|\bstyle=|invalid/);
});
