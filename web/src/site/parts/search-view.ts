// A search over the width of a page: its field, and what is found as a list of links that the keyboard walks through.

import { linkTo } from "../../article/links.js";
import { reportFault } from "../../article/parts/guard.js";
import { speak } from "../../article/parts/speech.js";
import type { SearchHit } from "../../article/site.js";
import { marked } from "../../article/widgets/search-results.js";
import { isPlainKey, TypedSearch } from "../../article/widgets/typed-search.js";
import { fill } from "../../article/words.js";
import { placeRoute } from "../../catalog/routes.js";
import type { SiteContext } from "../context.js";
import { countText } from "./frame.js";
import { listItem, listOf } from "./menu.js";

/** How many articles are shown: who has not found theirs among so many types more. Each costs a file. */
const most = 20;

/** The field and the list of what is found. */
export class SearchView {
	/** What the page shows, in this order. */
	readonly elements: Element[];
	readonly field = document.createElement("input");
	readonly #context: SiteContext;
	readonly #status = document.createElement("p");
	readonly #results = listOf("ol", "ink-results", []);

	/**
	 * @param labelId the id of what names the field
	 * @param context of the place, whose `search` finds
	 */
	constructor(labelId: string, context: SiteContext) {
		this.#context = context;
		const { address, signal, words } = context;
		const form = this.#form(labelId);
		this.#status.className = "ink-search-status";
		// It stands there from the start, or what comes into it would not be said.
		this.#status.setAttribute("role", "status");
		speak(this.#status, context);
		this.#results.setAttribute("aria-labelledby", labelId);
		this.#show("", []);
		this.elements = [form, this.#status, this.#results];

		const search = new TypedSearch(
			this.field,
			{
				find: (query, signal) => this.#find(query, signal),
				onTyping: () => {},
				onAnswer: (query, hits) => {
					this.#show(query, hits);
					context.onQuery?.(query);
				},
				onFail: (error) => {
					reportFault("search", error);
					this.#results.hidden = true;
					this.#status.textContent = words.searchProblem;
				},
			},
			signal,
		);
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			search.search();
		});
		this.field.addEventListener("keydown", (event) => this.#onKey(event));
		this.#results.addEventListener("keydown", (event) => this.#onKey(event));
		this.field.setAttribute("value", address.query);
		if (search.query) {
			search.search();
		}
	}

	#form(labelId: string): HTMLFormElement {
		const { configuration, hrefs, place, words } = this.#context;
		const { field } = this;
		field.className = "ink-search-field";
		field.setAttribute("type", "search");
		field.setAttribute("name", "q");
		field.setAttribute("enterkeyhint", "search");
		field.setAttribute("autocomplete", "off");
		field.setAttribute("aria-labelledby", labelId);
		const button = document.createElement("button");
		button.className = "ink-search-button";
		button.textContent = words.search;
		speak(button, this.#context);
		const form = document.createElement("form");
		form.className = "ink-search";
		form.setAttribute("role", "search");
		form.setAttribute("aria-labelledby", labelId);
		// What the answer to a form sent without a script would be.
		form.setAttribute("action", hrefs.href(placeRoute(place, configuration)));
		form.append(field, button);
		return form;
	}

	async #find(query: string, signal: AbortSignal): Promise<SearchHit[]> {
		const { hrefs, search } = this.#context;
		if (!search) {
			throw new Error("There is nothing that searches the site.");
		}
		const found = await search.search(query, { limit: most, signal });
		return found.map(({ route, ...hit }) => ({
			...hit,
			url: hrefs.href(route),
		}));
	}

	#show(query: string, hits: SearchHit[]): void {
		this.#results.replaceChildren(
			...hits.flatMap((hit) => resultItem(hit) ?? []),
		);
		this.#results.hidden = hits.length === 0;
		this.#status.textContent = this.#statusOf(query, hits.length);
	}

	#statusOf(query: string, count: number): string {
		const { words } = this.#context;
		if (!query) {
			return words.searchHint;
		}
		if (count === 0) {
			return words.nothing;
		}
		// How many more there are is not known.
		return count < most
			? countText(count, this.#context)
			: fill(words.results, { query });
	}

	// From the field down into the list, and in the list from link to link: they have the focus, and Enter opens them
	// as it opens any link.
	#onKey(event: KeyboardEvent): void {
		if (!isPlainKey(event) || event.shiftKey) {
			return;
		}
		const links = [...this.#results.querySelectorAll("a")];
		const focused = links.indexOf(event.target as HTMLAnchorElement);
		const isInField = event.target === this.field;
		const next = targetOf(event.key, focused, links.length, isInField);
		if (next === undefined || links.length === 0) {
			return;
		}
		event.preventDefault();
		if (next < 0) {
			this.field.focus();
		} else {
			links[next]?.focus();
		}
	}
}

// Which link a key leads to; -1: back to the field.
function targetOf(
	key: string,
	focused: number,
	count: number,
	isInField: boolean,
): number | undefined {
	switch (key) {
		case "ArrowDown":
			return Math.min(focused + 1, count - 1);
		case "ArrowUp":
			return isInField ? undefined : focused - 1;
		case "Home":
			// In the field, these move in what is typed.
			return isInField ? undefined : 0;
		case "End":
			return isInField ? undefined : count - 1;
		case "Escape":
			return isInField ? undefined : -1;
		default:
			return undefined;
	}
}

function resultItem(hit: SearchHit): HTMLLIElement | undefined {
	const link = linkTo(hit);
	if (!link) {
		return undefined;
	}
	link.dir = "auto";
	const heading = document.createElement("h2");
	heading.className = "ink-result-title";
	heading.append(link);
	if (typeof hit.snippet !== "string" || !hit.snippet.trim()) {
		return listItem(heading);
	}
	const snippet = document.createElement("p");
	snippet.className = "ink-search-snippet";
	snippet.dir = "auto";
	snippet.append(...marked(hit.snippet, hit.marks));
	return listItem(heading, snippet);
}
