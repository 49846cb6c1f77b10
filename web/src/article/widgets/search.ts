// Widget: searches the site, as the reader types where the site can do that.

import type { PageContext } from "../context.js";
import { safeUrl } from "../links.js";
import { reportFault } from "../parts/guard.js";
import type { SearchHit, Site } from "../site.js";
import { SearchResults } from "./search-results.js";
import { widgetSection } from "./section.js";

/** How long the reader has to stop typing, in milliseconds, before there is a search. */
const pause = 150;

/** A form whose answer is a page of the site, or a list under the field, or both. */
export function searchWidget(context: PageContext): Element | undefined {
	const { site, words, signal } = context;
	if (!site?.search && !site?.searchUrl) {
		return undefined;
	}
	const form = document.createElement("form");
	form.className = "ink-search";
	form.setAttribute("role", "search");
	const widget = widgetSection("search", words.search, form);
	const labelId = widget.getAttribute("aria-labelledby") ?? "";
	form.setAttribute("aria-labelledby", labelId);

	const field = document.createElement("input");
	field.className = "ink-search-field";
	field.type = "search";
	field.enterKeyHint = "search";
	field.setAttribute("aria-labelledby", labelId);
	form.append(field);
	if (site.searchUrl) {
		const button = document.createElement("button");
		button.className = "ink-search-button";
		button.textContent = words.search;
		form.append(button);
	}

	const live = site.search
		? new LiveSearch(context, site, form, field, labelId)
		: undefined;
	form.addEventListener(
		"submit",
		(event) => {
			event.preventDefault();
			const query = field.value.trim();
			if (!query) {
				return;
			}
			if (site.searchUrl) {
				live?.stop();
				goTo(site, query);
			} else {
				live?.search();
			}
		},
		{ signal },
	);
	return widget;
}

function goTo(site: Site, query: string): void {
	try {
		const url = safeUrl(site.searchUrl?.(query), document.baseURI);
		if (url) {
			location.assign(url);
		}
	} catch (error) {
		reportFault("search", error);
	}
}

/** Searches as the reader types, and shows what is found under the field. */
class LiveSearch {
	readonly #site: Site;
	readonly #field: HTMLInputElement;
	readonly #results: SearchResults;
	readonly #status = document.createElement("p");
	readonly #nothing: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#running: AbortController | undefined;
	/** What the list, which may be closed, is the answer to. */
	#answered = "";
	#hasFailed = false;

	constructor(
		{ words, signal }: PageContext,
		site: Site,
		form: HTMLFormElement,
		field: HTMLInputElement,
		labelId: string,
	) {
		this.#site = site;
		this.#field = field;
		this.#nothing = words.nothing;
		this.#results = new SearchResults(field, `${labelId}:results`, labelId);
		// It stands there from the start, or what comes into it would not be said.
		this.#status.className = "ink-search-status";
		this.#status.setAttribute("role", "status");
		form.append(this.#results.element, this.#status);

		field.addEventListener("input", this.#onInput, { signal });
		// What an input method composes is not what the reader searches for until it is done.
		field.addEventListener("compositionstart", () => this.stop(), { signal });
		field.addEventListener("compositionend", () => this.#searchSoon(), {
			signal,
		});
		field.addEventListener("keydown", this.#onKey, { signal });
		field.addEventListener("blur", this.#onBlur, { signal });
		field.addEventListener("focus", this.#onFocus, { signal });
		// The focus stays in the field, whose loss would close the list before a click on it counts.
		this.#results.element.addEventListener(
			"mousedown",
			(event) => event.preventDefault(),
			{ signal },
		);
		this.#results.element.addEventListener(
			"click",
			() => this.#results.close(),
			{ signal },
		);
		signal.addEventListener("abort", () => this.stop(), { once: true });
	}

	/** Drops a search that was to come or is under way. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#running?.abort();
	}

	/** Searches at once. */
	async search(): Promise<void> {
		this.stop();
		const query = this.#field.value.trim();
		if (!query) {
			this.#answer("", []);
			return;
		}
		this.#running = new AbortController();
		const { signal } = this.#running;
		try {
			const hits = (await this.#site.search?.(query, signal)) ?? [];
			if (!signal.aborted) {
				this.#answer(query, hits);
			}
		} catch (error) {
			if (!signal.aborted) {
				this.#fail(error);
			}
		}
	}

	#answer(query: string, hits: SearchHit[]): void {
		const hasFound = this.#results.show(hits);
		this.#answered = query;
		this.#status.textContent = hasFound || !query ? "" : this.#nothing;
	}

	// That nothing was found would not be true.
	#fail(error: unknown): void {
		this.#answer("", []);
		if (!this.#hasFailed) {
			this.#hasFailed = true;
			reportFault("search", error);
		}
	}

	#searchSoon(): void {
		this.stop();
		// Enter now means what was typed.
		this.#results.deselect();
		this.#timer = setTimeout(() => this.search(), pause);
	}

	#isAnswered(): boolean {
		return this.#answered === this.#field.value.trim();
	}

	readonly #onBlur = (): void => {
		this.stop();
		this.#results.close();
	};

	// A telephone takes the focus away with its keyboard, which may have covered the list.
	readonly #onFocus = (): void => {
		if (this.#isAnswered()) {
			this.#results.open();
		}
	};

	readonly #onInput = (event: Event): void => {
		if (!(event as InputEvent).isComposing) {
			this.#searchSoon();
		}
	};

	readonly #onKey = (event: KeyboardEvent): void => {
		// Safari says only with the code 229 that the key still belonged to the input method.
		if (
			event.isComposing ||
			event.keyCode === 229 ||
			event.altKey ||
			event.ctrlKey ||
			event.metaKey
		) {
			return;
		}
		const results = this.#results;
		if (event.key === "ArrowDown" || event.key === "ArrowUp") {
			if (results.isOpen) {
				results.move(event.key === "ArrowDown" ? 1 : -1);
			} else if (this.#isAnswered()) {
				results.open();
			} else {
				this.search();
			}
			event.preventDefault();
		} else if (event.key === "Enter" && results.selected) {
			results.selected.click();
			event.preventDefault();
		} else if (event.key === "Escape" && results.isOpen) {
			results.close();
			// Neither the field is emptied yet, nor a dialog around the page closed.
			event.preventDefault();
			event.stopPropagation();
		}
	};
}
