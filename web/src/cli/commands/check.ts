// `inkstone check`: what its command line is.

import type { Command } from "commander";
import { setStatus, withOutputOptions } from "../command.js";
import { createOutput, type OutputOptions } from "../output.js";

/** The options of `inkstone check`, as given. */
export interface CheckOptions extends OutputOptions {
	config?: string;
	external?: boolean;
}

/** Adds `inkstone check` to the program. */
export function addCheckCommand(program: Command): void {
	const command = program
		.command("check")
		.summary("find what is wrong in a blog: links, images, front matter")
		.description(
			"Looks through a blog without changing anything: links and images that lead nowhere, faults of front matter and " +
				"configuration, articles that have the same address, translations that do not pair.",
		)
		.argument("[dir]", "the blog's folder", ".")
		.option(
			"-c, --config <file>",
			"the configuration (default: site.yaml in DIR)",
		)
		.option(
			"--external",
			"ask other hosts, too, whether they have what is linked to",
		)
		.addHelpText(
			"after",
			`
Examples:
  inkstone check                        the blog in this folder
  inkstone check blog --json            for a script
  inkstone check blog --external`,
		);
	withOutputOptions(command).action(
		async (folder: string, options: CheckOptions) => {
			const { runCheck } = await import("../check/run.js");
			setStatus(
				command,
				await runCheck(folder, options, createOutput(options)),
			);
		},
	);
}
