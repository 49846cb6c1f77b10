// The `inkstone/define` entry: registers the elements. What a page's <script type="module"> loads.

import { InkstoneArticle, InkstoneScheme } from "./element.js";

export type * from "./element.js";

// On a server there is nothing to register with; and a page may load this twice.
for (const [name, element] of [
	["inkstone-article", InkstoneArticle],
	["inkstone-scheme", InkstoneScheme],
] as const) {
	if (globalThis.customElements && !customElements.get(name)) {
		customElements.define(name, element);
	}
}
