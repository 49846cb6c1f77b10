// @ts-check
// Sources from Debian's archive: those of the core's libraries, the same lines for the native and the WebAssembly
// build, and those that hold specifications. Where there is no such archive, the build and the tests do without.

import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
} from "node:fs";
import { join } from "node:path";
import { LeftOut, Problem } from "../steps.js";
import { NotInArchive, PrivateApt } from "./archive.js";
import { changingCache } from "./cache.js";

/** @typedef {import("../versions.js").Library} Library */

/**
 * Puts the sources of the libraries into the cache, each as `sources/<name>-<version>/`.
 * @param {import("../steps.js").Steps} steps
 * @param {import("./platform.js").Platform} platform
 * @param {Library[]} libraries
 * @param {string} otherwise what becomes of them where they cannot be had, in a few words
 */
export async function setUpSources(steps, platform, libraries, otherwise) {
	const name = `sources of ${libraries.map((library) => `${library.name} ${library.version}`).join(", ")}`;
	const missing = () =>
		libraries.filter(
			(library) => !existsSync(sourceFolder(platform.cache, library)),
		);
	if (missing().length === 0) {
		return steps.skip(name);
	}
	const { archive, cache } = platform;
	if (!archive) {
		return steps.skip(name, `${otherwise}, this is not Debian`);
	}
	try {
		await steps.step(name, (run) =>
			changingCache(cache, async (temporary) => {
				const apt = new PrivateApt(run, temporary);
				await apt.update(archive, "deb-src", [
					...new Set(libraries.map((library) => library.suite)),
				]);
				for (const library of missing()) {
					await apt
						.downloadSource(library.name, library.suite)
						.catch((error) => {
							// A source may have other parts, which are not wanted and need not be there.
							if (
								!(error instanceof NotInArchive) ||
								!existsSync(join(temporary, "files", library.tarball))
							) {
								throw error;
							}
						});
					await unpackSource(
						run,
						join(temporary, "files"),
						library,
						sourceFolder(cache, library),
					);
				}
			}).catch((error) => {
				throw error instanceof NotInArchive
					? new LeftOut(`${otherwise}: ${error.message}`)
					: error;
			}),
		);
	} catch (error) {
		if (!(error instanceof LeftOut)) {
			throw error;
		}
	}
}

/**
 * Where the sources of a library lie.
 * @param {string} cache
 * @param {Library} library
 */
export function sourceFolder(cache, { name, version }) {
	return join(cache, "sources", `${name}-${version}`);
}

/**
 * Unpacks a tarball that was checked, without the folder at its top.
 * @param {import("../steps.js").Run} run
 * @param {string} downloads the folder that holds the tarball, where it may also be unpacked
 * @param {Library} library
 * @param {string} target appears at once and whole
 * @throws {NotInArchive} if the archive gave another version
 * @throws {Problem} if the tarball is not the one that is expected
 */
export async function unpackSource(run, downloads, library, target) {
	const tarball = join(downloads, library.tarball);
	if (!existsSync(tarball)) {
		throw new NotInArchive(
			`the Debian archive has another version of ${library.name} now`,
		);
	}
	checkHash(tarball, library.sha256);
	const unpacked = join(downloads, `${library.name}-unpacked`);
	mkdirSync(unpacked);
	await run("cmake", ["-E", "tar", "xf", tarball], { folder: unpacked });
	const [top] = readdirSync(unpacked);
	mkdirSync(join(target, ".."), { recursive: true });
	renameSync(join(unpacked, top), target);
}

/**
 * @param {string} file
 * @param {string} expected SHA-256 in hexadecimal
 * @throws {Problem} if the file has another
 */
export function checkHash(file, expected) {
	const actual = createHash("sha256").update(readFileSync(file)).digest("hex");
	if (actual !== expected) {
		throw new Problem(
			`${file} is not what it should be, and was not used.\n  SHA-256 expected: ${expected}\n  SHA-256 found:    ${actual}`,
		);
	}
}
