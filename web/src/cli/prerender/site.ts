// The pages of a site, made in Node by the modules that make them in browsers.

import type { PageSettings } from "../../article/settings.js";
import { loadWords } from "../../article/words.js";
import { Hrefs } from "../../catalog/hrefs.js";
import { parsePlace, placeRoute } from "../../catalog/routes.js";
import type { Catalog, CatalogEntry, Route } from "../../catalog/types.js";
import { languageOf, type SiteContext } from "../../site/context.js";
import { descriptionOf } from "../../site/describe.js";
import { DocumentHead } from "../../site/head.js";
import { composeSitePage, sitePage } from "../../site/page.js";
import { mainId } from "../../site/parts/frame.js";
import { linkToPages } from "../../site/prefetch.js";
import { articleSettings, pageSettings } from "../../site/settings.js";
import { siteOf } from "../../site/site-of.js";
import type { Diagnostic, Inkstone, SiteConfiguration } from "../../types.js";
import { prerenderArticle } from "./article.js";
import { element, writeDocument } from "./document.js";
import { openDocument } from "./environment.js";
import { numberIds } from "./ids.js";
import { makeRelative } from "./relative.js";
import { watchedSite } from "./settling.js";
import { fillDocument } from "./template.js";

/** The folder of a site of which no address is known. Nothing in its pages names it. */
export const nowhere = "https://inkstone.invalid/";

/** A site whose pages are made. */
export interface PrerenderedSite {
	inkstone: Inkstone;
	/** With routes in the path. */
	configuration: SiteConfiguration;
	catalog: Catalog;
	/** The URL of the site's folder, absolute, with a slash at its end. */
	folder: string;
	/** The HTML of the site's page. */
	template: string;
	/** Reads an article's file. */
	read(path: string): Promise<string>;
}

/** Which page. */
export interface PageRequest {
	route: Route;
	/** Of a list; 1-based. */
	page: number;
	/** Whether the page is for what is missing wherever that is: its URLs then begin with the host's root. */
	isAnywhere?: boolean;
}

/** A page, made. */
export interface PrerenderedPage {
	html: string;
	/** Whether there is something at the route. */
	isFound: boolean;
	/** How many pages a list has; 1 for everything else. */
	pages: number;
	/** The article's file; "" where there is none. */
	path: string;
	/** What has been found in the article; without one, in the configuration. */
	diagnostics: Diagnostic[];
}

/**
 * Makes a page. One at a time: the document is everybody's.
 * @throws TypeError where the site's page has no `<inkstone-site>`
 */
export async function prerenderPage(
	site: PrerenderedSite,
	request: PageRequest,
): Promise<PrerenderedPage> {
	const { catalog, configuration, folder } = site;
	const hrefs = new Hrefs(configuration, folder, folder);
	const url = hrefs.href(request.route, { page: request.page });
	const place = parsePlace(request.route, configuration);
	const language = languageOf(configuration, place.site);
	openDocument(url, language.lang);
	const host = fillDocument(site.template, folder);
	if (!host) {
		throw new TypeError("The site's page has no <inkstone-site>.");
	}
	const diagnostics: Diagnostic[] = [];
	const entry = await catalog.find(request.route);
	const facts: Omit<SiteContext, "site"> = {
		configuration,
		language,
		catalog,
		hrefs,
		place,
		address: { page: request.page, query: "" },
		entry,
		lang: language.lang,
		words: await loadWords(language.lang),
		settings: pageSettings(configuration, folder),
		// Nobody searches here, but there has to be room for who will.
		...(configuration.search.engine !== "none" && {
			search: { search: async () => [] },
		}),
		root: document,
		signal: new AbortController().signal,
		report: (code, _, message) =>
			diagnostics.push({
				code,
				severity: "warning",
				message,
				line: 1,
				column: 1,
			}),
	};
	const watched = watchedSite(siteOf(facts));
	const context = { ...facts, site: watched.site };
	const page = entry ? undefined : await sitePage(context);
	const content = entry
		? await articleAt(entry, site, context, diagnostics)
		: page?.element;
	host.append(...composeSitePage(content as HTMLElement, context));
	await page?.whole;
	await watched.settled();
	await linkToPages(document.body, { catalog, hrefs }, facts.signal);
	if (request.isAnywhere) {
		leadHome(
			url,
			hrefs.href(placeRoute({ kind: "home", site: place.site }, configuration)),
		);
	}
	new DocumentHead(document).describe(descriptionOf(context, page));
	linkTheme(configuration.theme, folder);
	forgetNowhere();
	numberIds(document);
	makeRelative(document, url, folder, request.isAnywhere);
	return {
		html: writeDocument(),
		isFound: page?.status !== "missing",
		pages: page?.pages ?? 1,
		path: entry?.card.path ?? "",
		diagnostics,
	};
}

// The page for what is missing is nowhere itself.
function leadHome(url: string, home: string): void {
	for (const link of document.querySelectorAll("a[href]")) {
		if (link.getAttribute("href") === url) {
			link.setAttribute("href", home);
		}
	}
}

// What others are told has to be true wherever they are.
function forgetNowhere(): void {
	for (const tag of document.querySelectorAll("meta[content]")) {
		if (tag.getAttribute("content")?.startsWith(nowhere)) {
			tag.remove();
		}
	}
}

async function articleAt(
	{ card }: CatalogEntry,
	{ inkstone, configuration, read }: PrerenderedSite,
	{ hrefs, lang, settings, site }: SiteContext,
	diagnostics: Diagnostic[],
): Promise<HTMLElement> {
	const attributes = Object.fromEntries(
		Object.entries(configuration.options)
			.filter(([, value]) => value !== undefined && value !== null)
			.map(([name, value]) => [name, String(value)]),
	);
	const made = await prerenderArticle(
		inkstone,
		{ content: await read(card.path), url: hrefs.file(card.path) },
		{
			attributes,
			settings: articleSettings(configuration, settings as PageSettings),
			site,
			lang,
		},
	);
	diagnostics.push(...made.diagnostics);
	// Where the site's link to the text leads, without a script too.
	made.content.querySelector(".ink-main")?.setAttribute("id", mainId);
	// Without `src` it does nothing by itself; it only looks like the one that takes its place.
	const article = element("inkstone-article", { lang, "data-ink-made": "" });
	article.append(made.content);
	return article;
}

// As the element does, in a document that has not got it.
function linkTheme(theme: string, folder: string): void {
	const url = /^(default|minimal)$/.test(theme)
		? `${folder}inkstone/themes/${theme}.css`
		: theme && URL.canParse(theme, folder)
			? new URL(theme, folder).href
			: "";
	const links = [...document.querySelectorAll("link[rel~=stylesheet]")];
	if (url && !links.some((link) => link.getAttribute("href") === url)) {
		const link = element("link", { rel: "stylesheet", href: url });
		if (links[0]) {
			links[0].before(link);
		} else {
			document.head.append(link);
		}
	}
}
