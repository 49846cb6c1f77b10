// @ts-check
// A stack in a process of its own that is measured whenever it is asked to be; native.cpp says how. Its own process,
// because what one library leaves behind, garbage and code that was optimised for something else, would cost the next.
// Asked for an output, it answers with JSON: HTML, front matter and table of contents.
//
//     node --expose-gc worker.js STACK

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { loadStack } from "./load.js";

const stack = await loadStack(process.argv[2]);
/** @type {Map<string, string>} */
const contents = new Map();

for await (const line of createInterface({ input: process.stdin })) {
	const [what, task, file, milliseconds, clock] = line.split("\t");
	const source = contents.get(file) ?? readFileSync(file, "utf8");
	contents.set(file, source);
	const work = task === "article" ? stack.article : stack.html;
	if (what === "output") {
		const result = work(source);
		const output = typeof result === "string" ? { html: result } : result;
		const { html, frontMatter, toc } = output;
		console.log(JSON.stringify({ html, frontMatter, toc }));
	} else {
		const now = clock === "cpu" ? processorTime : () => performance.now();
		const seconds = measure(() => work(source), Number(milliseconds), now);
		console.log(String(seconds));
	}
}

/**
 * Does the work for so long.
 * @param {() => unknown} work
 * @param {number} milliseconds
 * @param {() => number} now a clock, in milliseconds
 * @returns {number} the seconds that it took once
 */
function measure(work, milliseconds, now) {
	globalThis.gc?.();
	const started = now();
	for (let count = 1; ; count++) {
		work();
		const passed = now() - started;
		if (passed >= milliseconds) {
			return passed / count / 1000;
		}
	}
}

/** What this process has had of the processor, in milliseconds. */
function processorTime() {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
