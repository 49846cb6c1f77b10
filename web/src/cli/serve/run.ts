// `inkstone serve`: the server, and an index beside it that is made anew when something changes.

import { mkdtemp, realpath, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { ServeOptions } from "../commands/serve.js";
import {
	countDiagnostics,
	type FileDiagnostic,
	printable,
} from "../diagnostics.js";
import { CommandError, readable } from "../exit.js";
import { makeIndex } from "../index/make.js";
import type { Output } from "../output.js";
import { loadRenderer } from "../renderer.js";
import { interruptible } from "../signals.js";
import { displayPath, readSiteFolder } from "../site.js";
import { LiveChannel } from "./channel.js";
import { startServer } from "./server.js";
import { watchFolder } from "./watch.js";

/**
 * Serves until it is interrupted.
 * @param dir the blog's folder, as given
 * @param options see {@link ServeOptions}
 * @param output where it is said what happens
 */
export async function runServe(
	dir: string,
	options: ServeOptions,
	output: Output,
): Promise<void> {
	const inkstone = await loadRenderer();
	let site = await readSiteFolder(inkstone, dir, options.config);
	const { folder } = site;
	const scratch = await realpath(await mkdtemp(join(tmpdir(), "inkstone-")));
	const made = join(scratch, "made");
	const channel = new LiveChannel();

	const update = async (signal: AbortSignal) => {
		const begun = performance.now();
		const diagnostics: FileDiagnostic[] = [];
		try {
			site = await readSiteFolder(inkstone, dir, options.config);
			const { articles } = await makeIndex({
				folder,
				config: options.config,
				out: made,
				cache: join(scratch, "cache"),
				// The folder goes away with the server.
				keepsOld: true,
				threads: availableParallelism(),
				now: new Date(),
				drafts: options.drafts,
				future: options.future,
				signal,
				note: () => undefined,
				diagnostic: (diagnostic) => diagnostics.push(diagnostic),
				startProgress: () => ({
					advance: () => undefined,
					end: () => undefined,
				}),
			});
			const { errors, warnings } = countDiagnostics(diagnostics);
			const time = Math.round(performance.now() - begun);
			output.note(
				`${articles.found} articles in ${time} ms, ${errors} errors, ${warnings} warnings`,
			);
		} catch (error) {
			const shown = readable(error);
			if (signal.aborted || !(shown instanceof CommandError)) {
				throw error;
			}
			// The blog is being worked on: what is wrong now may be right in a moment.
			diagnostics.push({
				file: displayPath(site.file ?? folder),
				line: 0,
				column: 0,
				severity: "error",
				code: "index",
				message: shown.message,
			});
		}
		for (const diagnostic of diagnostics) {
			output.diagnostic(diagnostic);
		}
		channel.tell(diagnostics);
	};

	try {
		await interruptible(async (signal) => {
			// Until it is interrupted, or cannot go on.
			let end: (error: unknown) => void = () => undefined;
			const ended = new Promise<never>((_, reject) => {
				end = reject;
			});
			ended.catch(() => undefined);
			signal.addEventListener("abort", () => end(signal.reason));
			const changes = new Changes(async (paths) => {
				output.note(`Changed: ${printable(paths.slice(0, 5).join(", "))}`);
				await update(signal);
				channel.reload();
			}, end);
			const stop = await watchFolder(
				folder,
				isOfBlog,
				(paths) => changes.add(paths),
				end,
			);
			try {
				await update(signal);
				const server = await startServer({
					folder,
					made,
					host: options.host,
					port: options.port,
					channel,
					hasRoutesInPath: () => site.configuration.urls === "path",
				});
				output.result(server.url);
				output.document({ url: server.url, folder });
				try {
					await ended;
				} finally {
					// The server waits for its connections.
					channel.close();
					await server.close();
				}
			} finally {
				await stop();
			}
		});
	} finally {
		channel.close();
		await rm(scratch, { recursive: true, force: true });
	}
}

/** Tells changes one after the other, and what has come meanwhile at once. */
class Changes {
	readonly #waiting = new Set<string>();
	readonly #handle: (paths: string[]) => Promise<void>;
	readonly #failed: (error: unknown) => void;
	#isAtWork = false;

	constructor(
		handle: (paths: string[]) => Promise<void>,
		failed: (error: unknown) => void,
	) {
		this.#handle = handle;
		this.#failed = failed;
	}

	add(paths: string[]): void {
		for (const path of paths) {
			this.#waiting.add(path);
		}
		if (!this.#isAtWork) {
			this.#isAtWork = true;
			void this.#work();
		}
	}

	async #work(): Promise<void> {
		try {
			while (this.#waiting.size > 0) {
				const paths = [...this.#waiting];
				this.#waiting.clear();
				await this.#handle(paths);
			}
		} catch (error) {
			this.#failed(error);
		} finally {
			this.#isAtWork = false;
		}
	}
}

function isOfBlog(path: string): boolean {
	return !path
		.split("/")
		.some((part) => /^\.|~$/.test(part) || part === "node_modules");
}
