// What is seen of <inkstone-site>, and how the next page takes the place of the one before: at once or in a
// transition, and without a trace where the page was made ahead of time.

import { leaving } from "../article/body/ids.js";
import { loadingView } from "../article/loading.js";
import { rememberReader } from "../article/reader.js";
import type { Words } from "../article/words.js";

/** What of the element's children belongs to no page, and stays. */
const kept = "script, template, link, style, .ink-site-progress";

/** How long a page may take before it is said to be loading, in milliseconds. */
const patience = 400;

/** The element's content. */
export class Stage {
	readonly #host: HTMLElement;
	/** What was made here, unlike what a page was given with, which nobody listens to. */
	readonly #made = new WeakSet<Element>();
	#content: Element | undefined;
	#indicator: HTMLElement | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * @param host the element
	 */
	constructor(host: HTMLElement) {
		this.#host = host;
	}

	/** The page that is seen: of a list, or an article. */
	get content(): Element | undefined {
		return this.#content;
	}

	/** Whether there is something to read, if only what was made ahead of time. */
	get isFilled(): boolean {
		return (
			this.#host.querySelector(":scope > :is(.ink-page, inkstone-article)") !==
			null
		);
	}

	/** Whether what there is to read was made ahead of time. */
	get isMadeAhead(): boolean {
		return this.isFilled && !this.#content;
	}

	/**
	 * Puts an article into the element where it can load, but is not seen yet.
	 * @param article not in the document
	 */
	prepare(article: HTMLElement): void {
		article.hidden = true;
		for (const child of this.#visible()) {
			child.setAttribute(leaving, "");
		}
		this.#host.append(article);
	}

	/**
	 * Says after a while that something is on its way.
	 * @param words in the reader's language, once they are there
	 */
	showLoading(words: Promise<Words>): void {
		clearTimeout(this.#timer);
		this.#host.setAttribute("aria-busy", "true");
		this.#timer = setTimeout(
			() => {
				this.#indicator ??= loadingView(words);
				this.#host.prepend(this.#indicator);
			},
			this.isFilled ? patience : 0,
		);
	}

	/** Whatever was on its way has come, or will not. */
	endLoading(): void {
		clearTimeout(this.#timer);
		this.#indicator?.remove();
		this.#indicator = undefined;
		this.#host.removeAttribute("aria-busy");
	}

	/**
	 * Puts a page into the element in the place of the one before.
	 * @param parts what stands in the element, in this order
	 * @param content the one among them that is the page itself; an article stands in the element already
	 */
	show(parts: readonly Element[], content: HTMLElement): void {
		const before = this.#visible().filter((child) => child !== content);
		const counterparts = new Map<Element, Element>();
		const restored: (() => void)[] = [];
		for (const part of parts) {
			const old = before.find((child) => isCounterpart(child, part));
			if (old && part !== content && this.#made.has(old) && isSame(old, part)) {
				counterparts.set(part, old);
			} else if (old && !this.#made.has(old)) {
				restored.push(this.#takeOver(old, part));
			}
		}
		const shown = parts.map((part) => counterparts.get(part) ?? part);
		for (const child of before) {
			if (!shown.includes(child)) {
				child.remove();
			}
		}
		for (const child of [...this.#host.childNodes]) {
			if (!(child instanceof Element)) {
				child.remove();
			}
		}
		this.#order(shown, content);
		for (const part of shown) {
			part.removeAttribute(leaving);
			part
				.querySelector(".ink-menu-button")
				?.setAttribute("aria-expanded", "false");
			this.#made.add(part);
		}
		content.hidden = false;
		this.#content = content;
		for (const restore of restored) {
			restore();
		}
		this.endLoading();
	}

	// An article that is moved would load again.
	#order(shown: readonly Element[], content: Element): void {
		const place = shown.indexOf(content);
		if (content.parentElement !== this.#host) {
			this.#host.append(content);
		}
		let at = content;
		for (const part of shown.slice(0, place).reverse()) {
			// What is put where it is loses the focus.
			if (at.previousElementSibling !== part) {
				at.before(part);
			}
			at = part;
		}
		at = content;
		for (const part of shown.slice(place + 1)) {
			if (at.nextElementSibling !== part) {
				at.after(part);
			}
			at = part;
		}
	}

	// The reader keeps place and focus where the same page comes that was made ahead of time.
	#takeOver(old: Element, part: Element): () => void {
		const root = this.#host.getRootNode();
		const remembered = rememberReader(
			old,
			root instanceof ShadowRoot ? root : document,
		);
		return () => {
			const page = part.matches("inkstone-article")
				? (part.shadowRoot ?? part).querySelector(".ink-page")
				: part;
			if (page) {
				remembered(page);
			}
		};
	}

	#visible(): Element[] {
		return [...this.#host.children].filter(
			(child) => !child.matches(kept) && child !== this.#indicator,
		);
	}
}

/**
 * Changes what is seen, in a transition where that is wanted and the browser has them.
 * @param update makes the change
 * @param isAnimated whether it may be seen
 */
export function transit(update: () => void, isAnimated: boolean): void {
	if (
		!isAnimated ||
		!document.startViewTransition ||
		document.visibilityState === "hidden" ||
		matchMedia("(prefers-reduced-motion: reduce)").matches
	) {
		update();
		return;
	}
	const transition = document.startViewTransition(update);
	for (const part of ["ready", "finished"] as const) {
		// One that is skipped has made its change all the same.
		transition[part].catch(() => undefined);
	}
}

// What a part takes the place of.
function isCounterpart(old: Element, part: Element): boolean {
	const page = ":is(.ink-page, inkstone-article)";
	return part.matches(page)
		? old.matches(page)
		: old.localName === part.localName && old.className === part.className;
}

// The switch between light and dark fills itself, and a menu may be open.
function isSame(old: Element, part: Element): boolean {
	const bare = old.cloneNode(true) as Element;
	for (const filled of bare.querySelectorAll("inkstone-scheme")) {
		filled.replaceChildren();
	}
	bare
		.querySelector(".ink-menu-button")
		?.setAttribute("aria-expanded", "false");
	bare.removeAttribute(leaving);
	return bare.isEqualNode(part);
}
