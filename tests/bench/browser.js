// @ts-check
// How long a reader waits in Chromium: from the navigation to the article on the screen, with nothing in any cache. Each
// stack's page is a bundle of its own, on a local server that compresses; on a slow network it is the size that counts.

import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { projectFolder } from "../../tools/paths.js";
import { bundle } from "./bundles.js";
import { sourceOf } from "./corpora.js";
import { loadStack } from "./load.js";
import { shuffled } from "./numbers.js";

/** The pages that are opened: three that are no stack's, and stacks. */
export const pageNames = [
	"bare",
	"html",
	"inkstone",
	"element",
	"md4x-wasm",
	"marked",
	"markdown-it",
];

/** What a phone has where the net is bad: 1.6 Mbit/s, and 150 ms to the server and back. */
const slow = {
	offline: false,
	latency: 150,
	downloadThroughput: 1.6e6 / 8,
	uploadThroughput: 0.75e6 / 8,
};

/** @type {Record<string, string>} */
const types = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".css": "text/css",
	".wasm": "application/wasm",
	".md": "text/markdown; charset=utf-8",
};

/**
 * Two frames would be waited for by a script that is told of one alone: the message comes when the frame is done.
 */
const telling = `<script>
	window.painted = new Promise((resolve) => {
		window.hasArticle = () => requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve(performance.now());
			port2.postMessage(undefined);
		});
	});
</script>`;

/**
 * @param {object} options
 * @param {number} options.rounds
 * @param {number} options.slowRounds
 * @param {(text: string) => void} options.say
 * @returns {Promise<Record<"local" | "slow", Record<string, number[]>>>} milliseconds, by page
 */
export async function measureBrowser({ rounds, slowRounds, say }) {
	const server = await serve(await pages());
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
		args: ["--no-sandbox"],
	});
	try {
		/**
		 * @param {number} rounds
		 * @param {typeof slow} [network]
		 */
		const measure = async (rounds, network) => {
			/** @type {Record<string, number[]>} */
			const times = Object.fromEntries(pageNames.map((name) => [name, []]));
			for (let round = rounds > 1 ? 0 : 1; round <= rounds; round++) {
				for (const name of shuffled(pageNames)) {
					const url = `${server.url}${name}/index.html`;
					const time = await open(browser, url, network);
					// In the first round Chromium itself is cold.
					if (round > 0) {
						times[name].push(time);
					}
				}
			}
			return times;
		};
		say("local");
		const local = await measure(rounds);
		say("slow network");
		return { local, slow: await measure(slowRounds, slow) };
	} finally {
		await browser.close();
		await server.close();
	}
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {typeof slow} [network]
 * @returns {Promise<number>} milliseconds from the navigation's start to the painted article
 */
async function open(browser, url, network) {
	// Nothing of an earlier page is in a new context's caches.
	const context = await browser.newContext();
	try {
		const page = await context.newPage();
		if (network) {
			const session = await context.newCDPSession(page);
			await session.send("Network.enable");
			await session.send("Network.emulateNetworkConditions", network);
		}
		await page.goto(url, { waitUntil: "commit" });
		const { time, length } = /** @type {any} */ (
			await page.evaluate(
				"painted.then((time) => ({ time, length: document.body.innerText.length }))",
			)
		);
		if (length < 2000 && !url.includes("/bare/")) {
			throw new Error(`There is no article on ${url}`);
		}
		return time;
	} finally {
		await context.close();
	}
}

/**
 * All files of all pages.
 * @returns {Promise<Map<string, Buffer>>} by their paths
 */
async function pages() {
	const article = sourceOf("article", "article");
	/** @type {Map<string, Buffer>} */
	const files = new Map();
	/**
	 * @param {string} name
	 * @param {string} head
	 * @param {string} body
	 */
	const page = (name, head, body) => {
		files.set(
			`/${name}/index.html`,
			Buffer.from(
				`<!doctype html><html lang="zh"><meta charset="utf-8"><title>…</title><link rel="icon" href="data:,">${telling}${head}<body>${body}</body></html>`,
			),
		);
		files.set(`/${name}/article.md`, Buffer.from(article));
	};
	const now = "<script>hasArticle()</script>";
	page("bare", "", `<article><p>…</p></article>${now}`);
	const { html } = (await loadStack("inkstone")).article(article);
	page("html", "", `<article>${html}</article>${now}`);
	for (const name of pageNames.slice(pageNames.indexOf("inkstone"))) {
		if (name === "element") {
			continue;
		}
		page(
			name,
			'<script type="module" src="page.js"></script>',
			"<article></article>",
		);
		for (const [file, content] of await bundle(name)) {
			files.set(`/${name}/${file}`, content);
		}
	}
	page(
		"element",
		`<link rel="stylesheet" href="inkstone/themes/default.css"><script type="module" src="inkstone/define.js"></script>`,
		`<inkstone-article src="article.md"></inkstone-article><script>
			document.addEventListener("inkstone-load", hasArticle, { once: true, capture: true });
		</script>`,
	);
	const dist = join(projectFolder, "dist");
	for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
		if (types[extname(file)]) {
			files.set(
				`/element/inkstone/${file.replaceAll("\\", "/")}`,
				readFileSync(join(dist, file)),
			);
		}
	}
	return files;
}

/**
 * Serves files as hosts do: compressed beforehand.
 * @param {Map<string, Buffer>} files by their paths
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
async function serve(files) {
	/** @type {Map<string, Buffer>} */
	const compressed = new Map();
	const server = createServer((request, response) => {
		const path = new URL(request.url ?? "/", "http://localhost").pathname;
		const content = files.get(path);
		if (!content) {
			response.writeHead(404).end();
			return;
		}
		const body = compressed.get(path) ?? brotliCompressSync(content);
		compressed.set(path, body);
		response
			.writeHead(200, {
				"Content-Type": types[extname(path)],
				"Content-Encoding": "br",
				"Content-Length": body.length,
			})
			.end(body);
	});
	await new Promise((resolve) => {
		server.listen(0, "127.0.0.1", () => resolve(undefined));
	});
	const { port } = /** @type {import("node:net").AddressInfo} */ (
		server.address()
	);
	return {
		url: `http://127.0.0.1:${port}/`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
