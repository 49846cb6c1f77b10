// Ctrl+C and its kin: the work is ended in good order, and a second Ctrl+C ends it at once.

import { setMaxListeners } from "node:events";
import { CommandError, ExitStatus } from "./exit.js";

/**
 * Does work that can be interrupted.
 * @param work is told by the signal when to end, and cleans up then
 * @returns what the work gives
 * @throws CommandError with the status 130 when it was interrupted
 */
export async function interruptible<T>(
	work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	const controller = new AbortController();
	const { signal } = controller;
	// Each thread listens.
	setMaxListeners(0, signal);
	const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
	const onSignal = () => {
		if (signal.aborted) {
			process.exit(ExitStatus.interrupted);
		}
		controller.abort();
	};
	for (const name of names) {
		process.on(name, onSignal);
	}
	try {
		return await work(signal);
	} catch (error) {
		if (signal.aborted) {
			throw new CommandError("Interrupted.", ExitStatus.interrupted, {
				cause: error,
			});
		}
		throw error;
	} finally {
		for (const name of names) {
			process.off(name, onSignal);
		}
	}
}
