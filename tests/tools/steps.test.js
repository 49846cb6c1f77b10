// @ts-check
// Protects: whoever runs a command sees what it does, and on failure why and what to do, without a stack trace.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { inParallel, LeftOut, Problem, Steps } from "../../tools/steps.js";
import { readableSteps, temporaryFolder } from "./stand-ins.js";

test("a step prints its name and its time, and gives what its work gives", async () => {
	const { steps, printed } = readableSteps();
	assert.equal(await steps.step("sweep", async () => 42), 42);
	assert.match(printed(), /^✓ sweep {3}\d+\.\d s\n$/);
});

test("a step with nothing to do says so", () => {
	const { steps, printed } = readableSteps();
	steps.skip("sweep");
	assert.equal(printed(), "· sweep (nothing to do)\n");
});

test("a step that is left out says why", async () => {
	const { steps, printed } = readableSteps();
	const work = steps.step("sweep", async () => {
		throw new LeftOut("left to the wind");
	});
	await assert.rejects(work, LeftOut);
	assert.equal(printed(), "· sweep (left to the wind)\n");
});

test("the output of a command that succeeds is not shown", async () => {
	const { steps, printed } = readableSteps();
	const output = await steps.step("speak", (run) =>
		run("sh", ["-c", "echo aloud"]),
	);
	assert.equal(output, "aloud\n");
	assert.doesNotMatch(printed(), /aloud/);
});

test("a streamed command shows its output once, also when it fails", async () => {
	const { steps, printed } = readableSteps();
	const work = steps.step("speak", (run) =>
		run("sh", ["-c", "echo aloud; exit 1"], { streamed: true }),
	);
	await assert.rejects(work, Problem);
	assert.equal(printed().match(/aloud/g)?.length, 1);
});

test("a command that fails shows the last 40 lines of its log, and where the log is", async () => {
	const { steps, printed } = readableSteps();
	const work = steps.step("count", (run) =>
		run("sh", ["-c", "seq 1000 1099 >&2; exit 3"]),
	);
	await assert.rejects(work, {
		message: "`sh -c seq 1000 1099 >&2; exit 3` failed with exit code 3",
	});
	const lines = printed().match(/^ {4}\d+$/gm) ?? [];
	assert.equal(lines.length, 40);
	assert.equal(lines.at(-1), "    1099");
	const log = printed().match(/The end of (\S+):/)?.[1] ?? "";
	assert.ok(existsSync(log));
});

test("a command that is not there is named", async () => {
	const { steps } = readableSteps();
	const work = steps.step("fly", (run) => run("inkstone-no-such-command", []));
	await assert.rejects(work, {
		message: "`inkstone-no-such-command` could not be found",
	});
});

test("a foreseen failure ends the process with exit code 1, its message and no stack trace", () => {
	const script = `
		import { main, Problem } from ${JSON.stringify(new URL("../../tools/steps.js", import.meta.url).href)};
		await main(async () => { throw new Problem("The inkwell is empty. Fill it."); });`;
	const { status, stderr } = spawnSync(
		process.execPath,
		["--input-type=module", "--eval", script],
		{
			encoding: "utf8",
		},
	);
	assert.equal(status, 1);
	assert.equal(stderr, "\nThe inkwell is empty. Fill it.\n");
});

test("seconds are counted only where somebody watches", async () => {
	let text = "";
	const output = {
		isTTY: true,
		write: (/** @type {string} */ more) => (text += more),
	};
	await new Steps({ output, logs: temporaryFolder() }).step(
		"sweep",
		async () => {},
	);
	assert.match(
		text.replaceAll("\r\x1b[K", "<clear>"),
		/^<clear>… sweep {3}0\.0 s<clear>✓ sweep {3}\d\.\d s\n$/,
	);
});

test("no more items are worked on at once than is allowed", async () => {
	let now = 0;
	let most = 0;
	/** @type {number[]} */
	const done = [];
	await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
		most = Math.max(most, ++now);
		await new Promise((resolve) => setTimeout(resolve, 1));
		now--;
		done.push(item);
	});
	assert.equal(most, 2);
	assert.deepEqual(done.sort(), [1, 2, 3, 4, 5]);
});

test("after a failure no further item is begun, and none is left being worked on", async () => {
	let working = 0;
	/** @type {number[]} */
	const begun = [];
	const work = inParallel([1, 2, 3, 4], 2, async (item) => {
		begun.push(item);
		working++;
		await new Promise((resolve) => setTimeout(resolve, item));
		working--;
		if (item === 1) throw new Error("stop");
	});
	await assert.rejects(work, /stop/);
	assert.equal(working, 0);
	assert.deepEqual(begun, [1, 2]);
});

test("a long command line is shortened", async () => {
	const { steps } = readableSteps();
	const work = steps.step("fail", (run) => run("false", ["x".repeat(1000)]));
	await assert.rejects(work, ({ message }) =>
		/^`false x{94}…` failed/.test(message),
	);
});
