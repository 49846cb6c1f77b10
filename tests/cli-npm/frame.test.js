// @ts-check
// Protects what scripts and people rely on in every subcommand: exit statuses, help, what goes to which stream.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { article, index } from "./blogs.js";
import { command, folderWith, inkstone } from "./inkstone.js";

const bad = { "a.md": "---\ntitle: [\n---\ntext" };

test("--version prints the package's version", async () => {
	const { version } = JSON.parse(
		readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
	);
	assert.deepEqual(await inkstone(["--version"]), {
		status: 0,
		stdout: `${version}\n`,
		stderr: "",
	});
});

test("every subcommand that the help names has a help of its own, with an example", async () => {
	const { status, stdout } = await inkstone(["--help"]);
	assert.equal(status, 0);
	const names = Array.from(
		stdout.matchAll(/^ {2}(\w+) \[options\]/gm),
		(match) => match[1] ?? "",
	);
	assert(names.includes("index") && names.includes("merge"));
	for (const name of names) {
		const help = await inkstone([name, "--help"]);
		assert.equal(help.status, 0);
		assert.match(help.stdout, new RegExp(`Example[^]*inkstone ${name} `), name);
	}
});

test("without a subcommand the help is printed as an error", async () => {
	const { status, stdout, stderr } = await inkstone([]);
	assert.equal(status, 2);
	assert.equal(stdout, "");
	assert.match(stderr, /^Usage: inkstone/);
});

for (const [parameters, message] of /** @type {const} */ ([
	[["indx"], /unknown command 'indx'\n\(Did you mean index\?\)/],
	[
		["index", "--treads", "2"],
		/unknown option '--treads'\n\(Did you mean --threads\?\)/,
	],
	[["index", "--threads", "many"], /'many' is invalid\. It is a whole number/],
	[
		["index", "--shard", "3/2"],
		/'3\/2' is invalid\. It is a number and how many/,
	],
	[
		["index", "--now", "2025-02-30x"],
		/'2025-02-30x' is invalid\. It is a date/,
	],
	[["index", "a", "b"], /too many arguments/],
	[["merge", "a"], /required option '-o, --out <dir>'/],
])) {
	test(`wrong usage is status 2, and the message helps: ${parameters.join(" ")}`, async () => {
		const { status, stdout, stderr } = await inkstone([...parameters]);
		assert.equal(status, 2);
		assert.equal(stdout, "");
		assert.match(stderr, message);
	});
}

test("wrong usage is one document too with --json, of every kind", async () => {
	for (const [parameters, message] of /** @type {const} */ ([
		[["indx"], /unknown command 'indx'/],
		[["index", "--treads"], /unknown option '--treads'/],
		[["render"], /missing required argument/],
		[["render", "--emoji=perhaps", "a.md"], /It is true or false/],
	])) {
		const { status, stdout } = await inkstone([...parameters, "--json"]);
		assert.equal(status, 2);
		assert.match(JSON.parse(stdout).error.message, message);
		assert.doesNotMatch(JSON.parse(stdout).error.message, /^error/);
	}
});

test("what cannot be read is status 3, with --json as one document too", async () => {
	const folder = folderWith();
	for (const parameters of [["missing"], [".", "--config", "missing.yaml"]]) {
		const { status, stdout, stderr } = await inkstone(
			["index", ...parameters, "--json"],
			{ cwd: folder },
		);
		assert.equal(status, 3);
		assert.match(stderr, /^error: Cannot read .*missing.*: it does not exist/);
		assert.match(JSON.parse(stdout).error.message, /it does not exist/);
	}
});

test("problems in articles are status 1, and are printed as compilers do", async () => {
	const folder = folderWith({ ...bad, "b.md": article({ title: "B" }) });
	const { status, stdout, stderr } = await inkstone(["index"], { cwd: folder });
	assert.equal(status, 1);
	assert.equal(stdout, "");
	assert.match(stderr, /^a\.md:2:8: error front-matter-syntax: .+$/m);
});

test("--json prints one document on standard output and nothing on standard error", async () => {
	const { status, stderr, report } = await index(folderWith(bad));
	assert.equal(status, 1);
	assert.equal(stderr, "");
	const [{ file, line, column, severity, code }] = report.diagnostics;
	assert.deepEqual(
		{ file, line, column, severity, code },
		{
			file: "a.md",
			line: 2,
			column: 8,
			severity: "error",
			code: "front-matter-syntax",
		},
	);
	assert.deepEqual(report.counts, { errors: 1, warnings: 0, infos: 0 });
});

test("--quiet prints errors and nothing else", async () => {
	const folder = folderWith({ ...bad, "c.md": "\xff[^1]" });
	const { stderr } = await inkstone(["index", "--quiet"], { cwd: folder });
	assert.match(stderr, /^a\.md:2:8: error front-matter-syntax: .+\n$/);
});

for (const [what, env, parameters, colored] of /** @type {const} */ ([
	["nothing, as it is no terminal", {}, [], false],
	["FORCE_COLOR=1", { FORCE_COLOR: "1" }, [], true],
	["FORCE_COLOR=0", { FORCE_COLOR: "0" }, [], false],
	[
		"NO_COLOR=1 before FORCE_COLOR",
		{ NO_COLOR: "1", FORCE_COLOR: "1" },
		[],
		false,
	],
	["--color before NO_COLOR", { NO_COLOR: "1" }, ["--color"], true],
	[
		"--no-color before FORCE_COLOR",
		{ FORCE_COLOR: "1" },
		["--no-color"],
		false,
	],
])) {
	test(`colours follow ${what}`, () => {
		const { NO_COLOR, FORCE_COLOR, ...rest } = process.env;
		const { stderr } = spawnSync(
			process.execPath,
			[command, "index", ...parameters],
			{ cwd: folderWith(bad), env: { ...rest, ...env }, encoding: "utf8" },
		);
		assert.equal(stderr.includes("\x1b["), colored);
	});
}

test("what a file's name holds commands no terminal", async () => {
	const folder = folderWith({ "\x1b[31mred\n.md": bad["a.md"] });
	const { stderr } = await inkstone(["index"], { cwd: folder });
	assert.match(stderr, /^\\u001b\[31mred\\u000a\.md:2:8: error/m);
});

test("a reader that goes away is no error", () => {
	const { status, stderr } = spawnSync(
		"bash",
		[
			"-c",
			`"$0" "$1" --help | head -c 1 >/dev/null; exit \${PIPESTATUS[0]}`,
			process.execPath,
			command,
		],
		{ encoding: "utf8" },
	);
	assert.equal(status, 0);
	assert.equal(stderr, "");
});
