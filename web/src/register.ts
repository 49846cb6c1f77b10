// Registers the elements, for every entry that does.

import { InkstoneArticle, InkstoneScheme } from "./element.js";
import { InkstoneSite } from "./site.js";

/**
 * Registers the elements that the page does not have yet. On a server there is nothing to register with; and a page may
 * load this twice.
 */
export function registerElements(): void {
	for (const [name, element] of [
		["inkstone-article", InkstoneArticle],
		["inkstone-scheme", InkstoneScheme],
		// A site makes articles, which have to be known before it.
		["inkstone-site", InkstoneSite],
	] as const) {
		if (globalThis.customElements && !customElements.get(name)) {
			customElements.define(name, element);
		}
	}
}
