// The `inkstone/define` entry: registers the elements. What a page's <script type="module"> loads.

import { InkstoneArticle } from "./element.js";

export type * from "./element.js";

// On a server there is nothing to register with; and a page may load this twice.
if (globalThis.customElements && !customElements.get("inkstone-article")) {
	customElements.define("inkstone-article", InkstoneArticle);
}
