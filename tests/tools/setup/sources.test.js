// @ts-check
// Protects: only sources with the expected SHA-256 are built, and half of them is never taken for all.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { NotInArchive } from "../../../tools/setup/archive.js";
import {
	setUpSources,
	sourceFolder,
	unpackSource,
} from "../../../tools/setup/sources.js";
import { Problem } from "../../../tools/steps.js";
import {
	fakeCommands,
	platform,
	readableSteps,
	temporaryFolder,
	writeFiles,
} from "../stand-ins.js";

/** A tarball of a library, as it lies in a folder after the download. */
function downloaded() {
	const downloads = temporaryFolder();
	writeFiles(downloads, { "ink-1.0/src/ink.c": "int ink;\n" });
	execFileSync(
		"cmake",
		["-E", "tar", "czf", "ink_1.0.orig.tar.gz", "ink-1.0"],
		{ cwd: downloads },
	);
	const sha256 = createHash("sha256")
		.update(readFileSync(join(downloads, "ink_1.0.orig.tar.gz")))
		.digest("hex");
	return {
		downloads,
		library: {
			name: "ink",
			version: "1.0",
			suite: "forky",
			tarball: "ink_1.0.orig.tar.gz",
			sha256,
		},
	};
}

/** @type {import("../../../tools/steps.js").Run} */
const run = async (command, parameters, options) =>
	execFileSync(command, parameters, { cwd: options?.folder, encoding: "utf8" });

test("a tarball is unpacked without the folder at its top", async () => {
	const { downloads, library } = downloaded();
	const target = sourceFolder(temporaryFolder(), library);
	await unpackSource(run, downloads, library, target);
	assert.equal(
		readFileSync(join(target, "src", "ink.c"), "utf8"),
		"int ink;\n",
	);
});

test("a tarball with another SHA-256 is refused, and both are told", async () => {
	const { downloads, library } = downloaded();
	const target = sourceFolder(temporaryFolder(), library);
	const expected = "0".repeat(64);
	await assert.rejects(
		unpackSource(run, downloads, { ...library, sha256: expected }, target),
		(error) => {
			assert.ok(error instanceof Problem && !(error instanceof NotInArchive));
			assert.ok(
				error.message.includes(expected) &&
					error.message.includes(library.sha256),
			);
			return true;
		},
	);
	assert.ok(!existsSync(target));
});

test("an archive that has moved on to another version does not have it", async () => {
	const { downloads, library } = downloaded();
	const other = { ...library, tarball: "ink_1.1.orig.tar.gz" };
	await assert.rejects(
		unpackSource(run, downloads, other, temporaryFolder()),
		NotInArchive,
	);
});

test("sources that are there are not fetched again", async () => {
	const { steps, printed } = readableSteps();
	const machine = platform({ archive: undefined });
	const { library } = downloaded();
	writeFiles(sourceFolder(machine.cache, library), { "src/ink.c": "" });
	await setUpSources(steps, machine, [library], "left out");
	assert.equal(printed(), "· sources of ink 1.0 (nothing to do)\n");
});

test("a machine that is not Debian's does without the sources, and says what becomes of them", async () => {
	const { steps, printed } = readableSteps();
	await setUpSources(
		steps,
		platform({ archive: undefined }),
		[downloaded().library],
		"left to CMake",
	);
	assert.equal(
		printed(),
		"· sources of ink 1.0 (left to CMake, this is not Debian)\n",
	);
});

test("an archive that cannot be reached is no failure, and what becomes of the sources is told", async () => {
	const { steps, printed } = readableSteps();
	const archive = /** @type {const} */ ({
		format: "one-line",
		text: "deb file:/no/such/archive bookworm main\n",
	});
	await setUpSources(
		steps,
		platform({ archive }),
		[downloaded().library],
		"not tested against",
	);
	assert.match(
		printed(),
		/^· sources of ink 1\.0 \(not tested against: .+\)\n$/,
	);
});

test("a source of which other parts are gone gives the tarball that is wanted", async () => {
	const { steps, printed } = readableSteps();
	const { downloads, library } = downloaded();
	const folder = fakeCommands({
		"apt-get": `case "$*" in *--download-only*) cp "${join(downloads, library.tarball)}" .; exit 100;; esac`,
	});
	const path = process.env.PATH;
	process.env.PATH = `${folder}:${path}`;
	try {
		const machine = platform({
			archive: {
				format: "one-line",
				text: "deb http://archive.test/debian bookworm main\n",
			},
		});
		await setUpSources(steps, machine, [library], "left out");
		assert.match(printed(), /^✓ sources of ink 1\.0/);
		assert.ok(existsSync(sourceFolder(machine.cache, library)));
	} finally {
		process.env.PATH = path;
	}
});
