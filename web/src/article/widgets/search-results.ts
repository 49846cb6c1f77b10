// What a search has found, as the list of a combobox: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { linkTo } from "../links.js";
import type { SearchHit } from "../site.js";

/** The list, which is closed while it is empty. The focus stays in the field. */
export class SearchResults {
	readonly element: HTMLElement;
	readonly #field: HTMLInputElement;
	#links: HTMLAnchorElement[] = [];
	#selected = -1;

	/**
	 * @param field is made the list's combobox
	 * @param id for the list
	 * @param labelId the id of what names the list
	 */
	constructor(field: HTMLInputElement, id: string, labelId: string) {
		this.#field = field;
		this.element = document.createElement("div");
		this.element.id = id;
		this.element.className = "ink-search-results";
		this.element.setAttribute("role", "listbox");
		this.element.setAttribute("aria-labelledby", labelId);
		field.setAttribute("role", "combobox");
		field.setAttribute("aria-autocomplete", "list");
		field.setAttribute("aria-controls", id);
		field.autocomplete = "off";
		this.close();
	}

	/** Whether the list is seen. */
	get isOpen(): boolean {
		return !this.element.hidden;
	}

	/** The link that the keyboard has selected. */
	get selected(): HTMLAnchorElement | undefined {
		return this.#links[this.#selected];
	}

	/**
	 * Shows what was found.
	 * @param hits as a site has given them; those without a URL that is safe are left out
	 * @returns whether there is something to show
	 */
	show(hits: SearchHit[]): boolean {
		this.#links = (Array.isArray(hits) ? hits : []).flatMap(
			(hit) => resultLink(hit) ?? [],
		);
		for (const [index, link] of this.#links.entries()) {
			link.id = `${this.element.id}:${index}`;
		}
		this.element.replaceChildren(...this.#links);
		this.open();
		return this.isOpen;
	}

	/** Shows again what was found. */
	open(): void {
		this.deselect();
		this.#setOpen(this.#links.length > 0);
	}

	close(): void {
		this.deselect();
		this.#setOpen(false);
	}

	/**
	 * Moves the selection. Beyond either end it is back in the field.
	 * @param step 1: down; -1: up
	 */
	move(step: 1 | -1): void {
		// The field counts as one of the places.
		const places = this.#links.length + 1;
		this.#select(((this.#selected + 1 + step + places) % places) - 1);
	}

	/** Moves the selection back to the field. */
	deselect(): void {
		this.#select(-1);
	}

	#setOpen(isOpen: boolean): void {
		this.element.hidden = !isOpen;
		this.#field.setAttribute("aria-expanded", String(isOpen));
	}

	#select(index: number): void {
		this.selected?.setAttribute("aria-selected", "false");
		this.#selected = index;
		const link = this.selected;
		if (link) {
			link.setAttribute("aria-selected", "true");
			link.scrollIntoView({ block: "nearest" });
			this.#field.setAttribute("aria-activedescendant", link.id);
		} else {
			this.#field.removeAttribute("aria-activedescendant");
		}
	}
}

// A real link, which the reader can open wherever they like.
function resultLink(hit: SearchHit): HTMLAnchorElement | undefined {
	const link = linkTo(hit);
	if (!link) {
		return undefined;
	}
	const title = document.createElement("span");
	title.className = "ink-search-title";
	title.append(...link.childNodes);
	link.className = "ink-search-result";
	link.tabIndex = -1;
	link.setAttribute("role", "option");
	link.setAttribute("aria-selected", "false");
	link.append(title);
	if (typeof hit.snippet === "string" && hit.snippet.trim()) {
		const snippet = document.createElement("span");
		snippet.className = "ink-search-snippet";
		snippet.append(...marked(hit.snippet, hit.marks));
		// The space keeps the two apart in the link's name, however they are laid out.
		link.append(" ", snippet);
	}
	return link;
}

/**
 * A piece of text with what was found in it.
 * @param text of a hit
 * @param marks as the site has given them
 * @returns texts, and a `mark` for each place
 */
export function marked(
	text: string,
	marks: SearchHit["marks"],
): (string | Element)[] {
	const pieces: (string | Element)[] = [];
	let end = 0;
	const inOrder = [...(Array.isArray(marks) ? marks : [])].sort(
		([a], [b]) => a - b,
	);
	for (const [from, to] of inOrder) {
		const start = Math.max(from, end);
		// What overlaps is marked once, and what stands outside of the text not at all.
		if (start < Math.min(to, text.length)) {
			const mark = document.createElement("mark");
			mark.textContent = text.slice(start, to);
			pieces.push(text.slice(end, start), mark);
			end = Math.min(to, text.length);
		}
	}
	pieces.push(text.slice(end));
	return pieces;
}
