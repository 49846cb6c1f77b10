// @ts-check
// Lays all sources out as `npm run lint` wants them.

import { join } from "node:path";
import { filesWith, npmCommand } from "./lint.js";
import { projectFolder } from "./paths.js";
import { setup } from "./setup.js";
import { main, Steps } from "./steps.js";

await main(async () => {
	const steps = new Steps();
	const folder = projectFolder;
	await setup({ lint: true }, steps);
	await steps.step("C++", (run) =>
		run(
			"clang-format",
			[
				"-i",
				...filesWith(/\.(h|cpp)$/, ["core", "wasm", join("tests", "core")]),
			],
			{ folder },
		),
	);
	await steps.step("JavaScript, TypeScript, CSS, JSON", (run) =>
		run(
			process.execPath,
			[npmCommand("@biomejs/biome/bin/biome"), "check", "--write"],
			{ folder },
		),
	);
});
