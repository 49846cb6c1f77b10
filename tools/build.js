// @ts-check
// Builds the core as WebAssembly and the npm package around it; the other commands build with what is exported here.

import { join } from "node:path";
import { projectFolder } from "./paths.js";
import { setup } from "./setup.js";
import { isScript, main, Steps } from "./steps.js";

/**
 * Configures and compiles one of the presets of CMakePresets.json into `build/<preset>/`.
 * @param {Steps} steps
 * @param {"native" | "sanitize" | "wasm" | "fuzz"} preset
 * @param {string} [target] the only thing to compile; everything, tests too, if not given
 * @throws {import("./steps.js").Problem}
 */
export async function buildPreset(steps, preset, target) {
	await configurePreset(steps, preset);
	const only = target ? ["--target", target] : [];
	await steps.step(`${preset}: compile`, (run) =>
		run("cmake", ["--build", "--preset", preset, ...only], {
			folder: projectFolder,
		}),
	);
}

/**
 * Configures one of the presets, which also writes its `compile_commands.json`.
 * @param {Steps} steps
 * @param {"native" | "sanitize" | "wasm" | "fuzz"} preset
 * @throws {import("./steps.js").Problem}
 */
export async function configurePreset(steps, preset) {
	await steps.step(`${preset}: configure`, (run) =>
		run("cmake", ["--preset", preset], { folder: projectFolder }),
	);
}

/**
 * Builds the core as WebAssembly, and from it and `web/` the npm package in `dist/`, and shows its sizes.
 * @param {Steps} steps
 * @throws {import("./steps.js").Problem}
 */
export async function buildPackage(steps) {
	await buildPreset(steps, "wasm", "core");
	const sizes = await steps.step("package", (run) =>
		run(process.execPath, [join("web", "build.js")], { folder: projectFolder }),
	);
	steps.output.write(sizes.replace(/^(?=.)/gm, "    "));
}

if (isScript(import.meta.url)) {
	await main(async () => {
		const steps = new Steps();
		await setup({ wasm: true }, steps);
		await buildPackage(steps);
	});
}
