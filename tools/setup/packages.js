// @ts-check
// The npm packages, at exactly the versions of package-lock.json.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandFailed, Problem } from "../steps.js";

/**
 * Installs the npm packages if the ones that are there are not those of the lock file.
 * @param {import("../steps.js").Steps} steps
 * @param {import("./platform.js").Platform} platform
 * @param {string} folder the folder with package-lock.json
 * @param {string} [name] of the step
 * @throws {Problem} if they could not be fetched
 */
export async function setUpPackages(
	steps,
	{ environment },
	folder,
	name = "npm packages",
) {
	const stamp = join(folder, "node_modules", ".inkstone-lock");
	const lock = createHash("sha256")
		.update(readFileSync(join(folder, "package-lock.json")))
		.digest("hex");
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) {
		return steps.skip(name);
	}
	await steps.step(name, async (run) => {
		try {
			await run("npm", ["ci", ...impatience], { folder, environment });
		} catch (error) {
			if (error instanceof CommandFailed && noNetwork.test(error.output)) {
				throw new Problem(
					"The npm packages could not be fetched: there is no network, or npm's registry cannot be reached.",
				);
			}
			throw error;
		}
		writeFileSync(stamp, lock);
	});
}

// By itself npm waits for minutes before it says that there is no network.
const impatience = [
	"--fetch-retry-mintimeout=1000",
	"--fetch-retry-maxtimeout=5000",
];

const noNetwork =
	/\b(ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH)\b/;
