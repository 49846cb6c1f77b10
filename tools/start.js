// @ts-check
// Builds everything and serves the examples, so that a newcomer sees an article after one command.

import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildPackage } from "./build.js";
import { projectFolder } from "./paths.js";
import { setup } from "./setup.js";
import { isScript, main, Problem, Steps } from "./steps.js";

const help = `npm start [-- --port N]

Builds what is not built yet and serves examples/ on 127.0.0.1 until Ctrl-C.
  --port N   the port; also taken from the variable PORT. Without: 8080, or the next one that is free.`;

/**
 * Reads the command line.
 * @param {string[]} parameters
 * @param {Record<string, string | undefined>} environment
 * @returns {{ help: boolean, port: number | undefined }}
 * @throws {Problem} if it cannot be understood
 */
export function readCommandLine(parameters, environment) {
	let values;
	try {
		({ values } = parseArgs({
			args: parameters,
			options: { port: { type: "string" }, help: { type: "boolean" } },
		}));
	} catch (error) {
		throw new Problem(`${/** @type {Error} */ (error).message}\n\n${help}`);
	}
	const port = values.port ?? environment.PORT;
	if (port && !(/^\d+$/.test(port) && Number(port) <= 65535)) {
		throw new Problem(
			`A port is a number from 0 to 65535, not ${JSON.stringify(port)}.`,
		);
	}
	return { help: values.help ?? false, port: port ? Number(port) : undefined };
}

if (isScript(import.meta.url)) {
	await main(async () => {
		const { help: wantsHelp, port } = readCommandLine(
			process.argv.slice(2),
			process.env,
		);
		if (wantsHelp) {
			console.log(help);
			return;
		}
		const steps = new Steps();
		await setup({ wasm: true }, steps);
		await buildPackage(steps);
		// What it needs from npm is there only now.
		const { serve } = await import("./serve.js");
		const { url, close } = await serve(join(projectFolder, "examples"), {
			port,
		});
		console.log(`\n  ${url}\n\nCtrl-C ends this.`);
		process.once("SIGINT", close).once("SIGTERM", close);
	});
}
