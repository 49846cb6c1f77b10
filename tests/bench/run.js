// @ts-check
// `npm run bench`: measures Inkstone against other ways to make an article of Markdown, all of it in one run.
//
//     npm run bench                      everything, some ten minutes
//     npm run bench -- speed size        some parts; `--help` lists them
//     npm run bench -- --write           everything, and the tables into README.md and docs/performance.md

import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildPackage, buildPreset } from "../../tools/build.js";
import { projectFolder } from "../../tools/paths.js";
import { setup } from "../../tools/setup.js";
import { main, Problem, Steps } from "../../tools/steps.js";
import { writeCorpora } from "./corpora.js";
import { speedTables } from "./report.js";
import { measureSpeed } from "./speed.js";
import { stacks } from "./stacks.js";

const corporaFolder = join(projectFolder, "build", "bench", "corpora");

/**
 * What parts are given: how thorough they are, and where they say what they do.
 * @typedef {object} Settings
 * @property {boolean} isQuick whether it only has to be seen that everything works
 * @property {"wall" | "cpu"} clock
 * @property {string[] | undefined} names of the stacks to measure; all if not given
 * @property {string} folder of the corpora
 * @property {(text: string) => void} say
 */

/**
 * A part: it measures, and gives what to print.
 * @type {Record<string, { about: string, run: (settings: Settings) => Promise<string> }>}
 */
const parts = {
	speed: {
		about: "Markdown to HTML and the whole job, warm, in MB/s",
		async run({ isQuick, clock, names, folder, say }) {
			const speeds = await measureSpeed({
				folder,
				clock,
				names,
				rounds: isQuick ? 1 : 9,
				milliseconds: isQuick ? 1 : 100,
				say,
			});
			return speedTables(speeds);
		},
	},
};

await main(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			help: { type: "boolean" },
			quick: { type: "boolean", default: false },
			"as-built": { type: "boolean", default: false },
			cpu: { type: "boolean", default: false },
			only: { type: "string" },
		},
	});
	if (values.help) {
		console.log(usage());
		return;
	}
	for (const name of positionals) {
		if (!Object.hasOwn(parts, name)) {
			throw new Problem(`There is no part ${name}.\n\n${usage()}`);
		}
	}
	const names = values.only?.split(",");
	for (const name of names ?? []) {
		if (!Object.hasOwn(stacks, name)) {
			const known = Object.keys(stacks).join(", ");
			throw new Problem(`There is no stack ${name}. The stacks are: ${known}.`);
		}
	}
	const steps = new Steps();
	if (!values["as-built"]) {
		await setup({ native: true, wasm: true, bench: true }, steps);
		await buildPackage(steps);
		await buildPreset(steps, "native", "bench");
		await buildPreset(steps, "wasm", "bench");
	}
	writeCorpora(corporaFolder);
	const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
	for (const name of wanted) {
		const text = await parts[name].run({
			isQuick: values.quick,
			clock: values.cpu ? "cpu" : "wall",
			names,
			folder: corporaFolder,
			say: (text) => console.error(`… ${name}: ${text}`),
		});
		console.log(`\n${text}\n`);
	}
});

function usage() {
	const lines = Object.entries(parts).map(
		([name, { about }]) => `  ${name.padEnd(10)} ${about}`,
	);
	return `npm run bench [-- PART… [--only=STACK,…] [--cpu] [--quick] [--as-built]]

Sets up and builds what is missing, and measures the parts that are named, or all:

${lines.join("\n")}

  --only      only these stacks: ${Object.keys(stacks).join(", ")}
  --cpu       by the time that a program had the processor: for a machine that others use, too
  --quick     measures next to nothing: to see that everything works
  --as-built  what stands in dist/ and build/, whatever the sources are`;
}
