// @ts-check
// What a site costs as it grows: making its index (time, memory), and what a reader's browser fetches and waits for
// until the first list and the first search result. A benchmark, not a test: it fails for nothing.
//
//     node tests/bench/scale.js [ARTICLES …]      1000 10000 100000 if none is given
//
// Corpora are kept in the folder for temporary files, by their size, and made anew when corpus.js has changed.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
	cpSync,
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { buildPackage } from "../../tools/build.js";
import { projectFolder } from "../../tools/paths.js";
import { serve } from "../../tools/serve.js";
import { setup } from "../../tools/setup.js";
import { main, Problem, Steps } from "../../tools/steps.js";
import { writeCorpus } from "./corpus.js";

const page = `<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<title>Corpus</title>
<link rel="stylesheet" href="inkstone/themes/default.css">
<script type="module" src="inkstone/define.js"></script>
<inkstone-site config="site.yaml"></inkstone-site>
`;
/** What readers look for, and where: words that the corpus has (see corpus.js), and one of them with a typo. */
const searches = [
	{ query: "机器", route: "/" },
	{ query: "機械", route: "/ja/" },
	{ query: "machine", route: "/en/" },
	{ query: "machne", route: "/en/" },
];
const command = join(projectFolder, "bin", "inkstone.js");

/**
 * What a process is asked to do costs: its wall time and, apart for Node and for what it starts (Pagefind), processor
 * time in seconds and the most memory at a time in bytes.
 * @typedef {object} Cost
 * @property {number} seconds
 * @property {Usage} node
 * @property {Usage} others
 */
/** @typedef {{ seconds: number, bytes: number }} Usage */
/**
 * What a browser has fetched for something and how long that took.
 * @typedef {{ milliseconds: number, kibibytes: number, requests: number }} Visit
 */

await main(async () => {
	const steps = new Steps();
	await setup({ wasm: true, browser: true }, steps);
	await buildPackage(steps);
	const { chromium } = await import("playwright-core");
	const sizes = process.argv.slice(2).map(Number);
	for (const count of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) {
		if (!(count > 0)) {
			throw new Problem(`The sizes are numbers of articles.`);
		}
		const folder = corpus(count);
		rmSync(join(folder, "inkstone-index"), { recursive: true, force: true });
		rmSync(join(folder, ".inkstone-cache"), { recursive: true, force: true });
		console.log(`\n${count} articles, ${mebibytes(articleBytes(folder))} MiB`);
		printCost("index, from nothing", await index(folder));
		touch(folder);
		printCost("index, one changed", await index(folder));
		const files = filesBelow(join(folder, "inkstone-index"));
		const head = readFileSync(join(folder, "inkstone-index", "index.json"));
		console.log(
			`  index on disk             ${files.length} files, ${mebibytes(sumOf(files))} MiB; index.json ${kibibytes(head.length)} KiB, ${kibibytes(gzipSync(head).length)} gzip`,
		);
		const browser = await chromium.launch({
			executablePath: "/usr/bin/chromium",
		});
		const { url, close } = await serve(folder, { port: 0 });
		try {
			for (const search of searches) {
				const { list, hit } = await visit(browser, url, search);
				if (search === searches[0]) {
					printVisit("first list", list);
				}
				printVisit(`first hit, ${search.query}`, hit);
			}
		} finally {
			await browser.close();
			await close();
		}
	}
});

/**
 * A corpus that is on this machine.
 * @param {number} count of articles
 * @returns {string} its folder, the package in it
 */
function corpus(count) {
	const version = createHash("sha256")
		.update(readFileSync(new URL("corpus.js", import.meta.url)))
		.digest("hex")
		.slice(0, 8);
	const folder = join(tmpdir(), `inkstone-corpus-${count}-${version}`);
	if (!existsSync(folder)) {
		const partial = `${folder}-${process.pid}`;
		writeCorpus(partial, count);
		renameSync(partial, folder);
	}
	rmSync(join(folder, "inkstone"), { recursive: true, force: true });
	cpSync(join(projectFolder, "dist"), join(folder, "inkstone"), {
		recursive: true,
	});
	writeFileSync(join(folder, "index.html"), page);
	return folder;
}

/**
 * Makes the index.
 * @param {string} folder
 * @returns {Promise<Cost>}
 */
async function index(folder) {
	const started = performance.now();
	const child = spawn(process.execPath, [command, "index", folder, "--quiet"], {
		stdio: ["ignore", "inherit", "inherit"],
	});
	/** @type {Promise<number | null>} */
	const ended = new Promise((resolve, reject) => {
		child.once("exit", resolve);
		child.once("error", reject);
	});
	const node = { seconds: 0, bytes: 0 };
	/** @type {Map<number, Usage>} */
	const others = new Map();
	let othersBytes = 0;
	let isOver = false;
	const watching = (async () => {
		while (!isOver) {
			note(node, child.pid ?? 0);
			let bytes = 0;
			for (const pid of childrenOf(child.pid ?? 0)) {
				const other = others.get(pid) ?? { seconds: 0, bytes: 0 };
				others.set(pid, other);
				bytes += note(other, pid);
			}
			othersBytes = Math.max(othersBytes, bytes);
			await wait(50);
		}
	})();
	const status = await ended;
	isOver = true;
	await watching;
	if (status !== 0 && status !== 1) {
		throw new Problem(`The index could not be made: exit status ${status}.`);
	}
	return {
		seconds: (performance.now() - started) / 1000,
		node,
		others: {
			seconds: [...others.values()].reduce((sum, one) => sum + one.seconds, 0),
			bytes: othersBytes,
		},
	};
}

/**
 * Notes what a process has used until now.
 * @param {Usage} usage
 * @param {number} pid
 * @returns {number} the bytes of memory that it holds; 0 for one that has ended
 */
function note(usage, pid) {
	try {
		const status = readFileSync(`/proc/${pid}/status`, "utf8");
		const bytes = Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) * 1024;
		// Behind the name, which may have anything in it, in hundredths of a second.
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1);
		const [user, system] = (stat ?? "").split(" ").slice(11, 13).map(Number);
		usage.seconds = Math.max(usage.seconds, (user + system) / 100);
		usage.bytes = Math.max(usage.bytes, bytes);
		return bytes;
	} catch {
		return 0;
	}
}

/**
 * @param {number} pid
 * @returns {number[]}
 */
function childrenOf(pid) {
	try {
		const list = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
		return (list.match(/\d+/g) ?? []).map(Number);
	} catch {
		return [];
	}
}

/**
 * Opens a site as a reader who has never been there, and searches it.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url the site's
 * @param {{ query: string, route: string }} search
 * @returns {Promise<{ list: Visit, hit: Visit }>}
 */
async function visit(browser, url, { query, route }) {
	const context = await browser.newContext();
	const tab = await context.newPage();
	let bytes = 0;
	let requests = 0;
	/** @type {Promise<unknown>[]} */
	let bodies = [];
	tab.on("response", (response) => {
		requests++;
		bodies.push(
			response.body().then(
				(body) => {
					// As servers send it.
					bytes += gzipSync(body).length;
				},
				() => {
					// Redirects, and what was there already, have none.
				},
			),
		);
	});
	try {
		let started = performance.now();
		await tab.goto(`${url}#${route}`);
		await tab.waitForSelector(".ink-card-title");
		const list = {
			milliseconds: performance.now() - started,
			kibibytes: 0,
			requests: 0,
		};
		await tab.waitForLoadState("networkidle");
		await Promise.all(bodies);
		Object.assign(list, { kibibytes: bytes / 1024, requests });
		bodies = [];
		bytes = 0;
		requests = 0;
		started = performance.now();
		await tab.fill(".ink-search-field", query);
		await tab.waitForSelector(".ink-search-results [role=option]", {
			timeout: 120_000,
		});
		const milliseconds = performance.now() - started;
		await tab.waitForLoadState("networkidle");
		await Promise.all(bodies);
		return {
			list,
			hit: { milliseconds, kibibytes: bytes / 1024, requests },
		};
	} finally {
		await context.close();
	}
}

/**
 * Changes one article, so that it is not the one that it was.
 * @param {string} folder
 */
function touch(folder) {
	const [file] = filesBelow(join(folder, "posts")).filter((file) =>
		file.endsWith(".md"),
	);
	writeFileSync(file, `${readFileSync(file, "utf8")}\n.\n`);
}

/** @param {string} folder */
function articleBytes(folder) {
	return sumOf(filesBelow(folder).filter((file) => file.endsWith(".md")));
}

/** @param {string} folder */
function filesBelow(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

/** @param {string[]} files */
function sumOf(files) {
	return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

/** @param {number} bytes */
function mebibytes(bytes) {
	return (bytes / 2 ** 20).toFixed(1);
}

/** @param {number} bytes */
function kibibytes(bytes) {
	return (bytes / 1024).toFixed(1);
}

/**
 * @param {string} what
 * @param {Cost} cost
 */
function printCost(what, { seconds, node, others }) {
	console.log(
		`  ${what.padEnd(24)}  ${seconds.toFixed(1)} s; Node ${usageText(node)}${others.bytes > 0 ? `; Pagefind ${usageText(others)}` : ""}`,
	);
}

/** @param {Usage} usage */
function usageText({ seconds, bytes }) {
	return `${seconds.toFixed(1)} s of a core, ${(bytes / 2 ** 20).toFixed(0)} MiB at most`;
}

/**
 * @param {string} what
 * @param {Visit} visit
 */
function printVisit(what, { milliseconds, kibibytes, requests }) {
	console.log(
		`  ${what.padEnd(24)}  ${milliseconds.toFixed(0)} ms, ${kibibytes.toFixed(1)} KiB gzip in ${requests} requests`,
	);
}
