// <inkstone-article>: from an address, or inline Markdown, to an article in the page. This file says what
// happens when; its neighbours do the work.

import type { Article, Diagnostic } from "../types.js";
import { isAroundLikely, loadAround } from "./around.js";
import { type ComposedPage, composePage, type Tools } from "./compose.js";
import { reportDiagnostics } from "./diagnostics.js";
import type { InkstoneArticleEventMap } from "./events.js";
import { followLinksInShadow, goToFragment } from "./fragment.js";
import { describeDocument } from "./head.js";
import type { PartOverrides, Slots } from "./parts.js";
import { type ArticleProblem, asProblem, problemView } from "./problem.js";
import type { PageSettings } from "./settings.js";
import { pageAttributes } from "./settings-reader.js";
import { openShadow } from "./shadow.js";
import type { Site } from "./site.js";
import { fetchSource, type Source } from "./source.js";
import { documentParsed, loadTools } from "./tools.js";
import { View } from "./view.js";
import { loadWords } from "./words.js";

// The module can be imported where there are no elements, for instance on a server.
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

// The tags are for tools/elements.js, which takes the attributes that are options and settings from their own tables.
/**
 * An article page: `<inkstone-article src="article.md">`, or with the Markdown itself in a child
 * `<script type="text/markdown">`. Attributes that are named as the options of `render` set them. Settings of the page
 * are attributes, the property `settings`, and a child `<script type="application/json">`.
 * @tagname inkstone-article
 * @attr {string} src - The article's URL, relative to the page.
 * @attr {"sanitize" | "escape" | "trusted"} [html="sanitize"] - What happens to raw HTML in the article: what cannot do
 * anything passes, all of it is shown as text, or all of it passes.
 * @attr {boolean} shadow - The page is made in an open shadow root.
 * @attr {string} theme - URLs of the shadow root's style sheets, separated by blanks. Default: those of the page's own
 * links into a folder `themes`.
 * @fires {CustomEvent<LoadDetail>} inkstone-load - The article stands in the page.
 * @fires {CustomEvent<ErrorDetail>} inkstone-error - The article could not be shown; a message stands in its place.
 * @fires {CustomEvent<DiagnosticsDetail>} inkstone-diagnostics - There is something to tell the article's author.
 * @slot start - Before everything else in the article.
 * @slot notice - In place of the notice that an article is a draft, not published yet, or expired.
 * @slot header - In place of title, lead and the line below them.
 * @slot meta - In place of the line with authors, dates and categories.
 * @slot thumbnail - In place of the lead image.
 * @slot toc - In place of the table of contents.
 * @slot before-body - Before the text.
 * @slot after-body - Behind the text.
 * @slot tags - In place of the tags.
 * @slot authorbox - In place of what is said of the authors.
 * @slot pager - In place of the links to the neighbours.
 * @slot comments - In place of the comments.
 * @slot end - At the end of the main column.
 * @slot aside - In place of the aside and its widgets.
 * @cssState loading - The article is on its way.
 * @cssState ready - The article stands in the page.
 * @cssState error - A message stands in the article's place.
 */
export class InkstoneArticle extends Base {
	// Older browsers have no states, or insist on other names.
	readonly #states = CSS.supports("selector(:state(ready))")
		? this.attachInternals().states
		: undefined;
	readonly #attributes = new MutationObserver((changes) =>
		this.#attributesChanged(changes),
	);
	readonly #view = new View(this);
	// Belongs to the newest load, and ends it.
	#loading = new AbortController();
	// Belongs to the page that is being made.
	#making: AbortController | undefined;
	// Belongs to the page that stands in the element.
	#shown = new AbortController();
	#tools: Tools | undefined;
	#source: Source | undefined;
	// That of the page that stands in the element.
	#shownSource: Source | undefined;
	// Whether the reader may be on the way to something in the article.
	#isArriving = false;
	#article: Article | undefined;
	#settings: PageSettings = {};
	#site: Site | undefined;
	#parts: PartOverrides = {};
	#isRenderDue = false;

	/** The article's URL as written, relative to the page. Setting it loads that article. */
	get src(): string {
		return this.getAttribute("src") ?? "";
	}

	set src(src: string) {
		this.setAttribute("src", src);
	}

	/** The article in the page as `render` gave it; undefined before the first and after an error. */
	get article(): Article | undefined {
		return this.#article;
	}

	/** What a program sets for the page; what stands in the HTML counts more. Setting it renders again. */
	get settings(): PageSettings {
		return this.#settings;
	}

	set settings(settings: PageSettings) {
		this.#settings = settings;
		this.#renderSoon();
	}

	/** The site that the article stands in. Setting it renders again. */
	get site(): Site | undefined {
		return this.#site;
	}

	set site(site: Site | undefined) {
		this.#site = site;
		this.#renderSoon();
	}

	/** Functions that make parts of the page in place of its own. Setting it renders again. */
	get parts(): PartOverrides {
		return this.#parts;
	}

	set parts(parts: PartOverrides) {
		this.#parts = parts;
		this.#renderSoon();
	}

	/** Called by the browser. */
	connectedCallback(): void {
		this.#takeOverProperties();
		this.#attributes.observe(this, { attributes: true });
		if (document.readyState === "loading" && !this.hasAttribute("src")) {
			// The child with the Markdown may not have come to its end.
			document.addEventListener("DOMContentLoaded", () => void this.#load(), {
				once: true,
				signal: this.#loading.signal,
			});
		} else {
			void this.#load();
		}
	}

	/** Called by the browser. */
	disconnectedCallback(): void {
		this.#attributes.disconnect();
		this.#startOver();
		this.#shown.abort();
	}

	// What a program has set before the element was defined stands in the way of its own properties.
	#takeOverProperties(): void {
		for (const name of ["src", "settings", "site", "parts"] as const) {
			if (Object.hasOwn(this, name)) {
				const value = this[name];
				delete (this as Partial<this>)[name];
				Object.assign(this, { [name]: value });
			}
		}
	}

	#attributesChanged(changes: MutationRecord[]): void {
		const names = new Set(changes.map((change) => change.attributeName));
		if (names.has("src")) {
			void this.#load();
		} else if (
			pageAttributes.some((name) => names.has(name)) ||
			this.#tools?.options.some((name) => names.has(name.toLowerCase()))
		) {
			void this.#render();
		}
	}

	async #load(): Promise<void> {
		const signal = this.#startOver();
		if (this.hasAttribute("shadow")) {
			openShadow(this);
		}
		const inline = this.#inlineMarkdown?.textContent;
		if (!this.hasAttribute("src") && !inline) {
			return;
		}
		this.#view.showLoading(loadWords(this.#lang));
		this.#enter("loading");
		if (isAroundLikely(this, this.#settings, this.#site)) {
			// Fetched beside the article. Where it cannot be had, the page says so.
			loadAround().catch(() => undefined);
		}
		try {
			const [tools, source] = await Promise.all([
				loadTools(),
				this.hasAttribute("src")
					? fetchSource(this.src, this.baseURI, signal)
					: { content: inline ?? "", url: "" },
				// The children that the element was given with may still be coming.
				documentParsed(),
			]);
			if (signal.aborted) {
				return;
			}
			this.#tools = tools;
			this.#source = source;
			this.#isArriving = true;
		} catch (error) {
			if (!signal.aborted) {
				await this.#showProblem(asProblem(error), this.#startOver());
			}
			return;
		}
		await this.#render();
	}

	// Ends what was going on, and forgets its source.
	#startOver(): AbortSignal {
		this.#loading.abort();
		this.#loading = new AbortController();
		this.#source = undefined;
		this.#enter(undefined);
		return this.#loading.signal;
	}

	// Once for all properties that a program sets one after the other.
	#renderSoon(): void {
		if (!this.#isRenderDue) {
			this.#isRenderDue = true;
			queueMicrotask(() => {
				this.#isRenderDue = false;
				void this.#render();
			});
		}
	}

	// Several changes may overtake one another while they wait: only the newest is shown.
	async #render(): Promise<void> {
		const [tools, source] = [this.#tools, this.#source];
		if (!tools || !source) {
			return;
		}
		this.#making?.abort();
		const making = new AbortController();
		this.#making = making;
		const { signal } = making;
		this.#loading.signal.addEventListener(
			"abort",
			() => {
				// Once it is shown it stays, until the next one is there.
				if (this.#making === making) {
					making.abort();
				}
			},
			{ signal },
		);
		try {
			const isShadow = this.hasAttribute("shadow") || this.shadowRoot !== null;
			const shadow = isShadow ? openShadow(this) : undefined;
			const slots = this.#view.collectSlots();
			const [page] = await Promise.all([
				composePage(tools, source, {
					host: this,
					settings: this.#settings,
					site: this.#site,
					parts: this.#parts,
					slots,
					root: this.#view.root,
					lang: this.#lang,
					isMain:
						this.#site?.present !== undefined ||
						(this.#isAlone && !this.#standsInMain),
					comments: this.#view.comments,
					signal,
					onLateFinding: (finding) => this.#tell([finding], source),
				}),
				shadow?.isStyled,
			]);
			if (!signal.aborted) {
				this.#present(page, slots, making, source);
			}
		} catch (error) {
			if (!signal.aborted) {
				await this.#showProblem(asProblem(error), signal);
			}
		}
	}

	// A site decides when a page takes the place of another one.
	#present(
		page: ComposedPage,
		slots: Slots,
		making: AbortController,
		source: Source,
	): void {
		const update = () => {
			if (!making.signal.aborted) {
				this.#show(page, slots, making, source);
			}
		};
		if (this.#site?.present && source !== this.#shownSource) {
			this.#site.present(update, page.whole, page.finished);
		} else {
			update();
		}
	}

	#show(
		{ context, content, standIn, keepComments, diagnostics }: ComposedPage,
		slots: Slots,
		making: AbortController,
		source: Source,
	): void {
		keepComments();
		this.#making = undefined;
		this.#shown.abort();
		this.#shown = making;
		this.#article = context.article;
		// Before the first one there may be a server's page of the same article.
		const isSame = [undefined, source].includes(this.#shownSource);
		this.#view.showPage(content, slots, standIn, isSame);
		this.#shownSource = source;
		this.#enter("ready");
		const { root } = this.#view;
		if (root instanceof ShadowRoot) {
			followLinksInShadow(root, this, making.signal);
		}
		const isInSite = this.#site?.present !== undefined;
		if (this.#isAlone && !isInSite) {
			describeDocument(context);
		}
		if (this.#isArriving) {
			this.#isArriving = false;
			if (!isInSite) {
				goToFragment(root);
			}
		}
		this.#tell(diagnostics, source);
		this.#dispatch("inkstone-load", {
			article: context.article,
			src: source.url,
		});
	}

	#tell(diagnostics: Diagnostic[], { url }: Source): void {
		if (diagnostics.length > 0) {
			reportDiagnostics(diagnostics, url || this.baseURI);
			this.#dispatch("inkstone-diagnostics", { diagnostics, src: url });
		}
	}

	async #showProblem(
		problem: ArticleProblem,
		signal: AbortSignal,
	): Promise<void> {
		const words = await loadWords(this.#lang);
		if (signal.aborted) {
			return;
		}
		const isPageMade = this.#article === undefined;
		this.#article = undefined;
		this.#shownSource = undefined;
		this.#shown.abort();
		this.#view.showProblem(
			problemView(problem, words, () => void this.#load()),
			isPageMade,
		);
		this.#enter("error");
		console.error(problem);
		this.#dispatch("inkstone-error", {
			error: problem,
			reason: problem.reason,
			src: this.src,
		});
	}

	#enter(state: "loading" | "ready" | "error" | undefined): void {
		this.#states?.clear();
		if (state) {
			this.#states?.add(state);
		}
		if (state === "loading") {
			this.setAttribute("aria-busy", "true");
		} else {
			this.removeAttribute("aria-busy");
		}
	}

	get #inlineMarkdown(): Element | null {
		return this.querySelector(':scope > script[type="text/markdown"]');
	}

	// Whether the page is there for this article, so that it may speak for the document.
	get #isAlone(): boolean {
		return document.querySelectorAll(this.localName).length === 1;
	}

	get #standsInMain(): boolean {
		return [...document.querySelectorAll("main, [role=main]")].some(
			(main) => !this.contains(main),
		);
	}

	get #lang(): string {
		return this.closest<HTMLElement>("[lang]")?.lang ?? "";
	}

	#dispatch<Name extends keyof InkstoneArticleEventMap>(
		name: Name,
		detail: InkstoneArticleEventMap[Name]["detail"],
	): void {
		this.dispatchEvent(
			new CustomEvent(name, { bubbles: true, composed: true, detail }),
		);
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"inkstone-article": InkstoneArticle;
	}
}
