// @ts-check
// Protects: clones share one cache, and it lies where the machine's owner wants it.

import assert from "node:assert/strict";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { cacheFolder } from "../../tools/paths.js";

test("the cache is in the home folder", () => {
	assert.equal(cacheFolder({}), join(homedir(), ".cache", "inkstone"));
});

test("XDG_CACHE_HOME moves the cache, if it is an absolute path", () => {
	assert.equal(
		cacheFolder({ XDG_CACHE_HOME: "/elsewhere" }),
		"/elsewhere/inkstone",
	);
	assert.equal(
		cacheFolder({ XDG_CACHE_HOME: "elsewhere" }),
		join(homedir(), ".cache", "inkstone"),
	);
});
