// @ts-check
// Protects: `npm start` understands its command line, or says why not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readCommandLine } from "../../tools/start.js";
import { Problem } from "../../tools/steps.js";

test("without a word there is no wish for a port", () => {
	assert.equal(readCommandLine([], {}).port, undefined);
	assert.equal(readCommandLine([], { PORT: "" }).port, undefined);
});

test("the port comes from --port, or else from PORT", () => {
	assert.equal(
		readCommandLine(["--port", "9000"], { PORT: "9001" }).port,
		9000,
	);
	assert.equal(readCommandLine([], { PORT: "9001" }).port, 9001);
});

for (const parameters of [
	["--port", "http"],
	["--port", "65536"],
	["--port"],
	["--prot", "9000"],
	["extra"],
]) {
	test(`\`${parameters.join(" ")}\` is refused`, () => {
		assert.throws(() => readCommandLine(parameters, {}), Problem);
	});
}
