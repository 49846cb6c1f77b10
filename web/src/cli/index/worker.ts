// A thread that renders articles and makes their records: what dist/cli-worker.js runs.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { recordOf, sectionCardOf } from "../../catalog/card.js";
import { momentOf } from "../../catalog/moment.js";
import { describedSection } from "../../catalog/routes.js";
import type { SearchDocument } from "../../catalog/types.js";
import { load } from "../../index.js";
import type { Article } from "../../types.js";
import { reasonOf } from "../exit.js";
import { type ReadStats, type RecordFacts, writeLine } from "./record-line.js";
import type { WorkerStart, WorkItem, WorkResult } from "./worker-messages.js";

const { core, folder, configuration, options, key, now }: WorkerStart =
	workerData;
const inkstone = await load({ wasm: core });

parentPort?.on("message", async (items: WorkItem[]) => {
	const results: WorkResult[] = [];
	for (const item of items) {
		results.push(await work(item));
	}
	// What is handed over is no longer here: its copies would wait for the garbage of two threads to be collected.
	parentPort?.postMessage(
		results,
		results.flatMap((result) =>
			result.kind === "record" ? [result.line.buffer as ArrayBuffer] : [],
		),
	);
});

async function work(item: WorkItem): Promise<WorkResult> {
	const { path, known, stats } = item;
	let bytes: Uint8Array;
	const readStats: ReadStats = [
		stats.modified,
		stats.changed,
		stats.size,
		Date.now(),
	];
	try {
		bytes = await readFile(join(folder, path));
	} catch (error) {
		return {
			kind: "failed",
			path,
			code: "file-unreadable",
			message: `The file cannot be read: ${reasonOf(error)}.`,
		};
	}
	const hash = createHash("sha256").update(bytes).digest("base64url");
	if (hash === known) {
		return { kind: "same", path, stats: readStats };
	}
	let article: Article;
	try {
		article = await render(bytes);
	} catch (error) {
		return {
			kind: "failed",
			path,
			code: "article-failed",
			message: `The article could not be rendered: ${(error as Error).message}`,
		};
	}
	const { facts, document } = factsOf(article, path, hash);
	// In memory of its own: that of short buffers is shared.
	const line = new Uint8Array(
		writeLine(
			JSON.stringify(readStats),
			JSON.stringify(facts),
			document ? JSON.stringify(document) : "",
		),
	);
	return { kind: "record", facts, line, stats: readStats };
}

// A core that has stopped is replaced at once, but by another turn of the loop: the second try is with the new one.
async function render(bytes: Uint8Array): Promise<Article> {
	try {
		return inkstone.render(bytes, options);
	} catch {
		await wait(50);
		return inkstone.render(bytes, options);
	}
}

function factsOf(
	article: Article,
	path: string,
	hash: string,
): { facts: RecordFacts; document?: SearchDocument } {
	const { diagnostics, metadata } = article;
	const facts = { path, hash, key, diagnostics };
	if (describedSection(path, configuration) !== undefined) {
		const section = sectionCardOf(article, path, configuration);
		return { facts: { ...facts, ...(section && { section }) } };
	}
	const time = new Date(now);
	const { card, document } = recordOf(article, path, hash, configuration, time);
	const changes = [
		metadata.date,
		metadata.publishDate,
		metadata.expiryDate,
	].map(momentOf);
	const before = changes.filter((moment) => moment <= now);
	const after = changes.filter((moment) => moment > now);
	return {
		facts: {
			...facts,
			...(before.length > 0 && { from: Math.max(...before) }),
			...(after.length > 0 && { until: Math.min(...after) }),
			card,
			...(metadata.draft && {
				hiddenBesides: recordOf(
					{ ...article, metadata: { ...metadata, draft: false } },
					path,
					hash,
					configuration,
					time,
				).card.hidden,
			}),
		},
		document,
	};
}
