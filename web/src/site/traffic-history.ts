// Navigation where there is no Navigation API: clicks on links, and the history's events.

import type { Traffic, TrafficListener } from "./traffic.js";

/** Keeps a key in the state of each of the history's entries. */
export class HistoryTraffic implements Traffic {
	#listening = new AbortController();
	#listener: TrafficListener | undefined;
	/** Whether the browser is going to another place of the page, so that this place has been kept. */
	#hasLeft = false;

	get key(): string {
		return keyOf(history.state) ?? "";
	}

	start(listener: TrafficListener): void {
		this.#listener = listener;
		this.#listening = new AbortController();
		const { signal } = this.#listening;
		this.keep(keyOf(history.state) ?? newKey());
		document.addEventListener("click", (event) => this.#click(event), {
			signal,
		});
		addEventListener("popstate", (event) => this.#pop(event), { signal });
	}

	stop(): void {
		this.#listening.abort();
		this.#listener = undefined;
	}

	push(url: string): void {
		if (!this.#go(url)) {
			location.assign(url);
		}
	}

	replace(url: string): void {
		history.replaceState(history.state, "", url);
	}

	keep(key: string): void {
		if (keyOf(history.state) !== key) {
			history.replaceState({ ...history.state, inkstone: key }, "");
		}
	}

	#click(event: MouseEvent): void {
		const link = event
			.composedPath()
			.find((target) => target instanceof HTMLAnchorElement);
		const isPlain = !(
			event.defaultPrevented ||
			event.button ||
			event.ctrlKey ||
			event.metaKey ||
			event.shiftKey ||
			event.altKey
		);
		if (
			isPlain &&
			link?.href &&
			/^(_self)?$/i.test(link.target) &&
			!link.hasAttribute("download") &&
			this.#go(link.href)
		) {
			event.preventDefault();
		}
	}

	// Whether there is nothing left for the browser to do.
	#go(url: string): boolean {
		const listener = this.#listener;
		const decision = listener?.decide(url, false) ?? "foreign";
		if (!listener || decision === "foreign") {
			return false;
		}
		listener.leave();
		if (decision === "browser") {
			this.#hasLeft = true;
			return false;
		}
		if (decision !== "ours") {
			return this.#go(decision.instead);
		}
		// As browsers do: a link to where one is makes no new entry.
		if (url === location.href) {
			history.replaceState(history.state, "", url);
		} else {
			history.pushState({ inkstone: newKey() }, "", url);
		}
		void listener.visit(url, { kind: "new" });
		return true;
	}

	#pop(event: PopStateEvent): void {
		const listener = this.#listener;
		// Not the event's state: the key may have been put back since.
		const isKnown = keyOf(history.state) !== undefined;
		const hasLeft = this.#hasLeft;
		this.#hasLeft = false;
		const decision = listener?.decide(location.href, isKnown) ?? "foreign";
		if (!listener || decision === "foreign") {
			return;
		}
		// Where the browser has scrolled already, it is too late to keep the place.
		if (!hasLeft && (isKnown || decision !== "browser")) {
			listener.leave();
		}
		if (!isKnown) {
			this.keep(newKey());
		}
		if (decision === "browser") {
			listener.moved(isKnown);
			return;
		}
		if (decision !== "ours") {
			this.replace(decision.instead);
		}
		void listener.visit(location.href, {
			kind: isKnown ? "back" : "new",
			isAnimated: event.hasUAVisualTransition,
		});
	}
}

function keyOf(state: unknown): string | undefined {
	const key = (state as { inkstone?: unknown } | null)?.inkstone;
	return typeof key === "string" ? key : undefined;
}

function newKey(): string {
	return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) =>
		part.toString(36),
	).join("");
}
