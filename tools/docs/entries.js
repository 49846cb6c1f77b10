// @ts-check
// Writes the table of what the package exports, for README.md and the reference.

import { readFileSync } from "node:fs";
import { table } from "./markdown.js";

const file = new URL("../../package.json", import.meta.url);

/** What each entry is, by the names in the `exports` of package.json; nothing is said of those that are "". */
const meanings = {
	".": "`load()`, `render()` and the types; knows no DOM",
	"./inline":
		"the same with the core in the module: nothing is fetched, no bundler has a file to copy",
	"./element":
		"the classes of `<inkstone-article>` and `<inkstone-scheme>`, not registered; `addWords`, `registerWidget`, `registerCommentsProvider`",
	"./site": "the class of `<inkstone-site>`, not registered",
	"./define":
		"registers the elements; what sites need is loaded by pages that have one",
	"./standalone":
		"one classic script with the core, the elements and the theme, for pages without modules and files that are opened from a disk; the global `inkstone` has what the modules export",
	"./themes/*.css": "the themes, `default.css` and `minimal.css`",
	"./scheme.js": "a classic script for pages with `<inkstone-scheme>`",
	"./offline.js": "a service worker for sites",
	"./core.wasm":
		"the core, for `load({ wasm })` where a bundler or a host wants to be told",
	"./react": "types of the elements for React's JSX",
	"./vue": "the same for Vue's templates",
	"./svelte": "the same for Svelte",
	"./solid": "the same for Solid's JSX",
	"./custom-elements.json":
		"the manifest of the elements, for editors and other tools",
	"./package.json": "",
};

/**
 * The entries as a Markdown table.
 * @param {string[]} [exported] the names in `exports`
 * @throws {Error} where nothing is known of one of them
 */
export function entriesTable(
	exported = Object.keys(JSON.parse(readFileSync(file, "utf8")).exports),
) {
	const unknown = exported.filter((name) => !Object.hasOwn(meanings, name));
	if (unknown.length > 0) {
		throw new Error(
			`tools/docs/entries.js does not say what ${unknown.join(", ")} is`,
		);
	}
	const rows = Object.entries(meanings)
		.filter(([name, meaning]) => meaning && exported.includes(name))
		.map(([name, meaning]) => [`\`inkstone${name.slice(1)}\``, meaning]);
	return table(["entry", "what it is"], rows);
}
