// Makes of an article's sanitized text the `.ink-body` of a page: one module for each concern, put together here.

import { translateAlerts } from "./body/alerts.js";
import { addAnchors } from "./body/anchors.js";
import { nameFootnotes } from "./body/footnotes.js";
import { fitImages } from "./body/images.js";
import { fitLinks } from "./body/links.js";
import { fitMedia } from "./body/media.js";
import { fitScrolling } from "./body/scrolling.js";
import { fitTasks } from "./body/tasks.js";
import { resolveUrls } from "./body/urls.js";
import type { PageContext } from "./context.js";

export { announceIds, takenOutside, uniqueIds } from "./body/ids.js";
export { lowerHeadings, takeTitle } from "./body/title.js";

/**
 * Fits a body for the page, while it still stands in a document that loads nothing.
 * @param body the sanitized body; is changed. It must itself come into the page, as `.ink-body`: it is what
 * listens to what happens in it.
 * @param context of its page; nothing is left of the body's doings elsewhere once the signal is aborted
 */
export function fitBody(body: Element, context: PageContext): void {
	const { words, settings } = context;
	resolveUrls(body, context.url);
	fitTasks(body, words);
	fitScrolling(body, context);
	fitImages(body, settings);
	fitMedia(body);
	fitLinks(body, context);
	translateAlerts(body, words);
	nameFootnotes(body, words);
	addAnchors(body, words);
}
