// @ts-check
// Protects: other Debian releases come from the archive that the machine already uses, however its list is
// written, and never from a third party's.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
	aptTrouble,
	debianArchive,
	deriveSources,
} from "../../../tools/setup/archive.js";
import { temporaryFolder, writeFiles } from "../stand-ins.js";

const release = 'PRETTY_NAME="Debian"\nID=debian\n';

const deb822 = `# The machine's own.
Types: deb deb-src
URIs: http://security.example/debian-security
Suites: bookworm-security
Components: main

Types: deb
Enabled: no
URIs: http://disabled.example/debian
Suites: bookworm
Components: main

Types: deb
# a remark between the fields
URIs: http://archive.example/debian
Suites: bookworm bookworm-updates
Components: main contrib non-free
Signed-By: /usr/share/keyrings/key.gpg
`;

const oneLine = `# deb http://old.example/debian buster main
deb-src http://archive.example/debian bookworm main
deb cdrom:[Debian]/ bookworm main
deb http://security.example/debian-security bookworm-security main
deb http://archive.example/debian bookworm-updates main
deb [signed-by=/usr/share/keyrings/key.gpg arch=amd64] http://archive.example/debian bookworm main contrib # mine
`;

test("deb822: the archive's own paragraph is taken, with the key that it names", () => {
	assert.deepEqual(
		deriveSources({ format: "deb822", text: deb822 }, "deb-src", [
			"trixie",
			"forky",
		]),
		{
			format: "deb822",
			text: `Types: deb-src
URIs: http://archive.example/debian
Suites: trixie forky
Components: main
Signed-By: /usr/share/keyrings/key.gpg
`,
		},
	);
});

test("one line: the archive's own line is taken, with its options", () => {
	assert.deepEqual(
		deriveSources({ format: "one-line", text: oneLine }, "deb-src", [
			"trixie",
			"forky",
		]),
		{
			format: "one-line",
			text: `deb-src [signed-by=/usr/share/keyrings/key.gpg arch=amd64] http://archive.example/debian trixie main
deb-src [signed-by=/usr/share/keyrings/key.gpg arch=amd64] http://archive.example/debian forky main
`,
		},
	);
});

test("a line without options works as well", () => {
	const source = /** @type {const} */ ({
		format: "one-line",
		text: "deb mirror+file:/etc/apt/mirrors bookworm main\n",
	});
	assert.equal(
		deriveSources(source, "deb", ["forky"])?.text,
		"deb mirror+file:/etc/apt/mirrors forky main\n",
	);
});

test("a list with nothing but security has no archive", () => {
	const text =
		"deb http://security.example/debian-security bookworm-security main\n";
	assert.equal(
		deriveSources({ format: "one-line", text }, "deb", ["forky"]),
		undefined,
	);
});

test("third parties' lists are not looked at", () => {
	const root = temporaryFolder();
	writeFiles(root, {
		"etc/os-release": release,
		"etc/apt/sources.list.d/third-party.list":
			"deb http://third-party.example/debian bookworm main\n",
	});
	assert.equal(debianArchive(root), undefined);
});

test("an empty sources.list beside debian.sources does no harm", () => {
	const root = temporaryFolder();
	writeFiles(root, {
		"etc/os-release": release,
		"etc/apt/sources.list": "# moved to debian.sources\n",
		"etc/apt/sources.list.d/debian.sources": deb822,
	});
	assert.equal(debianArchive(root)?.format, "deb822");
});

test("sources.list is used where there is no debian.sources", () => {
	const root = temporaryFolder();
	writeFiles(root, {
		"etc/os-release": release,
		"etc/apt/sources.list": oneLine,
	});
	assert.equal(debianArchive(root)?.format, "one-line");
});

test("a system that is not Debian's has no Debian archive", () => {
	const root = temporaryFolder();
	assert.equal(debianArchive(root), undefined);
	writeFiles(root, {
		"etc/os-release": "ID=ubuntu\nID_LIKE=debian\n",
		"etc/apt/sources.list": oneLine,
	});
	assert.equal(debianArchive(root), undefined);
});

test("apt's trouble is told in few words", () => {
	assert.match(
		aptTrouble("Err:1 …\n  Temporary failure resolving 'archive.example'\n") ??
			"",
		/no network/,
	);
	assert.equal(
		aptTrouble("Reading…\nE: Unable to locate package ink\n"),
		"Unable to locate package ink",
	);
	assert.equal(aptTrouble("nothing that it could be told by"), undefined);
});
