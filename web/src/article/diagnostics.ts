// Tells an article's author, in the console, what the core has found in the article.

import type { Diagnostic } from "../types.js";

const consoleMethods = {
	error: "error",
	warning: "warn",
	info: "info",
} as const;

/**
 * Writes one line for each finding: `https://…/article.md:3:7 message (code)`.
 * @param diagnostics from the core
 * @param name the article's URL
 */
export function reportDiagnostics(
	diagnostics: Diagnostic[],
	name: string,
): void {
	for (const { severity, line, column, message, code } of diagnostics) {
		console[consoleMethods[severity]](
			`${name}:${line}:${column} ${message} (${code})`,
		);
	}
}
