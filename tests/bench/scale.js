// @ts-check
// What a site costs as it grows: making its index (time, memory), and what a reader's browser fetches and waits for
// until the first list and the first search result. A benchmark, not a test: it fails for nothing.
//
//     node tests/bench/scale.js [ARTICLES …]      1000 10000 100000 if none is given
//
// At its end it prints the table that the command's reference has.
// Corpora are kept in the folder for temporary files, by their size, and made anew when corpus.js has changed.

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
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildPackage } from "../../tools/build.js";
import { projectFolder } from "../../tools/paths.js";
import { serve } from "../../tools/serve.js";
import { setup } from "../../tools/setup.js";
import { main, Problem, Steps } from "../../tools/steps.js";
import { writeCorpus } from "./corpus.js";
import { costOf } from "./process-cost.js";

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

/** @typedef {import("./process-cost.js").Cost} Cost */
/**
 * What a browser has fetched for something and how long that took.
 * @typedef {{ milliseconds: number, kibibytes: number, requests: number }} Visit
 */

await main(async () => {
	const steps = new Steps();
	await setup({ wasm: true, browser: true }, steps);
	await buildPackage(steps);
	const given = process.argv.slice(2).map(Number);
	const sizes = given.length > 0 ? given : [1000, 10_000, 100_000];
	if (!sizes.every((count) => count > 0)) {
		throw new Problem("The sizes are numbers of articles.");
	}
	/** @type {Map<string, string[]>} */
	const table = new Map();
	/** @type {number[]} */
	const peaks = [];
	for (const count of sizes) {
		console.log(`\n${count} articles`);
		const { rows, peak } = await measure(count);
		peaks.push(peak);
		for (const [name, text] of Object.entries(rows)) {
			table.set(name, [...(table.get(name) ?? []), text]);
		}
	}
	console.log(`\n| articles | ${sizes.map(grouped).join(" | ")} |`);
	console.log(`|---${"|---".repeat(sizes.length)}|`);
	for (const [name, texts] of table) {
		console.log(`| ${name} | ${texts.join(" | ")} |`);
	}
	console.log(
		`\nThe most memory without search is ${peaks.map((peak) => (peak / (peaks[0] ?? peak)).toFixed(2)).join(", ")} times that of ${grouped(sizes[0] ?? 0)} articles.`,
	);
});

/**
 * Measures a site of some size.
 * @param {number} count of its articles
 * @returns {Promise<{ rows: Record<string, string>, peak: number }>} what the table says of it, and the most memory
 * without search, in bytes
 */
async function measure(count) {
	const folder = corpus(count);
	const built = join(folder, "inkstone-index");
	rmSync(built, { recursive: true, force: true });
	rmSync(join(folder, ".inkstone-cache"), { recursive: true, force: true });
	const loads = [loadavg()[0] ?? 0];
	const noSearch = ["--config", join(folder, "no-search.yaml")];
	const fresh = report("without search", await index(folder, noSearch));
	const same = report("nothing changed", await index(folder, noSearch));
	const files = filesText(built);
	loads.push(loadavg()[0] ?? 0);
	const searched = report("searches", await index(folder));
	const head = readFileSync(join(built, "index.json"));
	const searchedFiles = filesText(built);
	const { list, hit } = await readers(folder);
	loads.push(loadavg()[0] ?? 0);
	touch(folder);
	const touched = report("one article changed", await index(folder));
	loads.push(loadavg()[0] ?? 0);
	const numbers = loads.map((load) => load.toFixed(0));
	return {
		peak: fresh.node.bytes,
		rows: {
			"without search: processor time": seconds(fresh.node),
			"… where nothing has changed": seconds(same.node),
			"… most memory of Node": memory(fresh.node),
			"… where nothing has changed, too": memory(same.node),
			"… files of the index": files,
			"`index.json`, compressed": `${kibibytes(gzipSync(head).length)} KiB`,
			"searches besides: processor time": both(searched, seconds),
			"… most memory": both(searched, memory),
			"… files of the index, with them": searchedFiles,
			"one article changed, with searches: processor time": both(
				touched,
				seconds,
			),
			"first list: requests, compressed, time": visitText(list),
			"first hit of a Chinese word: requests, compressed, time": visitText(hit),
			"processes that wanted to run meanwhile": numbers.join(", "),
		},
	};
}

/**
 * Has readers look for something in a site.
 * @param {string} folder
 * @returns {Promise<{ list: Visit, hit: Visit }>} what the first of them saw
 */
async function readers(folder) {
	const { chromium } = await import("playwright-core");
	const browser = await chromium.launch({
		executablePath: "/usr/bin/chromium",
	});
	const { url, close } = await serve(folder, { port: 0 });
	try {
		const visits = [];
		for (const search of searches) {
			const seen = await visit(browser, url, search);
			visits.push(seen);
			console.log(`  first hit, ${search.query}: ${visitText(seen.hit)}`);
		}
		return /** @type {{ list: Visit, hit: Visit }} */ (visits[0]);
	} finally {
		await browser.close();
		await close();
	}
}

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
	// JSON is YAML.
	const configuration = JSON.parse(
		readFileSync(join(folder, "site.yaml"), "utf8"),
	);
	writeFileSync(
		join(folder, "no-search.yaml"),
		JSON.stringify({ ...configuration, search: { engine: "none" } }),
	);
	return folder;
}

/**
 * Makes the index.
 * @param {string} folder
 * @param {string[]} [parameters]
 */
function index(folder, parameters = []) {
	return costOf([command, "index", folder, "--quiet", ...parameters]);
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
function filesBelow(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

/** @param {string} folder */
function filesText(folder) {
	const files = filesBelow(folder);
	const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
	return `${grouped(files.length)}, ${(bytes / 1e6).toFixed(1)} MB`;
}

/** @param {number} bytes */
function kibibytes(bytes) {
	return (bytes / 1024).toFixed(1);
}

/** @param {number} number */
function grouped(number) {
	return number.toLocaleString("en");
}

/** @param {import("./process-cost.js").Usage} usage */
function seconds({ seconds }) {
	return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
}

/** @param {import("./process-cost.js").Usage} usage */
function memory({ bytes }) {
	return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}

/**
 * @param {Cost} cost
 * @param {(usage: import("./process-cost.js").Usage) => string} text
 */
function both({ node, others }, text) {
	return `${text(node)}${others.bytes > 0 ? `, Pagefind ${text(others)}` : ""}`;
}

/**
 * Says what something has cost as soon as that is known.
 * @param {string} what
 * @param {Cost} cost
 */
function report(what, cost) {
	console.log(
		`  ${what}: ${cost.seconds.toFixed(1)} s; of a core ${both(cost, seconds)}; ${both(cost, memory)}`,
	);
	return cost;
}

/** @param {Visit} visit */
function visitText({ milliseconds, kibibytes, requests }) {
	return `${requests}, ${kibibytes.toFixed(0)} KiB, ${(milliseconds / 1000).toFixed(1)} s`;
}
