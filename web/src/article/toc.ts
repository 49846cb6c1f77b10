// The table of contents: a box before the body, whose links follow what is being read.

import type { TocEntry } from "../types.js";
import { fragmentTarget } from "./body/fragment.js";
import type { PageContext, WidgetContext } from "./context.js";
import { fragmentHref } from "./fragment.js";

/** Where the box is open from the start: narrower than this it would push the text off the screen. */
const roomy = "(min-width: 48rem)";

let boxes = 0;

/**
 * The box. Folded together on small screens; on large ones the theme puts it beside the text.
 * @param context of the page
 * @returns nothing when it is not wanted or would be empty
 */
export function tocPart(context: PageContext): Element | undefined {
	const list = context.values.toc.show ? tocList(context) : undefined;
	if (!list) {
		return undefined;
	}
	const title = document.createElement("summary");
	title.className = "ink-toc-title";
	// The colon keeps it apart from every id of a heading.
	title.id = `ink:toc:${++boxes}`;
	title.textContent = context.words.contents;

	const box = document.createElement("details");
	box.className = "ink-toc-box";
	box.open = matchMedia(roomy).matches;
	box.append(title, list);

	const part = document.createElement("nav");
	part.className = "ink-toc";
	part.setAttribute("aria-labelledby", title.id);
	part.append(box);
	return part;
}

/**
 * The headings as nested links, of which the one to what is being read has `aria-current`.
 * @param context of the page, whose settings say which levels are listed
 * @returns nothing when no heading is
 */
export function tocList(context: WidgetContext): HTMLElement | undefined {
	const entries = withinLevels(context.toc, context.values.toc);
	return entries.length > 0 ? listOf(entries, context) : undefined;
}

// Headings under one that is left out move up to its place; so do those under one that nothing can link to.
function withinLevels(
	entries: TocEntry[],
	levels: { min: number; max: number },
): TocEntry[] {
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

function listOf(entries: TocEntry[], context: WidgetContext): HTMLElement {
	const list = document.createElement("ol");
	for (const entry of entries) {
		const link = document.createElement("a");
		link.href = fragmentHref(entry.id, context.site);
		link.textContent = entry.text;
		const item = document.createElement("li");
		item.append(link);
		if (entry.children.length > 0) {
			item.append(listOf(entry.children, context));
		}
		list.append(item);
	}
	return list;
}

/**
 * Lets the links of all lists on a page follow the reader.
 * @param body with the headings; the lists are all those of its page, whenever they come
 * @param context of the page
 */
export function followReader(
	body: Element,
	{ toc, signal }: PageContext,
): void {
	const page = body.closest(".ink-page");
	const ids = new Set(idsOf(toc));
	const targets = [...body.querySelectorAll("[id]")].filter(({ id }) =>
		ids.has(id),
	);
	const mark = () => {
		if (!body.isConnected) {
			// Nothing has a place yet, and all would seem to be at the top.
			return;
		}
		// The last heading above the lower end of the window's upper third, where eyes are.
		const line = innerHeight / 3;
		const current = targets.findLast(
			(target) => target.getBoundingClientRect().top < line,
		);
		for (const link of page?.querySelectorAll(
			":is(.ink-toc, .ink-widget-toc) a",
		) ?? []) {
			if (current && fragmentTarget(link) === current.id) {
				link.setAttribute("aria-current", "location");
			} else {
				link.removeAttribute("aria-current");
			}
		}
	};
	// What moves over that line, up or down, is all that can change it: also what jumps over all of the window.
	const observer = new IntersectionObserver(mark, {
		rootMargin: "1000000px 0px -66.6% 0px",
	});
	for (const target of targets) {
		observer.observe(target);
	}
	// Lists may come later than the text, with the aside.
	const late = new MutationObserver(mark);
	for (const parent of [page, body.parentElement]) {
		if (parent) {
			late.observe(parent, { childList: true });
		}
	}
	signal.addEventListener("abort", () => {
		observer.disconnect();
		late.disconnect();
	});
}

function idsOf(entries: TocEntry[]): string[] {
	return entries.flatMap(({ id, children }) => [id, ...idsOf(children)]);
}
