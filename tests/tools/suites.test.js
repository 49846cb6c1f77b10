// @ts-check
// Protects: one failure hides no other, and no suite is left out by a slip of the pen.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Problem } from "../../tools/steps.js";
import { needsOf, pick, runAll } from "../../tools/suites.js";
import { readableSteps } from "./stand-ins.js";

/** @type {Record<string, import("../../tools/suites.js").Suite>} */
const suites = {
	good: { about: "passes", needs: { wasm: true }, run: async () => "3 tests" },
	bad: {
		about: "fails",
		needs: { native: true },
		run: async () => {
			throw new Problem("It broke.");
		},
	},
	late: { about: "passes", needs: { wasm: true }, run: async () => "1 test" },
};

test("suites after a failed one still run, and the table at the end names them all", async () => {
	const { steps, printed } = readableSteps();
	await assert.rejects(runAll(steps, suites), { message: "Failed: bad." });
	assert.match(
		printed(),
		/\n✓ good +\d\.\d s {3}3 tests\n✗ bad +\d\.\d s {3}It broke\.\n✓ late +\d\.\d s {3}1 test\n$/,
	);
});

test("without names all suites are picked, with names only those", () => {
	assert.deepEqual(Object.keys(pick(suites, [])), ["good", "bad", "late"]);
	assert.deepEqual(Object.keys(pick(suites, ["late", "good"])), [
		"good",
		"late",
	]);
});

test("what is set up is what the picked suites need", () => {
	assert.deepEqual(needsOf(suites), { wasm: true, native: true });
	assert.deepEqual(needsOf(pick(suites, ["good"])), { wasm: true });
});

for (const command of ["test", "lint"]) {
	const script = fileURLToPath(
		new URL(`../../tools/${command}.js`, import.meta.url),
	);

	test(`${command}: an unknown suite is an error that lists the known ones`, () => {
		const { status, stderr } = spawnSync(
			process.execPath,
			[script, "nonsense"],
			{ encoding: "utf8" },
		);
		assert.equal(status, 1);
		assert.match(
			stderr,
			/^\nThere is no suite nonsense\. The suites are: \w.*\.\n$/,
		);
	});

	test(`${command}: --help lists the suites and runs none`, () => {
		const { status, stdout } = spawnSync(process.execPath, [script, "--help"], {
			encoding: "utf8",
		});
		assert.equal(status, 0);
		assert.match(stdout, /^npm .*\n\n.*:\n\n( {2}[\w-]+ {3,}\S.*\n)+$/);
	});
}
