// Widget: the table of contents, beside the article instead of before it.

import type { PageContext } from "../context.js";
import { tocList } from "../toc.js";
import { widgetSection } from "./section.js";

/** The same list as in the box, whether or not the article has the box. */
export function tocWidget(context: PageContext): Element | undefined {
	const list = tocList(context);
	return list && widgetSection("toc", context.words.contents, list);
}
