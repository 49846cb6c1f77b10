// <inkstone-site>: the element alone. What it does comes with its runtime, which pages without a site do not load.

import type { PartOverrides } from "../article/parts.js";
import type { PageSettings } from "../article/settings.js";
import { load } from "../index.js";
import type { SiteHost } from "./host.js";
import type { SiteRuntime } from "./runtime.js";

// The module can be imported where there are no elements, for instance on a server.
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/**
 * A site: `<inkstone-site config="site.yaml">`. It shows the page of the place that the document's address names, and
 * follows the links of the site. What it holds from the start stays until its first page is there. The events of the
 * articles in it bubble through it. A document has one site.
 * @tagname inkstone-site
 * @attr {string} config - The configuration's URL, relative to the document.
 * @fires {CustomEvent<NavigateDetail>} inkstone-navigate - A page of the site stands in the document.
 * @fires {CustomEvent<SiteErrorDetail>} inkstone-site-error - The site could not be shown; a message stands in its place.
 * @fires {CustomEvent<DiagnosticsDetail>} inkstone-diagnostics - There is something to tell the author of the
 * configuration, or of the article in the site.
 * @cssState loading - The site is on its way.
 * @cssState ready - A page of the site stands in the document.
 * @cssState error - A message stands in the site's place.
 */
export class InkstoneSite extends Base {
	static readonly observedAttributes = ["config"];

	// Older browsers have no states, or insist on other names.
	readonly #states = CSS.supports("selector(:state(ready))")
		? this.attachInternals().states
		: undefined;
	#runtime: Promise<SiteRuntime> | undefined;
	/** Belongs to the runtime, and ends it. */
	#running = new AbortController();
	#settings: PageSettings = {};
	#parts: PartOverrides = {};

	/** The configuration's URL as written, relative to the document. Setting it opens that site. */
	get config(): string {
		return this.getAttribute("config") ?? "";
	}

	set config(config: string) {
		this.setAttribute("config", config);
	}

	/** What a program sets for the site's pages; counts more than the configuration, from the next page on. */
	get settings(): PageSettings {
		return this.#settings;
	}

	set settings(settings: PageSettings) {
		this.#settings = settings;
	}

	/** Functions that make parts of the site's articles in place of their own, from the next article on. */
	get parts(): PartOverrides {
		return this.#parts;
	}

	set parts(parts: PartOverrides) {
		this.#parts = parts;
	}

	/**
	 * Goes to a place of the site, as a link to it would.
	 * @param route its path from the site's folder, decoded: `/posts/letterpress`
	 */
	async go(route: string): Promise<void> {
		(await this.#runtime)?.go(route);
	}

	/** Called by the browser. */
	connectedCallback(): void {
		for (const name of ["config", "settings", "parts"] as const) {
			// What a program has set before the element was defined.
			if (Object.hasOwn(this, name)) {
				const value = this[name];
				delete (this as Partial<this>)[name];
				Object.assign(this, { [name]: value });
			}
		}
		this.#open();
	}

	/** Called by the browser. */
	disconnectedCallback(): void {
		this.#close();
	}

	/** Called by the browser. */
	attributeChangedCallback(): void {
		if (this.isConnected && this.#runtime) {
			this.#close();
			this.#open();
		}
	}

	#open(): void {
		if (!this.hasAttribute("config") || this.#runtime) {
			return;
		}
		this.#running = new AbortController();
		const { signal } = this.#running;
		const url = new URL(this.config, this.baseURI).href;
		// Fetched while the runtime comes.
		const core = load();
		core.catch(() => undefined);
		this.#enter("loading");
		this.#runtime = import("./runtime.js").then(({ SiteRuntime }) => {
			const runtime = new SiteRuntime(this.#asHost());
			signal.addEventListener("abort", () => runtime.stop());
			if (!signal.aborted) {
				void runtime.start(url, core);
			}
			return runtime;
		});
		this.#runtime.catch((error) => {
			this.#enter("error");
			console.error(error);
		});
	}

	#close(): void {
		this.#running.abort();
		this.#runtime = undefined;
	}

	#asHost(): SiteHost {
		const element = this;
		return {
			element,
			get settings() {
				return element.settings;
			},
			get parts() {
				return element.parts;
			},
			enter: (state) => this.#enter(state),
			dispatch: (name, detail) =>
				this.dispatchEvent(
					new CustomEvent(name, { bubbles: true, composed: true, detail }),
				),
			restart: () => {
				this.#close();
				this.#open();
			},
		};
	}

	#enter(state: "loading" | "ready" | "error"): void {
		this.#states?.clear();
		this.#states?.add(state);
	}
}

declare global {
	interface HTMLElementTagNameMap {
		"inkstone-site": InkstoneSite;
	}
}
