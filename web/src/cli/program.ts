// The subcommands together, and how their ends become exit statuses.

import { Command, CommanderError } from "commander";
import { type AddCommand, statusOf } from "./command.js";
import { addBuildCommand } from "./commands/build.js";
import { addCheckCommand } from "./commands/check.js";
import { addIndexCommand } from "./commands/index.js";
import { addMergeCommand } from "./commands/merge.js";
import { addNewCommand, addPostCommand } from "./commands/new.js";
import { addRenderCommand } from "./commands/render.js";
import { addServeCommand } from "./commands/serve.js";
import { CommandError, ExitStatus, readable } from "./exit.js";
import { withBooleansClosed } from "./options.js";
import { createOutput, type OutputOptions } from "./output.js";
import { packageVersion } from "./package.js";

const commands: AddCommand[] = [
	addIndexCommand,
	addMergeCommand,
	addRenderCommand,
	addServeCommand,
	addBuildCommand,
	addCheckCommand,
	addNewCommand,
	addPostCommand,
];

/**
 * Makes the program with all of its subcommands.
 * @returns the program; a subcommand's action sets its exit status by {@link setStatus} or throws
 */
export function createProgram(): Command {
	const program = new Command("inkstone")
		.description("Makes a whole blog of a folder of Markdown files.")
		.version(packageVersion(), "-V, --version", "print the version and end")
		.helpOption("-h, --help", "print this help and end")
		.helpCommand("help [command]", "print the help of a command and end")
		.showHelpAfterError("(--help says what there is)")
		.configureHelp({ sortSubcommands: false })
		// Subcommands take over what is set before they are added.
		.exitOverride()
		.addHelpText(
			"after",
			`
Exit status: 0 all is well, 1 problems in articles (the rest was done), 2 wrong usage,
3 the work could not be done, 130 interrupted.`,
		);
	for (const add of commands) {
		add(program);
	}
	return program;
}

/**
 * Runs the command line.
 * @param parameters without the names of Node and the script
 * @returns the exit status
 */
export async function runProgram(parameters: string[]): Promise<ExitStatus> {
	const program = createProgram();
	try {
		await program.parseAsync(withBooleansClosed(parameters), { from: "user" });
		return statusOf(program);
	} catch (error) {
		if (error instanceof CommanderError) {
			// Help and the version are errors of Commander's with the exit code 0; it has printed the others itself.
			const fine = error.exitCode === 0;
			if (!fine && error.code !== "commander.help") {
				createOutput(outputOptionsIn(parameters)).document({
					error: { message: error.message.replace(/^error: /, "") },
				});
			}
			// Called without a subcommand, it prints the help, as an error.
			return fine ? ExitStatus.ok : ExitStatus.usage;
		}
		return reportError(error, parameters);
	}
}

function reportError(error: unknown, parameters: string[]): ExitStatus {
	const output = createOutput(outputOptionsIn(parameters));
	const shown = readable(error);
	if (shown instanceof CommandError) {
		output.error(shown.message);
		output.document({ error: { message: shown.message } });
		return shown.status;
	}
	const message =
		shown instanceof Error ? (shown.stack ?? shown.message) : String(shown);
	output.error(
		`This is a mistake in Inkstone; please report it with these lines.\n${message}`,
	);
	output.document({ error: { message } });
	return ExitStatus.failed;
}

// An error has no command, and parsing may not have come to its end.
function outputOptionsIn(parameters: string[]): OutputOptions {
	const end = parameters.indexOf("--");
	const options = new Set(end < 0 ? parameters : parameters.slice(0, end));
	return {
		json: options.has("--json"),
		...(options.has("--no-color") && { color: false }),
		...(options.has("--color") && { color: true }),
	};
}
