// `inkstone render`: what its command line is.

import type { Command } from "commander";
import { setStatus, withOutputOptions } from "../command.js";
import { renderOptions } from "../options.js";
import { createOutput, type OutputOptions } from "../output.js";

/** The options of `inkstone render`, as given; those of the core's among them. */
export interface RenderCommandOptions extends OutputOptions {
	page?: boolean;
	theme?: string;
	lang?: string;
}

/** Adds `inkstone render` to the program. */
export function addRenderCommand(program: Command): void {
	const command = program
		.command("render")
		.summary("write an article as HTML")
		.description(
			"Writes the HTML of an article on standard output, and what its author should know on standard error.",
		)
		.argument("<file>", "the article; - for standard input")
		.option(
			"--page",
			"write a whole HTML document, as <inkstone-article> would show it, but without scripts",
		)
		.option(
			"--theme <url>",
			"the style sheet of the document (default: inkstone/themes/default.css)",
		)
		.option(
			"--lang <tag>",
			"the language of the document, where the article does not say its own",
		);
	for (const option of renderOptions()) {
		command.addOption(option);
	}
	command.addHelpText(
		"after",
		`
A boolean option alone is true; its value stands behind an equals sign.

Examples:
  inkstone render article.md                       the HTML of its body
  inkstone render - --json < article.md            all that is known of it
  inkstone render article.md --emoji --math=false  with options
  inkstone render article.md --page > article.html`,
	);
	withOutputOptions(command).action(
		async (file: string, options: RenderCommandOptions) => {
			const { runRender } = await import("../render.js");
			setStatus(command, await runRender(file, options, createOutput(options)));
		},
	);
}
