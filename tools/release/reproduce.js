// @ts-check
// Builds a commit twice, in two clones at different places, and compares what npm would publish: who has the sources can
// make the same bytes, and see that nothing else is in them.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { Problem } from "../steps.js";

/**
 * What one build has made.
 * @typedef {object} Build
 * @property {string} tarball its path
 * @property {Record<string, string>} hashes SHA-256 of the tarball, as `tarball`, and of every file in it that is built
 */

/**
 * Builds a commit in two fresh clones.
 * @param {import("../steps.js").Steps} steps
 * @param {string} repository its folder, or URL
 * @param {string} commit
 * @param {string} folder an empty one for the clones
 * @returns {Promise<Build>} the first of both, which are the same
 * @throws {Problem} that names the files that differ
 */
export async function buildTwice(steps, repository, commit, folder) {
	// Of different lengths, for paths that get into a file seldom keep their length to themselves.
	const first = await buildIn(
		steps,
		repository,
		commit,
		join(folder, "a"),
		"first build",
	);
	const second = await buildIn(
		steps,
		repository,
		commit,
		join(folder, "another-place"),
		"second build",
	);
	const differing = differences(first.hashes, second.hashes);
	if (differing.length > 0) {
		throw new Problem(
			`The two builds differ in ${differing.join(", ")}. They are in ${folder}.`,
		);
	}
	return first;
}

/**
 * The names under which two builds do not have the same.
 * @param {Record<string, string>} left
 * @param {Record<string, string>} right
 * @returns {string[]}
 */
export function differences(left, right) {
	return [...new Set([...Object.keys(left), ...Object.keys(right)])]
		.filter((name) => left[name] !== right[name])
		.sort();
}

/**
 * @param {import("../steps.js").Steps} steps
 * @param {string} repository
 * @param {string} commit
 * @param {string} clone
 * @param {string} name
 * @returns {Promise<Build>}
 */
function buildIn(steps, repository, commit, clone, name) {
	return steps.step(name, async (run) => {
		await run("git", ["clone", "--quiet", "--no-hardlinks", repository, clone]);
		const git = (/** @type {string[]} */ ...parameters) =>
			run("git", parameters, { folder: clone });
		await git("checkout", "--quiet", "--detach", commit);
		const time = (await git("log", "-1", "--format=%ct")).trim();
		// What would write the time of the build writes that of the commit.
		const environment = { ...process.env, SOURCE_DATE_EPOCH: time };
		await run(process.execPath, [join("tools", "build.js")], {
			folder: clone,
			environment,
		});
		const packed = `${clone}-packed`;
		mkdirSync(packed);
		await run(
			"npm",
			["pack", "--ignore-scripts", "--pack-destination", packed],
			{ folder: clone, environment },
		);
		const [tarball = ""] = readdirSync(packed);
		return {
			tarball: join(packed, tarball),
			hashes: {
				tarball: hashOf(join(packed, tarball)),
				...hashesIn(clone, "dist"),
				...hashesIn(clone, "bin"),
			},
		};
	});
}

/**
 * @param {string} clone
 * @param {string} part
 */
function hashesIn(clone, part) {
	const files = readdirSync(join(clone, part), {
		recursive: true,
		encoding: "utf8",
	})
		.map((name) => join(clone, part, name))
		.filter((file) => statSync(file).isFile());
	return Object.fromEntries(
		files.map((file) => [
			relative(clone, file).replaceAll("\\", "/"),
			hashOf(file),
		]),
	);
}

/** @param {string} file */
function hashOf(file) {
	return createHash("sha256").update(readFileSync(file)).digest("hex");
}
