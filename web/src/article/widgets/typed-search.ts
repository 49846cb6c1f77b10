// A search as the reader types: when it begins, and which answer still counts.

import type { Awaitable } from "../../awaitable.js";
import type { SearchHit } from "../site.js";

/** How long the reader has to stop typing, in milliseconds, before there is a search. */
const pause = 150;

/** Who searches, and who hears of it. */
export interface TypedSearchParties {
	/** Finds something, as `Site.search` does. */
	find(query: string, signal: AbortSignal): Awaitable<SearchHit[] | undefined>;
	/** The reader types; there will be a search when they stop. */
	onTyping(): void;
	/**
	 * What was found.
	 * @param query trimmed; "" for nothing, of which nothing is found
	 */
	onAnswer(query: string, hits: SearchHit[]): void;
	/** The search that was to answer has failed. */
	onFail(error: unknown): void;
}

/** Searches for what stands in a field whenever the reader stops typing there. */
export class TypedSearch {
	readonly #field: HTMLInputElement;
	readonly #parties: TypedSearchParties;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#running: AbortController | undefined;

	/**
	 * @param field that the reader types into
	 * @param parties see {@link TypedSearchParties}
	 * @param signal ends it
	 */
	constructor(
		field: HTMLInputElement,
		parties: TypedSearchParties,
		signal: AbortSignal,
	) {
		this.#field = field;
		this.#parties = parties;
		field.addEventListener(
			"input",
			(event) => {
				if (!(event as InputEvent).isComposing) {
					this.#searchSoon();
				}
			},
			{ signal },
		);
		// What an input method composes is not what the reader searches for until it is done.
		field.addEventListener("compositionstart", () => this.stop(), { signal });
		field.addEventListener("compositionend", () => this.#searchSoon(), {
			signal,
		});
		signal.addEventListener("abort", () => this.stop(), { once: true });
	}

	/** What is searched for, trimmed. */
	get query(): string {
		return this.#field.value.trim();
	}

	/** Drops a search that was to come or is under way. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#running?.abort();
	}

	/** Searches at once. Never rejects. */
	async search(): Promise<void> {
		this.stop();
		const { query } = this;
		if (!query) {
			this.#parties.onAnswer("", []);
			return;
		}
		this.#running = new AbortController();
		const { signal } = this.#running;
		try {
			const hits = (await this.#parties.find(query, signal)) ?? [];
			if (!signal.aborted) {
				this.#parties.onAnswer(query, hits);
			}
		} catch (error) {
			if (!signal.aborted) {
				this.#parties.onFail(error);
			}
		}
	}

	#searchSoon(): void {
		this.stop();
		this.#parties.onTyping();
		this.#timer = setTimeout(() => this.search(), pause);
	}
}

/**
 * Whether a key belongs to who reads it: not to an input method, and not to a shortcut.
 * @param event of the key
 */
export function isPlainKey(event: KeyboardEvent): boolean {
	return !(
		event.isComposing ||
		// Safari says only with the code 229 that the key still belonged to the input method.
		event.keyCode === 229 ||
		event.altKey ||
		event.ctrlKey ||
		event.metaKey
	);
}
