// The box with the table of contents.

import type { TocEntry, TocSettings } from "../types.js";
import type { PageContext } from "./context.js";
import type { Words } from "./words.js";

let boxes = 0;

/**
 * Makes the box.
 * @param toc the article's headings
 * @param settings whether it is wanted, and of which levels
 * @param words in the article's language
 * @returns nothing when it is not wanted or would be empty
 */
export function tocBox(
	toc: TocEntry[],
	settings: TocSettings,
	words: Words,
): HTMLElement | undefined {
	const entries = settings.show ? withinLevels(toc, settings) : [];
	if (entries.length === 0) {
		return undefined;
	}
	const title = document.createElement("h2");
	title.className = "ink-toc-title";
	// The colon keeps it apart from every id of a heading.
	title.id = `ink:toc:${++boxes}`;
	title.textContent = words.contents;

	const box = document.createElement("nav");
	box.className = "ink-toc";
	box.setAttribute("aria-labelledby", title.id);
	box.append(title, listOf(entries));
	return box;
}

/**
 * The headings as nested links.
 * @param context of the page, whose settings say which levels are listed
 * @returns nothing when no heading is
 */
export function tocList({
	article,
	values,
}: PageContext): HTMLElement | undefined {
	const entries = withinLevels(article.toc, values.toc);
	return entries.length > 0 ? listOf(entries) : undefined;
}

// Headings under one that is left out move up to its place; so do those under one that nothing can link to.
function withinLevels(entries: TocEntry[], levels: TocSettings): TocEntry[] {
	return entries.flatMap((entry) => {
		const children = withinLevels(entry.children, levels);
		const listed =
			entry.level >= levels.min &&
			entry.level <= levels.max &&
			entry.id &&
			entry.text;
		return listed ? [{ ...entry, children }] : children;
	});
}

function listOf(entries: TocEntry[]): HTMLElement {
	const list = document.createElement("ul");
	for (const entry of entries) {
		const link = document.createElement("a");
		link.href = `#${encodeURIComponent(entry.id)}`;
		link.textContent = entry.text;
		const item = document.createElement("li");
		item.append(link);
		if (entry.children.length > 0) {
			item.append(listOf(entry.children));
		}
		list.append(item);
	}
	return list;
}
