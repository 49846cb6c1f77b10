// @ts-check
// The tables that `npm run bench` prints, in Markdown, so that they can stand in a document as they are.

import { cpus, release } from "node:os";
import { corpora, corpusNames } from "./corpora.js";
import { median } from "./numbers.js";
import { megabytes, ratio } from "./speed.js";
import { stacks, versionsOf } from "./stacks.js";
import { targets } from "./targets.js";

/** @typedef {import("./targets.js").Results} Results */

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

/**
 * What each stack weighs.
 * @param {NonNullable<Results["size"]>} size
 */
export function sizeTable(size) {
	const rows = Object.entries(size.stacks).map(([name, { script, wasm }]) => [
		stacks[name].title,
		kibibytes(script),
		wasm > 0 ? kibibytes(wasm) : "–",
		kibibytes(script + wasm),
	]);
	const head = ["KiB of Brotli", "JavaScript", "WebAssembly", "in all"];
	return `**What a page loads for the whole job**\n\n${table(head, rows)}`;
}

/**
 * @param {NonNullable<Results["cold"]>} cold
 */
export function coldTable(cold) {
	const titles = Object.keys(cold);
	const rows = Object.keys(cold[titles[0]]).map((name) => [
		stacks[name].title,
		...titles.map((title) => median(cold[title][name]).toFixed(1)),
	]);
	return `**Cold start: from the import to the first article, in a fresh process**\n\n${table(["ms", ...titles], rows)}`;
}

/**
 * @param {NonNullable<Results["page"]>} page
 */
export function pageTable({ local, slow }) {
	const over = (
		/** @type {Record<string, number[]>} */ times,
		/** @type {string} */ name,
	) => (median(times[name]) - median(times.bare)).toFixed(0);
	const rows = Object.keys(local)
		.filter((name) => name !== "bare")
		.map((name) => [titleOfPage(name), over(local, name), over(slow, name)]);
	const head = [
		"ms over a bare page",
		"local",
		"1.6 Mbit/s, 150 ms to the server and back",
	];
	return `**In Chromium, with nothing in its caches: from the navigation to the article on the screen**\n\n${table(head, rows)}\n\nThe bare page takes ${median(local.bare).toFixed(0)} and ${median(slow.bare).toFixed(0)} ms.`;
}

/** @param {string} name */
function titleOfPage(name) {
	switch (name) {
		case "html":
			return "the article as HTML in the page";
		case "element":
			return "`<inkstone-article>` with its theme";
		default:
			return stacks[name].title;
	}
}

/**
 * @param {NonNullable<Results["memory"]>} memory
 */
export function memoryTable({ peaks, samples }) {
	const mebibytes = (/** @type {number} */ bytes) =>
		(bytes / 2 ** 20).toFixed(1);
	const rows = Object.entries(peaks).map(([name, bytes]) => [
		name === "" ? "Node alone" : stacks[name].title,
		mebibytes(bytes),
	]);
	const flat = samples.map(({ renders, resident, wasm }) => [
		renders.toLocaleString("en"),
		mebibytes(wasm),
		mebibytes(resident),
	]);
	return `**The most memory of a process that rendered the long article five times**\n\n${table(["MiB", "resident"], rows)}\n\n**Inkstone's memory while it renders the 12 KB article again and again**\n\n${table(["renders", "WebAssembly, MiB", "process, MiB"], flat)}`;
}

/**
 * Every target with what was measured.
 * @param {Results} results
 */
export function targetTable(results) {
	const rows = targets(results).map(({ what, wanted, measured, isMet }) => [
		what,
		wanted,
		measured || "not measured",
		isMet === undefined ? "–" : isMet ? "yes" : "no",
	]);
	return `**Targets**\n\n${table(["", "target", "measured", "met"], rows)}`;
}

/**
 * The one table for README.md: what its readers choose by.
 * @param {Required<Results>} results
 */
export function summaryTable({ speed, size, cold, page }) {
	const rows = Object.keys(stacks)
		.filter(
			(name) => stacks[name].module && stacks[name].tasks.includes("article"),
		)
		.map((name) => {
			const times = cold["Node 24"] ?? Object.values(cold)[0];
			const weight = size.stacks[name];
			const local = page.local[name];
			return [
				stacks[name].title,
				...corpusNames.map((corpus) =>
					rounded(megabytes(speed, name, "article", corpus) ?? 0),
				),
				median(times[name]).toFixed(1),
				local ? (median(local) - median(page.local.bare)).toFixed(0) : "–",
				weight ? kibibytes(weight.script + weight.wasm) : "–",
			];
		});
	const head = [
		"",
		...corpusNames.map((corpus) => `${corpora[corpus].name}, MB/s`),
		"first article in Node 24, ms",
		"in Chromium, ms over a bare page",
		"Brotli, KiB",
	];
	return table(head, rows);
}

/**
 * When and on what, and the versions of everything.
 * @returns {string} a sentence or two
 */
export function circumstances() {
	const processors = cpus();
	const versions = new Set(Object.values(stacks).flatMap(versionsOf));
	return `Measured on ${new Date().toISOString().slice(0, 10)}: ${processors.length} × ${processors[0].model.trim()}, ${process.platform} ${release()}, Node ${process.versions.node}; ${[...versions].sort().join(", ")}.`;
}

/** @param {number} bytes */
function kibibytes(bytes) {
	return (bytes / 1024).toFixed(1);
}
