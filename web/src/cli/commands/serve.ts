// `inkstone serve`: what its command line is.

import { type Command, InvalidArgumentError } from "commander";
import { withOutputOptions } from "../command.js";
import { createOutput, type OutputOptions } from "../output.js";

/** The options of `inkstone serve`, as given. */
export interface ServeOptions extends OutputOptions {
	config?: string;
	port?: number;
	host: string;
	drafts?: boolean;
	future?: boolean;
}

/** Adds `inkstone serve` to the program. */
export function addServeCommand(program: Command): void {
	const command = program
		.command("serve")
		.summary("show a blog while it is written")
		.description(
			"Serves a blog's folder, keeps its index current without writing into the folder, loads open pages anew when " +
				"something changes, and shows in them what is wrong with the articles.",
		)
		.argument("[dir]", "the blog's folder", ".")
		.option(
			"-c, --config <file>",
			"the configuration (default: site.yaml in DIR)",
		)
		.option(
			"-p, --port <n>",
			"the port; 0 for any that is free (default: 8080, or the next one that is free)",
			portArgument,
		)
		.option("--host <address>", "the address to listen on", "127.0.0.1")
		.option("--drafts", "list drafts too")
		.option("--future", "list articles too whose date is yet to come")
		.addHelpText(
			"after",
			`
Examples:
  inkstone serve                        the blog in this folder
  inkstone serve blog --drafts --port 3000`,
		);
	withOutputOptions(command).action(
		async (folder: string, options: ServeOptions) => {
			const { runServe } = await import("../serve/run.js");
			await runServe(folder, options, createOutput(options));
		},
	);
}

function portArgument(value: string): number {
	const port = Number(value);
	if (!/^\d{1,5}$/.test(value) || port > 65_535) {
		throw new InvalidArgumentError("It is a whole number from 0 to 65535.");
	}
	return port;
}
