// What is at a place of a site, and the page around it: the one place that knows which page each kind of place has, and in which
// order the parts around it stand.

import { fragmentHref } from "../article/fragment.js";
import { speak } from "../article/parts/speech.js";
import type { SiteContext, SitePage } from "./context.js";
import { archivePage } from "./pages/archive.js";
import { homePage } from "./pages/home.js";
import { missingPage } from "./pages/missing.js";
import { searchPage } from "./pages/search.js";
import { sectionPage } from "./pages/section.js";
import { taxonomyPage } from "./pages/taxonomy.js";
import { termPage } from "./pages/term.js";
import { yearPage } from "./pages/year.js";
import { siteFooter } from "./parts/footer.js";
import { mainId } from "./parts/frame.js";
import { siteHeader } from "./parts/header.js";

const pages = {
	home: homePage,
	route: sectionPage,
	taxonomy: taxonomyPage,
	term: termPage,
	archive: archivePage,
	year: yearPage,
	search: searchPage,
};

/**
 * Makes the page of a place where there is no article.
 * @param context of the place
 * @returns the page for what is missing, where there is nothing
 * @throws Error when the catalog cannot be asked
 */
export function sitePage(context: SiteContext): Promise<SitePage> {
	const { kind, site } = context.place;
	return site in context.catalog.languages
		? pages[kind](context)
		: missingPage(context);
}

/**
 * Puts the parts of a site around what stands at a place.
 * @param content the element of {@link sitePage}, or an `<inkstone-article>`
 * @param context of the place
 * @returns what stands in the site, in this order
 */
export function composeSitePage(
	content: Element,
	context: SiteContext,
): Element[] {
	const footer = siteFooter(context);
	return [
		skipLink(context),
		siteHeader(context),
		content,
		...(footer ? [footer] : []),
	];
}

function skipLink(context: SiteContext): Element {
	const link = document.createElement("a");
	link.className = "ink-skip";
	// Tools know a link within a page by its `#`; with routes in fragments, the script below follows it.
	link.setAttribute(
		"href",
		context.configuration.urls === "hash"
			? `#${mainId}`
			: fragmentHref(mainId, context.site),
	);
	link.textContent = context.words.skip;
	speak(link, context);
	// The `main` may be that of an article, and in a shadow root no fragment leads to it.
	link.addEventListener("click", (event) => {
		const { parentElement } = link;
		const main = (parentElement ?? context.root).querySelector<HTMLElement>(
			".ink-main",
		);
		if (main) {
			event.preventDefault();
			main.tabIndex = -1;
			main.focus();
		}
	});
	return link;
}
