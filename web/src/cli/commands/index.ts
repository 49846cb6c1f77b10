// `inkstone index`: what its command line is.

import type { Command } from "commander";
import {
	dateArgument,
	positiveInteger,
	type Shard,
	shardArgument,
} from "../arguments.js";
import { setStatus, withOutputOptions } from "../command.js";
import { createOutput, type OutputOptions } from "../output.js";

/** The options of `inkstone index`, as given. */
export interface IndexOptions extends OutputOptions {
	config?: string;
	out?: string;
	cache?: string;
	threads?: number;
	shard?: Shard;
	now?: Date;
	drafts?: boolean;
	future?: boolean;
	dryRun?: boolean;
}

/** Adds `inkstone index` to the program. */
export function addIndexCommand(program: Command): void {
	const command = program
		.command("index")
		.summary("write the index of a blog: lists, terms, search, feeds, sitemap")
		.description(
			"Reads the articles (*.md) of a blog's folder and writes the index that <inkstone-site> lists, finds and " +
				"search them by; with a baseUrl in the configuration also feeds and a sitemap. Only what has changed " +
				"since the last run is rendered.",
		)
		.argument("[dir]", "the blog's folder", ".")
		.option(
			"-c, --config <file>",
			"the configuration (default: site.yaml in DIR)",
		)
		.option(
			"-o, --out <dir>",
			"where the index goes (default: what the configuration says)",
		)
		.option(
			"--cache <dir>",
			"where results are kept between runs; it can be deleted at any time",
		)
		.option(
			"-t, --threads <n>",
			"how many threads render (default: one for each core)",
			positiveInteger,
		)
		.option(
			"--shard <i/n>",
			"write only the i-th of n parts, for `inkstone merge`",
			shardArgument,
		)
		.option(
			"--now <date>",
			"the time that scheduled and expired articles are judged by (default: now)",
			dateArgument,
		)
		.option("--drafts", "list drafts too")
		.option("--future", "list articles too whose date is yet to come")
		.option("-n, --dry-run", "report, but write nothing")
		.addHelpText(
			"after",
			`
Examples:
  inkstone index                        the blog in this folder
  inkstone index blog --drafts          with drafts, for a preview
  inkstone index blog --json            counts, times and findings for a script
  inkstone index blog --shard 2/8 --out shards    one of eight machines
  inkstone merge shards/* --out blog/inkstone-index`,
		);
	withOutputOptions(command).action(
		async (folder: string, options: IndexOptions) => {
			const { runIndex } = await import("../index/run.js");
			setStatus(
				command,
				await runIndex(folder, options, createOutput(options)),
			);
		},
	);
}
