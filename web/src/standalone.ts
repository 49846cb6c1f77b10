// The `inkstone/standalone` entry: one classic script with the core, the elements, what they load elsewhere when they
// need it, and the theme. Makes the global `inkstone`. For pages without modules, those opened from a disk among them.

import theme from "inkstone:theme";
import { bringTheme } from "./article/own-theme.js";
import { keptScheme, showScheme } from "./article/scheme-choice.js";
import * as article from "./element.js";
// The elements find the core by this one, too.
import { load } from "./inline.js";
import { registerElements } from "./register.js";
import * as site from "./site.js";

/** What `inkstone`, `inkstone/element` and `inkstone/site` export. */
export type InkstoneGlobal = Readonly<
	{ load: typeof load } & typeof article & typeof site
>;

declare global {
	/** Set by the classic script `inkstone/standalone`. */
	var inkstone: InkstoneGlobal;
}

globalThis.inkstone = Object.freeze({ load, ...article, ...site });

if (globalThis.document) {
	// A reader who chose light or dark never sees the other flash by.
	showScheme(keptScheme());
	const script = document.currentScript as HTMLScriptElement | null;
	if (script?.dataset.theme !== "none") {
		bringTheme(theme);
	}
}
registerElements();
