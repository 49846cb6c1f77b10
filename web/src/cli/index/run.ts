// `inkstone index`, from the folder to the index.

import type { IndexOptions } from "../commands/index.js";
import { CommandError, type ExitStatus } from "../exit.js";
import type { Output } from "../output.js";

export async function runIndex(
	_folder: string,
	_options: IndexOptions,
	_output: Output,
): Promise<ExitStatus> {
	throw new CommandError("Not there yet.");
}
