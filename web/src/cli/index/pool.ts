// The threads that render. Work is handed out in batches, and never more than is being done.

import { Worker } from "node:worker_threads";
import { binFile } from "../package.js";
import { collectOften } from "./heap.js";
import type { WorkerStart, WorkItem, WorkResult } from "./worker-messages.js";

const batchFiles = 32;
const batchBytes = 4 << 20;

/**
 * Makes records of files in several threads.
 * @param items the files
 * @param threads how many at most
 * @param start what threads are started with
 * @param signal ends the work
 * @param onResults is called with results as they come, one call at a time; the next batch waits for it
 */
export async function renderInThreads(
	items: AsyncIterable<WorkItem>,
	threads: number,
	start: WorkerStart,
	signal: AbortSignal,
	onResults: (results: WorkResult[]) => Promise<void>,
): Promise<void> {
	const batches = batchesOf(items);
	const again: WorkItem[][] = [];
	let handling = Promise.resolve();
	let failed = false;

	async function nextBatch(): Promise<WorkItem[] | undefined> {
		const { value } = await batches.next();
		return value ?? again.shift();
	}

	async function lane(): Promise<void> {
		let thread: Thread | undefined;
		try {
			while (!failed) {
				signal.throwIfAborted();
				const batch = await nextBatch();
				if (!batch) {
					return;
				}
				thread ??= new Thread(start);
				const results = await thread.work(batch, signal);
				if (results) {
					handling = handling.then(() => onResults(results));
					await handling;
					continue;
				}
				// The thread has ended on one of them: alone, each shows whether it was that one.
				await thread.end();
				thread = undefined;
				if (batch.length > 1) {
					again.push(...batch.map((item) => [item]));
				} else {
					const results = batch.map(crashed);
					handling = handling.then(() => onResults(results));
					await handling;
				}
			}
		} catch (error) {
			failed = true;
			throw error;
		} finally {
			await thread?.end();
		}
	}

	const ends = await Promise.allSettled(Array.from({ length: threads }, lane));
	await batches.return(undefined);
	for (const end of ends) {
		if (end.status === "rejected") {
			throw end.reason;
		}
	}
}

/** One thread; does one batch at a time. */
class Thread {
	readonly #worker: Worker;
	#done: ((results: WorkResult[] | undefined) => void) | undefined;
	#ended = false;

	constructor(start: WorkerStart) {
		this.#worker = new Worker(binFile("worker.js"), {
			workerData: start,
		});
		// Starting a thread has made V8 forget it.
		this.#worker.once("online", collectOften);
		this.#worker.on("message", (results) => this.#settle(results));
		// An uncaught error, also that there is no memory left, is followed by the end.
		this.#worker.on("error", () => {});
		this.#worker.on("exit", () => {
			this.#ended = true;
			this.#settle(undefined);
		});
	}

	/** @returns nothing when the thread has ended */
	async work(
		batch: WorkItem[],
		signal: AbortSignal,
	): Promise<WorkResult[] | undefined> {
		if (this.#ended) {
			return undefined;
		}
		const end = () => void this.#worker.terminate();
		signal.addEventListener("abort", end);
		try {
			const results = await new Promise<WorkResult[] | undefined>((resolve) => {
				this.#done = resolve;
				this.#worker.postMessage(batch);
			});
			signal.throwIfAborted();
			return results;
		} finally {
			signal.removeEventListener("abort", end);
		}
	}

	async end(): Promise<void> {
		await this.#worker.terminate();
	}

	#settle(results: WorkResult[] | undefined): void {
		const done = this.#done;
		this.#done = undefined;
		done?.(results);
	}
}

async function* batchesOf(
	items: AsyncIterable<WorkItem>,
): AsyncGenerator<WorkItem[], undefined> {
	let batch: WorkItem[] = [];
	let bytes = 0;
	for await (const item of items) {
		batch.push(item);
		bytes += item.stats.size;
		if (batch.length >= batchFiles || bytes >= batchBytes) {
			yield batch;
			batch = [];
			bytes = 0;
		}
	}
	if (batch.length > 0) {
		yield batch;
	}
}

function crashed({ path }: WorkItem): WorkResult {
	return {
		kind: "failed",
		path,
		code: "article-failed",
		message: "The thread that rendered the article has ended.",
	};
}
