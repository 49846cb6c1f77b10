// @ts-check
// The one place of set-up: puts everything in place that a fresh clone on a bare machine lacks, and nothing twice.
// It runs before `npm ci`, so it uses Node's own modules alone.

import { join } from "node:path";
import { projectFolder } from "./paths.js";
import { setUpBoost } from "./setup/boost.js";
import { setUpDebianPackages } from "./setup/debian.js";
import { setUpEmscripten, setUpSystemLibraries } from "./setup/emscripten.js";
import { setUpPackages } from "./setup/packages.js";
import { describePlatform } from "./setup/platform.js";
import { setUpSources } from "./setup/sources.js";
import { isScript, main, Steps } from "./steps.js";
import { libraries, specifications } from "./versions.js";

/**
 * Puts in place what the caller is going to need.
 * @param {import("./setup/debian.js").Needs} needs
 * @param {Steps} steps
 * @throws {import("./steps.js").Problem} that says what is missing and what to do
 */
export async function setup(needs, steps = new Steps()) {
	const platform = describePlatform();
	await setUpDebianPackages(steps, platform, needs);
	await setUpPackages(steps, platform, projectFolder);
	if (needs.bench) {
		// Apart, because only those who compare want what it is compared with.
		const folder = join(projectFolder, "tests", "bench");
		await setUpPackages(
			steps,
			platform,
			folder,
			"npm packages to compare with",
		);
	}
	if (needs.wasm || needs.native) {
		await setUpSources(steps, platform, libraries, "left to CMake");
	}
	if (needs.specifications) {
		await setUpSources(steps, platform, specifications, "not tested against");
	}
	if (needs.wasm) {
		const emscripten = await setUpEmscripten(steps, platform);
		await setUpBoost(steps, platform);
		await setUpSystemLibraries(steps, platform, emscripten);
	}
}

if (isScript(import.meta.url)) {
	await main(() =>
		setup({ wasm: true, native: true, browser: true, lint: true }),
	);
}
