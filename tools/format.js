// @ts-check
// Lays all sources out as `npm run lint` wants them.

import { biome, cppFiles } from "./lint.js";
import { projectFolder } from "./paths.js";
import { setup } from "./setup.js";
import { main, Steps } from "./steps.js";

await main(async () => {
	const steps = new Steps();
	const folder = projectFolder;
	await setup({ lint: true }, steps);
	await steps.step("C++", (run) =>
		run("clang-format", ["-i", ...cppFiles()], { folder }),
	);
	await steps.step("JavaScript, TypeScript, CSS, JSON", (run) =>
		run(process.execPath, [biome, "check", "--write"], { folder }),
	);
});
