// @ts-check
// Checks the form of the sources: clang-format and clang-tidy for C++, Biome and TypeScript for the rest.

import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { configurePreset } from "./build.js";
import { projectFolder } from "./paths.js";
import { setup } from "./setup.js";
import { inParallel, isScript } from "./steps.js";
import { runCommand } from "./suites.js";

const folder = projectFolder;

/** @type {Record<string, import("./suites.js").Suite>} */
const suites = {
	"clang-format": {
		about: "how C++ is laid out",
		needs: { lint: true },
		run: (steps) =>
			steps.step("clang-format", async (run) => {
				const files = filesWith(/\.(h|cpp)$/, [
					"core",
					"wasm",
					join("tests", "core"),
				]);
				await run("clang-format", ["--dry-run", "-Werror", ...files], {
					folder,
				});
				return `${files.length} files`;
			}),
	},
	"clang-tidy": {
		about: "what C++ should not do",
		needs: { lint: true, native: true },
		run: async (steps) => {
			await configurePreset(steps, "native");
			return await steps.step("clang-tidy", async (run) => {
				const files = filesWith(/\.cpp$/, [
					join("core", "src"),
					join("core", "cli"),
				]);
				await inParallel(files, availableParallelism(), async (file) => {
					const settings = [
						"-p",
						join("build", "native"),
						"--quiet",
						"--warnings-as-errors=*",
					];
					await run("clang-tidy", [...settings, file], { folder });
				});
				return `${files.length} files`;
			});
		},
	},
	biome: {
		about:
			"how JavaScript, TypeScript, CSS and JSON are laid out, and what they should not do",
		needs: {},
		run: (steps) =>
			steps.step("biome", async (run) => {
				await run(
					process.execPath,
					[npmCommand("@biomejs/biome/bin/biome"), "ci"],
					{ folder },
				);
				return "";
			}),
	},
	types: {
		about: "the types of JavaScript and TypeScript",
		needs: {},
		run: (steps) =>
			steps.step("types", async (run) => {
				for (const project of [".", "web"].filter((one) =>
					existsSync(join(folder, one, "tsconfig.json")),
				)) {
					await run(
						process.execPath,
						[
							npmCommand("typescript/bin/tsc"),
							"--noEmit",
							"--project",
							project,
						],
						{ folder },
					);
				}
				return "";
			}),
	},
};

/**
 * The files of some folders of the project.
 * @param {RegExp} name
 * @param {string[]} folders relative to the project
 * @returns {string[]} relative to the project
 */
export function filesWith(name, folders) {
	return folders.flatMap((one) =>
		readdirSync(join(folder, one), { recursive: true, encoding: "utf8" })
			.filter((file) => name.test(file))
			.map((file) => join(one, file)),
	);
}

/**
 * The path of a command that an npm package brings.
 * @param {string} path below node_modules
 */
export function npmCommand(path) {
	return join(folder, "node_modules", path);
}

if (isScript(import.meta.url)) {
	await runCommand(suites, {
		usage:
			"npm run lint [-- CHECK…]\n\nRuns the checks that are named, or all:",
		setup,
	});
}
