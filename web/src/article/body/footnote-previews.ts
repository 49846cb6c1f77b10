// Shows a footnote where it is referred to, so that readers need not leave their place: while the pointer is over the
// reference, while the keyboard is on it, or after a tap.

import type { PageContext } from "../context.js";
import { nameOf, reference } from "./footnotes.js";
import { fragmentTarget } from "./fragment.js";
import { Placement } from "./placement.js";

/** How long a pointer rests on a reference before its note is shown, in milliseconds: passing over is not asking. */
const openDelay = 120;
/** How long the note stays when the pointer has left, in milliseconds: enough to move into it. */
const closeDelay = 250;

let previews = 0;

/**
 * Gives an article's footnotes their previews, where the browser has popovers; elsewhere references are but links.
 * @param body listens for what happens at its references
 * @param context for the words, the root and the signal
 */
export function addPreviews(body: Element, context: PageContext): void {
	if (body.querySelector(reference) && "showPopover" in HTMLElement.prototype) {
		new FootnotePreviews(body as HTMLElement, context);
	}
}

class FootnotePreviews {
	readonly #body: HTMLElement;
	readonly #context: PageContext;
	// A note with a name, not a tooltip, which may hold no links; not a dialog, since the focus stays where it is.
	readonly #preview: HTMLElement;
	readonly #placement: Placement;
	/** The reference whose note is shown. */
	#shown: HTMLElement | undefined;
	/** Whether the keyboard has brought it; the pointer then does not take it away. */
	#byFocus = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Where the last tap began, and whether it found the note shown. */
	#tap: { reference: Element | undefined; wasShown: boolean } | undefined;

	constructor(body: HTMLElement, context: PageContext) {
		this.#body = body;
		this.#context = context;
		this.#preview = body.ownerDocument.createElement("div");
		this.#preview.className = "ink-preview";
		// The colon keeps it apart from every id of a heading.
		this.#preview.id = `ink:preview:${++previews}`;
		this.#preview.setAttribute("role", "note");
		// Not `auto`: a glance at a note is no reason to close a menu of the page's.
		this.#preview.popover = "manual";
		this.#placement = new Placement(this.#preview, context.root);
		this.#listen();
	}

	#listen(): void {
		const body = this.#body;
		const { signal } = this.#context;
		body.addEventListener("pointerover", (event) => this.#pointed(event), {
			signal,
		});
		body.addEventListener("pointerout", (event) => this.#left(event), {
			signal,
		});
		body.addEventListener("pointerdown", (event) => this.#pressed(event), {
			signal,
		});
		body.addEventListener("click", (event) => this.#clicked(event), { signal });
		body.addEventListener("focusin", (event) => this.#focused(event), {
			signal,
		});
		body.addEventListener("focusout", (event) => this.#blurred(event), {
			signal,
		});
		document.addEventListener("keydown", (event) => this.#escape(event), {
			signal,
		});
		document.addEventListener(
			"pointerdown",
			(event) => this.#pressedAnywhere(event),
			{ signal },
		);
		window.addEventListener("resize", () => this.#close(), { signal });
		signal.addEventListener("abort", () => this.#close());
	}

	#pointed({ target, pointerType, buttons }: PointerEvent): void {
		if (pointerType !== "mouse") {
			return;
		}
		const link = this.#referenceAt(target);
		if (link && link === this.#shown) {
			clearTimeout(this.#timer);
		} else if (link && buttons === 0) {
			// Else a selection is on its way.
			this.#soon(openDelay, () => this.#open(link, false));
		} else if (this.#isInPreview(target)) {
			clearTimeout(this.#timer);
		}
	}

	#left({ target, pointerType }: PointerEvent): void {
		if (
			pointerType === "mouse" &&
			(this.#referenceAt(target) || this.#isInPreview(target))
		) {
			this.#soon(closeDelay, () => {
				if (!this.#byFocus) {
					this.#close();
				}
			});
		}
	}

	#pressed({ target, pointerType }: PointerEvent): void {
		const link = this.#referenceAt(target);
		this.#tap =
			pointerType === "mouse"
				? undefined
				: { reference: link, wasShown: link === this.#shown };
	}

	#clicked(event: MouseEvent): void {
		const link = this.#referenceAt(event.target);
		const tap = this.#tap;
		this.#tap = undefined;
		if (link) {
			const asks = tap?.reference === link && !tap.wasShown;
			if (asks && this.#open(link, false)) {
				event.preventDefault();
			} else {
				this.#close();
			}
		} else if (
			this.#isInPreview(event.target) &&
			(event.target as Element).closest("a")
		) {
			this.#close();
		}
	}

	#focused({ target, relatedTarget }: FocusEvent): void {
		const link = this.#referenceAt(target);
		// Who comes back has read the note.
		const isBack =
			relatedTarget instanceof Element &&
			relatedTarget.matches(".footnote-backref");
		if (
			link &&
			link !== this.#shown &&
			!isBack &&
			link.matches(":focus-visible")
		) {
			this.#open(link, true);
		}
	}

	#blurred({ relatedTarget }: FocusEvent): void {
		if (
			this.#byFocus &&
			relatedTarget !== this.#shown &&
			!this.#isInPreview(relatedTarget) &&
			// A click into the note's text takes the focus off the reference, too.
			!this.#preview.matches(":hover")
		) {
			this.#close();
		}
	}

	#escape(event: KeyboardEvent): void {
		const link = this.#shown;
		if (event.key !== "Escape" || event.defaultPrevented || !link) {
			return;
		}
		// Nothing else is to be closed by the same key.
		event.preventDefault();
		if (this.#preview.contains(this.#context.root.activeElement)) {
			// While it is still known as shown: coming back does not show it again.
			link.focus();
		}
		this.#close();
	}

	#pressedAnywhere(event: PointerEvent): void {
		const path = event.composedPath();
		if (
			this.#shown &&
			!path.includes(this.#shown) &&
			!path.includes(this.#preview)
		) {
			this.#close();
		}
	}

	#open(link: HTMLElement, byFocus: boolean): boolean {
		const note = this.#noteOf(link);
		if (!note || !link.isConnected) {
			return false;
		}
		this.#close();
		this.#preview.replaceChildren(...contentOf(note));
		this.#preview.setAttribute("aria-label", nameOf(link, this.#context.words));
		// Not in the reference's paragraph, whose looks it would inherit; nor last, where themes expect the text's end.
		note.closest('[role="doc-endnotes"]')?.before(this.#preview);
		// Browsers that know `source` let Tab lead from the reference into the note.
		this.#preview.showPopover({ source: link });
		this.#placement.beside(link);
		link.setAttribute("aria-describedby", this.#preview.id);
		this.#shown = link;
		this.#byFocus = byFocus;
		return true;
	}

	#close(): void {
		clearTimeout(this.#timer);
		const link = this.#shown;
		if (link) {
			this.#shown = undefined;
			this.#byFocus = false;
			link.removeAttribute("aria-describedby");
			this.#preview.remove();
			this.#placement.release();
		}
	}

	#soon(delay: number, action: () => void): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(action, delay);
	}

	#referenceAt(target: EventTarget | null): HTMLElement | undefined {
		const link =
			target instanceof Element
				? target.closest<HTMLElement>(reference)
				: undefined;
		return link && !this.#isInPreview(link) ? link : undefined;
	}

	#isInPreview(target: EventTarget | null): boolean {
		return target instanceof Node && this.#preview.contains(target);
	}

	#noteOf(link: Element): Element | null {
		const id = fragmentTarget(link);
		return id
			? this.#body.querySelector(`[role="doc-endnotes"] li#${CSS.escape(id)}`)
			: null;
	}
}

/** A note's content, without what makes sense only where it stands. */
function contentOf(note: Element): ChildNode[] {
	const copy = note.cloneNode(true) as Element;
	for (const link of copy.querySelectorAll(".footnote-backref")) {
		const { parentElement } = link;
		link.remove();
		if (
			parentElement &&
			!parentElement.textContent?.trim() &&
			!parentElement.firstElementChild
		) {
			parentElement.remove();
		}
	}
	for (const anchor of copy.querySelectorAll(".ink-anchor")) {
		anchor.remove();
	}
	for (const button of copy.querySelectorAll("button")) {
		// What it does would be done by none here; an image in it stays.
		button.replaceWith(...button.querySelectorAll("img"));
	}
	for (const element of copy.querySelectorAll("[id]")) {
		element.removeAttribute("id");
	}
	return [...copy.childNodes];
}
