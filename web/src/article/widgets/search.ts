// Widget: searches the site, as the reader types where the site can do that.

import type { WidgetContext } from "../context.js";
import { safeUrl } from "../links.js";
import { reportFault } from "../parts/guard.js";
import type { SearchHit, Site } from "../site.js";
import { SearchResults } from "./search-results.js";
import { widgetSection } from "./section.js";
import { isPlainKey, TypedSearch } from "./typed-search.js";

/** A form whose answer is a page of the site, or a list under the field, or both. */
export function searchWidget(context: WidgetContext): Element | undefined {
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
	readonly #field: HTMLInputElement;
	readonly #results: SearchResults;
	readonly #search: TypedSearch;
	readonly #status = document.createElement("p");
	readonly #nothing: string;
	/** What the list, which may be closed, is the answer to. */
	#answered = "";
	#hasFailed = false;

	constructor(
		{ words, signal }: WidgetContext,
		site: Site,
		form: HTMLFormElement,
		field: HTMLInputElement,
		labelId: string,
	) {
		this.#field = field;
		this.#nothing = words.nothing;
		this.#results = new SearchResults(field, `${labelId}:results`, labelId);
		// It stands there from the start, or what comes into it would not be said.
		this.#status.className = "ink-search-status";
		this.#status.setAttribute("role", "status");
		form.append(this.#results.element, this.#status);

		this.#search = new TypedSearch(
			field,
			{
				find: (query, signal) => site.search?.(query, signal),
				// Enter now means what was typed.
				onTyping: () => this.#results.deselect(),
				onAnswer: (query, hits) => this.#answer(query, hits),
				onFail: (error) => this.#fail(error),
			},
			signal,
		);
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
	}

	/** Drops a search that was to come or is under way. */
	stop(): void {
		this.#search.stop();
	}

	/** Searches at once. */
	search(): Promise<void> {
		return this.#search.search();
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

	readonly #onKey = (event: KeyboardEvent): void => {
		if (!isPlainKey(event)) {
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
