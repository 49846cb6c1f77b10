// @ts-check
// What version comes next, and every place where it stands. CMake reads package.json, so that the native library has no
// place of its own.

import { Problem } from "../steps.js";

const form =
	/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([\da-z]+(?:\.[\da-z]+)*))?$/i;

/**
 * Decides on the version of a release.
 * @param {string} current that of package.json
 * @param {string} wanted a version, or `major`, `minor` or `patch`
 * @param {boolean} isReleased whether there is a release of the current one
 * @returns {string}
 * @throws {Problem} if it is no version, or not a later one
 */
export function nextVersion(current, wanted, isReleased) {
	const [major, minor, patch] = partsOf(current);
	const bumps = {
		major: `${major + 1}.0.0`,
		minor: `${major}.${minor + 1}.0`,
		patch: `${major}.${minor}.${patch + 1}`,
	};
	const next = Object.hasOwn(bumps, wanted)
		? bumps[/** @type {keyof typeof bumps} */ (wanted)]
		: wanted;
	const order = compare(next, current);
	if (order < 0 || (order === 0 && isReleased)) {
		throw new Problem(`${next} does not come after ${current}.`);
	}
	return next;
}

/**
 * Writes a version into a file that has it: package.json, package-lock.json, the package.json of an example that asks for this
 * very version, and CMake's lines that ask for the library by its first two numbers.
 * @param {string} path in the repository, with slashes
 * @param {string} text
 * @param {string} current
 * @param {string} next
 * @returns {string}
 */
export function withVersion(path, text, current, next) {
	const minor = (/** @type {string} */ version) =>
		version.replace(/^(\d+\.\d+).*$/, "$1");
	if (path === "package.json") {
		// The first, which is the package's own.
		return text.replace(`"version": "${current}"`, `"version": "${next}"`);
	}
	if (path === "package-lock.json") {
		return text.replaceAll(
			new RegExp(
				`("name": "inkstone",\\s*"version": )"${escaped(current)}"`,
				"g",
			),
			`$1"${next}"`,
		);
	}
	return text
		.replaceAll(`"inkstone": "${current}"`, `"inkstone": "${next}"`)
		.replaceAll(
			`find_package(inkstone ${minor(current)} `,
			`find_package(inkstone ${minor(next)} `,
		);
}

/**
 * @param {string} left
 * @param {string} right
 * @returns {number} negative if `left` comes before
 */
function compare(left, right) {
	const [a, b] = [partsOf(left), partsOf(right)];
	for (const i of /** @type {const} */ ([0, 1, 2])) {
		if (a[i] !== b[i]) {
			return a[i] - b[i];
		}
	}
	// What is only announced comes before what it announces.
	return a[3] === b[3]
		? 0
		: a[3] === ""
			? 1
			: b[3] === ""
				? -1
				: a[3].localeCompare(b[3], "en", { numeric: true });
}

/**
 * @param {string} version
 * @returns {[major: number, minor: number, patch: number, announces: string]}
 */
function partsOf(version) {
	const [, major, minor, patch, announces = ""] = form.exec(version) ?? [];
	if (patch === undefined) {
		throw new Problem(
			`${JSON.stringify(version)} is no version: three numbers are, 1.2.3, or 1.2.3-beta.1; or major, minor or patch.`,
		);
	}
	return [Number(major), Number(minor), Number(patch), announces];
}

/** @param {string} text */
function escaped(text) {
	return text.replace(/[.]/g, "\\.");
}
