// `inkstone merge`: what its command line is.

import type { Command } from "commander";
import { setStatus, withOutputOptions } from "../command.js";
import { createOutput, type OutputOptions } from "../output.js";

/** The options of `inkstone merge`, as given. */
export interface MergeOptions extends OutputOptions {
	out: string;
	dryRun?: boolean;
}

/** Adds `inkstone merge` to the program. */
export function addMergeCommand(program: Command): void {
	const command = program
		.command("merge")
		.summary("make one index of the shards that several machines have written")
		.description(
			"Makes the index of the shards that `inkstone index --shard i/n` has written, without the articles: the " +
				"same, to the byte, that one machine would have made.",
		)
		.argument("<shards...>", "the shards, all n of them, in any order")
		.requiredOption("-o, --out <dir>", "where the index goes")
		.option("-n, --dry-run", "report, but write nothing")
		.addHelpText(
			"after",
			`
Example:
  for i in 1 2 3; do inkstone index blog --shard $i/3 --out shards & done; wait
  inkstone merge shards/* --out blog/inkstone-index`,
		);
	withOutputOptions(command).action(
		async (shards: string[], options: MergeOptions) => {
			const { runMerge } = await import("../index/merge.js");
			setStatus(
				command,
				await runMerge(shards, options, createOutput(options)),
			);
		},
	);
}
