// What the command prints: results on standard output, everything else on standard error.

import { createColors } from "picocolors";
import { type FileDiagnostic, formatDiagnostic } from "./diagnostics.js";

/** The colours of a stream; all of them do nothing where it has none. */
export type Colors = ReturnType<typeof createColors>;

/** The options that every subcommand has. */
export interface OutputOptions {
	/** Print one JSON document on standard output and nothing else there. */
	json?: boolean;
	/** Print only results and errors. */
	quiet?: boolean;
	/** `--color`, `--no-color`; undefined: as the environment and the terminal say. */
	color?: boolean;
}

/** Where a subcommand prints. */
export interface Output {
	readonly options: Readonly<OutputOptions>;
	/** Colours for what goes to standard error. */
	readonly colors: Colors;
	/** Whether somebody watches standard error, so that progress may be drawn there. */
	readonly interactive: boolean;
	/** A line of the result on standard output; with `--json` nothing. */
	result(line: string): void;
	/** A line for people on standard error; with `--json` or `--quiet` nothing. */
	note(line: string): void;
	/** A finding on standard error; with `--json` nothing, as the document has it. With `--quiet` only errors. */
	diagnostic(diagnostic: FileDiagnostic): void;
	/** What went wrong, on standard error in any case. */
	error(message: string): void;
	/** The document on standard output; without `--json` nothing. */
	document(value: unknown): void;
}

/** The streams and the environment, which tests replace. */
export interface Host {
	stdout: Stream;
	stderr: Stream;
	env: Record<string, string | undefined>;
}

interface Stream {
	isTTY?: boolean;
	write(text: string): unknown;
}

/**
 * Makes the output of a subcommand.
 * @param options as they were given
 * @param host the process's own streams and environment by default
 */
export function createOutput(
	options: OutputOptions,
	host: Host = process,
): Output {
	const { stdout, stderr } = host;
	const colors = createColors(hasColors(stderr, host.env, options.color));
	const forPeople = !options.json && !options.quiet;
	return {
		options,
		colors,
		interactive: forPeople && stderr.isTTY === true && host.env.TERM !== "dumb",
		result(line) {
			if (!options.json) {
				stdout.write(`${line}\n`);
			}
		},
		note(line) {
			if (forPeople) {
				stderr.write(`${line}\n`);
			}
		},
		diagnostic(diagnostic) {
			if (forPeople || (!options.json && diagnostic.severity === "error")) {
				stderr.write(`${formatDiagnostic(diagnostic, colors)}\n`);
			}
		},
		error(message) {
			stderr.write(`${colors.red("error:")} ${message}\n`);
		},
		document(value) {
			if (options.json) {
				stdout.write(`${JSON.stringify(value, null, "\t")}\n`);
			}
		},
	};
}

/**
 * Whether a stream is printed to in colour: an option counts first, then https://no-color.org and FORCE_COLOR, then
 * whether it is a terminal.
 */
function hasColors(
	stream: { isTTY?: boolean },
	env: Record<string, string | undefined>,
	option?: boolean,
): boolean {
	if (option !== undefined) {
		return option;
	}
	if (env.NO_COLOR) {
		return false;
	}
	if (env.FORCE_COLOR !== undefined) {
		return !["0", "false"].includes(env.FORCE_COLOR);
	}
	return stream.isTTY === true && env.TERM !== "dumb";
}
