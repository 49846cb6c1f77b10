// @ts-check
// Compiles small TypeScript modules that say what types must hold: contracts between the core's tables and the
// declarations of the package.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Fails unless a module compiles, with what the built package declares.
 * @param {string} source TypeScript
 */
export function compile(source) {
	const folder = mkdtempSync(join(tmpdir(), "inkstone-"));
	try {
		const file = join(folder, "contract.mts");
		writeFileSync(file, source);
		const tsc = fileURLToPath(
			new URL("../../node_modules/typescript/bin/tsc", import.meta.url),
		);
		const options = [
			"--noEmit",
			"--strict",
			"--target",
			"es2022",
			"--module",
			"nodenext",
			"--ignoreConfig",
		];
		execFileSync(process.execPath, [tsc, ...options, file], {
			encoding: "utf8",
		});
	} catch (error) {
		assert.fail(
			/** @type {{ stdout?: string }} */ (error).stdout || String(error),
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
