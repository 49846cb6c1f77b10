// @ts-check
// Sets everything up and runs every test of the project, or the suites that are named.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { buildPackage, buildPreset } from "./build.js";
import { projectFolder } from "./paths.js";
import { setup } from "./setup.js";
import { CommandFailed, isScript, Problem } from "./steps.js";
import { runCommand } from "./suites.js";

/** @typedef {import("./steps.js").Steps} Steps */
/** @typedef {import("./suites.js").Suite} Suite */

/** The builds that suites want: each is done once, and where it failed, it has failed for each suite. */
const builds = {
	native: once((steps) => buildPreset(steps, "native")),
	sanitize: once((steps) => buildPreset(steps, "sanitize")),
	wasm: once((steps) => buildPreset(steps, "wasm")),
	package: once(buildPackage),
	bench: once(async (steps) => {
		await buildPreset(steps, "native", "bench");
		await buildPreset(steps, "wasm", "bench");
	}),
};

/** @type {Record<string, Suite>} */
const suites = {
	native: {
		about: "the core, compiled for this machine",
		needs: { native: true },
		run: (steps) => testPreset(steps, "native"),
	},
	sanitize: {
		about: "the same with AddressSanitizer and UndefinedBehaviorSanitizer",
		needs: { native: true },
		run: (steps) => testPreset(steps, "sanitize"),
	},
	wasm: {
		about: "the same as WebAssembly, run by Node.js",
		needs: { wasm: true },
		run: (steps) => testPreset(steps, "wasm"),
	},
	tools: {
		about: "the commands in tools/",
		needs: { native: true },
		run: (steps) => testFolder(steps, "tools", []),
	},
	conformance: {
		about:
			"CommonMark's and GitHub's examples, and that native and WebAssembly give the same bytes",
		needs: { native: true, wasm: true, specifications: true },
		run: (steps) => testFolder(steps, "conformance", ["native", "package"]),
	},
	cli: {
		about: "the native command",
		needs: { native: true, wasm: true },
		run: (steps) => testFolder(steps, "cli", ["native", "package"]),
	},
	"cli-npm": {
		about: "the command of the npm package",
		needs: { wasm: true, browser: true },
		run: (steps) => testFolder(steps, "cli-npm", ["package"]),
	},
	web: {
		about: "the TypeScript shell",
		needs: { wasm: true },
		run: (steps) => testFolder(steps, "web", ["package"]),
	},
	package: {
		about: "what npm and CMake install",
		needs: { native: true, wasm: true },
		run: (steps) => testFolder(steps, "package", ["native", "package"]),
	},
	hosts: {
		about:
			"the package in runtimes, bundlers and pages, by examples/with; INKSTONE_HOSTS=all also in those that take long",
		needs: { wasm: true, browser: true },
		run: (steps) => testFolder(steps, "hosts", ["package"]),
	},
	bench: {
		about:
			"that the benchmarks work, and that the core takes as many instructions as it did",
		needs: {
			native: true,
			wasm: true,
			browser: true,
			bench: true,
			counts: true,
		},
		run: (steps) => testFolder(steps, "bench", ["bench", "package"]),
	},
	browser: {
		about:
			"the pages, in Chromium, Firefox and WebKitGTK; INKSTONE_BROWSERS=chromium leaves out the others",
		needs: { wasm: true, browser: true, specifications: true },
		run: (steps) => testFolder(steps, "browser", ["package"]),
	},
};

/** @param {(steps: Steps) => Promise<void>} build */
function once(build) {
	/** @type {Promise<void> | undefined} */
	let result;
	return (/** @type {Steps} */ steps) => {
		result ??= build(steps);
		return result;
	};
}

/**
 * @param {Steps} steps
 * @param {"native" | "sanitize" | "wasm"} preset
 */
async function testPreset(steps, preset) {
	await builds[preset](steps);
	return await runTests(
		steps,
		preset,
		["ctest", "--preset", preset, "--no-tests=error"],
		(output) => output.match(/^.* tests passed,.*$/m)?.[0] ?? "",
	);
}

/**
 * @param {Steps} steps
 * @param {string} name a folder in tests
 * @param {(keyof typeof builds)[]} wanted the builds that its tests look at
 */
async function testFolder(steps, name, wanted) {
	const files = testFiles(join(projectFolder, "tests", name));
	if (files.length === 0) {
		return "has no tests yet";
	}
	for (const build of wanted) {
		await builds[build](steps);
	}
	return await runTests(
		steps,
		name,
		[process.execPath, "--test", "--test-reporter=spec", ...files],
		(output) =>
			Array.from(
				output.matchAll(/^ℹ (tests|pass|fail|skipped) (\d+)$/gm),
				([, what, count]) => `${what} ${count}`,
			).join(", "),
	);
}

/**
 * Runs a test runner and shows what it prints.
 * @param {Steps} steps
 * @param {string} name
 * @param {string[]} command
 * @param {(output: string) => string} summarize finds the runner's own closing words
 * @returns {Promise<string>} them
 * @throws {Problem} with them, if tests failed
 */
async function runTests(steps, name, [command, ...parameters], summarize) {
	try {
		return summarize(
			await steps.step(`${name}: tests`, (run) =>
				run(command, parameters, { folder: projectFolder, streamed: true }),
			),
		);
	} catch (error) {
		if (error instanceof CommandFailed) {
			throw new Problem(summarize(error.output) || error.message);
		}
		throw error;
	}
}

/**
 * @param {string} folder
 * @returns {string[]} the paths of its test files, also those in folders inside it
 */
function testFiles(folder) {
	if (!existsSync(folder)) {
		return [];
	}
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter(
			(name) =>
				name.endsWith(".test.js") && !/(^|[/\\])node_modules[/\\]/.test(name),
		)
		.sort()
		.map((name) => join(folder, name));
}

if (isScript(import.meta.url)) {
	await runCommand(suites, {
		usage:
			"npm test [-- SUITE…]\n\nSets up what is missing, builds, and runs the suites that are named, or all:",
		async setup(needs, steps) {
			if (testFiles(join(projectFolder, "tests")).length === 0) {
				throw new Problem(
					"There is no file tests/**/*.test.js: something is wrong with this clone.",
				);
			}
			await setup(needs, steps);
		},
	});
}
