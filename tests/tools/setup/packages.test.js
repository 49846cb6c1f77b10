// @ts-check
// Protects: the npm packages are those of the lock file, and are not installed twice.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setUpPackages } from "../../../tools/setup/packages.js";
import {
	fakeCommands,
	platform,
	readableSteps,
	temporaryFolder,
	writeFiles,
} from "../stand-ins.js";

/** @param {string} script what stands in for npm */
function machineWithNpm(script) {
	return platform({
		environment: { PATH: `${fakeCommands({ npm: script })}:/usr/bin:/bin` },
	});
}

test("npm runs once for each lock file", async () => {
	const folder = temporaryFolder();
	writeFiles(folder, { "package-lock.json": "{}" });
	const machine = machineWithNpm('mkdir -p node_modules; echo "$1" >> calls');
	const calls = () => readFileSync(join(folder, "calls"), "utf8");
	const { steps, printed } = readableSteps();

	await setUpPackages(steps, machine, folder);
	await setUpPackages(steps, machine, folder);
	assert.equal(calls(), "ci\n");
	assert.match(printed(), /\n· npm packages \(nothing to do\)\n$/);

	writeFileSync(join(folder, "package-lock.json"), "{ }");
	await setUpPackages(steps, machine, folder);
	assert.equal(calls(), "ci\nci\n");
});

test("packages that npm could not install are not taken for installed", async () => {
	const folder = temporaryFolder();
	writeFiles(folder, { "package-lock.json": "{}" });
	const { steps } = readableSteps();
	await assert.rejects(
		setUpPackages(
			steps,
			machineWithNpm("mkdir -p node_modules; exit 1"),
			folder,
		),
		/exit code 1/,
	);
	await setUpPackages(steps, machineWithNpm("touch node_modules/done"), folder);
	assert.ok(readFileSync(join(folder, "node_modules", "done")));
});

test("without network npm's failure is told in few words", async () => {
	const folder = temporaryFolder();
	writeFiles(folder, { "package-lock.json": "{}" });
	const { steps } = readableSteps();
	const machine = machineWithNpm('echo "npm error code EAI_AGAIN"; exit 1');
	await assert.rejects(
		setUpPackages(steps, machine, folder),
		/npm packages could not be fetched: there is no network/,
	);
});
