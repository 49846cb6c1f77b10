// @ts-check
// Protects: the newest Boost is found by number, not by letter.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NotInArchive } from "../../../tools/setup/archive.js";
import { newestBoost } from "../../../tools/setup/boost.js";

test("1.100 is newer than 1.92", () => {
	const names = [
		"libboost1.92-dev",
		"libboost1.100-dev",
		"libboost1.92-doc",
		"libboost1.101-tools-dev",
	];
	assert.equal(newestBoost(names), "libboost1.100-dev");
});

test("an archive without Boost is told from one with it", () => {
	assert.throws(() => newestBoost(["libboost1.92-doc"]), NotInArchive);
});
