// @ts-check
// Makes a release: the version's commit and tag here, and, where CI runs it on that tag, the package on npm. Everything is
// made and tried in a clone first: a release that fails has changed nothing.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectFolder } from "./paths.js";
import { withRelease } from "./release/changelog.js";
import { buildTwice } from "./release/reproduce.js";
import { nextVersion, withVersion } from "./release/version.js";
import { isScript, main, Problem, Steps } from "./steps.js";

const help = `npm run release -- VERSION|major|minor|patch [--dry-run] [--tested] [--without-builds]
npm run release -- publish [--dry-run]

The first makes a version: the entries under Unreleased in CHANGELOG.md become its own, the version is set wherever it
stands, the package is built twice and must come out the same, and the result is committed and tagged here.
The second runs on that tag, in CI: it builds twice once more and publishes to npm, with provenance.
  --dry-run         does everything but commit, tag and publish
  --tested          CI has passed for this commit; without it, .ci/run is run first
  --without-builds  with --dry-run only: leaves the two builds out, which take minutes`;

/**
 * @typedef {object} Wish
 * @property {string} wanted a version, what to raise, or `publish`
 * @property {boolean} dryRun
 * @property {boolean} tested
 * @property {boolean} withoutBuilds
 */

/**
 * Reads the command line.
 * @param {string[]} parameters
 * @returns {Wish | undefined} nothing where help is wanted
 * @throws {Problem} if it cannot be understood
 */
export function readCommandLine(parameters) {
	let parsed;
	try {
		parsed = parseArgs({
			args: parameters,
			allowPositionals: true,
			options: {
				"dry-run": { type: "boolean", default: false },
				tested: { type: "boolean", default: false },
				"without-builds": { type: "boolean", default: false },
				help: { type: "boolean", default: false },
			},
		});
	} catch (error) {
		throw new Problem(`${/** @type {Error} */ (error).message}\n\n${help}`);
	}
	const { values, positionals } = parsed;
	if (values.help) {
		return undefined;
	}
	const [wanted, ...more] = positionals;
	if (!wanted || more.length > 0) {
		throw new Problem(help);
	}
	if (values["without-builds"] && !values["dry-run"]) {
		throw new Problem("Only a dry run can do without the builds.");
	}
	return {
		wanted,
		dryRun: values["dry-run"],
		tested: values.tested,
		withoutBuilds: values["without-builds"],
	};
}

/**
 * Makes the commit and the tag of a version, or what they would be.
 * @param {Steps} steps
 * @param {Wish} wish
 * @param {string} [project] the clone that is released from
 * @param {typeof buildTwice} [build]
 * @returns {Promise<string>} the version
 * @throws {Problem} that says what is in the way; then nothing has been changed
 */
export async function makeVersion(
	steps,
	{ wanted, dryRun, tested, withoutBuilds },
	project = projectFolder,
	build = buildTwice,
) {
	const current = versionIn(project);
	const { version, text, notes } = await steps.step(
		"what is there",
		async (run) => {
			const git = (/** @type {string[]} */ ...parameters) =>
				run("git", parameters, { folder: project });
			if ((await git("status", "--porcelain")).trim() !== "") {
				throw new Problem("There are changes that are not committed.");
			}
			const tags = (await git("tag", "--list")).split("\n");
			const next = nextVersion(current, wanted, tags.includes(`v${current}`));
			if (tags.includes(`v${next}`)) {
				throw new Problem(`There is a tag v${next} already.`);
			}
			const changelog = readFileSync(join(project, "CHANGELOG.md"), "utf8");
			const today = new Date().toISOString().slice(0, 10);
			return { version: next, ...withRelease(changelog, next, today) };
		},
	);
	if (!tested) {
		await steps.step("tests (.ci/run)", (run) =>
			run(join(".ci", "run"), [], { folder: project, streamed: true }),
		);
	}
	const folder = mkdtempSync(join(tmpdir(), "inkstone-release-"));
	const clone = join(folder, "version");
	await steps.step(`version ${version}`, async (run) => {
		await run("git", ["clone", "--quiet", project, clone]);
		const git = (/** @type {string[]} */ ...parameters) =>
			run("git", parameters, { folder: clone });
		const change = (
			/** @type {string} */ path,
			/** @type {(text: string) => string} */ edit,
		) => {
			const file = join(clone, path);
			writeFileSync(file, edit(readFileSync(file, "utf8")));
		};
		change("CHANGELOG.md", () => text);
		const places = await git(
			"grep",
			"--files-with-matches",
			"--fixed-strings",
			...["-e", `"version": "${current}"`, "-e", `"inkstone": "${current}"`],
			...["-e", "find_package(inkstone "],
			...["--", "*.json", "*.md", "CMakeLists.txt", "*/CMakeLists.txt"],
		);
		for (const path of places.trim().split("\n")) {
			change(path, (text) => withVersion(path, text, current, version));
		}
		if (versionIn(clone) !== version) {
			throw new Problem("package.json does not have its version where it was.");
		}
		await git("commit", "--quiet", "--all", "--message", `Version ${version}`);
	});
	const commit = await steps.step("what changes", (run) =>
		run("git", ["show", "--stat", "--format=%H"], { folder: clone }),
	);
	steps.output.write(`${commit.trim()}\n\n${notes}\n\n`);
	if (withoutBuilds) {
		steps.skip("two builds", "left out");
	} else {
		report(steps, await build(steps, clone, "HEAD", folder));
	}
	if (dryRun) {
		steps.skip(`commit and tag v${version}`, "dry run");
	} else {
		await steps.step(`commit and tag v${version}`, async (run) => {
			const git = (/** @type {string[]} */ ...parameters) =>
				run("git", parameters, { folder: project });
			await git("pull", "--quiet", "--ff-only", clone, "HEAD");
			await git("tag", "--annotate", `v${version}`, "--message", notes);
		});
		steps.output.write(
			"\n`git push --follow-tags` hands it to CI, which publishes it.\n",
		);
	}
	rmSync(folder, { recursive: true, force: true });
	return version;
}

/**
 * Publishes the version whose tag is checked out.
 * @param {Steps} steps
 * @param {{ dryRun: boolean }} wish
 * @param {string} [project]
 * @throws {Problem} that says what is in the way
 */
export async function publish(steps, { dryRun }, project = projectFolder) {
	const version = versionIn(project);
	await steps.step(`tag v${version}`, async (run) => {
		const git = (/** @type {string[]} */ ...parameters) =>
			run("git", parameters, { folder: project });
		const tags = await git("tag", "--points-at", "HEAD");
		if (!tags.split("\n").includes(`v${version}`)) {
			throw new Problem(`The commit that is checked out is not v${version}.`);
		}
		if ((await git("status", "--porcelain")).trim() !== "") {
			throw new Problem("There are changes that are not committed.");
		}
	});
	const folder = mkdtempSync(join(tmpdir(), "inkstone-release-"));
	const built = await buildTwice(steps, project, `v${version}`, folder);
	report(steps, built);
	if (dryRun) {
		steps.skip("npm publish", "dry run");
	} else {
		await steps.step("npm publish", (run) =>
			run("npm", [
				"publish",
				built.tarball,
				"--provenance",
				"--ignore-scripts",
				...(version.includes("-") ? ["--tag", "next"] : []),
			]),
		);
	}
	rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {Steps} steps
 * @param {import("./release/reproduce.js").Build} built
 */
function report(steps, { hashes }) {
	steps.output.write(
		[
			"",
			`${Object.keys(hashes).length - 1} files are the same in both builds. SHA-256:`,
			`  ${hashes.tarball}  the tarball`,
			`  ${hashes["dist/core.wasm"]}  dist/core.wasm`,
			"",
			"",
		].join("\n"),
	);
}

/** @param {string} folder */
function versionIn(folder) {
	return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
}

if (isScript(import.meta.url)) {
	await main(async () => {
		const wish = readCommandLine(process.argv.slice(2));
		if (!wish) {
			console.log(help);
			return;
		}
		const steps = new Steps();
		await (wish.wanted === "publish"
			? publish(steps, wish)
			: makeVersion(steps, wish));
	});
}
