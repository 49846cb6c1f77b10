// Navigation as the Navigation API tells of it: links, forms, programs and the reader's buttons alike.

import type { Traffic, TrafficListener } from "./traffic.js";

/** Needs `globalThis.navigation`. */
export class NavigationTraffic implements Traffic {
	#listening = new AbortController();
	/** While the entry is given another address, which is a navigation as well. */
	#isRenaming = false;

	get key(): string {
		return navigation.currentEntry?.key ?? "";
	}

	start(listener: TrafficListener): void {
		this.#listening = new AbortController();
		navigation.addEventListener(
			"navigate",
			(event) => this.#hear(event as NavigateEvent, listener),
			{ signal: this.#listening.signal },
		);
	}

	stop(): void {
		this.#listening.abort();
	}

	push(url: string): void {
		navigate(url, "auto");
	}

	replace(url: string): void {
		this.#isRenaming = true;
		try {
			history.replaceState(history.state, "", url);
		} finally {
			this.#isRenaming = false;
		}
	}

	keep(): void {
		// The browser's own key stays.
	}

	#hear(event: NavigateEvent, listener: TrafficListener): void {
		if (
			this.#isRenaming ||
			!event.canIntercept ||
			event.downloadRequest !== null ||
			event.formData ||
			event.navigationType === "reload"
		) {
			return;
		}
		const { url } = event.destination;
		const isKnown = event.navigationType === "traverse";
		const decision = listener.decide(url, isKnown);
		if (decision === "foreign") {
			return;
		}
		if (decision === "browser") {
			listener.leave();
			navigation.addEventListener(
				"currententrychange",
				() => listener.moved(isKnown),
				{ once: true, signal: this.#listening.signal },
			);
			return;
		}
		if (decision !== "ours") {
			event.preventDefault();
			const { navigationType } = event;
			queueMicrotask(() =>
				navigate(
					decision.instead,
					navigationType === "replace" ? "replace" : "auto",
				),
			);
			return;
		}
		listener.leave();
		event.intercept({
			focusReset: "manual",
			scroll: "manual",
			handler: () =>
				listener.visit(url, {
					kind: isKnown ? "back" : "new",
					signal: event.signal,
					isAnimated: event.hasUAVisualTransition,
					scroll: () => event.scroll(),
				}),
		});
	}
}

function navigate(url: string, history: NavigationHistoryBehavior): void {
	const { committed, finished } = navigation.navigate(url, { history });
	// Another navigation may overtake it, which is nothing to complain of.
	committed?.catch(() => undefined);
	finished?.catch(() => undefined);
}
