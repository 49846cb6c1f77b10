// @ts-check
// `npm run bench`: measures Inkstone against other ways to make an article of Markdown, all of it in one run.
//
//     npm run bench                      everything, some ten minutes
//     npm run bench -- speed size        some parts; `--help` lists them
//     npm run bench -- --write           everything, and the tables into README.md and the page on performance

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildPackage, buildPreset } from "../../tools/build.js";
import { withMarkedPart } from "../../tools/docs/marked-part.js";
import { projectFolder } from "../../tools/paths.js";
import { setUpPackages } from "../../tools/setup/packages.js";
import { describePlatform } from "../../tools/setup/platform.js";
import { setup } from "../../tools/setup.js";
import { main, Problem, Steps } from "../../tools/steps.js";
import { measureBrowser } from "./browser.js";
import { measureSizes } from "./bundles.js";
import { writeCorpora } from "./corpora.js";
import { countInstructions, countsTable } from "./counts.js";
import { measureColdStart, measureFlatness, measurePeaks } from "./node.js";
import {
	circumstances,
	coldTable,
	memoryTable,
	pageTable,
	sizeTable,
	speedTables,
	summaryTable,
	targetTable,
} from "./report.js";
import { measureSpeed } from "./speed.js";
import { stacks } from "./stacks.js";

/** @typedef {import("./targets.js").Results} Results */

/** As the documents' marks name it. */
const command = "npm run bench -- --write";

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
 * A part: it measures, leaves what it has measured among the results, and gives what to print.
 * @type {Record<string, { about: string, run: (settings: Settings, results: Results) => Promise<string> }>}
 */
const parts = {
	speed: {
		about: "Markdown to HTML and the whole job, warm, in MB/s",
		async run({ isQuick, clock, names, folder, say }, results) {
			results.speed = await measureSpeed({
				folder,
				clock,
				names,
				rounds: isQuick ? 1 : 9,
				milliseconds: isQuick ? 1 : 100,
				say,
			});
			return speedTables(results.speed);
		},
	},
	size: {
		about: "what a page loads, in KiB of Brotli",
		async run(_, results) {
			results.size = await measureSizes();
			return sizeTable(results.size);
		},
	},
	cold: {
		about: "the first article of a fresh Node process",
		async run({ isQuick, folder, say }, results) {
			const rounds = isQuick ? 1 : 15;
			results.cold = await measureColdStart({ folder, rounds, say });
			return coldTable(results.cold);
		},
	},
	page: {
		about: "from the navigation to the article on the screen, in Chromium",
		async run({ isQuick, say }, results) {
			results.page = await measureBrowser({
				rounds: isQuick ? 1 : 25,
				slowRounds: isQuick ? 1 : 5,
				say,
			});
			return pageTable(results.page);
		},
	},
	memory: {
		about: "the most memory of each, and Inkstone's after 100,000 renders",
		async run({ isQuick, folder, say }, results) {
			const renders = isQuick ? 100 : 100_000;
			say(`${renders} renders`);
			results.memory = {
				samples: await measureFlatness({ folder, renders }),
				peaks: await measurePeaks({ folder, say }),
			};
			return memoryTable(results.memory);
		},
	},
	counts: {
		about: "the instructions that the native core takes",
		async run(_, results) {
			results.counts = await countInstructions();
			return countsTable(results.counts);
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
			write: { type: "boolean", default: false },
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
	if (values.write && (positionals.length > 0 || names || values.quick)) {
		throw new Problem("Only what was measured in one run is written down.");
	}
	if (!values["as-built"]) {
		await prepare();
	}
	writeCorpora(corporaFolder);
	/** @type {Results} */
	const results = {};
	/** @type {string[]} */
	const texts = [];
	const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
	for (const name of wanted) {
		const text = await parts[name].run(
			{
				isQuick: values.quick,
				clock: values.cpu ? "cpu" : "wall",
				names,
				folder: corporaFolder,
				say: (text) => console.error(`… ${name}: ${text}`),
			},
			results,
		);
		console.log(`\n${text}`);
		texts.push(text);
	}
	texts.unshift(targetTable(results));
	console.log(`\n${texts[0]}\n\n${circumstances()}`);
	if (values.write) {
		const said = circumstances();
		write(
			"README.md",
			`${summaryTable(/** @type {Required<Results>} */ (results))}\n\n${said}`,
		);
		write(
			"examples/docs/reference/performance.md",
			[said, ...texts].join("\n\n"),
		);
	}
});

/** Sets up and builds everything that is measured. */
async function prepare() {
	const steps = new Steps();
	await setup(
		{ native: true, wasm: true, bench: true, counts: true, browser: true },
		steps,
	);
	// Where npm has no Node 24 for the system, nothing is put there, and the cold start is this Node's.
	await setUpPackages(
		steps,
		describePlatform(),
		join(projectFolder, "tests", "bench", "node24"),
		"Node 24",
	);
	await buildPackage(steps);
	await buildPreset(steps, "native", "bench");
	await buildPreset(steps, "wasm", "bench");
}

/**
 * Puts what was measured into a document.
 * @param {string} path in the project
 * @param {string} part Markdown
 */
function write(path, part) {
	const file = join(projectFolder, path);
	const document = readFileSync(file, "utf8");
	writeFileSync(
		file,
		withMarkedPart(document, "bench", `\n${part}\n`, command),
	);
}

function usage() {
	const lines = Object.entries(parts).map(
		([name, { about }]) => `  ${name.padEnd(10)} ${about}`,
	);
	return `npm run bench [-- PART… [--only=STACK,…] [--cpu] [--quick] [--as-built] [--write]]

Sets up and builds what is missing, and measures the parts that are named, or all:

${lines.join("\n")}

  --only      the speed of these stacks alone: ${Object.keys(stacks).join(", ")}
  --cpu       the speed by the time that a program had the processor: for a machine that others use, too
  --quick     measures next to nothing: to see that everything works
  --as-built  what stands in dist/ and build/, whatever the sources are
  --write     puts the tables into README.md and the page on performance`;
}
