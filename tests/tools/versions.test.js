// @ts-check
// Protects: an Emscripten that is already there is taken exactly when it will do.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { emscriptenVersion, willDo } from "../../tools/versions.js";

for (const [version, expected] of /** @type {const} */ ([
	["6.0.5", true],
	["6.0.10", true],
	["6.1.0", true],
	["6.0.5+dfsg+~1.41.5-2", true],
	["6.0.4", false],
	["5.9.9", false],
	["7.0.0", false],
	["16.0.5", false],
	["", false],
])) {
	test(`${version || "no version"} ${expected ? "will do" : "will not do"} where 6.0.5 is wanted`, () => {
		assert.equal(willDo(version, "6.0.5"), expected);
	});
}

test("CMake's toolchain wants the same Emscripten as the set-up", () => {
	const toolchain = readFileSync(
		new URL("../../cmake/emscripten.cmake", import.meta.url),
		"utf8",
	);
	assert.equal(
		toolchain.match(/wanted (\d+\.\d+\.\d+)\)/)?.[1],
		emscriptenVersion,
	);
});
