// A bar on the terminal for what takes long; nothing anywhere else.

import cliProgress from "cli-progress";
import type { Output } from "./output.js";

/** How far something is. */
export interface Progress {
	/** Says that so much more is done. */
	advance(by: number): void;
	/** Removes the bar. */
	end(): void;
}

/**
 * Shows how far something is.
 * @param output of the subcommand; the bar is drawn only where somebody watches
 * @param what is done, in a word or two
 * @param total how much there is to do
 */
export function startProgress(
	output: Output,
	what: string,
	total: number,
): Progress {
	if (!output.interactive || total === 0) {
		return { advance() {}, end() {} };
	}
	const bar = new cliProgress.SingleBar({
		stream: process.stderr,
		format: `${what} {bar} {value}/{total}  {eta_formatted} left`,
		barCompleteChar: "█",
		barIncompleteChar: "░",
		barsize: 30,
		clearOnComplete: true,
		hideCursor: true,
		etaBuffer: 200,
		gracefulExit: false,
	});
	bar.start(total, 0);
	return {
		advance: (by) => bar.increment(by),
		end: () => bar.stop(),
	};
}
