// @ts-check
// Protects: the installed library is complete. examples/cmake-consumer finds it, links it and runs,
// with nothing of this repository in reach but what `cmake --install` copied.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "inkstone-cmake-"));
after(() => rmSync(folder, { recursive: true }));

/** @param {string[]} args */
const cmake = (...args) =>
	execFileSync("cmake", args, {
		encoding: "utf8",
		stdio: ["ignore", "pipe", "pipe"],
	});

test("another project finds, links and runs the installed library", () => {
	const prefix = join(folder, "prefix");
	const consumer = join(folder, "consumer");
	const build = join(folder, "build");
	cmake("--install", join(root, "build/native"), "--prefix", prefix);
	assert.ok(existsSync(join(prefix, "bin/inkstone")));
	cpSync(join(root, "examples/cmake-consumer"), consumer, { recursive: true });
	cmake(
		"-S",
		consumer,
		"-B",
		build,
		"-G",
		"Ninja",
		`-DCMAKE_PREFIX_PATH=${prefix}`,
	);
	cmake("--build", build);
	const article = join(folder, "article.md");
	writeFileSync(article, "---\ntitle: 甲\n---\n## 一\n### 二\n## 三\n");
	assert.equal(
		execFileSync(join(build, "outline"), [article], { encoding: "utf8" }),
		"甲\n- 一\n  - 二\n- 三\n",
	);
});
