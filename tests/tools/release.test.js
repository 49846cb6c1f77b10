// @ts-check
// Protects: a release changes the version wherever it stands and nothing else, says what is in the way before it changes
// anything, and its dry run changes nothing. The builds are tried by `npm run release -- … --dry-run`.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { projectFolder } from "../../tools/paths.js";
import { withRelease } from "../../tools/release/changelog.js";
import { differences } from "../../tools/release/reproduce.js";
import { nextVersion, withVersion } from "../../tools/release/version.js";
import { makeVersion, publish, readCommandLine } from "../../tools/release.js";
import { Problem } from "../../tools/steps.js";
import { readableSteps, temporaryFolder } from "./stand-ins.js";

// Whoever runs the tests need not have told git who they are.
Object.assign(process.env, {
	GIT_AUTHOR_NAME: "A",
	GIT_AUTHOR_EMAIL: "a@example.org",
	GIT_COMMITTER_NAME: "A",
	GIT_COMMITTER_EMAIL: "a@example.org",
});

const wish = {
	wanted: "minor",
	dryRun: true,
	tested: true,
	withoutBuilds: true,
};

/** What two builds would give. */
const built = async () => ({
	tarball: "",
	hashes: { tarball: "11", "dist/core.wasm": "22" },
});

/**
 * A clone of a small project that is like this one where releases look.
 * @param {string} [entries] what the changelog says of the next release
 */
function project(entries = "### Added\n\n- All of it.\n") {
	const folder = temporaryFolder();
	const files = {
		"package.json": '{\n\t"name": "inkstone",\n\t"version": "0.1.0"\n}\n',
		"CHANGELOG.md": `# Changelog\n\n## [Unreleased]\n\n${entries}`,
		"README.md": "find_package(inkstone 0.1 REQUIRED)\n",
	};
	for (const [name, text] of Object.entries(files)) {
		writeFileSync(join(folder, name), text);
	}
	const git = (/** @type {string[]} */ ...parameters) =>
		execFileSync("git", parameters, { cwd: folder, encoding: "utf8" });
	git("init", "--quiet", "--initial-branch=main");
	git("add", ".");
	git("commit", "--quiet", "--message", "Begin");
	return {
		folder,
		git,
		read: (/** @type {string} */ name) =>
			readFileSync(join(folder, name), "utf8"),
	};
}

test("versions are raised by name or given, and only ever upwards", () => {
	assert.equal(nextVersion("1.2.3", "major", true), "2.0.0");
	assert.equal(nextVersion("1.2.3", "minor", true), "1.3.0");
	assert.equal(nextVersion("1.2.3", "patch", true), "1.2.4");
	assert.equal(nextVersion("1.2.3", "1.10.0-beta.1", true), "1.10.0-beta.1");
	assert.equal(
		nextVersion("1.2.3-beta.9", "1.2.3-beta.10", true),
		"1.2.3-beta.10",
	);
	assert.equal(nextVersion("1.2.3-beta.9", "1.2.3", true), "1.2.3");
	// The first one of all has been in the sources from the start.
	assert.equal(nextVersion("0.1.0", "0.1.0", false), "0.1.0");
	for (const wanted of [
		"1.2.3",
		"1.2.2",
		"1.2.3-beta.1",
		"1.2",
		"v2.0.0",
		"",
	]) {
		assert.throws(() => nextVersion("1.2.3", wanted, true), Problem, wanted);
	}
});

test("a version is written where it stands, and not where another's stands", () => {
	const lock = `{ "name": "inkstone", "version": "1.2.3", "packages": { "": { "name": "inkstone", "version": "1.2.3" }, "other": { "version": "1.2.3" } } }`;
	assert.equal(
		withVersion("package-lock.json", lock, "1.2.3", "1.3.0"),
		`{ "name": "inkstone", "version": "1.3.0", "packages": { "": { "name": "inkstone", "version": "1.3.0" }, "other": { "version": "1.2.3" } } }`,
	);
	assert.equal(
		withVersion(
			"examples/with/node/package.json",
			'{ "inkstone": "1.2.3", "other": "1.2.3" }',
			"1.2.3",
			"1.3.0",
		),
		'{ "inkstone": "1.3.0", "other": "1.2.3" }',
	);
	assert.equal(
		withVersion(
			"README.md",
			"find_package(inkstone 1.2 REQUIRED)",
			"1.2.3",
			"1.3.0",
		),
		"find_package(inkstone 1.3 REQUIRED)",
	);
});

test("what is unreleased becomes the version's, and the next has room above it", () => {
	const { text, notes } = withRelease(
		"# Changelog\n\n## [Unreleased]\n\n- New.\n\n## [1.0.0] - 2026-01-01\n\n- Old.\n",
		"1.1.0",
		"2026-11-25",
	);
	assert.equal(
		text,
		"# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2026-11-25\n\n- New.\n\n## [1.0.0] - 2026-01-01\n\n- Old.\n",
	);
	assert.equal(notes, "- New.");
	for (const nothing of [
		"# Changelog\n",
		"## [Unreleased]\n\n### Added\n\n## [1.0.0] - 2026-01-01\n\n- Old.\n",
	]) {
		assert.throws(() => withRelease(nothing, "1.1.0", "2026-11-25"), Problem);
	}
});

test("builds differ in the files that only one of them has, or that are not the same", () => {
	assert.deepEqual(differences({ a: "1", b: "2" }, { a: "1", b: "2" }), []);
	assert.deepEqual(
		differences({ a: "1", b: "2", c: "3" }, { a: "1", b: "0", d: "4" }),
		["b", "c", "d"],
	);
});

test("a release commits the version and the changelog, and tags that with what is new", async () => {
	const { folder, git, read } = project();
	const version = await makeVersion(
		readableSteps().steps,
		{ ...wish, dryRun: false, withoutBuilds: false },
		folder,
		built,
	);
	assert.equal(version, "0.2.0");
	assert.equal(JSON.parse(read("package.json")).version, "0.2.0");
	assert.match(
		read("CHANGELOG.md"),
		/## \[0\.2\.0\] - \d{4}-\d\d-\d\d\n\n### Added/,
	);
	assert.match(read("README.md"), /inkstone 0\.2 /);
	assert.equal(git("status", "--porcelain"), "");
	assert.equal(git("log", "-1", "--format=%s").trim(), "Version 0.2.0");
	assert.equal(git("tag", "--points-at", "HEAD").trim(), "v0.2.0");
	assert.match(git("tag", "-l", "v0.2.0", "--format=%(contents)"), /All of it/);
});

test("a dry run says what it would do, and changes nothing", async () => {
	const { folder, git } = project();
	const before = git("log", "--format=%H");
	const { steps, printed } = readableSteps();
	await makeVersion(steps, wish, folder);
	assert.match(printed(), /CHANGELOG\.md/);
	assert.match(printed(), /- All of it\./);
	assert.match(printed(), /v0\.2\.0 \(dry run\)/);
	assert.equal(git("log", "--format=%H"), before);
	assert.equal(git("status", "--porcelain"), "");
	assert.equal(git("tag", "--list"), "");
});

test("changes that are not committed, a changelog that says nothing and a tag that is there are in the way", async () => {
	const dirty = project();
	writeFileSync(join(dirty.folder, "new.txt"), "");
	const silent = project("");
	const tagged = project();
	tagged.git("tag", "v0.2.0");
	for (const { folder } of [dirty, silent, tagged]) {
		await assert.rejects(
			makeVersion(readableSteps().steps, wish, folder),
			Problem,
		);
	}
});

test("nothing is published but a commit that has its version's tag", async () => {
	const { folder } = project();
	await assert.rejects(
		publish(readableSteps().steps, { dryRun: true }, folder),
		/v0\.1\.0/,
	);
});

test("this project's own version can be raised", async () => {
	const folder = join(temporaryFolder(), "clone");
	execFileSync("git", ["clone", "--quiet", projectFolder, folder]);
	const { steps, printed } = readableSteps();
	await makeVersion(steps, wish, folder);
	for (const place of [
		"package.json",
		"package-lock.json",
		"CHANGELOG.md",
		"README.md",
		"CMakeLists.txt",
	]) {
		assert.match(printed(), new RegExp(` \\S*${place}\\s+\\|`), place);
	}
});

test("a command line that cannot be understood is refused", () => {
	assert.equal(readCommandLine(["--help"]), undefined);
	assert.deepEqual(readCommandLine(["minor", "--dry-run"]), {
		wanted: "minor",
		dryRun: true,
		tested: false,
		withoutBuilds: false,
	});
	for (const parameters of [
		[],
		["minor", "patch"],
		["minor", "--dry"],
		["minor", "--without-builds"],
	]) {
		assert.throws(() => readCommandLine(parameters), Problem);
	}
});
