// @ts-check
// What has to be installed on the machine itself, looked for by what it brings and installed by its Debian name.

import { CommandFailed, Problem } from "../steps.js";
import { aptTrouble } from "./archive.js";

/** @typedef {import("./platform.js").Platform} Platform */

/**
 * What the caller is going to do, and so what it needs.
 * @typedef {{ wasm?: boolean, native?: boolean, browser?: boolean, lint?: boolean, fuzz?: boolean, specifications?: boolean, counts?: boolean, bench?: boolean }} Needs
 */

/**
 * Each package, who needs it, and a command or file that shows that it is there.
 * @type {{ package: string, neededFor: (keyof Needs)[], command?: string, file?: string }[]}
 */
const packages = [
	{ package: "cmake", neededFor: ["wasm", "native"], command: "cmake" },
	{ package: "ninja-build", neededFor: ["wasm", "native"], command: "ninja" },
	{ package: "python3", neededFor: ["wasm"], command: "python3" },
	{ package: "g++", neededFor: ["native"], command: "g++" },
	{
		package: "libboost-test-dev",
		neededFor: ["native"],
		file: "/usr/include/boost/test/included/unit_test.hpp",
	},
	// The tests read by them what is installed for others.
	{ package: "pkgconf", neededFor: ["native"], command: "pkg-config" },
	{ package: "mandoc", neededFor: ["native"], command: "mandoc" },
	{ package: "clang", neededFor: ["fuzz"], command: "clang++" },
	{
		// libFuzzer and the sanitizers of Debian's clang.
		package: "libclang-rt-14-dev",
		neededFor: ["fuzz"],
		file: "/usr/lib/llvm-14/lib/clang/14.0.6/lib/linux/libclang_rt.fuzzer-x86_64.a",
	},
	{ package: "chromium", neededFor: ["browser"], command: "chromium" },
	{ package: "firefox-esr", neededFor: ["browser"], command: "firefox-esr" },
	{
		// Brings WebKitGTK and its small browser.
		package: "webkit2gtk-driver",
		neededFor: ["browser"],
		command: "WebKitWebDriver",
	},
	{ package: "xvfb", neededFor: ["browser"], command: "Xvfb" },
	{
		package: "fonts-noto-cjk",
		neededFor: ["browser"],
		file: "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
	},
	{ package: "valgrind", neededFor: ["counts"], command: "valgrind" },
	{ package: "clang-format", neededFor: ["lint"], command: "clang-format" },
	{ package: "clang-tidy", neededFor: ["lint"], command: "clang-tidy" },
];

/**
 * The Debian packages that are needed and not there.
 * @param {Platform} platform
 * @param {Needs} needs
 * @returns {string[]}
 */
export function missingPackages(platform, needs) {
	return packages
		.filter(({ neededFor }) => neededFor.some((need) => needs[need]))
		.filter(
			({ command, file }) =>
				!(command
					? platform.findCommand(command)
					: platform.hasFile(file ?? "")),
		)
		.map((one) => one.package);
}

/**
 * Installs what is missing, as far as this process may.
 * @param {import("../steps.js").Steps} steps
 * @param {Platform} platform
 * @param {Needs} needs
 * @throws {Problem} that names what is missing and the command that installs it
 */
export async function setUpDebianPackages(steps, platform, needs) {
	const name = "Debian packages";
	const missing = missingPackages(platform, needs);
	if (missing.length === 0) {
		return steps.skip(name);
	}
	if (!platform.hasApt) {
		throw new Problem(
			`Something is missing here: ${missing.join(", ")}.\nThese are Debian's names; install what your system calls them, and run this again.`,
		);
	}
	const install = ["install", "--yes", "--no-install-recommends", ...missing];
	const byHand = `apt-get update && sudo apt-get ${install.join(" ")}`;
	if (!platform.isRoot) {
		throw new Problem(
			`Something is missing here, and only root can install it. Run:\n\n  sudo ${byHand}`,
		);
	}
	await steps.step(`${name} (${missing.join(", ")})`, async (run) => {
		const environment = {
			...platform.environment,
			DEBIAN_FRONTEND: "noninteractive",
		};
		try {
			await run("apt-get", ["update"], { environment });
			await run("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...install], {
				environment,
			});
		} catch (error) {
			if (error instanceof CommandFailed) {
				throw new Problem(
					`Could not install ${missing.join(", ")}: ${aptTrouble(error.output) ?? error.message}.\nRun this again when that is mended.`,
				);
			}
			throw error;
		}
	});
}
