// What the element of a site is to what runs in it.

import type { PartOverrides } from "../article/parts.js";
import type { PageSettings } from "../article/settings.js";

/** The element. */
export interface SiteHost {
	readonly element: HTMLElement;
	/** What a program has set for articles; counts more than the configuration. */
	readonly settings: PageSettings;
	readonly parts: PartOverrides;
	/** Says what state the site is in. */
	enter(state: "loading" | "ready" | "error"): void;
	/**
	 * Fires an event, which bubbles.
	 * @param name of the event
	 * @param detail what it says
	 */
	dispatch(name: string, detail: object): void;
	/** Opens the site anew. */
	restart(): void;
}
