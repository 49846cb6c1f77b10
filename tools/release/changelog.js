// @ts-check
// The changelog at a release: what stood under "Unreleased" gets the version's name, and is the release's notes.

import { Problem } from "../steps.js";

const unreleased = "## [Unreleased]";

/**
 * Gives the entries that are not released yet to a version.
 * @param {string} text the changelog
 * @param {string} version
 * @param {string} date as in ISO 8601
 * @returns {{ text: string, notes: string }} the changelog, and the version's entries
 * @throws {Problem} if there are none, or no place for them
 */
export function withRelease(text, version, date) {
	const start = text.indexOf(`${unreleased}\n`);
	if (start < 0) {
		throw new Problem(`CHANGELOG.md has no line ${unreleased}.`);
	}
	const [before, after] = [
		text.slice(0, start + unreleased.length),
		text.slice(start + unreleased.length),
	];
	const end = after.search(/^## /m);
	const notes = (end < 0 ? after : after.slice(0, end)).trim();
	if (!/^[-*] /m.test(notes)) {
		throw new Problem(
			"CHANGELOG.md says nothing of this release: its entries stand under Unreleased.",
		);
	}
	return { text: `${before}\n\n## [${version}] - ${date}${after}`, notes };
}
