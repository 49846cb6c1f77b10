// Widget: the site's menu for the side.

import type { WidgetContext } from "../context.js";
import { linkWidget } from "./section.js";

/** The entries of the menu `side`. */
export async function sidemenuWidget({
	site,
	url,
	words,
}: WidgetContext): Promise<Element | undefined> {
	const widget = linkWidget(
		"sidemenu",
		words.menu,
		await site?.menu?.("side", url),
		(link, { current }) => {
			if (current) {
				// It may lead to the section, so "page" would say too much.
				link.setAttribute("aria-current", "true");
			}
		},
	);
	widget?.setAttribute("role", "navigation");
	return widget;
}
