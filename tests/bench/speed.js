// @ts-check
// How quick each stack is once it is warm, each in a process of its own. They take turns: every round measures each once,
// in a new order, so that what else the machine does meanwhile meets them all, and ratios are taken within a round.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Problem } from "../../tools/steps.js";
import { checkOutput } from "./check.js";
import { corpora, corpusFile, corpusNames, sourceOf } from "./corpora.js";
import { median, shuffled } from "./numbers.js";
import { stacks } from "./stacks.js";

/**
 * @typedef {import("./stacks.js").Task} Task
 * @typedef {import("./corpora.js").CorpusName} CorpusName
 */

/**
 * What a stack was measured at: by its name, task and corpus, the seconds of one rendering in each round.
 * @typedef {Record<string, Partial<Record<Task, Partial<Record<CorpusName, number[]>>>>>} Speeds
 */

const worker = fileURLToPath(new URL("worker.js", import.meta.url));

/**
 * @param {object} options
 * @param {string} options.folder where the corpora are
 * @param {number} options.rounds
 * @param {number} options.milliseconds that each is measured for in a round, at least
 * @param {"wall" | "cpu"} options.clock `cpu` stands still while other programs have the processor
 * @param {string[]} [options.names] of stacks; all if not given
 * @param {(text: string) => void} options.say hears what is going on
 * @returns {Promise<Speeds>}
 * @throws {Problem} if a stack gives something that is no rendering of the corpus
 */
export async function measureSpeed({
	folder,
	rounds,
	milliseconds,
	clock,
	names = Object.keys(stacks),
	say,
}) {
	/** @type {Map<string, Runner>} */
	const runners = new Map();
	/** @type {Speeds} */
	const speeds = {};
	try {
		for (const name of names) {
			runners.set(name, new Runner(name));
		}
		for (const corpus of corpusNames) {
			for (const task of /** @type {Task[]} */ (["html", "article"])) {
				say(`${corpora[corpus].name}, ${task}`);
				const taking = names.filter((name) =>
					stacks[name].tasks.includes(task),
				);
				const file = corpusFile(folder, corpus, task);
				for (const name of taking) {
					const output = await runner(name).output(task, file);
					checkOutput(name, corpus, task, output);
					// So that what follows is warm.
					await runner(name).measure(task, file, milliseconds, clock);
					speeds[name] ??= {};
					speeds[name][task] ??= {};
					speeds[name][task][corpus] = [];
				}
				for (let round = 0; round < rounds; round++) {
					for (const name of shuffled(taking)) {
						const seconds = await runner(name).measure(
							task,
							file,
							milliseconds,
							clock,
						);
						speeds[name][task]?.[corpus]?.push(seconds);
					}
				}
			}
		}
	} finally {
		for (const one of runners.values()) {
			one.end();
		}
	}
	return speeds;

	/** @param {string} name */
	function runner(name) {
		return /** @type {Runner} */ (runners.get(name));
	}
}

/**
 * Megabytes of Markdown in a second.
 * @param {Speeds} speeds
 * @param {string} name
 * @param {Task} task
 * @param {CorpusName} corpus
 * @returns {number | undefined} nothing for what was not measured
 */
export function megabytes(speeds, name, task, corpus) {
	const seconds = speeds[name]?.[task]?.[corpus];
	const bytes = Buffer.byteLength(sourceOf(corpus, task));
	return seconds && bytes / 1e6 / median(seconds);
}

/**
 * How many times as quick a stack is as another: the median of the rounds.
 * @param {Speeds} speeds
 * @param {string} name
 * @param {string} other
 * @param {Task} task
 * @param {CorpusName} corpus
 * @returns {number | undefined} nothing for what was not measured
 */
export function ratio(speeds, name, other, task, corpus) {
	const ours = speeds[name]?.[task]?.[corpus];
	const theirs = speeds[other]?.[task]?.[corpus];
	return ours && theirs && median(theirs.map((one, at) => one / ours[at]));
}

/** A stack's process. */
class Runner {
	/** @param {string} name */
	constructor(name) {
		this.name = name;
		const { program } = stacks[name];
		this.isNative = program !== undefined;
		const [command, ...args] = program
			? [program]
			: [process.execPath, "--expose-gc", worker, name];
		this.child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
		this.answers = bytesOf(this.child.stdout);
		this.failure = new Promise((_, reject) => {
			this.child.on("error", reject);
			this.child.on("exit", (code) => {
				reject(new Problem(`${name} ended with ${code}.`));
			});
		});
		// Heard of where something is waited for.
		this.failure.catch(() => {});
	}

	/**
	 * @param {Task} task
	 * @param {string} file
	 * @param {number} milliseconds
	 * @param {string} clock
	 * @returns {Promise<number>} seconds
	 */
	async measure(task, file, milliseconds, clock) {
		const line = await this.#ask("measure", task, file, milliseconds, clock);
		return Number(line);
	}

	/**
	 * @param {Task} task
	 * @param {string} file
	 * @returns {Promise<import("./stacks.js").Output>}
	 */
	async output(task, file) {
		const line = await this.#ask("output", task, file);
		return this.isNative
			? { html: await this.answers.bytes(Number(line)) }
			: JSON.parse(line);
	}

	/** @param {(string | number)[]} words */
	async #ask(...words) {
		this.child.stdin.write(`${words.join("\t")}\n`);
		return /** @type {string} */ (
			await Promise.race([this.answers.line(), this.failure])
		);
	}

	end() {
		this.child.removeAllListeners("exit");
		this.child.stdin.end();
	}
}

/**
 * Reads a stream by lines and by lengths.
 * @param {import("node:stream").Readable} stream
 */
function bytesOf(stream) {
	let buffer = Buffer.alloc(0);
	/** @type {(() => void) | undefined} */
	let wake;
	stream.on("data", (/** @type {Buffer} */ chunk) => {
		buffer = Buffer.concat([buffer, chunk]);
		wake?.();
	});
	/** @param {() => number} length of what is there; less than 0 if more is needed */
	const take = async (length) => {
		while (length() < 0) {
			await new Promise((resolve) => {
				wake = () => resolve(undefined);
			});
		}
		const size = length();
		const text = buffer.subarray(0, size).toString();
		buffer = buffer.subarray(size);
		return text;
	};
	return {
		line: async () => {
			const line = await take(() => {
				const end = buffer.indexOf("\n");
				return end < 0 ? -1 : end + 1;
			});
			return line.trimEnd();
		},
		bytes: (/** @type {number} */ count) =>
			take(() => (buffer.length < count ? -1 : count)),
	};
}
