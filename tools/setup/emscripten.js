// @ts-check
// Finds an Emscripten that will do, or unpacks Debian's into the cache and makes it run there: its programs want a
// newer C library than the machine has, so they are pointed at the one that was unpacked beside them.

import {
	existsSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { inParallel, Problem } from "../steps.js";
import { emscriptenSuite, emscriptenVersion, willDo } from "../versions.js";
import { NotInArchive, PrivateApt } from "./archive.js";
import { changingCache } from "./cache.js";

/** @typedef {import("./platform.js").Platform} Platform */
/** @typedef {import("../steps.js").Run} Run */
/** @typedef {import("../steps.js").Steps} Steps */

/** An Emscripten: the folder with `emcc`, its version, and where it comes from. */
/** @typedef {{ root: string, version: string, origin: "EMSDK" | "PATH" | "cache" }} Emscripten */

/**
 * Looks for an Emscripten that will do, in the order that cmake/emscripten.cmake also follows.
 * @param {Platform} platform
 * @returns {Emscripten | undefined}
 */
export function findEmscripten({ environment, cache, findCommand }) {
	const onPath = findCommand("emcc");
	/** @type {[Emscripten["origin"], string | undefined][]} */
	const places = [
		[
			"EMSDK",
			environment.EMSDK && join(environment.EMSDK, "upstream", "emscripten"),
		],
		["PATH", onPath && dirname(realpathSync(onPath))],
		[
			"cache",
			existsSync(completionStamp(cache))
				? rootInside(emscriptenFolder(cache))
				: undefined,
		],
	];
	for (const [origin, root] of places) {
		const version = root && versionOf(root);
		if (version && willDo(version, emscriptenVersion)) {
			return { root, version, origin };
		}
	}
	return undefined;
}

/**
 * Gives an Emscripten that will do, unpacking one if there is none.
 * @param {Steps} steps
 * @param {Platform} platform
 * @returns {Promise<Emscripten>}
 * @throws {Problem} if there is none and none can be had
 */
export async function setUpEmscripten(steps, platform) {
	const name = `Emscripten ${emscriptenVersion}`;
	const present = findEmscripten(platform);
	if (present) {
		steps.skip(name, `${present.version} from ${present.origin}`);
		return present;
	}
	const advice = `Install Emscripten ${emscriptenVersion} with emsdk and set EMSDK to its folder, or put emcc on the PATH.`;
	const { archive } = platform;
	const machine = machines[platform.processor];
	if (!archive || !machine) {
		throw new Problem(`There is no Emscripten here that will do. ${advice}`);
	}
	return await steps.step(name, (run) =>
		changingCache(platform.cache, async (temporary) => {
			const unpackedMeanwhile = findEmscripten(platform);
			if (unpackedMeanwhile) {
				return unpackedMeanwhile;
			}
			try {
				await unpackEmscripten(
					run,
					temporary,
					archive,
					machine,
					platform.cache,
				);
			} catch (error) {
				if (error instanceof NotInArchive) {
					throw new Problem(
						`Emscripten ${emscriptenVersion} could not be fetched: ${error.message}.\n${advice}`,
					);
				}
				throw error;
			}
			return /** @type {Emscripten} */ (findEmscripten(platform));
		}),
	);
}

/**
 * Has Emscripten build the libraries that each program is linked with, which takes it a minute once.
 * @param {Steps} steps
 * @param {Platform} platform
 * @param {Emscripten} emscripten
 */
export async function setUpSystemLibraries(steps, platform, emscripten) {
	const name = "Emscripten's system libraries";
	const stamp = join(emscriptenFolder(platform.cache), "system-libraries");
	if (emscripten.origin !== "cache" || existsSync(stamp)) {
		return steps.skip(name);
	}
	await steps.step(name, (run) =>
		changingCache(platform.cache, async (temporary) => {
			const program = join(temporary, "program.cpp");
			writeFileSync(program, programThatNeedsThem);
			const settings = [
				"-std=c++20",
				"-O3",
				"-fwasm-exceptions",
				"-lembind",
				"-sALLOW_MEMORY_GROWTH",
			];
			await run(join(emscripten.root, "em++"), [
				program,
				...settings,
				"-o",
				join(temporary, "program.mjs"),
			]);
			writeFileSync(stamp, "");
		}),
	);
}

const programThatNeedsThem = `#include <emscripten/bind.h>
#include <iostream>
#include <stdexcept>
std::string text(std::string const& in) {
  if (in.empty()) throw std::runtime_error("empty");
  return in;
}
EMSCRIPTEN_BINDINGS(program) { emscripten::function("text", &text); }
int main() { std::cout << text("text"); }
`;

/** @param {string} cache */
function emscriptenFolder(cache) {
	return join(cache, `emscripten-${emscriptenVersion}`);
}

/** @param {string} cache */
function completionStamp(cache) {
	return join(emscriptenFolder(cache), "complete");
}

/** @param {string} folder */
function rootInside(folder) {
	return join(folder, "usr", "share", "emscripten");
}

/**
 * @param {string} root
 * @returns {string | undefined}
 */
function versionOf(root) {
	const file = join(root, "emscripten-version.txt");
	return existsSync(file)
		? readFileSync(file, "utf8").replaceAll('"', "").trim()
		: undefined;
}

/**
 * Where Debian has the C library's own files, below `usr`.
 * @typedef {{ loader: string, libraries: string }} Machine
 * @type {Record<string, Machine | undefined>} the keys are what Node.js calls the processors
 */
const machines = {
	x64: {
		loader: "lib64/ld-linux-x86-64.so.2",
		libraries: "lib/x86_64-linux-gnu",
	},
	arm64: {
		loader: "lib/ld-linux-aarch64.so.1",
		libraries: "lib/aarch64-linux-gnu",
	},
};

/**
 * @param {Run} run
 * @param {string} temporary
 * @param {import("./archive.js").SourceFile} archive
 * @param {Machine} machine
 * @param {string} cache
 */
async function unpackEmscripten(run, temporary, archive, machine, cache) {
	const apt = new PrivateApt(run, temporary);
	await apt.update(archive, "deb", [emscriptenSuite]);
	const version = await apt.version("emscripten");
	if (!willDo(version, emscriptenVersion)) {
		throw new NotInArchive(
			`Debian ${emscriptenSuite} has version ${version} now`,
		);
	}
	// The programs are told absolute paths, so this is unpacked where it stays; the stamp comes last.
	const folder = emscriptenFolder(cache);
	rmSync(folder, { recursive: true, force: true });
	await apt.unpackWithDependencies(["emscripten", "patchelf"], folder);
	await pointAtOwnLibraries(run, folder, machine);
	configure(folder);
	await run(join(rootInside(folder), "emcc"), ["--version"]);
	writeFileSync(completionStamp(cache), version);
}

/**
 * @param {Run} run
 * @param {string} folder
 * @param {Machine} machine
 */
async function pointAtOwnLibraries(run, folder, machine) {
	const user = join(folder, "usr");
	const tools = llvmFolder(folder);
	const loader = join(user, machine.loader);
	const libraries = join(user, machine.libraries);
	// patchelf itself was unpacked with the rest, and cannot do this for itself.
	const patch = (/** @type {string[]} */ ...parameters) =>
		run(loader, [
			"--library-path",
			libraries,
			join(user, "bin", "patchelf"),
			"--force-rpath",
			...parameters,
		]);
	const programs = [
		...programsIn(join(tools, "bin"), /./),
		...programsIn(join(user, "bin"), /^wasm-/),
	];
	const ownLibraries = programsIn(libraries, /^lib(LLVM|clang|LTO|binaryen)/);
	await inParallel(programs, 2, async (program) => {
		await patch(
			"--set-interpreter",
			loader,
			"--set-rpath",
			`${libraries}:${join(tools, "lib")}`,
			program,
		);
	});
	await inParallel(ownLibraries, 2, async (library) => {
		await patch("--set-rpath", libraries, library);
	});
}

/**
 * @param {string} folder
 * @returns {string} the folder of the LLVM that was unpacked
 */
function llvmFolder(folder) {
	const parent = join(folder, "usr", "lib");
	const name = readdirSync(parent).find((one) => one.startsWith("llvm-"));
	if (!name) {
		throw new Problem(`${folder} holds no LLVM.`);
	}
	return join(parent, name);
}

/**
 * @param {string} folder
 * @param {RegExp} name
 * @returns {string[]} the paths of the ELF files there, links left out
 */
function programsIn(folder, name) {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile() && name.test(entry.name))
		.map((entry) => join(folder, entry.name))
		.filter(
			(path) =>
				readFileSync(path).subarray(0, 4).toString("latin1") === "\x7fELF",
		);
}

/** @param {string} folder */
function configure(folder) {
	// Emscripten reads this as Python. A Node.js that was moved since is looked for again.
	writeFileSync(
		join(rootInside(folder), ".emscripten"),
		`import shutil
EMSCRIPTEN_ROOT = ${JSON.stringify(rootInside(folder))}
LLVM_ROOT = ${JSON.stringify(join(llvmFolder(folder), "bin"))}
BINARYEN_ROOT = ${JSON.stringify(join(folder, "usr"))}
NODE_JS = shutil.which('node') or ${JSON.stringify(process.execPath)}
CACHE = ${JSON.stringify(join(folder, "cache"))}
`,
	);
}
