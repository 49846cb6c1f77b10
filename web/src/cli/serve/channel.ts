// What pages that are open hear of: that something has changed, and what is wrong with the articles.

import type { ServerResponse } from "node:http";
import type { FileDiagnostic } from "../diagnostics.js";

/** How often an idle connection is given a sign of life, in milliseconds: some proxies end silent ones. */
const heartbeat = 30_000;

/** Sends server-sent events to every page that is open. */
export class LiveChannel {
	readonly #pages = new Set<ServerResponse>();
	#diagnostics: FileDiagnostic[] = [];
	readonly #timer = setInterval(() => this.#send(":\n\n"), heartbeat);

	/** Takes in a page: it hears at once what is wrong. */
	join(response: ServerResponse): void {
		response.writeHead(200, {
			"Content-Type": "text/event-stream",
			"Cache-Control": "no-store",
		});
		response.write("retry: 500\n\n");
		response.write(event("diagnostics", this.#diagnostics));
		this.#pages.add(response);
		response.on("close", () => this.#pages.delete(response));
	}

	/**
	 * Tells all pages how things stand.
	 * @param diagnostics all that there are
	 */
	tell(diagnostics: FileDiagnostic[]): void {
		this.#diagnostics = diagnostics;
		this.#send(event("diagnostics", diagnostics));
	}

	/** Has all pages loaded anew. */
	reload(): void {
		this.#send(event("reload", null));
	}

	/** Ends all connections. */
	close(): void {
		clearInterval(this.#timer);
		for (const page of this.#pages) {
			page.end();
		}
	}

	#send(text: string): void {
		for (const page of this.#pages) {
			page.write(text);
		}
	}
}

function event(name: string, data: unknown): string {
	return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
