// @ts-check
// What the tests of `npx inkstone` share: the command as a shell starts it, and folders for its files.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

export const dist = fileURLToPath(new URL("../../dist", import.meta.url));
export const command = fileURLToPath(
	new URL("../../bin/inkstone.js", import.meta.url),
);

/**
 * Runs the command to its end.
 * @param {string[]} parameters
 * @param {{ cwd?: string, input?: string | Buffer }} [options]
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string }>}
 */
export function inkstone(parameters, { cwd, input = "" } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [command, ...parameters], {
			cwd,
			env: { ...process.env, NO_COLOR: "1" },
		});
		/** @type {Buffer[]} */
		const stdout = [];
		/** @type {Buffer[]} */
		const stderr = [];
		child.stdout.on("data", (chunk) => stdout.push(chunk));
		child.stderr.on("data", (chunk) => stderr.push(chunk));
		child.on("error", reject);
		child.on("close", (status) =>
			resolve({
				status,
				stdout: Buffer.concat(stdout).toString(),
				stderr: Buffer.concat(stderr).toString(),
			}),
		);
		child.stdin.end(input);
	});
}

/**
 * Makes a folder with files, which is removed after the tests of the file.
 * @param {Record<string, string | Buffer>} [files] by their paths
 * @returns its path
 */
export function folderWith(files = {}) {
	const folder = mkdtempSync(join(tmpdir(), "inkstone-"));
	after(() => rmSync(folder, { recursive: true, force: true }));
	put(folder, files);
	return folder;
}

/**
 * Writes files.
 * @param {string} folder
 * @param {Record<string, string | Buffer>} files by their paths in it
 */
export function put(folder, files) {
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
}
