// @ts-check
// Protects: however a run ends, readers have a whole index, the one before it or the new one; and the next run leaves
// nothing of the ended one behind.

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { articles, contents, index, now } from "./blogs.js";
import { command, folderWith, put } from "./inkstone.js";

const count = 100;
const configuration = { "site.yaml": "baseUrl: https://example.org/\n" };
const caches = [".inkstone-cache"];
/** What in a blog's folder is not of its index. */
const sources = ["posts", "site.yaml", ...caches];

/**
 * Starts a run.
 * @param {string} folder
 * @param {string[]} [parameters]
 */
function start(folder, parameters = []) {
	const child = spawn(
		process.execPath,
		[command, "index", ".", "--now", now, "--threads", "2", ...parameters],
		{ cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
	);
	let stderr = "";
	child.stderr.on("data", (chunk) => {
		stderr += chunk;
	});
	/** @type {Promise<{ status: number | null, stderr: string }>} */
	const end = new Promise((resolve) =>
		child.on("close", (status) => resolve({ status, stderr })),
	);
	return { child, end };
}

/**
 * The index of a blog with such articles, and what stands beside it.
 * @param {Record<string, string>} files
 */
async function expected(files) {
	const folder = folderWith({ ...files, ...configuration });
	await index(folder);
	return contents(folder, sources);
}

/**
 * Asserts that a folder has one of two indexes, whole.
 * @param {string} folder
 * @param {Record<string, string>} old
 * @param {Record<string, string>} next
 * @returns {Record<string, string>} the one that it has
 */
function assertWhole(folder, old, next) {
	const found = contents(folder, sources);
	const main = "inkstone-index/index.json";
	const current = found[main] === next[main] ? next : old;
	for (const [path, content] of Object.entries(current)) {
		if (path.startsWith("inkstone-index/")) {
			assert.equal(found[path], content, path);
		} else {
			// They come into their places one by one, just after the index.
			assert([old[path], next[path]].includes(found[path]), path);
		}
	}
	return current;
}

test("a run that is killed at any moment leaves the previous index or the new one, and the next run makes all good", async () => {
	const versions = [articles(count, "ink"), articles(count, "paper")];
	const wholes = [await expected(versions[0]), await expected(versions[1])];
	const folder = folderWith({ ...versions[0], ...configuration });
	const started = performance.now();
	await start(folder).end;
	const duration = performance.now() - started;
	let current = wholes[0];
	let unfinished = 0;
	for (let i = 1; i <= 20; i++) {
		const next = wholes[i % 2];
		put(folder, versions[i % 2]);
		const { child, end } = start(folder);
		// Spread over the whole run, and by chance within each part.
		const moment = ((i - 1 + Math.random()) / 20) * duration * 1.1;
		const timer = setTimeout(() => child.kill("SIGKILL"), moment);
		const { status } = await end;
		clearTimeout(timer);
		unfinished += status === 0 ? 0 : 1;
		current = assertWhole(folder, current, next);
	}
	assert(unfinished > 0);

	const last = start(folder);
	assert.equal((await last.end).status, 0);
	assert.deepEqual(contents(folder, sources), wholes[0]);
	assert.deepEqual(
		readdirSync(join(folder, ".inkstone-cache")).filter(
			(name) => !/^(records-\w+\.ndjson|search\.json|\.gitignore)$/.test(name),
		),
		[],
	);
});

for (const blocks of [4, 40, 400]) {
	test(`a disk that takes no file over ${blocks} KiB: the previous index stays, the message says why, the status is 3`, async () => {
		const before = await expected(articles(3));
		const folder = folderWith({ ...articles(3), ...configuration });
		await index(folder);
		put(folder, articles(2_000));
		const { status, stderr } = spawnSync(
			"bash",
			[
				"-c",
				`ulimit -f ${blocks}; exec "$0" "$1" index . --now ${now} --cache "$2"`,
				process.execPath,
				command,
				join(folder, ".inkstone-cache"),
			],
			{ cwd: folder, encoding: "utf8" },
		);
		assert.equal(status, 3);
		assert.match(
			stderr,
			/error: Cannot write .*: the file would be larger than is allowed here \(EFBIG\)\.\n$/,
		);
		assert.deepEqual(contents(folder, sources), before);
	});
}

test("a full disk: the previous index stays, the message says so, the status is 3", {
	skip: !canMount() && "file systems can only be mounted by root",
}, async () => {
	const whole = await expected(articles(count));
	const disk = folderWith();
	mkdirSync(join(disk, "disk"));
	const out = join(disk, "disk");
	execFileSync("mount", ["-t", "tmpfs", "-o", "size=640k", "tmpfs", out]);
	// Not in a hook: hooks run in the order of their making, and the folder's own, which removes it, was made before.
	try {
		const folder = folderWith({ ...articles(count), ...configuration });
		assert.equal((await start(folder, ["--out", out]).end).status, 0);
		const before = contents(out);
		put(folder, articles(2_000, "paper"));
		const { status, stderr } = await start(folder, ["--out", out]).end;
		assert.equal(status, 3);
		assert.match(
			stderr,
			/error: Cannot write .*: there is no space left on the disk \(ENOSPC\)\.\n$/,
		);
		assert.deepEqual(contents(out), before);
		assert.deepEqual(before, whole);
	} finally {
		spawnSync("umount", [out]);
	}
});

test("an interrupted run ends with 130, says so, and leaves everything as it was", async () => {
	const folder = folderWith({ ...articles(3), ...configuration });
	await index(folder);
	const before = contents(folder, sources);
	put(folder, articles(2_000));
	// Once its cache grows, it is at work.
	const cache = join(folder, ".inkstone-cache");
	const kept = readdirSync(cache).length;
	const { child, end } = start(folder);
	while (readdirSync(cache).length === kept && child.exitCode === null) {
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	child.kill("SIGINT");
	const { status, stderr } = await end;
	assert.equal(status, 130);
	assert.match(stderr, /error: Interrupted\.\n$/);
	assert.deepEqual(contents(folder, sources), before);
});

test("two runs at once wait for each other, and the index is whole", async () => {
	const files = articles(count);
	const folder = folderWith({ ...files, ...configuration });
	const runs = [start(folder), start(folder), start(folder)];
	for (const { end } of runs) {
		assert.equal((await end).status, 0);
	}
	assert.deepEqual(contents(folder, sources), await expected(files));
});

test("a lock whose process is gone holds nobody up", async () => {
	const gone = spawnSync(process.execPath, ["-e", ""]).pid;
	const folder = folderWith({
		...articles(3),
		"inkstone-index/.inkstone-lock": JSON.stringify({
			pid: gone,
			host: hostname(),
			token: "x",
		}),
	});
	const { status } = await index(folder);
	assert.equal(status, 0);
	assert(
		!readdirSync(join(folder, "inkstone-index")).includes(".inkstone-lock"),
	);
});

function canMount() {
	const probe = folderWith();
	const { status } = spawnSync("mount", ["-t", "tmpfs", "tmpfs", probe]);
	spawnSync("umount", [probe]);
	return status === 0;
}
