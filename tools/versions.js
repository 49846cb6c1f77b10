// @ts-check
// The one table of what the set-up takes from elsewhere: versions, and SHA-256 of what is not signed.

/** The oldest Emscripten that will do; newer ones of the same major version will do as well. */
export const emscriptenVersion = "6.0.5";

/** The Debian release that has this Emscripten, and a Boost that its C++ library can compile. */
export const emscriptenSuite = "forky";

/**
 * The libraries of the core. `suite` is the Debian release whose archive has this version.
 * @typedef {{ name: string, version: string, suite: string, tarball: string, sha256: string }} Library
 * @type {Library[]}
 */
export const libraries = [
	{
		name: "md4c",
		version: "0.5.3",
		suite: "forky",
		tarball: "md4c_0.5.3.orig.tar.gz",
		sha256: "bc2e3bf85e5e6235ee5246778d608048e0a572d9d84538e5ef9e7d4b59a28ad6",
	},
	{
		name: "yaml-cpp",
		version: "0.8.0",
		suite: "trixie",
		tarball: "yaml-cpp_0.8.0+dfsg.orig.tar.xz",
		sha256: "32c85a5f36633a9005b20261b35fccb0d8ec69e9ef16c67de7d5d007944e3709",
	},
];

/**
 * Texts that tests read; nothing is built of them. GitHub's specification lies in the sources of its own
 * implementation, and the attacks that DOMPurify's authors have collected in those of DOMPurify.
 * @type {Library[]}
 */
export const specifications = [
	{
		name: "cmark-gfm",
		version: "0.29.0.gfm.13",
		suite: "trixie",
		tarball: "cmark-gfm_0.29.0.gfm.13.orig.tar.gz",
		sha256: "5abc61798ebd9de5660bc076443c07abad2b8d15dbc11094a3a79644b8ad243a",
	},
	{
		name: "node-dompurify",
		version: "3.1.7",
		suite: "trixie",
		tarball: "node-dompurify_3.1.7+dfsg+~3.0.5.orig.tar.xz",
		sha256: "f85f569619f5b7c31a5d7072b1a5382dc0952f50deca74993d222df83c9e9404",
	},
];

/**
 * Whether a version is at least another and of the same major version.
 * @param {string} version three numbers, for instance `6.0.10`; anything after them is ignored
 * @param {string} wanted
 */
export function willDo(version, wanted) {
	const [major, minor, patch] = numbers(version);
	const [wantedMajor, wantedMinor, wantedPatch] = numbers(wanted);
	return (
		major === wantedMajor &&
		(minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch))
	);
}

/**
 * @param {string} version
 * @returns {[number, number, number]} not a number where the version is not one
 */
function numbers(version) {
	const [, major, minor, patch] = version.match(/(\d+)\.(\d+)\.(\d+)/) ?? [];
	return [Number(major), Number(minor), Number(patch)];
}
