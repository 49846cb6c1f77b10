// @ts-check
// The projects of examples/with as a user has them: copied to a folder of their own, with the package's tarball and
// their tools installed.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
	cpSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

/** The folder of the projects. */
export const projects = fileURLToPath(
	new URL("../../examples/with", import.meta.url),
);
const root = fileURLToPath(new URL("../..", import.meta.url));

/** The option of a test whose tool takes long to install or to build. */
export const slow = {
	skip:
		process.env.INKSTONE_HOSTS === "all"
			? false
			: "takes long; INKSTONE_HOSTS=all runs it",
};

/** @type {string | undefined} */
let folder;
let tarball = "";

after(() => {
	if (folder) {
		rmSync(folder, { recursive: true, force: true });
	}
});

/**
 * Makes a copy of a project and installs what it needs: the package as npm would publish it, and the tools by the
 * project's lock file. It is removed after the tests of the file.
 * @param {string} name of its folder in examples/with
 * @param {{ scripts?: boolean }} [options] `scripts`: the installed packages may run theirs
 * @returns {string} the copy's folder
 */
export function installed(name, { scripts = false } = {}) {
	const copy = mkdtempSync(join(workFolder(), `${name}-`));
	cpSync(join(projects, name), copy, {
		recursive: true,
		filter: (path) => !["node_modules", "dist"].includes(basename(path)),
	});
	const manifest = join(copy, "package.json");
	const content = JSON.parse(readFileSync(manifest, "utf8"));
	content.dependencies.inkstone = `file:${tarball}`;
	writeFileSync(manifest, JSON.stringify(content));
	run(copy, "npm", [
		"install",
		"--prefer-offline",
		"--no-audit",
		"--no-fund",
		...(scripts ? [] : ["--ignore-scripts"]),
	]);
	return copy;
}

/** The folder for everything of this file's tests, with the tarball, which is packed at the first call. */
function workFolder() {
	if (!folder) {
		// Bundlers compare paths that they have resolved.
		folder = realpathSync(mkdtempSync(join(tmpdir(), "inkstone-hosts-")));
		// Without scripts: they would build once more.
		const packed = run(root, "npm", [
			"pack",
			"--ignore-scripts",
			"--json",
			...["--pack-destination", folder],
		]);
		const [{ filename }] = Object.values(JSON.parse(packed));
		tarball = join(folder, filename);
	}
	return folder;
}

/**
 * Runs a command to its end.
 * @param {string} where
 * @param {string} command
 * @param {string[]} parameters
 * @returns {string} what it printed on its standard output; both outputs are in the error when it fails
 */
export function run(where, command, parameters) {
	try {
		return execFileSync(command, parameters, {
			cwd: where,
			encoding: "utf8",
			stdio: ["ignore", "pipe", "pipe"],
			env: { ...process.env, NO_COLOR: "1", CI: "true" },
		});
	} catch (error) {
		const { stdout, stderr } =
			/** @type {{ stdout: string, stderr: string }} */ (error);
		return assert.fail(
			`${command} ${parameters.join(" ")}\n${stdout}${stderr}`,
		);
	}
}
