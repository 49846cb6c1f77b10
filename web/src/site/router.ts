// From one page of a site to the next, as browsers go from page to page: the history, where one was on each page, and
// the focus. What the pages are it leaves to its host.

import { isRoute } from "../address.js";
import { focusAt } from "../article/fragment.js";
import { hasReturned, Positions } from "./positions.js";
import {
	type Decision,
	type Move,
	type Traffic,
	trafficOf,
} from "./traffic.js";

/** Where an URL leads. */
export interface Destination {
	/** The URL that the history is to have. */
	url: string;
	/** The same for all URLs of one page, which differ in their heading alone. */
	page: string;
	/** A heading's id, or "". */
	heading: string;
}

/** A page that is to be shown. */
export interface Visit<Place extends Destination> {
	readonly destination: Place;
	/**
	 * `first`: the document has just come, and may have been scrolled. `new`: by a link. `back`: to an entry that
	 * the history has, also forward.
	 */
	readonly kind: "first" | "new" | "back";
	/** Whether the browser shows an animation of its own. */
	readonly isAnimated: boolean;
	/** Ends when something else is to be shown. */
	readonly signal: AbortSignal;
	/**
	 * Brings the reader to the right place of the page; to be called when it stands in the document, before it is
	 * painted.
	 * @param focus takes the focus where the address names no heading
	 */
	arrive(focus: HTMLElement | null | undefined): void;
}

/** What shows the pages. */
export interface RouterHost<Place extends Destination> {
	/**
	 * @param url absolute
	 * @returns nothing for what is no page of the site
	 */
	locate(url: string): Place | undefined;
	/** Shows a page. May take its time, and never rejects. */
	show(visit: Visit<Place>): Promise<void>;
	/**
	 * Goes to what the document's address names.
	 * @param scroll lets the browser do it, which can where no route stands before the id
	 * @returns whether there is such a thing
	 */
	goToHeading(scroll: (() => void) | undefined): boolean;
}

/** Follows the links of a site. */
export class Router<Place extends Destination> {
	readonly #host: RouterHost<Place>;
	readonly #traffic: Traffic;
	readonly #positions = new Positions();
	/** What stands in the document, and the history's entry for it. */
	#shown: { destination: Place; key: string } | undefined;
	#visiting: AbortController | undefined;

	/**
	 * @param host what shows the pages
	 * @param traffic what tells of navigation; by default the best that the browser has
	 */
	constructor(host: RouterHost<Place>, traffic: Traffic = trafficOf()) {
		this.#host = host;
		this.#traffic = traffic;
	}

	/** Shows the page that the document's address names, and follows links from then on. */
	async start(): Promise<void> {
		this.#positions.start(() => this.#leave());
		this.#traffic.start({
			decide: (url, isKnown) => this.#decide(url, isKnown),
			leave: () => this.#leave(),
			moved: (isKnown) => this.#moved(isKnown),
			visit: (url, move) => this.#visit(url, move),
		});
		await this.#visit(location.href, { kind: "first" });
	}

	/** Leaves navigation to the browser again. */
	stop(): void {
		this.#leave();
		this.#visiting?.abort();
		this.#visiting = undefined;
		this.#shown = undefined;
		this.#traffic.stop();
		this.#positions.stop();
	}

	/**
	 * Goes to a page, as a link to it would.
	 * @param url absolute, of the site
	 */
	go(url: string): void {
		this.#traffic.push(url);
	}

	/**
	 * Gives the page that is shown, or is on its way, another address.
	 * @param url absolute, of the site
	 */
	rename(url: string): void {
		this.#traffic.replace(url);
		const destination = this.#host.locate(url);
		if (destination && this.#shown && !this.#visiting) {
			this.#shown = { destination, key: this.#traffic.key };
		}
	}

	#decide(url: string, isKnown: boolean): Decision {
		const destination = this.#host.locate(url);
		if (!destination) {
			return "foreign";
		}
		const { url: better } = destination;
		if (
			!isKnown &&
			better !== url &&
			this.#host.locate(better)?.url === better
		) {
			return { instead: better };
		}
		// The browser finds the heading by itself, unless there is a route before its id.
		const { hash } = new URL(url);
		const isBrowsers = (hash !== "" || isKnown) && !isRoute(hash);
		return this.#isThere(destination) && isBrowsers ? "browser" : "ours";
	}

	// Whether the page stands in the document, and stays there.
	#isThere({ page }: Destination): boolean {
		return !this.#visiting && this.#shown?.destination.page === page;
	}

	#leave(): void {
		if (this.#shown) {
			this.#positions.keep(this.#shown.key);
		}
	}

	// The browser has gone to another place of the same page.
	#moved(isKnown: boolean): void {
		const { key } = this.#traffic;
		const destination = this.#host.locate(location.href);
		if (
			!this.#shown ||
			this.#shown.key === key ||
			this.#shown.destination.page !== destination?.page
		) {
			return;
		}
		this.#shown = { destination, key };
		if (isKnown) {
			this.#positions.restore(key);
		}
	}

	async #visit(
		url: string,
		{ kind, signal, isAnimated = false, scroll }: Move,
	): Promise<void> {
		const destination = this.#host.locate(url);
		if (!destination) {
			return;
		}
		const isThere = this.#isThere(destination);
		this.#visiting?.abort();
		const visiting = new AbortController();
		const stop = () => visiting.abort();
		signal?.addEventListener("abort", stop);
		const visit: Visit<Place> = {
			destination,
			kind,
			isAnimated,
			signal: visiting.signal,
			arrive: (focus) => {
				if (!visiting.signal.aborted) {
					// From here on it is the page that is shown, whatever comes.
					signal?.removeEventListener("abort", stop);
					this.#arrive(visit, focus, scroll);
				}
			},
		};
		if (isThere) {
			visit.arrive(undefined);
			return;
		}
		this.#visiting = visiting;
		try {
			await this.#host.show(visit);
		} finally {
			if (this.#visiting === visiting) {
				this.#visiting = undefined;
			}
		}
	}

	#arrive(
		{ destination, kind }: Visit<Place>,
		focus: HTMLElement | null | undefined,
		scroll: (() => void) | undefined,
	): void {
		const { key } = this.#traffic;
		const shown = {
			// It may have been given another address meanwhile.
			destination: this.#host.locate(location.href) ?? destination,
			key,
		};
		this.#visiting = undefined;
		this.#shown = shown;
		const isAtHeading =
			destination.heading !== "" && this.#host.goToHeading(scroll);
		// Going to the same address again may have cost the entry its key.
		this.#traffic.keep(key);
		this.#shown = shown;
		const isReturn = kind === "back" || (kind === "first" && hasReturned());
		const isRestored = isReturn && this.#positions.restore(key);
		if (kind === "first") {
			return;
		}
		if (!isAtHeading && !isRestored) {
			scrollTo({ left: 0, top: 0, behavior: "instant" });
		}
		if (!isAtHeading && focus) {
			focusAt(focus);
		}
	}
}
