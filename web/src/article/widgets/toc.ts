// Widget: the table of contents, beside the article instead of before it.

import type { WidgetContext } from "../context.js";
import { tocList } from "../toc.js";
import { widgetSection } from "./section.js";

/** The same list as in the box, whether or not the article has the box. */
export function tocWidget(context: WidgetContext): Element | undefined {
	const list = tocList(context);
	return list && widgetSection("toc", context.words.contents, list);
}
