// What all subcommands have in common; each is a module in commands/.

import type { Command } from "commander";
import { ExitStatus } from "./exit.js";

/** What a subcommand's module gives: it adds itself to the program. Its work it imports only when it is called. */
export type AddCommand = (program: Command) => void;

const statuses = new WeakMap<Command, ExitStatus>();

/**
 * Adds the options that every subcommand has.
 * @returns the command
 */
export function withOutputOptions(command: Command): Command {
	return command
		.option(
			"--json",
			"print one JSON document on standard output, nothing else there",
		)
		.option("-q, --quiet", "print only results and errors")
		.option("--color", "print in colour (also: FORCE_COLOR=1)")
		.option("--no-color", "print without colours (also: NO_COLOR=1)");
}

/**
 * Says what the process will exit with; without it, a subcommand that does not throw has done well.
 * @param command the subcommand, which its action is given
 */
export function setStatus(command: Command, status: ExitStatus): void {
	statuses.set(rootOf(command), status);
}

/** What the process will exit with, after a subcommand that did not throw. */
export function statusOf(program: Command): ExitStatus {
	return statuses.get(program) ?? ExitStatus.ok;
}

function rootOf(command: Command): Command {
	return command.parent ? rootOf(command.parent) : command;
}
