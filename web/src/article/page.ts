// Puts an article page together: the one place that knows the order of its parts.

import { directionOf } from "../language.js";
import type { TocEntry } from "../types.js";
import type { Around } from "./around.js";
import { fitBody, lowerHeadings, takeTitle, uniqueIds } from "./body.js";
import type { PageContext, Part } from "./context.js";
import { fragmentHref } from "./fragment.js";
import { header } from "./parts/header.js";
import { meta } from "./parts/meta.js";
import { notice } from "./parts/notice.js";
import { tags } from "./parts/tags.js";
import { thumbnail } from "./parts/thumbnail.js";
import type { PartPlacer } from "./parts.js";
import { followReader, tocPart } from "./toc.js";

/** The body of an article, ready for its page. */
export interface PageBody {
	element: HTMLElement;
	/** The headings as they stand in it. */
	toc: TocEntry[];
	/** The id that the title had in the body; "" where the body did not open with it. */
	titleId: string;
}

/**
 * Fits a body for the page.
 * @param element the body in a document that loads nothing; is changed
 * @param toc the article's headings
 * @param context of the page, as far as it is known before its body
 * @param isTaken whether something else in the page has an id
 */
export function pageBody(
	element: HTMLElement,
	toc: TocEntry[],
	context: Omit<PageContext, "toc">,
	isTaken: (id: string) => boolean,
): PageBody {
	const isShifted = lowerHeadings(element, context.title);
	element.className = "ink-body";
	fitBody(element, { ...context, toc });
	// Behind what makes links within the article of links to it, before what takes an id away.
	const renamed = uniqueIds(element, isTaken);
	const titleId = takeTitle(element, context.title);
	return {
		element,
		toc: mapToc(toc, renamed, isShifted ? 1 : 0),
		titleId,
	};
}

let pages = 0;

/**
 * Makes an article's page.
 * @param context of the page
 * @param body from {@link pageBody}
 * @param placer says what stands where
 * @param isMain whether it has the landmark `main`
 * @param around the parts around the text; nothing where none of them is wanted, or they could not be fetched
 * @param comments makes the comments
 * @returns the page, not yet in the document
 */
export function articlePage(
	context: PageContext,
	{ element: body, titleId }: PageBody,
	placer: PartPlacer,
	isMain: boolean,
	around: Around | undefined,
	comments: Part,
): HTMLElement {
	const { lang } = context;
	// The colon keeps it apart from every id of a heading.
	body.id = `ink:body:${++pages}`;

	const article = document.createElement("article");
	article.className = "ink-article";
	if (lang) {
		article.lang = lang;
		article.dir = directionOf(lang);
	}
	article.append(
		...placer.place("start"),
		...placer.place("notice", notice),
		...placer.place("header", (context) =>
			header(context, titleId, placer.place("meta", meta)),
		),
		...placer.place("thumbnail", thumbnail),
		...placer.place("toc", tocPart),
		...placer.place("before-body"),
		body,
		...placer.place("after-body"),
		...placer.place("tags", tags),
	);

	const main = document.createElement(isMain ? "main" : "div");
	main.className = "ink-main";
	main.append(
		article,
		...placer.place("authorbox", around?.authorboxPart),
		...placer.place("pager", around?.pagerPart),
		...placer.place("comments", comments),
		...placer.place("end"),
	);

	const page = document.createElement("div");
	page.className = "ink-page";
	page.dataset.sidebar = context.values.sidebar;
	if (context.site?.mainId) {
		main.id = context.site.mainId;
	} else {
		page.append(skipLink(body, context));
	}
	page.append(main);
	if (context.values.sidebar !== "none") {
		page.append(
			...placer.place("aside", around?.asidePart, () => {
				page.dataset.sidebar = "none";
			}),
		);
	}
	if (context.settings.progress && around) {
		// Where it stands does not show; all that a page has is to be in a landmark.
		main.prepend(around.progressBar(body, context));
	}
	if (isListed(context)) {
		followReader(body, context);
	}
	return page;
}

function isListed({ values }: PageContext): boolean {
	return values.toc.show || values.widgets.includes("toc");
}

function skipLink(body: Element, { words, site }: PageContext): Element {
	const link = document.createElement("a");
	link.className = "ink-skip";
	link.href = fragmentHref(body.id, site);
	link.textContent = words.skip;
	return link;
}

function mapToc(
	entries: TocEntry[],
	renamed: ReadonlyMap<string, string>,
	shift: number,
): TocEntry[] {
	return entries.map((entry) => ({
		...entry,
		level: Math.min(entry.level + shift, 6),
		id: renamed.get(entry.id) ?? entry.id,
		children: mapToc(entry.children, renamed, shift),
	}));
}
