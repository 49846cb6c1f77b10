// What makes reading easier and changes nothing in the text: fetched behind the first view, for bodies that have use for it.

import type { PageContext } from "../context.js";
import { tidyCopies } from "./copy.js";
import { addPreviews } from "./footnote-previews.js";
import { addZoom } from "./zoom.js";

/**
 * Adds previews of footnotes, images as large as they are, and copies without what the page has added.
 * @param body of the page; listens to what happens in it
 * @param context of the page; nothing is left of their doings elsewhere once the signal is aborted
 */
export function addConveniences(body: HTMLElement, context: PageContext): void {
	addPreviews(body, context);
	addZoom(body, context);
	tidyCopies(body, context);
}
