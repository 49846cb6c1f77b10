// What all pages of a site have that are no articles: the frame around what they show, and the head of that.

import { asidePart } from "../../article/around-parts.js";
import type { WidgetContext } from "../../article/context.js";
import { guarded } from "../../article/parts/guard.js";
import { speak, speechLang } from "../../article/parts/speech.js";
import { fill } from "../../article/words.js";
import type { Widget } from "../../types.js";
import type { SiteContext } from "../context.js";

/** The id of what the link past the header leads to. The colon keeps it apart from every id of a heading. */
export const mainId = "ink:main";

/** A page's element, and when it has all that it will have. */
export interface Frame {
	element: HTMLElement;
	/** Never rejects. */
	whole: Promise<void>;
}

/**
 * Puts what a page shows into its frame, with the aside that the configuration wants there.
 * @param kind `home` or `list`: which aside that is
 * @param title the page's
 * @param content what it shows
 * @param context of the place
 * @param without a widget that the page has no need of
 */
export function frame(
	kind: "home" | "list",
	title: string,
	content: (Node | undefined)[],
	context: SiteContext,
	without?: Widget,
): Frame {
	const main = document.createElement("main");
	main.className = "ink-main";
	main.id = mainId;
	main.append(...content.filter((node) => node !== undefined));

	const page = document.createElement("div");
	page.className = "ink-page";
	const sidebar = context.configuration.sidebar[kind];
	page.dataset.sidebar = sidebar;
	page.append(main);
	if (sidebar === "none") {
		return { element: page, whole: Promise.resolve() };
	}

	const place = document.createComment("");
	page.append(place);
	const put = (aside: Element | undefined) => {
		if (aside) {
			place.replaceWith(aside);
		} else {
			place.remove();
			page.dataset.sidebar = "none";
		}
	};
	const widgets = context.configuration.widgets[kind].filter(
		(name) => name !== without,
	);
	const aside = guarded(
		{ ...asideContext(title, context), values: { sidebar, widgets, toc } },
		"aside",
		asidePart,
	);
	if (aside instanceof Promise) {
		return { element: page, whole: aside.then(put) };
	}
	put(aside);
	return { element: page, whole: Promise.resolve() };
}

// A list has no contents; a widget that asks for some shows nothing.
const toc = { show: false, min: 1, max: 6 };

function asideContext(
	title: string,
	context: SiteContext,
): Omit<WidgetContext, "values"> {
	const { hrefs, lang, root, settings, signal, site, words } = context;
	return {
		toc: [],
		title,
		url: hrefs.file(""),
		lang,
		words,
		settings,
		site,
		root,
		signal,
		report: (code, key, message) =>
			context.report(code, key === "widgets" ? key : "", message),
	};
}

/**
 * Makes the head of what a page shows.
 * @param title its only `h1`
 * @param lead a few sentences under it, plain text, or ""
 * @param more what stands under these
 */
export function pageHeader(
	title: string,
	lead = "",
	...more: (Node | undefined)[]
): HTMLElement {
	const header = document.createElement("header");
	header.className = "ink-header";
	const heading = document.createElement("h1");
	heading.className = "ink-title";
	heading.textContent = title;
	header.append(heading);
	if (lead) {
		const element = document.createElement("p");
		element.className = "ink-lead";
		element.textContent = lead;
		header.append(element);
	}
	header.append(...more.filter((node) => node !== undefined));
	return header;
}

/**
 * Says how many articles a list has.
 * @param count of all its pages
 * @param context of the list
 */
export function totalLine(count: number, context: SiteContext): HTMLElement {
	// No paragraph: beside one so small, a short lead would be taken for a heading.
	const element = document.createElement("div");
	element.className = "ink-total";
	element.textContent = countText(count, context);
	speak(element, context);
	return element;
}

/**
 * A number of articles in words.
 * @param count of articles
 * @param context of the page
 */
export function countText(
	count: number,
	context: Pick<SiteContext, "lang" | "words">,
): string {
	const { words } = context;
	const category = new Intl.PluralRules(words.lang).select(count);
	return fill(words.articles[category] ?? words.articles.other, {
		count: new Intl.NumberFormat(speechLang(context)).format(count),
	});
}

/**
 * A line that the site says itself.
 * @param className of the paragraph
 * @param text from the context's words
 * @param context of the page
 */
export function spokenLine(
	className: string,
	text: string,
	context: Pick<SiteContext, "lang" | "words">,
): HTMLElement {
	const element = document.createElement("p");
	element.className = className;
	element.textContent = text;
	speak(element, context);
	return element;
}
