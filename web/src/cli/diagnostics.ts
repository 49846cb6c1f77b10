// Findings in articles as compilers print them, so that editors and CI systems can jump to them.

import type { Severity } from "../types.js";
import type { Colors } from "./output.js";

/** A finding and the file that it is in. */
export interface FileDiagnostic {
	/** As the user would name it: relative to the working folder where it lies below it. */
	file: string;
	/** 1-based; 0: the finding is about the file as a whole. */
	line: number;
	/** In UTF-16 code units; 1-based; 0 with line 0. */
	column: number;
	severity: Severity;
	/** A code of `examples/docs/reference/diagnostics.md` or `examples/docs/reference/command.md`. */
	code: string;
	/** A sentence. */
	message: string;
}

/** How many findings there are of each severity. */
export interface DiagnosticCounts {
	errors: number;
	warnings: number;
	infos: number;
}

/**
 * Writes a finding in one line: `posts/a.md:3:8: warning metadata-date: …`.
 * @param colors whether and how it is coloured
 */
export function formatDiagnostic(
	{ file, line, column, severity, code, message }: FileDiagnostic,
	colors: Colors,
): string {
	const place = line > 0 ? `${file}:${line}:${column}:` : `${file}:`;
	const paint = {
		error: colors.red,
		warning: colors.yellow,
		info: colors.cyan,
	}[severity];
	return `${colors.bold(printable(place))} ${paint(severity)} ${colors.dim(`${code}:`)} ${printable(message)}`;
}

/** Counts findings by their severity. */
export function countDiagnostics(
	diagnostics: Iterable<{ severity: Severity }>,
): DiagnosticCounts {
	const counts = { errors: 0, warnings: 0, infos: 0 };
	for (const { severity } of diagnostics) {
		counts[`${severity}s`]++;
	}
	return counts;
}

/**
 * Takes from a text what would command a terminal: file names and front matter may hold anything.
 * @returns the text in one line
 */
export function printable(text: string): string {
	return text.replace(
		// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
		/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
		(character) =>
			`\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}
