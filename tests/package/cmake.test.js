// @ts-check
// Protects: the installed library is complete. The commands of the guide (examples/docs/guides/native.md) install it and
// build examples/cpp, by CMake and by pkg-config, with nothing of this repository in reach but what `cmake --install`
// copied; and a project that has the sources builds them without more than what it asked for.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const guide = readFileSync(
	join(root, "examples/docs/guides/native.md"),
	"utf8",
);
const folder = mkdtempSync(join(tmpdir(), "inkstone-cmake-"));
after(() => rmSync(folder, { recursive: true }));

/** Where the library is when it is used: not where it was installed. */
const home = join(folder, "home");
const prefix = join(home, ".local");

const article =
	"---\ntitle: 甲\ntags: [a, b]\n---\n## 一\n### 二\n## 三 :tada:\n[x](javascript:y)\n";
const printed = "甲\ntitle: 甲\ntags: 2 values\n- 一 (#一)\n- 三 🎉 (#三-)\n";

/**
 * Runs lines of a shell.
 * @param {string} commands
 * @param {string} cwd
 * @param {string} HOME
 */
function shell(commands, cwd, HOME) {
	const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
	return execFileSync("sh", ["-ec", commands], {
		cwd,
		encoding: "utf8",
		stdio: ["ignore", "pipe", "pipe"],
		env: {
			...process.env,
			HOME,
			XDG_CACHE_HOME: cache,
			CMAKE_GENERATOR: "Ninja",
		},
	});
}

/**
 * The blocks of code below a heading of the guide.
 * @param {string} heading
 * @param {string} language
 */
function blocks(heading, language) {
	const [, section] = guide.split(new RegExp(`^#+ ${heading}\n`, "m"));
	assert(section, heading);
	const [text = ""] = section.split(/^#+ /m);
	const found = text.matchAll(
		new RegExp(`^\`\`\`${language}.*\n([^]*?)^\`\`\`$`, "gm"),
	);
	return [...found].map(([, code = ""]) => code);
}

/**
 * A folder with the example and an article.
 * @param {string} name
 */
function copyOfTheExample(name) {
	const copy = join(folder, name);
	cpSync(join(root, "examples/cpp"), copy, { recursive: true });
	writeFileSync(join(copy, "article.md"), article);
	return copy;
}

before(() => {
	const first = join(folder, "first");
	mkdirSync(first);
	const [commands = ""] = blocks("Build and install", "sh");
	const install = commands.match(/^cmake --install .*/m)?.[0] ?? "";
	shell(install, root, first);
	renameSync(first, home);
});

test("another project finds, links and runs the installed library by CMake", () => {
	const [commands = ""] = blocks("With CMake", "sh");
	const copy = copyOfTheExample("by-cmake");
	const output = shell(commands, copy, home);
	assert(output.endsWith(printed), output);
	const outline = (/** @type {string[]} */ ...args) =>
		spawnSync("build/outline", args, { cwd: copy, encoding: "utf8" });
	assert.match(
		outline("article.md").stderr,
		/^article\.md:8:5: warning: .*`javascript:`.*\n$/,
	);
	const { status, stderr } = outline("article.md", "nope=1");
	assert.equal(status, 2);
	assert.match(stderr, /unknown option `nope`; the options are /);
});

const hasPkgConfig = !spawnSync("pkg-config", ["--version"]).error;

test("a compiler that is told by pkg-config finds, links and runs the installed library", {
	skip: !hasPkgConfig && "there is no pkg-config here",
}, () => {
	const [commands = ""] = blocks("With pkg-config", "sh");
	const output = shell(commands, copyOfTheExample("by-pkg-config"), home);
	assert.equal(output, printed);
	const version = shell(
		`PKG_CONFIG_PATH=${prefix}/lib/pkgconfig pkg-config --modversion inkstone`,
		folder,
		home,
	);
	const { version: expected } = JSON.parse(
		readFileSync(join(root, "package.json"), "utf8"),
	);
	assert.equal(version, `${expected}\n`);
});

test("the command is installed with its man page and the licences", () => {
	assert.match(
		execFileSync(join(prefix, "bin/inkstone"), ["--version"], {
			encoding: "utf8",
		}),
		/^inkstone \d/,
	);
	assert(existsSync(join(prefix, "share/man/man1/inkstone.1")));
	for (const name of ["LICENSE", "LICENSE.md4c", "LICENSE.yaml-cpp"])
		assert(existsSync(join(prefix, "share/doc/inkstone", name)), name);
});

for (const [index, name] of ["FetchContent", "add_subdirectory"].entries()) {
	test(`a project builds the sources as its own by ${name}, and installs nothing of them`, () => {
		const copy = copyOfTheExample(name);
		const lists = join(copy, "CMakeLists.txt");
		const [find] =
			readFileSync(lists, "utf8").match(/^find_package.*\n/m) ?? [];
		assert(find);
		const lines = blocks("Built with your project", "cmake")[index] ?? "";
		assert.match(lines, new RegExp(name));
		writeFileSync(lists, readFileSync(lists, "utf8").replace(find, lines));
		symlinkSync(root, join(copy, "inkstone"));
		shell(
			`cmake -S . -B build -DFETCHCONTENT_SOURCE_DIR_INKSTONE="${root}"
			cmake --build build --target CMakeFiles/outline.dir/main.cpp.o
			cmake --install build --prefix installed`,
			copy,
			home,
		);
		assert(existsSync(join(copy, "build/CMakeFiles/outline.dir/main.cpp.o")));
		assert(!existsSync(join(copy, "installed")));
		const targets = shell("cmake --build build --target help", copy, home);
		assert.match(targets, /^libinkstone\.a|inkstone_core/m);
		assert.doesNotMatch(targets, /inkstone_man|core_tests|cli\/main/);
	});
}
