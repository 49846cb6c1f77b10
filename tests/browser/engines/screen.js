// @ts-check
// A screen that nobody sees, for browsers that must have one.

import { spawn } from "node:child_process";

/**
 * Where a window must stand to have the focus: under the pointer, which is in the screen's middle, since nothing
 * manages the windows.
 */
export const windowPosition = { x: 1990, y: 1490 };

/**
 * Starts an X server on a display that is free.
 * @returns {Promise<{ display: string, close: () => void }>} `display` as it stands in the variable DISPLAY
 * @throws {Error} if there is no Xvfb, or it ends at once
 */
export async function openScreen() {
	const server = spawn(
		"Xvfb",
		// Room for any window at its position; open to this machine alone.
		"-displayfd 3 -screen 0 4000x3000x24 -nolisten tcp".split(" "),
		{ stdio: ["ignore", "ignore", "ignore", "pipe"] },
	);
	const close = () => {
		process.off("exit", close);
		server.kill();
	};
	process.on("exit", close);
	/** @type {string} */
	const number = await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
		server.stdio[3]?.once("data", (data) => resolve(String(data).trim()));
	});
	return { display: `:${number}`, close };
}
