// @ts-check
// The facts about this machine, gathered once and passed on, so that tests can describe other machines.

import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { cacheFolder } from "../paths.js";
import { debianArchive } from "./archive.js";

/**
 * @typedef {object} Platform
 * @property {Record<string, string | undefined>} environment
 * @property {string} cache the folder that all clones share
 * @property {boolean} isRoot
 * @property {boolean} hasApt whether packages are installed with apt
 * @property {import("./archive.js").SourceFile | undefined} archive the Debian archive of this machine, if it has one
 * @property {string} processor as Node.js calls it
 * @property {(name: string) => string | undefined} findCommand the path of a command
 * @property {(path: string) => boolean} hasFile
 */

/**
 * Describes this machine.
 * @param {Record<string, string | undefined>} environment
 * @returns {Platform}
 */
export function describePlatform(environment = process.env) {
	const findCommand = (/** @type {string} */ name) =>
		(environment.PATH ?? "")
			.split(delimiter)
			.filter(Boolean)
			.map((folder) => join(folder, name))
			.find(isExecutable);
	return {
		environment,
		cache: cacheFolder(environment),
		isRoot: process.getuid?.() === 0,
		hasApt: findCommand("apt-get") !== undefined,
		archive: debianArchive(),
		processor: process.arch,
		findCommand,
		hasFile: existsSync,
	};
}

/** @param {string} path */
function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
