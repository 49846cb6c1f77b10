// @ts-check
// Checks the form of the sources: clang-format and clang-tidy for C++, Biome and TypeScript for the rest.

import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { configurePreset } from "./build.js";
import { projectFolder } from "./paths.js";
import { setup } from "./setup.js";
import { CommandFailed, inParallel, isScript, Problem } from "./steps.js";
import { runCommand } from "./suites.js";

/** @typedef {import("./steps.js").Steps} Steps */

const folder = projectFolder;

/** The command of Biome. */
export const biome = join(folder, "node_modules/@biomejs/biome/bin/biome");

const tsc = join(folder, "node_modules/typescript/bin/tsc");

/** @type {Record<string, import("./suites.js").Suite>} */
const suites = {
	"clang-format": {
		about: "how C++ is laid out",
		needs: { lint: true },
		run: (steps) =>
			check(
				steps,
				"clang-format",
				"clang-format",
				["--dry-run", "-Werror", ...cppFiles()],
				"`npm run format` mends it.",
			),
	},
	"clang-tidy": {
		about: "what C++ should not do",
		needs: { lint: true, native: true },
		run: tidy,
	},
	biome: {
		about:
			"how JavaScript, TypeScript, CSS and JSON are laid out, and what they should not do",
		needs: {},
		run: (steps) =>
			check(
				steps,
				"biome",
				process.execPath,
				[biome, "ci"],
				"`npm run format` mends what can be mended without thought.",
			),
	},
	types: {
		about: "the types of JavaScript and TypeScript",
		needs: {},
		run: async (steps) => {
			// In this order: the tests are checked against the declarations that the first leaves in dist/.
			const node = process.execPath;
			await check(steps, "types of the package", node, [tsc, "-p", "web"]);
			const command = join("web", "src", "cli");
			await check(steps, "types of the command", node, [tsc, "-p", command]);
			await check(steps, "types of tools and tests", node, [tsc, "-p", "."]);
			return "";
		},
	},
};

/**
 * @param {Steps} steps
 * @param {string} name
 * @param {string} command
 * @param {string[]} parameters
 * @param {string} [advice] for whom it fails
 */
async function check(steps, name, command, parameters, advice) {
	try {
		await steps.step(name, (run) => run(command, parameters, { folder }));
		return "";
	} catch (error) {
		if (error instanceof CommandFailed && advice) {
			throw new Problem(`${error.message}; ${advice}`);
		}
		throw error;
	}
}

/**
 * Runs clang-tidy on every file, also after it has found fault with one.
 * @param {Steps} steps
 * @throws {Problem} that names the files
 */
async function tidy(steps) {
	await configurePreset(steps, "native");
	const files = filesWith(/\.cpp$/, [join("core", "src"), join("core", "cli")]);
	return await steps.step("clang-tidy", async (run) => {
		/** @type {Map<string, string>} */
		const faults = new Map();
		await inParallel(files, availableParallelism(), async (file) => {
			try {
				await run(
					"clang-tidy",
					["-p", join("build", "native"), "--quiet", file],
					{ folder },
				);
			} catch (error) {
				if (!(error instanceof CommandFailed)) {
					throw error;
				}
				faults.set(
					file,
					error.output.replace(/^\d+ warnings generated\.\n/gm, ""),
				);
			}
		});
		if (faults.size > 0) {
			const files = [...faults.keys()].join(", ");
			throw new Problem(
				`clang-tidy finds fault with ${files}\n\n${[...faults.values()].join("\n")}`,
			);
		}
		return `${files.length} files`;
	});
}

/** The C++ files that are laid out by clang-format, relative to the project. */
export function cppFiles() {
	return filesWith(/\.(h|cpp)$/, [
		"core",
		"wasm",
		join("tests", "core"),
		join("examples", "cpp"),
	]);
}

/**
 * The files of some folders of the project.
 * @param {RegExp} name
 * @param {string[]} folders relative to the project
 * @returns {string[]} relative to the project
 */
function filesWith(name, folders) {
	return folders.flatMap((one) =>
		readdirSync(join(folder, one), { recursive: true, encoding: "utf8" })
			.filter((file) => name.test(file))
			.map((file) => join(one, file)),
	);
}

if (isScript(import.meta.url)) {
	await runCommand(suites, {
		usage:
			"npm run lint [-- CHECK…]\n\nRuns the checks that are named, or all:",
		setup,
	});
}
