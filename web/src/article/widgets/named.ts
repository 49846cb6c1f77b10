// All widgets by their names: those that come with Inkstone, and those that pages add.

import type { Widget } from "../../types.js";
import type { WidgetPart } from "../context.js";
import { categoriesWidget } from "./categories.js";
import { languagesWidget } from "./languages.js";
import { recentWidget } from "./recent.js";
import { registeredWidgets } from "./registry.js";
import { searchWidget } from "./search.js";
import { sidemenuWidget } from "./sidemenu.js";
import { socialWidget } from "./social.js";
import { taglistWidget } from "./taglist.js";
import { tocWidget } from "./toc.js";

const builtIn: ReadonlyMap<string, WidgetPart> = new Map(
	Object.entries({
		search: searchWidget,
		recent: recentWidget,
		categories: categoriesWidget,
		taglist: taglistWidget,
		social: socialWidget,
		languages: languagesWidget,
		sidemenu: sidemenuWidget,
		toc: tocWidget,
	} satisfies Record<Widget, WidgetPart>),
);

/**
 * Finds a widget.
 * @returns nothing where none has that name
 */
export function widgetNamed(name: string): WidgetPart | undefined {
	return registeredWidgets.get(name) ?? builtIn.get(name);
}

/** The names of all widgets, the built-in ones first. */
export function widgetNames(): string[] {
	return [...new Set([...builtIn.keys(), ...registeredWidgets.keys()])];
}
