// @ts-check
// How what is read from sources becomes Markdown.

/**
 * A table.
 * @param {string[]} heads
 * @param {string[][]} rows Markdown; bars in them are escaped here
 */
export function table(heads, rows) {
	return [
		heads,
		heads.map(() => "---"),
		...rows.map((cells) =>
			cells.map((cell) => cell.replaceAll("|", "\\|").trim()),
		),
	]
		.map((cells, index) =>
			index === 1 ? `|${cells.join("|")}|` : `| ${cells.join(" | ")} |`,
		)
		.map((line) => line.replaceAll("|  |", "| |"))
		.join("\n");
}

/**
 * Text as code.
 * @param {string} text without backticks
 */
export function code(text) {
	return text === "" ? "" : `\`${text}\``;
}

/**
 * A page that is written as a whole.
 * @param {object} page
 * @param {string} page.title
 * @param {string} page.summary plain text
 * @param {number} page.weight its place in menus and lists
 * @param {string} page.text
 */
export function page({ title, summary, weight, text }) {
	return `---\nsummary: ${JSON.stringify(summary)}\nweight: ${weight}\nmenu: side\n---\n\n# ${title}\n\n${text.trim()}\n`;
}
