// The command `npx inkstone`: what a shell starts, and the one place that decides its exit status.

import { runProgram } from "./program.js";

// A reader that has gone (`inkstone … | head`) is no fault of ours, and there is nobody left to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	process.exit(error.code === "EPIPE" ? 0 : 3);
});

process.exitCode = await runProgram(process.argv.slice(2));
