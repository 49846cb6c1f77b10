// `inkstone build`: what its command line is.

import type { Command } from "commander";
import { dateArgument } from "../arguments.js";
import { setStatus, withOutputOptions } from "../command.js";
import { createOutput, type OutputOptions } from "../output.js";

/** The options of `inkstone build`, as given. */
export interface BuildOptions extends OutputOptions {
	config?: string;
	cache?: string;
	now?: Date;
}

/** Adds `inkstone build` to the program. */
export function addBuildCommand(program: Command): void {
	const command = program
		.command("build")
		.summary("make static pages of a whole blog")
		.description(
			"Makes a folder that any static host can serve: each page of the blog as HTML that needs no script, the articles, " +
				"the index, and Inkstone, which takes the pages over where there are scripts. Drafts and articles whose date " +
				"is yet to come are left out.",
		)
		.argument("<dir>", "the blog's folder")
		.argument(
			"<out>",
			"where it goes: a folder that is new, empty, or was made by `inkstone build`",
		)
		.option(
			"-c, --config <file>",
			"the configuration (default: site.yaml in DIR)",
		)
		.option(
			"--cache <dir>",
			"where results are kept between runs; it can be deleted at any time",
		)
		.option(
			"--now <date>",
			"the time that scheduled and expired articles are judged by (default: now)",
			dateArgument,
		)
		.addHelpText(
			"after",
			`
Pages have the addresses of \`urls: path\`, whatever the configuration says.

Example:
  inkstone build blog public`,
		);
	withOutputOptions(command).action(
		async (folder: string, out: string, options: BuildOptions) => {
			const { runBuild } = await import("../build/run.js");
			setStatus(
				command,
				await runBuild(folder, out, options, createOutput(options)),
			);
		},
	);
}
