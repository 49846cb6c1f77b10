// @ts-check
// Protects: the set-up and CMake choose the same Emscripten, and one that will not do is never used.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
	findEmscripten,
	setUpEmscripten,
} from "../../../tools/setup/emscripten.js";
import { describePlatform } from "../../../tools/setup/platform.js";
import { emscriptenVersion } from "../../../tools/versions.js";
import {
	platform,
	readableSteps,
	temporaryFolder,
	writeFiles,
} from "../stand-ins.js";

const toolchain = fileURLToPath(
	new URL("../../../cmake/emscripten.cmake", import.meta.url),
);
const usualPath = "/usr/bin:/bin";

/**
 * Lays out something that looks like an Emscripten.
 * @param {string} root
 * @param {string} version
 */
function writeEmscripten(root, version) {
	writeFiles(root, {
		"emscripten-version.txt": `"${version}"\n`,
		"cmake/Modules/Platform/Emscripten.cmake":
			// biome-ignore lint/suspicious/noTemplateCurlyInString: these are CMake's variables
			'message("taken: ${INKSTONE_EMSCRIPTEN_ROOT} ${INKSTONE_BOOST_INCLUDE_DIR}")',
		emcc: "#!/bin/sh\n",
	});
	chmodSync(join(root, "emcc"), 0o755);
}

/**
 * A machine with an Emscripten in places where one is looked for.
 * @param {{ EMSDK?: string, PATH?: string, cache?: string }} versions
 */
function machine(versions) {
	const folder = temporaryFolder();
	const roots = {
		EMSDK: join(folder, "emsdk", "upstream", "emscripten"),
		PATH: join(folder, "installed"),
		cache: join(
			folder,
			"inkstone",
			`emscripten-${emscriptenVersion}`,
			"usr",
			"share",
			"emscripten",
		),
	};
	for (const place of /** @type {const} */ (["EMSDK", "PATH", "cache"])) {
		const version = versions[place];
		if (version) {
			writeEmscripten(roots[place], version);
		}
	}
	writeFiles(folder, { "bin/unrelated": "" });
	if (versions.PATH) {
		symlinkSync(join(roots.PATH, "emcc"), join(folder, "bin", "emcc"));
	}
	if (versions.cache) {
		writeFiles(join(folder, "inkstone", `emscripten-${emscriptenVersion}`), {
			complete: "",
		});
	}
	return {
		folder,
		roots,
		environment: {
			XDG_CACHE_HOME: folder,
			EMSDK: join(folder, "emsdk"),
			PATH: `${join(folder, "bin")}:${usualPath}`,
		},
	};
}

/**
 * What CMake takes.
 * @param {Record<string, string>} environment
 * @returns {string | undefined} its folder
 */
function takenByCMake(environment) {
	const { stderr } = spawnSync("cmake", ["-P", toolchain], {
		env: environment,
		encoding: "utf8",
	});
	return stderr.match(/^taken: (\S+)/m)?.[1];
}

for (const [what, versions, expected] of /** @type {const} */ ([
	[
		"EMSDK comes first",
		{ EMSDK: "6.0.5", PATH: "6.0.6", cache: "6.0.5" },
		"EMSDK",
	],
	[
		"an EMSDK that is too old is passed over",
		{ EMSDK: "3.1.6", PATH: "6.1.0", cache: "6.0.5" },
		"PATH",
	],
	[
		"the next major version is passed over",
		{ EMSDK: "7.0.0", PATH: "6.0.4", cache: "6.0.5" },
		"cache",
	],
	["without others the cache is taken", { cache: "6.0.5" }, "cache"],
	["nothing is taken where nothing will do", { EMSDK: "5.0.0" }, undefined],
])) {
	test(`${what}, for the set-up and for CMake`, () => {
		const { roots, environment } = machine(versions);
		assert.equal(
			findEmscripten(describePlatform(environment))?.origin,
			expected,
		);
		assert.equal(takenByCMake(environment), expected && roots[expected]);
	});
}

test("an Emscripten in the cache that was not finished is not taken", () => {
	const { roots, environment } = machine({});
	writeEmscripten(roots.cache, "6.0.5");
	assert.equal(findEmscripten(describePlatform(environment)), undefined);
	assert.equal(takenByCMake(environment), undefined);
});

test("an Emscripten that is there is not fetched again", async () => {
	const { environment } = machine({ PATH: "6.0.7" });
	const { steps, printed } = readableSteps();
	const { origin } = await setUpEmscripten(steps, {
		...describePlatform(environment),
		archive: undefined,
	});
	assert.equal(origin, "PATH");
	assert.equal(
		printed(),
		`· Emscripten ${emscriptenVersion} (6.0.7 from PATH)\n`,
	);
});

test("where none can be had, the advice names the version and EMSDK", async () => {
	const { steps } = readableSteps();
	const bare = platform({
		archive: undefined,
		environment: {},
		findCommand: () => undefined,
	});
	await assert.rejects(
		setUpEmscripten(steps, bare),
		/Install Emscripten 6\.0\.5 with emsdk and set EMSDK/,
	);
});

test("CMake without an Emscripten says which command sets one up", () => {
	const { environment } = machine({});
	const { status, stderr } = spawnSync("cmake", ["-P", toolchain], {
		env: environment,
		encoding: "utf8",
	});
	assert.notEqual(status, 0);
	assert.match(stderr, /Run `node tools\/setup\.js`/);
});

test("CMake finds Boost's headers in the cache", () => {
	const { folder, environment } = machine({ cache: "6.0.5" });
	writeFiles(folder, { "inkstone/boost/boost/version.hpp": "" });
	const { stderr } = spawnSync("cmake", ["-P", toolchain], {
		env: environment,
		encoding: "utf8",
	});
	assert.ok(stderr.includes(` ${join(folder, "inkstone", "boost")}\n`), stderr);
});
