// @ts-check
// What a run of Node costs, and what it starts: processor time and memory, as Linux counts them.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { Problem } from "../../tools/steps.js";

/**
 * Wall time and, apart for Node and for what it starts, processor time in seconds and the most memory at a time in bytes.
 * @typedef {object} Cost
 * @property {number} seconds
 * @property {Usage} node
 * @property {Usage} others
 */
/** @typedef {{ seconds: number, bytes: number }} Usage */
/**
 * Runs Node to its end.
 * @param {string[]} parameters
 * @returns {Promise<Cost>}
 * @throws {Problem} unless it says that all is well, or that there are problems in articles
 */
export async function costOf(parameters) {
	const started = performance.now();
	const child = spawn(process.execPath, parameters, {
		stdio: ["ignore", "inherit", "inherit"],
	});
	/** @type {Promise<number | null>} */
	const ended = new Promise((resolve, reject) => {
		child.once("exit", resolve);
		child.once("error", reject);
	});
	const node = { seconds: 0, bytes: 0 };
	/** @type {Map<number, Usage>} */
	const others = new Map();
	let isOver = false;
	const watching = (async () => {
		while (!isOver) {
			note(node, child.pid ?? 0);
			for (const pid of childrenOf(child.pid ?? 0)) {
				const other = others.get(pid) ?? { seconds: 0, bytes: 0 };
				others.set(pid, other);
				note(other, pid);
			}
			await wait(50);
		}
	})();
	const status = await ended;
	isOver = true;
	await watching;
	if (status !== 0 && status !== 1) {
		throw new Problem(`Node has ended with the status ${status}.`);
	}
	const all = [...others.values()];
	return {
		seconds: (performance.now() - started) / 1000,
		node,
		others: {
			seconds: all.reduce((sum, one) => sum + one.seconds, 0),
			// One is there after the other.
			bytes: Math.max(0, ...all.map(({ bytes }) => bytes)),
		},
	};
}

/**
 * Notes what a process has used until now.
 * @param {Usage} usage
 * @param {number} pid
 */
function note(usage, pid) {
	try {
		const status = readFileSync(`/proc/${pid}/status`, "utf8");
		const kibibytes = Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0);
		// Behind the name, which may have anything in it, in hundredths of a second.
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1);
		const [user, system] = (stat ?? "").split(" ").slice(11, 13).map(Number);
		usage.seconds = Math.max(usage.seconds, (user + system) / 100);
		usage.bytes = Math.max(usage.bytes, kibibytes * 1024);
	} catch {
		// It has ended.
	}
}

/**
 * @param {number} pid
 * @returns {number[]}
 */
function childrenOf(pid) {
	try {
		const list = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
		return (list.match(/\d+/g) ?? []).map(Number);
	} catch {
		return [];
	}
}
