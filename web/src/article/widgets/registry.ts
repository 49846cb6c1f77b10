// The widgets by their names.

import type { Widget } from "../../types.js";
import type { WidgetPart } from "../context.js";
import { categoriesWidget } from "./categories.js";
import { languagesWidget } from "./languages.js";
import { recentWidget } from "./recent.js";
import { searchWidget } from "./search.js";
import { sidemenuWidget } from "./sidemenu.js";
import { socialWidget } from "./social.js";
import { taglistWidget } from "./taglist.js";
import { tocWidget } from "./toc.js";

const builtIn: Record<Widget, WidgetPart> = {
	search: searchWidget,
	recent: recentWidget,
	categories: categoriesWidget,
	taglist: taglistWidget,
	social: socialWidget,
	languages: languagesWidget,
	sidemenu: sidemenuWidget,
	toc: tocWidget,
};

const widgets = new Map<string, WidgetPart>(Object.entries(builtIn));

/**
 * Adds a widget to those that articles and pages can have, or puts one in the place of another.
 * @param name as it stands in `widgets`: small letters, digits and hyphens, a letter first
 * @param part makes the widget, as a rule with {@link widgetSection}; or nothing where it would be empty. Where it
 * throws or rejects it is left out, and the console says why.
 * @throws TypeError for a name of another form
 */
export function registerWidget(name: string, part: WidgetPart): void {
	if (!/^[a-z][a-z0-9-]*$/.test(name)) {
		throw new TypeError(
			`A widget's name is made of small letters, digits and hyphens, and begins with a letter, unlike ${JSON.stringify(name)}`,
		);
	}
	widgets.set(name, part);
}

/**
 * Finds a widget.
 * @returns nothing where none has that name
 */
export function widgetNamed(name: string): WidgetPart | undefined {
	return widgets.get(name);
}

/** The names of all widgets, the built-in ones first. */
export function widgetNames(): string[] {
	return [...widgets.keys()];
}
