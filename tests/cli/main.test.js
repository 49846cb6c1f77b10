// @ts-check
// Protects: the native command behaves as a shell user expects.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { command, run } from "../conformance/cores.js";

const folder = mkdtempSync(join(tmpdir(), "inkstone-cli-"));
after(() => rmSync(folder, { recursive: true }));
const article = join(folder, "a b.md");
writeFileSync(article, "---\ntitle: 甲\n---\n# 乙\n");

test("render FILE prints the HTML and nothing else", () => {
	assert.deepEqual(run(["render", article]), {
		status: 0,
		stdout: '<h1 id="乙">乙</h1>\n',
		stderr: "",
	});
});

test("- is standard input", () => {
	assert.equal(run(["render", "-"], "*a*").stdout, "<p><em>a</em></p>\n");
});

test("--json prints the whole article as one line", () => {
	const { stdout } = run(["render", article, "--json"]);
	assert.equal(stdout.indexOf("\n"), stdout.length - 1);
	const { html, frontMatter, toc } = JSON.parse(stdout);
	assert.deepEqual(frontMatter, { title: "甲" });
	assert.equal(html, '<h1 id="乙">乙</h1>\n');
	assert.equal(toc[0].id, "乙");
});

test("options may stand before and behind the file", () => {
	for (const args of [
		["render", "--headingIds=false", article],
		["render", article, "--headingIds=false"],
		["render", "--headingIds=no", "--", article],
	]) {
		assert.equal(run(args).stdout, "<h1>乙</h1>\n");
	}
	assert.equal(
		run(["render", "-", "--gfm=false", "--gfm"], "~~a~~").stdout,
		"<p><del>a</del></p>\n",
	);
});

test("diagnostics go to standard error with file, line and column, and the status stays 0", () => {
	const { status, stdout, stderr } = run(
		["render", "-"],
		"汉 [a](javascript:x)\n",
	);
	assert.equal(status, 0);
	assert.equal(stdout, "<p>汉 <a>a</a></p>\n");
	assert.match(
		stderr,
		/^<stdin>:1:7: warning: .*`javascript:`.* \[url-refused\]\n$/,
	);
});

test("a file that cannot be read is status 1 with the reason", () => {
	assert.deepEqual(run(["render", join(folder, "none.md")]), {
		status: 1,
		stdout: "",
		stderr: `inkstone: cannot read '${join(folder, "none.md")}': No such file or directory\n`,
	});
	const directory = run(["render", folder]);
	assert.equal(directory.status, 1);
	assert.match(directory.stderr, /Is a directory/);
});

test("output that cannot be written is status 1", () => {
	for (const args of ["render -", "--help", "--version"]) {
		const { status, stderr } = spawnSync(
			"sh",
			["-c", `'${command}' ${args} > /dev/full`],
			{ input: "a", encoding: "utf8" },
		);
		assert.equal(status, 1, args);
		assert.match(stderr, /cannot write the output/);
	}
});

test("a command line that makes no sense is status 2 and says what would", () => {
	for (const [args, message] of /** @type {[string[], RegExp][]} */ ([
		[[], /a command is missing/],
		[["paint"], /unknown command 'paint'/],
		[["render"], /FILE is missing/],
		[["render", "a", "b"], /only one FILE/],
		[["render", "a", "-x"], /unknown flag '-x'/],
		[
			["render", "a", "--nope=1"],
			/unknown option `nope`; the options are frontMatter, html, gfm/,
		],
		[["render", "a", "--tocDepth=9"], /from 1 to 6, not `9`/],
		[["render", "a", "--tocDepth"], /from 1 to 6/],
	])) {
		const { status, stdout, stderr } = run(args);
		assert.equal(status, 2, args.join(" "));
		assert.equal(stdout, "");
		assert.match(stderr, message);
	}
});

test("--help lists every option with its default and range and how the command ends, --version the package's version", async () => {
	const { stdout, status } = run(["--help"]);
	assert.equal(status, 0);
	const { load } = await import("../../dist/index.js");
	const { options, version } = (await load()).describe();
	const text = stdout.replace(/\s+/g, " ");
	for (const { name, default: value, meaning, ...option } of options) {
		assert.ok(stdout.includes(`  --${name}=${value}\n`), name);
		assert.ok(text.includes(meaning.replace(/\s+/g, " ")), name);
		if (option.type === "integer")
			assert.match(
				text,
				new RegExp(
					`--${name}=.*? From ${option.minimum} to ${option.maximum}\\. `,
				),
			);
	}
	assert.match(text, /Exit status: 0 .* 1 .* 2 .* Examples:/);
	assert.ok(stdout.split("\n").every((line) => !/\s$/.test(line)));
	assert.equal(run(["--version"]).stdout, `inkstone ${version}\n`);
});
