// @ts-check
// Protects: a newcomer whose machine lacks something is told exactly what to do.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
	missingPackages,
	setUpDebianPackages,
} from "../../../tools/setup/debian.js";
import { Problem } from "../../../tools/steps.js";
import { fakeCommands, platform, readableSteps } from "../stand-ins.js";

const everything = { wasm: true, native: true, browser: true, lint: true };

/** @param {...string} commands that are missing */
const without = (...commands) => ({
	findCommand: (/** @type {string} */ name) =>
		commands.includes(name) ? undefined : `/usr/bin/${name}`,
	hasFile: () => true,
});

test("a missing compiler and no root gives the exact command", async () => {
	const { steps } = readableSteps();
	const machine = platform({
		...without("g++", "cmake"),
		isRoot: false,
		hasApt: true,
	});
	await assert.rejects(
		setUpDebianPackages(steps, machine, { native: true }),
		(error) => {
			assert.ok(error instanceof Problem);
			assert.match(
				error.message,
				/\n {2}sudo apt-get update && sudo apt-get install --yes --no-install-recommends cmake g\+\+$/,
			);
			return true;
		},
	);
});

test("on a system without apt the missing packages are named", async () => {
	const { steps } = readableSteps();
	const machine = platform({
		...without("ninja"),
		isRoot: true,
		hasApt: false,
	});
	await assert.rejects(
		setUpDebianPackages(steps, machine, everything),
		/missing here: ninja-build\./,
	);
});

test("only what is needed is looked for", () => {
	const bare = {
		...platform(),
		findCommand: () => undefined,
		hasFile: () => false,
	};
	assert.deepEqual(missingPackages(bare, { wasm: true }), [
		"cmake",
		"ninja-build",
		"python3",
	]);
	assert.deepEqual(missingPackages(bare, { browser: true }), [
		"chromium",
		"firefox-esr",
		"webkit2gtk-driver",
		"xvfb",
		"fonts-noto-cjk",
	]);
	assert.deepEqual(missingPackages(bare, {}), []);
});

test("where nothing is missing, apt is not touched", async () => {
	const { steps, printed } = readableSteps();
	await setUpDebianPackages(
		steps,
		platform({ ...without(), environment: { PATH: "" } }),
		everything,
	);
	assert.equal(printed(), "· Debian packages (nothing to do)\n");
});

test("root has the missing packages installed, without a question", async () => {
	const { steps } = readableSteps();
	const folder = fakeCommands({
		"apt-get": 'echo "$DEBIAN_FRONTEND $*" >> "$(dirname "$0")/calls"',
	});
	const machine = platform({
		...without("clang-tidy"),
		isRoot: true,
		hasApt: true,
		environment: { PATH: `${folder}:/usr/bin:/bin` },
	});
	await setUpDebianPackages(steps, machine, everything);
	assert.equal(
		readFileSync(`${folder}/calls`, "utf8"),
		"noninteractive update\nnoninteractive -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends clang-tidy\n",
	);
});

test("without network the packages that could not be fetched are named", async () => {
	const { steps } = readableSteps();
	const folder = fakeCommands({
		"apt-get": "echo \"E: Could not resolve 'archive'\" >&2; exit 100",
	});
	const machine = platform({
		...without("clang-tidy"),
		isRoot: true,
		hasApt: true,
		environment: { PATH: `${folder}:/usr/bin:/bin` },
	});
	await assert.rejects(
		setUpDebianPackages(steps, machine, everything),
		/Could not install clang-tidy: there is no network, or the Debian archive cannot be reached/,
	);
});
