// Parts of a page come when its site has answered; a page that is written to a file waits for all of them.

import type { Site } from "../../article/site.js";

/** A site, and when the page that asks it has what it asked for. */
export interface WatchedSite<Watched extends Site | undefined> {
	site: Watched;
	/** Waits until no question is open, and what was asked for has been put into the page. */
	settled(): Promise<void>;
}

/**
 * Watches what a page asks of its site.
 * @param site answers
 */
export function watchedSite<Watched extends Site | undefined>(
	site: Watched,
): WatchedSite<Watched> {
	const open = new Set<Promise<unknown>>();
	const watched =
		site &&
		new Proxy(site, {
			get(target, name) {
				const value: unknown = Reflect.get(target, name, target);
				if (typeof value !== "function") {
					return value;
				}
				return (...given: unknown[]) => {
					const answer: unknown = value.apply(target, given);
					if (answer instanceof Promise) {
						open.add(answer);
						const close = () => open.delete(answer);
						answer.then(close, close);
					}
					return answer;
				};
			},
		});
	return {
		site: watched as Watched,
		async settled() {
			do {
				await Promise.allSettled(open);
				// Whoever waited for the answers goes on first, and may ask again.
				await new Promise((resolve) => setImmediate(resolve));
			} while (open.size > 0);
		},
	};
}
