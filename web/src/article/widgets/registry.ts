// The widgets that pages add. Apart from those that come with Inkstone, which not every page loads.

import type { WidgetPart } from "../context.js";

/** By the names that stand in `widgets`. */
export const registeredWidgets = new Map<string, WidgetPart>();

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
	registeredWidgets.set(name, part);
}
