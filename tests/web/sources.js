// @ts-check
// Single sources of web/ as modules, for tests of what the built package does not give away.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

let modules = 0;

/**
 * Makes a module of a source and all that it imports.
 * @param {string} path in web/src
 * @returns {Promise<string>} the module's URL; each is imported as if for the first time
 */
export async function moduleOf(path) {
	const { outputFiles } = await build({
		entryPoints: [
			fileURLToPath(new URL(`../../web/src/${path}`, import.meta.url)),
		],
		bundle: true,
		write: false,
		format: "esm",
		// Packages that are not bundled, and Node's own modules.
		external: ["pagefind", "node:*"],
	});
	return `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}#${++modules}`;
}
