// @ts-check
// Builds the fuzz targets and runs each for a while, so that a finding costs one command.
// What libFuzzer learns is kept in build/fuzz-corpus (with --ci it is thrown away), what it finds
// in artifacts/fuzz.

import { spawn } from "node:child_process";
import {
	createWriteStream,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildPreset } from "../../tools/build.js";
import { projectFolder } from "../../tools/paths.js";
import { setup } from "../../tools/setup.js";
import { inParallel, main, Problem, Steps } from "../../tools/steps.js";

/** @type {Record<string, string>} each target and its dictionary */
const targets = {
	split: "yaml",
	front_matter: "yaml",
	plain_yaml: "yaml",
	prepare: "markdown",
	differential: "markdown",
	render: "markdown",
};

const help = `node tests/fuzz/run.js [--seconds N] [--ci] [TARGET…]

Runs the fuzz targets that are named, or all: ${Object.keys(targets).join(", ")}.
Two run at a time where there are two processors.
  --seconds N   how long each runs; 60 if not given, 3600 before a release
  --ci          tries the same inputs each time: random numbers from a fixed seed, and
                nothing from earlier runs or for later ones`;

const here = fileURLToPath(new URL(".", import.meta.url));
const build = join(projectFolder, "build");
const artifacts = join(projectFolder, "artifacts", "fuzz");

/**
 * Reads the command line.
 * @param {string[]} parameters
 * @returns {{ help: boolean, seconds: number, isCi: boolean, names: string[] }}
 * @throws {Problem} if it cannot be understood
 */
function readCommandLine(parameters) {
	let parsed;
	try {
		parsed = parseArgs({
			args: parameters,
			allowPositionals: true,
			options: {
				seconds: { type: "string" },
				ci: { type: "boolean" },
				help: { type: "boolean" },
			},
		});
	} catch (error) {
		throw new Problem(`${/** @type {Error} */ (error).message}\n\n${help}`);
	}
	const { values, positionals } = parsed;
	const seconds = Number(values.seconds ?? "60");
	if (!(Number.isSafeInteger(seconds) && seconds > 0)) {
		throw new Problem(`--seconds is a number from 1 on.\n\n${help}`);
	}
	const unknown = positionals.filter((name) => !Object.hasOwn(targets, name));
	if (unknown.length > 0) {
		throw new Problem(`There is no target ${unknown.join(", ")}.\n\n${help}`);
	}
	return {
		help: values.help ?? false,
		seconds,
		isCi: values.ci ?? false,
		names: positionals.length > 0 ? positionals : Object.keys(targets),
	};
}

/**
 * Runs one target to its end: the time is over, or something was found.
 * @param {string} target
 * @param {number} seconds
 * @param {boolean} isCi
 * @returns {Promise<{ passed: boolean, line: string }>} how it went, in one line
 */
async function runTarget(target, seconds, isCi) {
	const corpus = isCi
		? mkdtempSync(join(tmpdir(), `inkstone-fuzz-${target}-`))
		: join(build, "fuzz-corpus", target);
	const specSeeds = join(build, "fuzz-seeds", target);
	const crashes = join(artifacts, target);
	const log = join(build, "logs", `fuzz-${target}.log`);
	for (const folder of [corpus, crashes, join(build, "logs")]) {
		mkdirSync(folder, { recursive: true });
	}
	// npm's packages are there only after the set-up.
	const { writeSpecSeeds } = await import("./seeds.js");
	writeSpecSeeds(target, specSeeds);
	const before = new Set(readdirSync(crashes));

	const program = join(build, "fuzz", "tests", "fuzz", `fuzz_${target}`);
	const settings = [
		...(isCi ? ["-seed=20261123"] : []),
		`-max_total_time=${seconds}`,
		"-max_len=4096",
		"-timeout=10",
		"-rss_limit_mb=2048",
		"-print_final_stats=1",
		`-dict=${join(here, `${targets[target]}.dict`)}`,
		`-artifact_prefix=${crashes}/`,
	];
	const folders = [corpus, join(here, "seeds", target), specSeeds];
	const output = createWriteStream(log);
	const started = performance.now();
	let text = "";
	const code = await new Promise((resolve, reject) => {
		const child = spawn(program, [...settings, ...folders], {
			stdio: ["ignore", "ignore", "pipe"],
		});
		child.stderr.on("data", (/** @type {Buffer} */ bytes) => {
			output.write(bytes);
			text += bytes.toString();
		});
		child.on("error", reject);
		child.on("close", resolve);
	});
	output.end();
	if (isCi) rmSync(corpus, { recursive: true });

	const executions = Number(/number_of_executed_units: +(\d+)/.exec(text)?.[1]);
	const coverage = [...text.matchAll(/ cov: (\d+) /g)].at(-1)?.[1] ?? "?";
	const files = readdirSync(crashes).filter((name) => !before.has(name));
	// An empty folder would look like a finding.
	if (readdirSync(crashes).length === 0) rmSync(crashes, { recursive: true });
	const passed = code === 0 && files.length === 0;
	const time = (performance.now() - started) / 1000;
	const figures = Number.isNaN(executions)
		? ""
		: `${executions} executions (${Math.round(executions / time)}/s), ${coverage} edges, `;
	const where = passed
		? ""
		: `\n    ${reason(text)}\n    ${[
				...files.map((file) => join(crashes, file)),
				log,
			]
				.map((path) => relative(projectFolder, path))
				.join("\n    ")}`;
	return {
		passed,
		line: `${passed ? "✓" : "✗"} ${target.padEnd(13)} ${figures}${time.toFixed(1)} s${where}`,
	};
}

/** @param {string} text what a target printed */
function reason(text) {
	const found =
		/^BROKEN PROMISE: .*$/m.exec(text) ??
		/^.*runtime error: .*$/m.exec(text) ??
		/^.*ERROR: (AddressSanitizer|LeakSanitizer|libFuzzer): .*$/m.exec(text);
	return found?.[0] ?? "it ended with a failure";
}

await main(async () => {
	const {
		help: wantsHelp,
		seconds,
		isCi,
		names,
	} = readCommandLine(process.argv.slice(2));
	if (wantsHelp) {
		console.log(help);
		return;
	}
	const steps = new Steps();
	await setup({ native: true, fuzz: true }, steps);
	await buildPreset(steps, "fuzz");
	let failed = 0;
	await inParallel(names, Math.min(2, availableParallelism()), async (name) => {
		const { passed, line } = await runTarget(name, seconds, isCi);
		console.log(line);
		if (!passed) failed += 1;
	});
	if (existsSync(artifacts) && readdirSync(artifacts).length === 0) {
		rmSync(artifacts, { recursive: true });
	}
	console.log(`${names.length - failed} passed, ${failed} failed`);
	if (failed > 0) process.exitCode = 1;
});
