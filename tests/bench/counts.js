// @ts-check
// How many instructions the native core takes for each corpus, counted by callgrind and compared with counts.json: a
// slowdown then shows in a review, without a clock and whatever else the machine does. The counts hold for one compiler
// and one C library; with others there is nothing to compare.
//
//     node tests/bench/counts.js           counts and compares
//     node tests/bench/counts.js --write   writes counts.json anew, after a change that was meant

import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildPreset } from "../../tools/build.js";
import { projectFolder } from "../../tools/paths.js";
import { setup } from "../../tools/setup.js";
import { isScript, main, Problem, Steps } from "../../tools/steps.js";
import { corpora, corpusFile, corpusNames, writeCorpora } from "./corpora.js";
import { table } from "./report.js";
import { stacks } from "./stacks.js";

/** How much a count may change before somebody has to look at it. */
export const tolerance = 0.02;

/**
 * @typedef {import("./corpora.js").CorpusName} CorpusName
 * @typedef {Record<CorpusName, number>} Counts of instructions, for the whole job
 * @typedef {{ compiler: string, library: string, counts: Counts }} CountsFile what counts.json holds
 */

const file = new URL("counts.json", import.meta.url);

/**
 * The C library chooses by the processor how it copies; without these it does so the same way everywhere.
 */
const plainProcessor = {
	GLIBC_TUNABLES:
		"glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX2,-AVX2_Usable,-AVX_Fast_Unaligned_Load,-ERMS,-FSRM,-BMI2",
};

/**
 * What the counts hold for.
 * @returns {{ compiler: string, library: string }}
 */
export function conditions() {
	const cache = readFileSync(
		join(projectFolder, "build", "native", "CMakeCache.txt"),
		"utf8",
	);
	const compiler = /^CMAKE_CXX_COMPILER:\w+=(.+)$/m.exec(cache)?.[1] ?? "c++";
	const [version] = execFileSync(compiler, ["--version"], {
		encoding: "utf8",
	}).split("\n");
	const report = /** @type {any} */ (process.report.getReport());
	return {
		// Without the name that it was called by: c++, g++.
		compiler: `${version.replace(/^\S+ /, "")}, ${process.arch}`,
		library: `glibc ${report.header.glibcVersionRuntime}`,
	};
}

/**
 * Counts. The program has to be built: `native`, target `bench`.
 * @returns {Promise<Counts>}
 */
export async function countInstructions() {
	const folder = mkdtempSync(join(tmpdir(), "inkstone-counts-"));
	try {
		writeCorpora(folder);
		/** @type {Partial<Counts>} */
		const counts = {};
		for (const name of corpusNames) {
			counts[name] = await count(
				join(folder, "callgrind.out"),
				corpusFile(folder, name, "article"),
			);
		}
		return /** @type {Counts} */ (counts);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * @param {string} out where callgrind leaves what it has counted
 * @param {string} source
 */
async function count(out, source) {
	await promisify(execFile)(
		"valgrind",
		[
			"--quiet",
			"--tool=callgrind",
			`--callgrind-out-file=${out}`,
			"--toggle-collect=measured_render",
			stacks["native-core"].program ?? "",
			"--once",
			"article",
			source,
		],
		{ env: { PATH: process.env.PATH, ...plainProcessor } },
	);
	const total = /^totals: (\d+)$/m.exec(readFileSync(out, "utf8"))?.[1];
	if (!Number(total)) {
		throw new Problem(
			"Callgrind has counted nothing: measured_render() is gone.",
		);
	}
	return Number(total);
}

/** @returns {CountsFile} what is committed */
export function committedCounts() {
	return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * Which counts are not those that are committed.
 * @param {Counts} counts
 * @param {Counts} committed
 * @returns {string[]} a sentence for each
 */
export function changes(counts, committed) {
	return corpusNames
		.filter((name) => Math.abs(counts[name] / committed[name] - 1) > tolerance)
		.map((name) => {
			const percent = ((counts[name] / committed[name] - 1) * 100).toFixed(1);
			return `${corpora[name].name} takes ${counts[name].toLocaleString("en")} instructions, ${percent} % against the ${committed[name].toLocaleString("en")} of tests/bench/counts.json.`;
		});
}

/**
 * The counts beside those that are committed.
 * @param {Counts} counts
 */
export function countsTable(counts) {
	const { counts: committed, ...wanted } = committedCounts();
	const isSame = JSON.stringify(wanted) === JSON.stringify(conditions());
	const rows = corpusNames.map((name) => [
		corpora[name].name,
		(counts[name] / 1e6).toFixed(2),
		(counts[name] / Buffer.byteLength(corpora[name].body)).toFixed(1),
		isSame
			? `${((counts[name] / committed[name] - 1) * 100).toFixed(1)} %`
			: "–",
	]);
	return `**Instructions of the native core, the whole job**\n\n${table(["", "millions", "for a byte", "since counts.json"], rows)}`;
}

if (isScript(import.meta.url)) {
	await main(async () => {
		const steps = new Steps();
		await setup({ native: true, counts: true }, steps);
		await buildPreset(steps, "native", "bench");
		const counts = await countInstructions();
		if (process.argv.includes("--write")) {
			const record = { ...conditions(), counts };
			writeFileSync(file, `${JSON.stringify(record, null, "\t")}\n`);
		}
		console.log(`\n${countsTable(counts)}`);
	});
}
