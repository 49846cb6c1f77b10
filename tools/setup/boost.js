// @ts-check
// Boost's headers for the core's tests in WebAssembly: a machine's own may be older than Emscripten's C++ library.

import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../steps.js";
import { emscriptenSuite } from "../versions.js";
import { NotInArchive, PrivateApt } from "./archive.js";
import { changingCache } from "./cache.js";

/**
 * Puts Boost's headers into the cache as `boost/boost/`.
 * @param {import("../steps.js").Steps} steps
 * @param {import("./platform.js").Platform} platform
 * @throws {Problem} if they are missing and cannot be fetched
 */
export async function setUpBoost(steps, platform) {
	const name = "Boost headers";
	const target = join(platform.cache, "boost");
	if (existsSync(target)) {
		return steps.skip(name);
	}
	const { archive } = platform;
	if (!archive) {
		return steps.skip(name, "left to the machine's own, this is not Debian");
	}
	await steps.step(name, (run) =>
		changingCache(platform.cache, async (temporary) => {
			if (existsSync(target)) {
				return;
			}
			try {
				const apt = new PrivateApt(run, temporary);
				await apt.update(archive, "deb", [emscriptenSuite]);
				const unpacked = join(temporary, "unpacked");
				await apt.unpackAlone(
					newestBoost(await apt.packageNames("libboost1.")),
					unpacked,
				);
				renameSync(join(unpacked, "usr", "include"), target);
			} catch (error) {
				if (error instanceof NotInArchive) {
					throw new Problem(
						`Boost's headers could not be fetched: ${error.message}.`,
					);
				}
				throw error;
			}
		}),
	);
}

/**
 * The package with the newest of Boost's headers.
 * @param {string[]} packages for instance `["libboost1.90-dev", "libboost1.92-dev", "libboost1.92-doc"]`
 * @throws {NotInArchive} if there is none
 */
export function newestBoost(packages) {
	const minors = packages
		.flatMap((name) => name.match(/^libboost1\.(\d+)-dev$/)?.[1] ?? [])
		.map(Number);
	if (minors.length === 0) {
		throw new NotInArchive("the Debian archive has none");
	}
	return `libboost1.${Math.max(...minors)}-dev`;
}
