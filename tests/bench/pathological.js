// @ts-check
// What hostile text costs natively: a table of the known families with the exponent of cost over
// size. A benchmark, not a test: it says how it is, and fails for nothing.
//
//     node tests/bench/pathological.js [WORD]                  time, of the families whose names hold WORD
//     node tests/bench/pathological.js --instructions [WORD]   instructions instead of time
//
// Time knows what memory costs, but also what else the machine does, and that larger texts leave the
// caches. Instructions are the same every time: an exponent that shows in both is the program's. They
// are counted by valgrind, which takes some minutes for all.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { buildPreset } from "../../tools/build.js";
import { projectFolder } from "../../tools/paths.js";
import { setup } from "../../tools/setup.js";
import { main, Problem, Steps } from "../../tools/steps.js";

/** Above this a family is marked: its cost grows faster than its size. */
const linear = 1.1;

/** Memory that was given back and fetched anew would be the kernel's time, and only for large texts. */
const keepMemory = {
	MALLOC_MMAP_MAX_: "0",
	MALLOC_TRIM_THRESHOLD_: "4000000000",
};

/**
 * A family's cost at three sizes.
 * @typedef {{ name: string, bytes: number, costs: number[], exponent: number, output: number }} Row
 */

await main(async () => {
	const steps = new Steps();
	await setup({ native: true }, steps);
	await buildPreset(steps, "native", "pathological");
	const [first, ...rest] = process.argv.slice(2);
	const counts = first === "--instructions";
	const unit = counts ? "million" : "ms";
	console.log(
		`\n${"family".padEnd(46)}${"KiB".padStart(6)}${`${unit} at n`.padStart(13)}${"2n".padStart(11)}${"4n".padStart(11)}${"exponent".padStart(10)}${"output".padStart(9)}`,
	);
	/** @type {Row[]} */
	const rows = [];
	for await (const row of counts
		? counted(rest)
		: timed(process.argv.slice(2))) {
		rows.push(row);
		const { name, bytes, costs, exponent, output } = row;
		const [small, ...larger] = costs.map((one) => one.toFixed(2));
		console.log(
			`${padded(name, 46)}${(bytes / 1024).toFixed(0).padStart(6)}${small.padStart(13)}${larger.map((one) => one.padStart(11)).join("")}${exponent.toFixed(2).padStart(10)}${`×${output.toFixed(1)}`.padStart(9)}${exponent > linear ? "  ←" : ""}`,
		);
	}
	const worst = Math.max(...rows.map(({ exponent }) => exponent));
	const above = rows.filter(({ exponent }) => exponent > linear).length;
	console.log(
		`\n${rows.length} families; the largest exponent is ${worst.toFixed(2)}, ${above} above ${linear}`,
	);
});

/**
 * What the program times itself, in milliseconds.
 * @param {string[]} args
 * @returns {AsyncGenerator<Row>}
 */
async function* timed(args) {
	for await (const { ms, ...row } of linesOf(program(), args)) {
		yield { ...row, costs: ms };
	}
}

/**
 * What callgrind counts, in millions. It writes a file each time the function has ended.
 * @param {string[]} args
 * @returns {AsyncGenerator<Row>}
 */
async function* counted(args) {
	const folder = mkdtempSync(join(tmpdir(), "inkstone-"));
	const out = join(folder, "counts");
	try {
		let files = 0;
		for await (const { name, sizes, output } of linesOf("valgrind", [
			...["--quiet", "--tool=callgrind", `--callgrind-out-file=${out}`],
			"--toggle-collect=pathological_render",
			"--dump-after=pathological_render",
			...[program(), "--once", ...args],
		])) {
			const costs = sizes.map(() => {
				const file = readFileSync(`${out}.${++files}`, "utf8");
				return Number(file.match(/^totals: (\d+)$/m)?.[1]) / 1e6;
			});
			const growth = sizes[2] / sizes[0];
			const exponent = Math.log(costs[2] / costs[0]) / Math.log(growth);
			yield { name, bytes: sizes[2], costs, exponent, output };
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function program() {
	return join(projectFolder, "build", "native", "pathological");
}

/**
 * The lines of JSON that a command prints.
 * @param {string} command
 * @param {string[]} args
 * @returns {AsyncGenerator<any>}
 */
async function* linesOf(command, args) {
	const child = spawn(command, args, {
		stdio: ["ignore", "pipe", "inherit"],
		env: { ...process.env, ...keepMemory },
	});
	const ended = new Promise((resolve) => {
		child.on("error", ({ message }) => resolve(message));
		child.on("close", resolve);
	});
	for await (const line of createInterface({ input: child.stdout })) {
		yield JSON.parse(line);
	}
	const code = await ended;
	if (code !== 0) throw new Problem(`${command} ended with ${code}.`);
}

/**
 * A name in so many columns of a terminal, in which CJK characters take two.
 * @param {string} name
 * @param {number} columns
 */
function padded(name, columns) {
	const wide = [...name].filter((one) => /\p{Script=Han}|[。]/u.test(one));
	return name.padEnd(columns - wide.length);
}
