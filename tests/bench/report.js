// @ts-check
// The tables that `npm run bench` prints, in Markdown, so that they can stand in a document as they are.

import { corpora, corpusNames } from "./corpora.js";
import { megabytes, ratio } from "./speed.js";
import { stacks } from "./stacks.js";

/**
 * A table in Markdown whose columns stand below each other, numbers to the right.
 * @param {string[]} head the first column is text
 * @param {string[][]} rows
 */
export function table(head, rows) {
	const widths = head.map((_, column) =>
		Math.max(...[head, ...rows].map((row) => row[column].length), 3),
	);
	/** @param {string[]} row */
	const line = (row) =>
		`| ${row
			.map((cell, column) =>
				column === 0
					? cell.padEnd(widths[column])
					: cell.padStart(widths[column]),
			)
			.join(" | ")} |`;
	const rule = widths.map((width, column) =>
		column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
	);
	return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/**
 * Both tasks, with all stacks: megabytes a second, and how many times as quick Inkstone is.
 * @param {import("./speed.js").Speeds} speeds
 */
export function speedTables(speeds) {
	const titles = /** @type {const} */ ({
		html: "Markdown to HTML",
		article:
			"The whole job: front matter, HTML with heading ids, table of contents",
	});
	return Object.entries(titles)
		.map(([name, title]) => {
			const task = /** @type {import("./stacks.js").Task} */ (name);
			const rows = Object.keys(stacks)
				.filter((stack) => speeds[stack]?.[task])
				.map((stack) => [
					stacks[stack].title,
					...corpusNames.map((corpus) => {
						const speed = megabytes(speeds, stack, task, corpus);
						const times = ratio(speeds, "inkstone", stack, task, corpus);
						return speed === undefined
							? "–"
							: `${rounded(speed)}${times && stack !== "inkstone" ? ` ×${times.toFixed(2)}` : ""}`;
					}),
				]);
			const head = [
				"MB/s",
				...corpusNames.map((corpus) => corpora[corpus].name),
			];
			return `**${title}**\n\n${table(head, rows)}`;
		})
		.join("\n\n");
}

/**
 * With two digits that mean something, or all before the point.
 * @param {number} value
 */
export function rounded(value) {
	return value >= 100
		? value.toFixed(0)
		: value >= 10
			? value.toFixed(1)
			: value.toFixed(2);
}
