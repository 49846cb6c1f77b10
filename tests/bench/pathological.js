// @ts-check
// What hostile text costs natively: a table of the known families with the exponent of time over
// size. A benchmark, not a test: it says how it is, and fails for nothing.
//
//     node tests/bench/pathological.js [WORD]     the families whose names hold WORD

import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { buildPreset } from "../../tools/build.js";
import { projectFolder } from "../../tools/paths.js";
import { setup } from "../../tools/setup.js";
import { main, Problem, Steps } from "../../tools/steps.js";

/** Above this a family is marked: its cost grows faster than its size. */
const linear = 1.1;

/**
 * One line of what the program prints.
 * @typedef {{ name: string, bytes: number, ms: number[], exponent: number, output: number }} Row
 */

await main(async () => {
	const steps = new Steps();
	await setup({ native: true }, steps);
	await buildPreset(steps, "native", "pathological");
	const program = join(projectFolder, "build", "native", "pathological");
	const child = spawn(program, process.argv.slice(2), {
		stdio: ["ignore", "pipe", "inherit"],
	});
	const ended = new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", resolve);
	});
	console.log(
		`\n${"family".padEnd(46)}${"KiB".padStart(6)}${"ms at n".padStart(11)}${"2n".padStart(11)}${"4n".padStart(11)}${"exponent".padStart(10)}${"output".padStart(9)}`,
	);
	/** @type {Row[]} */
	const rows = [];
	for await (const line of createInterface({ input: child.stdout })) {
		/** @type {Row} */
		const row = JSON.parse(line);
		rows.push(row);
		const { name, bytes, ms, exponent, output } = row;
		const times = ms.map((one) => one.toFixed(2).padStart(11)).join("");
		console.log(
			`${padded(name, 46)}${(bytes / 1024).toFixed(0).padStart(6)}${times}${exponent.toFixed(2).padStart(10)}${`×${output.toFixed(1)}`.padStart(9)}${exponent > linear ? "  ←" : ""}`,
		);
	}
	const code = await ended;
	if (code !== 0) throw new Problem(`${program} ended with ${code}.`);
	const worst = Math.max(...rows.map(({ exponent }) => exponent));
	const above = rows.filter(({ exponent }) => exponent > linear).length;
	console.log(
		`\n${rows.length} families; the largest exponent is ${worst.toFixed(2)}, ${above} above ${linear}`,
	);
});

/**
 * A name in so many columns of a terminal, in which CJK characters take two.
 * @param {string} name
 * @param {number} columns
 */
function padded(name, columns) {
	const wide = [...name].filter((one) => /\p{Script=Han}|[。]/u.test(one));
	return name.padEnd(columns - wide.length);
}
