// @ts-check
// Compiles TypeScript that says what types must hold: contracts between the core's tables and the declarations of
// the package.

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
		compileFile(file);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Fails unless a file compiles.
 * @param {string} file its path
 * @param {string[]} [environment] more options of the compiler
 */
export function compileFile(file, environment = []) {
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
	try {
		execFileSync(process.execPath, [tsc, ...options, ...environment, file], {
			encoding: "utf8",
		});
	} catch (error) {
		assert.fail(
			/** @type {{ stdout?: string }} */ (error).stdout || String(error),
		);
	}
}
