// @ts-check
// Every command of the project says what it is doing, how long that took and, when it fails, why and
// what to do about it. That lives here, so that all commands look the same.

import { spawn } from "node:child_process";
import {
	appendFileSync,
	mkdirSync,
	readFileSync,
	realpathSync,
	writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { logFolder } from "./paths.js";

const lastLinesShown = 40;
const longestCommandShown = 100;

/**
 * A failure that was foreseen: its message is all a reader needs, and no stack trace is shown.
 */
export class Problem extends Error {}

/** Thrown by a step that cannot be done and need not be: says why, and what happens instead, in a few words. */
export class LeftOut extends Error {}

/**
 * A child process that ended with something else than success.
 */
export class CommandFailed extends Problem {
	/**
	 * @param {string} command the command line, as a reader could repeat it
	 * @param {string} reason how it ended
	 * @param {string} output everything the command printed
	 */
	constructor(command, reason, output) {
		super(
			`\`${command.length > longestCommandShown ? `${command.slice(0, longestCommandShown)}…` : command}\` ${reason}`,
		);
		this.output = output;
	}
}

/**
 * @typedef {object} RunOptions
 * @property {string} [folder] where the command runs; the current folder if not given
 * @property {Record<string, string | undefined>} [environment] the whole environment; this process's own if not given
 * @property {boolean} [streamed] whether the output is also shown while the command runs
 */

/**
 * Runs a command to its end, with nothing on its standard input, and gives what it printed.
 * @typedef {(command: string, parameters: string[], options?: RunOptions) => Promise<string>} Run
 */

/**
 * Where the lines of the steps go: `process.stdout` or a test's stand-in.
 * @typedef {{ write(text: string): unknown, isTTY?: boolean }} Output
 */

/** Prints one line for each step. */
export class Steps {
	/**
	 * @param {{ output?: Output, logs?: string }} [options] `logs` is the folder for the steps' logs
	 */
	constructor({ output = process.stdout, logs = logFolder } = {}) {
		this.output = output;
		this.logs = logs;
	}

	/**
	 * Runs one step and prints its line.
	 * @template Result
	 * @param {string} name what the reader sees; also names the step's log
	 * @param {(run: Run) => Promise<Result>} work does the step; commands it starts with `run` write to the step's log
	 * @returns {Promise<Result>} what `work` gives
	 * @throws whatever `work` throws; after a command that failed, the end of the log has been printed
	 */
	async step(name, work) {
		const log = join(
			this.logs,
			`${name.replace(/[^\p{L}\p{N}.]+/gu, "-")}.log`,
		);
		mkdirSync(this.logs, { recursive: true });
		writeFileSync(log, "");
		const started = performance.now();
		const line = new LiveLine(this.output, name, started);
		let streamed = false;
		try {
			const result = await work((command, parameters, options = {}) => {
				streamed ||= options.streamed ?? false;
				if (options.streamed) {
					line.clear();
				}
				return runLogged(command, parameters, options, log, this.output);
			});
			line.end("✓");
			return result;
		} catch (error) {
			if (error instanceof LeftOut) {
				line.clear();
				this.skip(name, error.message);
				throw error;
			}
			line.end("✗");
			if (error instanceof CommandFailed && !streamed) {
				this.output.write(logTail(log));
			}
			throw error;
		}
	}

	/**
	 * Prints the line of a step that has nothing to do.
	 * @param {string} name
	 * @param {string} [reason]
	 */
	skip(name, reason = "nothing to do") {
		this.output.write(`· ${name} (${reason})\n`);
	}
}

/**
 * Runs a whole command of the project: a foreseen failure becomes a message, and any failure exit code 1.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
	try {
		await work();
	} catch (error) {
		console.error(error instanceof Problem ? `\n${error.message}` : error);
		process.exitCode = 1;
	}
}

/**
 * Whether a module is the script that Node.js was started with, and not imported by another.
 * @param {string} url the module's `import.meta.url`
 */
export function isScript(url) {
	return (
		process.argv[1] !== undefined &&
		url === pathToFileURL(realpathSync(process.argv[1])).href
	);
}

/**
 * Seconds since a moment, as the steps print them.
 * @param {number} started a `performance.now()`
 */
export function secondsSince(started) {
	return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/**
 * Does the work for every item, some at a time.
 * @template Item
 * @param {Iterable<Item>} items
 * @param {number} atOnce how many are worked on at the same time
 * @param {(item: Item) => Promise<void>} work
 * @throws what `work` threw first, when nothing is being worked on any more
 */
export async function inParallel(items, atOnce, work) {
	const waiting = [...items];
	/** @type {unknown[]} */
	const errors = [];
	const worker = async () => {
		for (
			let item = waiting.shift();
			item !== undefined;
			item = waiting.shift()
		) {
			try {
				await work(item);
			} catch (error) {
				errors.push(error);
				waiting.length = 0;
			}
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	if (errors.length > 0) {
		throw errors[0];
	}
}

/** The line of a running step: it counts the seconds where somebody watches, and is silent elsewhere. */
class LiveLine {
	/**
	 * @param {Output} output
	 * @param {string} name
	 * @param {number} started
	 */
	constructor(output, name, started) {
		this.output = output;
		this.name = name;
		this.started = started;
		if (output.isTTY) {
			const show = () =>
				output.write(`\r\x1b[K… ${name}   ${secondsSince(started)}`);
			show();
			this.timer = setInterval(show, 1000);
		}
	}

	/** Takes the line away. */
	clear() {
		if (this.timer) {
			clearInterval(this.timer);
			this.timer = undefined;
			this.output.write("\r\x1b[K");
		}
	}

	/** @param {string} sign */
	end(sign) {
		this.clear();
		this.output.write(`${sign} ${this.name}   ${secondsSince(this.started)}\n`);
	}
}

/**
 * @param {string} command
 * @param {string[]} parameters
 * @param {RunOptions} options
 * @param {string} log
 * @param {Output} output
 * @returns {Promise<string>}
 */
function runLogged(
	command,
	parameters,
	{ folder, environment, streamed },
	log,
	output,
) {
	const commandLine = [command, ...parameters].join(" ");
	appendFileSync(log, `$ ${commandLine}\n`);
	return new Promise((resolve, reject) => {
		const child = spawn(command, parameters, {
			cwd: folder,
			env: environment,
			stdio: ["ignore", "pipe", "pipe"],
		});
		/** @type {Buffer[]} */
		const printed = [];
		const keep = (/** @type {Buffer} */ bytes) => {
			printed.push(bytes);
			appendFileSync(log, bytes);
			if (streamed) {
				output.write(bytes.toString());
			}
		};
		child.stdout.on("data", keep);
		child.stderr.on("data", keep);
		child.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
			const reason =
				error.code === "ENOENT"
					? "could not be found"
					: `could not be started (${error.code})`;
			reject(new CommandFailed(commandLine, reason, ""));
		});
		child.on("close", (code, signal) => {
			const text = Buffer.concat(printed).toString();
			if (code === 0) {
				resolve(text);
			} else {
				const reason = signal
					? `was ended by ${signal}`
					: `failed with exit code ${code}`;
				reject(new CommandFailed(commandLine, reason, text));
			}
		});
	});
}

/**
 * @param {string} log
 */
function logTail(log) {
	const lines = readFileSync(log, "utf8").trimEnd().split("\n");
	const shown = lines.slice(-lastLinesShown).map((line) => `    ${line}\n`);
	return `\n  The end of ${relative(process.cwd(), log)}:\n\n${shown.join("")}`;
}
