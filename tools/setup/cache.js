// @ts-check
// The cache is shared between clones that may be set up at the same time: one of them writes, the others wait.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Does something while no other set-up on this machine writes to the cache. The lock is the kernel's own, so that
 * nothing is left locked by a set-up that was killed.
 * @template Result
 * @param {string} cache the folder of the cache; made if it is not there
 * @param {(temporary: string) => Promise<Result>} work takes an empty folder in the cache that goes away afterwards
 * @returns {Promise<Result>}
 */
export async function changingCache(cache, work) {
	mkdirSync(cache, { recursive: true });
	// `cat` holds the lock until its standard input is closed, which the end of this process does in any case.
	const holder = spawn(
		"flock",
		[join(cache, "lock"), "sh", "-c", "echo locked; cat"],
		{
			stdio: ["pipe", "pipe", "inherit"],
		},
	);
	await once(holder, "spawn");
	await once(holder.stdout, "data");
	const prefix = "temporary-";
	for (const leftover of readdirSync(cache).filter((name) =>
		name.startsWith(prefix),
	)) {
		rmSync(join(cache, leftover), { recursive: true, force: true });
	}
	const temporary = mkdtempSync(join(cache, prefix));
	try {
		return await work(temporary);
	} finally {
		rmSync(temporary, { recursive: true, force: true });
		holder.stdin.end();
		await once(holder, "close");
	}
}
