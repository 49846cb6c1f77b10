// @ts-check
// Runs suites one after the other, the rest also after one has failed, and ends with a table of how each went.

import { main, Problem, Steps, secondsSince } from "./steps.js";

/**
 * A suite: what it needs from the set-up, and how it is run. `run` gives the closing words of the table's line.
 * @typedef {object} Suite
 * @property {string} about what it tests, for `--help`
 * @property {import("./setup/debian.js").Needs} needs
 * @property {(steps: Steps) => Promise<string>} run
 */

/**
 * Picks suites by what was written on the command line.
 * @param {Record<string, Suite>} suites
 * @param {string[]} names none for all
 * @returns {Record<string, Suite>} in the order of `suites`
 * @throws {Problem} if a name is not one of theirs
 */
export function pick(suites, names) {
	const unknown = names.filter((name) => !Object.hasOwn(suites, name));
	if (unknown.length > 0) {
		throw new Problem(
			`There is no suite ${unknown.join(", ")}. The suites are: ${Object.keys(suites).join(", ")}.`,
		);
	}
	return Object.fromEntries(
		Object.entries(suites).filter(
			([name]) => names.length === 0 || names.includes(name),
		),
	);
}

/**
 * The union of what suites need.
 * @param {Record<string, Suite>} suites
 */
export function needsOf(suites) {
	return Object.assign(
		{},
		...Object.values(suites).map((suite) => suite.needs),
	);
}

/**
 * Runs suites and prints the table.
 * @param {Steps} steps
 * @param {Record<string, Suite>} suites
 * @throws {Problem} that names the ones that failed
 */
export async function runAll(steps, suites) {
	/** @type {{ name: string, passed: boolean, time: string, words: string }[]} */
	const lines = [];
	for (const [name, suite] of Object.entries(suites)) {
		const started = performance.now();
		let passed = true;
		let words = "";
		try {
			words = await suite.run(steps);
		} catch (error) {
			if (!(error instanceof Problem)) {
				throw error;
			}
			passed = false;
			words = error.message;
			steps.output.write(`\n${error.message}\n\n`);
		}
		lines.push({ name, passed, time: secondsSince(started), words });
	}
	const width = Math.max(...lines.map(({ name }) => name.length));
	steps.output.write("\n");
	for (const { name, passed, time, words } of lines) {
		steps.output.write(
			`${passed ? "✓" : "✗"} ${name.padEnd(width)}${time.padStart(9)}   ${words.split("\n")[0]}\n`,
		);
	}
	const failed = lines.filter(({ passed }) => !passed).map(({ name }) => name);
	if (failed.length > 0) {
		throw new Problem(`Failed: ${failed.join(", ")}.`);
	}
}

/**
 * A whole command that runs suites: picks those named on the command line, sets up what they need, and runs them.
 * @param {Record<string, Suite>} suites
 * @param {{ usage: string, setup: (needs: import("./setup/debian.js").Needs, steps: Steps) => Promise<void> }} command
 */
export async function runCommand(suites, { usage, setup }) {
	const names = process.argv.slice(2);
	if (names.includes("--help")) {
		const width = Math.max(...Object.keys(suites).map((name) => name.length));
		console.log(`${usage}\n`);
		for (const [name, { about }] of Object.entries(suites)) {
			console.log(`  ${name.padEnd(width)}   ${about}`);
		}
		return;
	}
	await main(async () => {
		const steps = new Steps();
		const picked = pick(suites, names);
		await setup(needsOf(picked), steps);
		await runAll(steps, picked);
	});
}
