// @ts-check
// Reads the examples of tests/spec: Markdown files whose prose explains and whose example blocks
// prove it. tests/spec/README.md describes their form.

const fence = "`".repeat(32);

/**
 * @typedef {object} Example
 * @property {number} number counted from 1 in its file
 * @property {number} line where it begins in its file, counted from 1
 * @property {string} section the heading above it; empty where there is none
 * @property {Record<string, string>} options as the command line would have them
 * @property {string} markdown
 * @property {string} html without a line end behind its last line
 */

/**
 * @param {number} line counted from 1
 * @param {string} message
 */
const fault = (line, message) => new Error(`line ${line}: ${message}`);

/**
 * Options as words, `gfm=false urlSchemes="obsidian zotero"`.
 * @param {string} words
 * @param {number} line for the message
 */
function readOptions(words, line) {
	/** @type {Record<string, string>} */
	const options = {};
	for (const [word] of words.matchAll(/(?:[^\s"]|"[^"]*")+|"/g)) {
		const [, name, quoted, plain] =
			word.match(/^(\w+)=(?:"([^"]*)"|([^"]*))$/) ?? [];
		if (name === undefined)
			throw fault(line, `\`${word}\` is no option; write name=value`);
		options[name] = quoted ?? plain ?? "";
	}
	return options;
}

/**
 * The examples of a file, in order.
 * @param {string} text
 * @returns {Example[]}
 * @throws {Error} with the line, where the file is not in the form or holds no example
 */
export function readExamples(text) {
	const lines = text.split("\n");
	/** @type {Example[]} */
	const examples = [];
	/** @type {Record<string, string>} */
	let common = {};
	let section = "";
	for (let i = 0; i < lines.length; i++) {
		const line = lines[i] ?? "";
		section = line.match(/^#{1,6} +(.*)$/)?.[1] ?? section;
		const words = line.match(/^<!-- options:(.*)-->$/)?.[1];
		if (words !== undefined) common = readOptions(words, i + 1);
		if (!line.startsWith(fence)) continue;

		const own = line.match(/^`+ example(?: (.*))?$/);
		if (!own || line.startsWith(`${fence}\``))
			throw fault(i + 1, "a fence of 32 backticks begins with ` example`");
		const dot = lines.indexOf(".", i + 1);
		const end = lines.findIndex((l, at) => at > i && l.startsWith(fence));
		if (lines[end] !== fence) throw fault(i + 1, "the example is never closed");
		if (dot < 0 || dot > end)
			throw fault(i + 1, "the example has no line `.` before its HTML");
		const part = (/** @type {number} */ from, /** @type {number} */ to) =>
			lines.slice(from, to).join("\n").replaceAll("→", "\t");
		examples.push({
			number: examples.length + 1,
			line: i + 1,
			section,
			options: { ...common, ...readOptions(own[1] ?? "", i + 1) },
			markdown: `${part(i + 1, dot)}\n`,
			html: part(dot + 1, end),
		});
		i = end;
	}
	if (examples.length === 0) throw new Error("there is no example");
	return examples;
}
