// Places an element beside another without a `style` attribute, which strict pages refuse: by a style sheet of its own.

/** A length in CSS pixels. */
const gap = 6;
/** What stays free at the window's edges, in CSS pixels. */
const margin = 8;

/** The place of one element in the top layer. */
export class Placement {
	readonly #element: HTMLElement;
	readonly #root: Document | ShadowRoot;
	readonly #sheet = new CSSStyleSheet();

	/**
	 * @param element has an id
	 * @param root what it will stand in
	 */
	constructor(element: HTMLElement, root: Document | ShadowRoot) {
		this.#element = element;
		this.#root = root;
	}

	/**
	 * Places the element, which is shown already, under something, or over it where there is more room. It moves with the
	 * document.
	 * @param anchor what it belongs to
	 */
	beside(anchor: Element): void {
		this.release();
		this.#root.adoptedStyleSheets = [
			...this.#root.adoptedStyleSheets,
			this.#sheet,
		];
		// As wide and high as it wants to be.
		this.#moveTo(0, 0);
		const { width, height } = this.#element.getBoundingClientRect();
		// Of an anchor that is broken across lines, the first piece.
		const box = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
		const { clientWidth, clientHeight } = document.documentElement;
		const centred = (box.left + box.right - width) / 2;
		const left = Math.max(
			margin,
			Math.min(centred, clientWidth - width - margin),
		);
		const fitsUnder = box.bottom + gap + height + margin <= clientHeight;
		const isUnder = fitsUnder || clientHeight - box.bottom > box.top;
		const top = isUnder
			? box.bottom + gap
			: Math.max(margin, box.top - gap - height);
		this.#moveTo(left + scrollX, top + scrollY);
	}

	/** Takes the style sheet away. */
	release(): void {
		this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter(
			(sheet) => sheet !== this.#sheet,
		);
	}

	// In the theme's layer, and as light as all of its rules: a page's own still win.
	#moveTo(left: number, top: number): void {
		this.#sheet.replaceSync(
			`@layer inkstone { :where(#${CSS.escape(this.#element.id)}) {
				position: absolute; inset: auto; left: ${left}px; top: ${top}px; margin: 0;
			} }`,
		);
	}
}
