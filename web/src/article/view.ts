// What is seen of <inkstone-article>, and how the next thing to see takes the place of the one before.

import { loadingView } from "./loading.js";
import type { Slots } from "./parts.js";
import { rememberReader } from "./reader.js";
import { SlottedChildren } from "./slots.js";
import { putAround } from "./transplant.js";
import type { Words } from "./words.js";

/** What stands in an element: in its shadow root beside the style sheets, else beside its children that are not seen. */
export class View {
	readonly #host: HTMLElement;
	readonly #slotted = new SlottedChildren();
	#indicator: HTMLElement | undefined;

	/**
	 * @param host the element
	 */
	constructor(host: HTMLElement) {
		this.#host = host;
	}

	/** Where ids count: the page's own shadow root, or one of somebody else's that the element stands in. */
	get root(): Document | ShadowRoot {
		const around = this.#host.shadowRoot ?? this.#host.getRootNode();
		return around instanceof ShadowRoot ? around : document;
	}

	/** The comments of the page that is shown. */
	get comments(): Element | undefined {
		return this.#page?.querySelector(".ink-main > .ink-comments") ?? undefined;
	}

	/** The children that name a place of the page, for the next one. */
	collectSlots(): Slots {
		this.#slotted.collect(this.#host);
		return this.#slotted.slots(this.#host);
	}

	/**
	 * Says that something is on its way. A page stays until then, one that a server has put into the element, too.
	 * @param words in the reader's language, once they are there
	 */
	showLoading(words: Promise<Words>): void {
		this.#indicator ??= loadingView(words);
		if (this.#page) {
			this.#showAbove(this.#indicator);
		} else {
			this.showOnly(this.#indicator);
		}
	}

	/**
	 * Says that something cannot be had.
	 * @param problem says it
	 * @param isPageMade whether the page is a server's: it is the article that was asked for, and stays
	 */
	showProblem(problem: Element, isPageMade: boolean): void {
		if (this.#page && isPageMade) {
			this.#showAbove(problem);
		} else {
			this.showOnly(problem);
		}
	}

	/**
	 * Shows a page. Its reader keeps place and focus where it is the same article's as before.
	 * @param content the page
	 * @param slots from {@link collectSlots}, which its places were filled from
	 * @param standIn where in it the comments of the page before stay; nothing where they do not
	 * @param isSame whether it is the same article's
	 */
	showPage(
		content: HTMLElement,
		slots: Slots,
		standIn: Element | undefined,
		isSame: boolean,
	): void {
		const [old, comments] = [this.#page, this.comments];
		const restore =
			old && isSame ? rememberReader(old, this.root) : () => undefined;
		slots.fill();
		const isAround =
			old && comments && standIn
				? putAround(comments, standIn, old, content)
				: false;
		if (!isAround) {
			if (comments) {
				standIn?.replaceWith(comments);
			}
			this.showOnly(content);
		}
		this.#indicator?.remove();
		const page = this.#page;
		if (page) {
			restore(page);
		}
	}

	/**
	 * Shows something in the place of everything else.
	 * @param content what
	 */
	showOnly(content: Element): void {
		const host = this.#host;
		// They may not be in the element any more when the next page is made.
		this.#slotted.collect(host);
		const kept = host.shadowRoot ? "link" : "script, template[slot]";
		const parent = host.shadowRoot ?? host;
		// Style sheets would be loaded anew if they were so much as put where they are.
		for (const node of [...parent.childNodes]) {
			if (!(node instanceof Element && node.matches(kept))) {
				node.remove();
			}
		}
		if (host.shadowRoot) {
			// From before there was one.
			for (const child of [...host.children]) {
				if (child.matches(".ink-page, .ink-problem, .ink-loading")) {
					child.remove();
				}
			}
		}
		parent.append(content);
	}

	// In the place of what was said before.
	#showAbove(content: Element): void {
		const parent = this.#host.shadowRoot ?? this.#host;
		for (const child of [...parent.children]) {
			if (child.matches(".ink-problem, .ink-loading")) {
				child.remove();
			}
		}
		parent.prepend(content);
	}

	get #page(): Element | undefined {
		const { children } = this.#host.shadowRoot ?? this.#host;
		return [...children].find((child) => child.matches(".ink-page"));
	}
}
