// What tells a site's router of navigation, whatever the browser has for that.

import { HistoryTraffic } from "./traffic-history.js";
import { NavigationTraffic } from "./traffic-navigation.js";

/**
 * What becomes of a navigation: it leaves the site; the browser finds the place in the page that is there; the
 * router shows a page; or there is a better address.
 */
export type Decision = "foreign" | "browser" | "ours" | { instead: string };

/** A navigation on its way. */
export interface Move {
	kind: "first" | "new" | "back";
	/** Ends when the reader stops it or goes elsewhere. */
	signal?: AbortSignal | undefined;
	/** Whether the browser shows an animation of its own. */
	isAnimated?: boolean | undefined;
	/** Lets the browser scroll to the address's fragment. */
	scroll?: (() => void) | undefined;
}

/** What hears of navigation. */
export interface TrafficListener {
	/**
	 * @param url absolute
	 * @param isKnown whether the history has that entry already
	 */
	decide(url: string, isKnown: boolean): Decision;
	/** The page that is shown still stands as it was left. */
	leave(): void;
	/**
	 * The browser has gone to another place of the page.
	 * @param isKnown whether the history had that entry before
	 */
	moved(isKnown: boolean): void;
	/**
	 * The document has the address of another page.
	 * @param url absolute
	 * @param move how it came
	 */
	visit(url: string, move: Move): Promise<void>;
}

/** Tells of navigation. */
export interface Traffic {
	/** The current entry's, for as long as the history has it. */
	readonly key: string;
	/** @param listener hears of all navigation until {@link stop} */
	start(listener: TrafficListener): void;
	stop(): void;
	/**
	 * Goes somewhere, as a link would.
	 * @param url absolute
	 */
	push(url: string): void;
	/**
	 * Gives the current entry another address, of which nobody is told.
	 * @param url absolute
	 */
	replace(url: string): void;
	/**
	 * Gives the current entry its key again, which the browser may have taken away.
	 * @param key from {@link key}
	 */
	keep(key: string): void;
}

/** The best there is: the Navigation API, else the history with clicks on links. */
export function trafficOf(): Traffic {
	return globalThis.navigation ? new NavigationTraffic() : new HistoryTraffic();
}
