// <inkstone-scheme>: the switch between light and dark.

import {
	asScheme,
	keptScheme,
	type Scheme,
	schemes,
	shownScheme,
	showScheme,
	storageKey,
} from "./scheme-choice.js";
import { loadWords, wordsFor } from "./words.js";

const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/**
 * A button that changes the page's colours: as the system has them, light, dark. The choice is the attribute
 * `data-ink-scheme` of the document's root, which the themes follow, and stays in the browser's local storage.
 * Fires `inkstone-scheme` on the document when it changes.
 * @tagname inkstone-scheme
 */
export class InkstoneScheme extends Base {
	#listening = new AbortController();

	/** Called by the browser. */
	connectedCallback(): void {
		this.#listening = new AbortController();
		const { signal } = this.#listening;
		const button = document.createElement("button");
		button.type = "button";
		button.className = "ink-scheme";
		const lang = this.closest<HTMLElement>("[lang]")?.lang;
		let words = wordsFor(lang);
		const show = () => {
			const scheme = shownScheme();
			button.dataset.scheme = scheme;
			button.title = `${words.scheme}: ${words[scheme]}`;
			button.ariaLabel = button.title;
		};
		button.addEventListener("click", () => {
			const next = schemes[(schemes.indexOf(shownScheme()) + 1) % 3];
			choose(next ?? "system");
		});
		document.addEventListener("inkstone-scheme", show, { signal });
		// Another window of the site has changed it.
		addEventListener(
			"storage",
			(event) => {
				// Without a key, all of the storage has been emptied.
				if (event.key === null || event.key === storageKey) {
					apply(asScheme(event.newValue));
				}
			},
			{ signal },
		);
		apply(keptScheme());
		show();
		this.replaceChildren(button);
		void loadWords(lang).then((loaded) => {
			words = loaded;
			show();
		});
	}

	/** Called by the browser. */
	disconnectedCallback(): void {
		this.#listening.abort();
	}
}

function choose(scheme: Scheme): void {
	try {
		if (scheme === "system") {
			localStorage.removeItem(storageKey);
		} else {
			localStorage.setItem(storageKey, scheme);
		}
	} catch {
		// Storage is forbidden: the choice lasts as long as the page.
	}
	apply(scheme);
}

function apply(scheme: Scheme): void {
	if (scheme === shownScheme()) {
		return;
	}
	showScheme(scheme);
	document.dispatchEvent(new Event("inkstone-scheme"));
}

declare global {
	interface HTMLElementTagNameMap {
		"inkstone-scheme": InkstoneScheme;
	}
	interface DocumentEventMap {
		"inkstone-scheme": Event;
	}
}
