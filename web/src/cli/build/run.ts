// `inkstone build`: from a blog's folder to one that any static host can serve, and what is said about it.

import { resolve } from "node:path";
import type { BuildOptions } from "../commands/build.js";
import { countDiagnostics, type FileDiagnostic } from "../diagnostics.js";
import { CommandError, ExitStatus, UsageError } from "../exit.js";
import type { Output } from "../output.js";
import { startProgress } from "../progress.js";
import { interruptible } from "../signals.js";
import { displayPath, isBelow } from "../site.js";
import { buildBlog } from "./blog.js";

/**
 * Runs `inkstone build`.
 * @param dir the blog's folder, as given
 * @param out where it goes, as given
 * @param options see {@link BuildOptions}
 * @param output where to print
 */
export async function runBuild(
	dir: string,
	out: string,
	options: BuildOptions,
	output: Output,
): Promise<ExitStatus> {
	const [folder, target] = [resolve(dir), resolve(out)];
	if (folder === target || isBelow(folder, target)) {
		throw new UsageError(
			`${displayPath(target)} holds the blog itself. Name another folder.`,
		);
	}
	const diagnostics: FileDiagnostic[] = [];
	const told = new Set<string>();
	const begun = performance.now();
	const result = await interruptible((signal) =>
		buildBlog({
			folder,
			out: target,
			config: options.config,
			cache: options.cache,
			now: options.now ?? new Date(),
			signal,
			note: (text) => output.note(text),
			diagnostic(diagnostic) {
				// A fault of the configuration is one on every page.
				const key = JSON.stringify(diagnostic);
				if (!told.has(key)) {
					told.add(key);
					diagnostics.push(diagnostic);
					output.diagnostic(diagnostic);
				}
			},
			startProgress: (what, total) => startProgress(output, what, total),
		}),
	);
	const counts = countDiagnostics(diagnostics);
	const time = Math.round(performance.now() - begun);
	output.document({ out: target, ...result, time, counts, diagnostics });
	output.result(displayPath(target));
	output.note(
		`${result.pages} pages, ${result.files} files; ${result.written} written, ${result.removed} removed, in ${(time / 1000).toFixed(1)} s`,
	);
	if (result.pages === 0) {
		throw new CommandError("No page could be made.");
	}
	return counts.errors > 0 ? ExitStatus.problems : ExitStatus.ok;
}
