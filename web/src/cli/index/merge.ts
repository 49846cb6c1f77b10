// `inkstone merge`, from shards to the index.

import type { MergeOptions } from "../commands/merge.js";
import { CommandError, type ExitStatus } from "../exit.js";
import type { Output } from "../output.js";

export async function runMerge(
	_shards: string[],
	_options: MergeOptions,
	_output: Output,
): Promise<ExitStatus> {
	throw new CommandError("Not there yet.");
}
