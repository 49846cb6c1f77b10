// `inkstone index`, from the folder to the index, and what is said about it.

import { availableParallelism } from "node:os";
import type { IndexOptions } from "../commands/index.js";
import type { FileDiagnostic } from "../diagnostics.js";
import { ExitStatus } from "../exit.js";
import type { Output } from "../output.js";
import { startProgress } from "../progress.js";
import { interruptible } from "../signals.js";
import { makeIndex } from "./make.js";
import { summaryOf } from "./summary.js";

/**
 * Runs `inkstone index`.
 * @param folder the blog's
 * @param options as given
 * @param output where to print
 */
export async function runIndex(
	folder: string,
	options: IndexOptions,
	output: Output,
): Promise<ExitStatus> {
	const diagnostics: FileDiagnostic[] = [];
	const counts = { errors: 0, warnings: 0, infos: 0 };
	const result = await interruptible((signal) =>
		makeIndex({
			...options,
			folder,
			now: options.now ?? new Date(),
			threads: options.threads ?? availableParallelism(),
			signal,
			note: (text) => output.note(text),
			diagnostic(diagnostic) {
				counts[`${diagnostic.severity}s`]++;
				if (options.json) {
					diagnostics.push(diagnostic);
				}
				output.diagnostic(diagnostic);
			},
			startProgress: (what, total) => startProgress(output, what, total),
		}),
	);
	output.document({ ...result, counts, diagnostics });
	for (const line of summaryOf(result, output.colors)) {
		output.note(line);
	}
	return counts.errors > 0 ? ExitStatus.problems : ExitStatus.ok;
}
