// <inkstone-article>: from an address, or inline Markdown, to an article in the page. This file says what
// happens when; its neighbours do the work.

import { load } from "../index.js";
import type { Article, Inkstone, RenderOptions } from "../types.js";
import { fileNameOf, fragmentOf } from "./address.js";
import { takenOutside } from "./body.js";
import { reportDiagnostics } from "./diagnostics.js";
import type { InkstoneArticleEventMap } from "./events.js";
import { loadingView } from "./loading.js";
import { articlePage } from "./page.js";
import { ArticleProblem, problemView } from "./problem.js";
import { loadSanitizer, type Sanitize } from "./sanitize.js";
import { fetchSource, type Source } from "./source.js";
import { type Words, wordsFor } from "./words.js";

// The module can be imported where there are no elements, for instance on a server.
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** What turns an article's text into a page. */
interface Tools {
	inkstone: Inkstone;
	/** The names of the options of `render`. */
	options: string[];
	sanitize: Sanitize;
}

/**
 * An article page: `<inkstone-article src="article.md">`, or with the Markdown itself in a child
 * `<script type="text/markdown">`. Attributes that are named as the options of `render` set them.
 * States: `:state(loading)`, `:state(ready)`, `:state(error)`. Events: {@link InkstoneArticleEventMap}.
 */
export class InkstoneArticle extends Base {
	// Older browsers have no states, or insist on other names.
	readonly #states = CSS.supports("selector(:state(ready))")
		? this.attachInternals().states
		: undefined;
	readonly #attributes = new MutationObserver((changes) =>
		this.#attributesChanged(changes),
	);
	// Belongs to the newest load, and ends it.
	#loading = new AbortController();
	// Belongs to the article in the page, and ends what it does elsewhere.
	#shown = new AbortController();
	#indicator: HTMLElement | undefined;
	#tools: Tools | undefined;
	#source: Source | undefined;
	#article: Article | undefined;

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

	/** Called by the browser. */
	connectedCallback(): void {
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
		this.#shown.abort();
		this.#startOver();
	}

	#attributesChanged(changes: MutationRecord[]): void {
		const names = new Set(changes.map((change) => change.attributeName));
		if (names.has("src")) {
			void this.#load();
		} else if (
			this.#tools?.options.some((name) => names.has(name.toLowerCase()))
		) {
			this.#render();
		}
	}

	async #load(): Promise<void> {
		const signal = this.#startOver();
		const inline = this.#inlineMarkdown?.textContent;
		if (!this.hasAttribute("src") && !inline) {
			return;
		}
		this.#showLoading();
		try {
			const [tools, source] = await Promise.all([
				loadTools(),
				this.hasAttribute("src")
					? fetchSource(this.src, this.baseURI, signal)
					: { content: inline ?? "", url: "" },
			]);
			if (signal.aborted) {
				return;
			}
			this.#tools = tools;
			this.#source = source;
		} catch (error) {
			if (!signal.aborted) {
				this.#startOver();
				this.#showProblem(asProblem(error));
			}
			return;
		}
		this.#render();
		this.#scrollToFragment();
	}

	// Ends what was going on, and forgets its source.
	#startOver(): AbortSignal {
		this.#loading.abort();
		this.#loading = new AbortController();
		this.#source = undefined;
		this.#enter(undefined);
		return this.#loading.signal;
	}

	#render(): void {
		if (!this.#tools || !this.#source) {
			return;
		}
		try {
			this.#showArticle(this.#tools, this.#source);
		} catch (error) {
			this.#showProblem(asProblem(error));
		}
	}

	#showLoading(): void {
		this.#indicator ??= loadingView(this.#words);
		if (this.#article) {
			this.prepend(this.#indicator);
		} else {
			this.#showOnly(this.#indicator);
		}
		this.#enter("loading");
	}

	#showArticle(tools: Tools, source: Source): void {
		const article = renderArticle(tools, source, this);
		const shown = new AbortController();
		const root = this.getRootNode();
		const { title, content } = articlePage(article, {
			url: source.url || this.baseURI,
			fallbackTitle: source.url && fileNameOf(source.url),
			lang: this.#lang,
			sanitize: tools.sanitize,
			root: root instanceof ShadowRoot ? root : document,
			signal: shown.signal,
			isTaken: takenOutside(root instanceof ShadowRoot ? root : document, this),
		});
		this.#article = article;
		this.#showOnly(content);
		this.#shown = shown;
		this.#enter("ready");
		if (title && document.querySelectorAll(this.localName).length === 1) {
			document.title = title;
		}
		const { diagnostics } = article;
		if (diagnostics.length > 0) {
			reportDiagnostics(diagnostics, source.url || this.baseURI);
			this.#dispatch("inkstone-diagnostics", { diagnostics, src: source.url });
		}
		this.#dispatch("inkstone-load", { article, src: source.url });
	}

	#showProblem(problem: ArticleProblem): void {
		this.#article = undefined;
		this.#showOnly(problemView(problem, this.#words, () => void this.#load()));
		this.#enter("error");
		console.error(problem);
		this.#dispatch("inkstone-error", {
			error: problem,
			reason: problem.reason,
			src: this.src,
		});
	}

	#showOnly(content: HTMLElement): void {
		this.#shown.abort();
		const inline = this.#inlineMarkdown;
		this.replaceChildren(...(inline ? [inline] : []), content);
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

	// What the browser does when a page with a fragment has loaded, which was too early for the article.
	#scrollToFragment(): void {
		const id = fragmentOf(document.URL);
		if (id) {
			this.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView();
		}
	}

	get #inlineMarkdown(): Element | null {
		return this.querySelector(':scope > script[type="text/markdown"]');
	}

	get #lang(): string {
		return this.closest<HTMLElement>("[lang]")?.lang ?? "";
	}

	get #words(): Words {
		return wordsFor(this.#lang);
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

async function loadTools(): Promise<Tools> {
	try {
		const [inkstone, sanitize] = await Promise.all([load(), loadSanitizer()]);
		const options = inkstone.describe().options.map(({ name }) => name);
		return { inkstone, options, sanitize };
	} catch (cause) {
		throw new ArticleProblem("core", messageOf(cause), cause);
	}
}

function renderArticle(
	{ inkstone, options }: Tools,
	{ content }: Source,
	element: Element,
): Article {
	const values = options.map((name) => [name, element.getAttribute(name)]);
	try {
		return inkstone.render(
			content,
			Object.fromEntries(values) as RenderOptions,
		);
	} catch (cause) {
		const reason = cause instanceof TypeError ? "option" : "render";
		throw new ArticleProblem(reason, messageOf(cause), cause);
	}
}

function asProblem(error: unknown): ArticleProblem {
	return error instanceof ArticleProblem
		? error
		: new ArticleProblem("render", messageOf(error), error);
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

declare global {
	interface HTMLElementTagNameMap {
		"inkstone-article": InkstoneArticle;
	}
}
