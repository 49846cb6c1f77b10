// The `inkstone/define` entry: registers the elements. What a page's <script type="module"> loads.

import { InkstoneArticle, InkstoneScheme } from "./element.js";
import { InkstoneSite } from "./site.js";

export type * from "./element.js";
export type * from "./site.js";

// On a server there is nothing to register with; and a page may load this twice.
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
