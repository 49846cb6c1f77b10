// @ts-check
// Where things are: what the clone holds, and what all clones on this machine share.

import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of the clone, without a slash at its end. */
export const projectFolder = fileURLToPath(
	new URL("..", import.meta.url),
).replace(/[/\\]$/, "");

/** Holds a log for each step. */
export const logFolder = join(projectFolder, "build", "logs");

/**
 * The folder that all clones share; `npm run clean` leaves it alone. It need not exist.
 * @param {Record<string, string | undefined>} environment
 * @returns {string} an absolute path
 */
export function cacheFolder(environment = process.env) {
	const base = environment.XDG_CACHE_HOME;
	return join(
		base && isAbsolute(base) ? base : join(homedir(), ".cache"),
		"inkstone",
	);
}
