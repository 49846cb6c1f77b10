// @ts-check
// Writes core/src/emoji_table.inc from GitHub's short names, which the package gemoji lists. Run it by
// hand when they grow; the result is committed, so that a build needs no data.
import { writeFileSync } from "node:fs";
import { nameToEmoji } from "gemoji";
import { isScript } from "./steps.js";

/** Where the table stands. */
export const file = new URL("../core/src/emoji_table.inc", import.meta.url);

// More names in a block compress better and take longer to look through.
const namesInBlock = 64;
const longestLine = 98;

/**
 * The entries of the table, a list for each block. An entry is a letter that says how many characters
 * its name shares with the one before (`A`: none), the rest of the name, and the emoji. A space stands
 * before an emoji that begins with a character of names.
 * @param {Record<string, string>} emoji by name
 * @returns {string[][]}
 * @throws {Error} if a name does not fit
 */
export function encode(emoji) {
	/** @type {string[][]} */
	const blocks = [];
	let previous = "";
	for (const [index, name] of Object.keys(emoji).sort().entries()) {
		if (!/^[a-z0-9_+-]+$/.test(name)) throw new Error(`odd name: ${name}`);
		if (index % namesInBlock === 0) {
			blocks.push([]);
			previous = "";
		}
		let shared = 0;
		while (shared < name.length && name[shared] === previous[shared]) shared++;
		if (shared > 25) throw new Error(`no letter says ${shared}: ${name}`);
		const letter = String.fromCharCode("A".charCodeAt(0) + shared);
		const picture = emoji[name] ?? "";
		const space = /^[\x20-\x7e]/.test(picture) ? " " : "";
		blocks.at(-1)?.push(letter + name.slice(shared) + space + picture);
		previous = name;
	}
	return blocks;
}

/** @param {string[]} entries @returns {string} a C++ string, as many entries to a line as fit */
function literal(entries) {
	const lines = [""];
	for (const entry of entries) {
		const length = Array.from(`${lines.at(-1)}${entry}`).length;
		if (length + 6 > longestLine) lines.push("");
		lines.push(lines.pop() + entry);
	}
	return lines.map((line) => `    "${line}"`).join("\n");
}

/** The whole file. */
export function emojiTable() {
	const blocks = encode(nameToEmoji);
	return `// Written by tools/emoji.js from the names of gemoji; do not edit.

// Names in the order of their bytes, in blocks. Of each name: a letter for how many characters it shares
// with the one before in its block (A: none), its other characters, a space if the emoji begins with
// ASCII, the emoji.
constexpr std::array<std::string_view, ${blocks.length}> emoji_blocks{
${blocks.map(literal).join(",\n")},
};
`;
}

if (isScript(import.meta.url)) writeFileSync(file, emojiTable());
