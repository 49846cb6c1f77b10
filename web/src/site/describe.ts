// What a page of a site is called and said to be: from a place to what the document's head says.

import { fill } from "../article/words.js";
import { Hrefs } from "../catalog/hrefs.js";
import { placeRoute } from "../catalog/routes.js";
import type { SiteContext, SitePage } from "./context.js";
import { feedsAt } from "./feeds.js";
import type { PageDescription } from "./head.js";
import { languageLinks } from "./languages.js";

/**
 * Describes the page of a place.
 * @param context of the place
 * @param page what is shown there, if that is no article
 */
export function descriptionOf(
	context: Omit<SiteContext, "site">,
	page?: Pick<
		SitePage,
		"title" | "description" | "robots" | "status" | "page" | "pages"
	>,
): PageDescription {
	const { address, configuration, hrefs, language, place, words } = context;
	const { baseUrl } = configuration;
	const card = page ? undefined : context.entry?.card;
	// As on the host that the configuration names, wherever the site is looked at.
	const home = baseUrl || hrefs.file("");
	const elsewhere = { ...context, hrefs: new Hrefs(configuration, home, home) };
	const route = card?.route ?? placeRoute(place, configuration);
	const isMissing = page?.status === "missing";
	const number =
		page && page.pages > 1 && page.page > 1
			? fill(words.page, {
					page: String(page.page),
					pages: String(page.pages),
				})
			: "";
	const title = page?.title ?? card?.title ?? "";
	const image = card?.thumbnail.src ?? "";
	return {
		title: [title, number].filter(Boolean).join(" - "),
		siteTitle: language.title,
		description: page ? page.description : (card?.summary ?? ""),
		lang: card?.lang ?? language.lang,
		url:
			baseUrl && !isMissing
				? elsewhere.hrefs.href(route, {
						page: page?.page ?? 1,
						query: place.kind === "search" ? address.query : "",
					})
				: "",
		isCanonical: configuration.urls === "path",
		type: card ? "article" : "website",
		published: card?.date ?? "",
		modified: card?.lastmod ?? "",
		image:
			image && URL.canParse(image, home)
				? { src: new URL(image, home).href, alt: card?.thumbnail.alt ?? "" }
				: { src: "", alt: "" },
		languages:
			baseUrl && !isMissing
				? translationsOf(elsewhere, card !== undefined)
				: [],
		feeds: feedsAt(context),
		robots:
			page?.robots ??
			(place.kind === "search" ? "noindex" : card?.hidden ? "noindex" : ""),
	};
}

// Only pages that are the same in another language: its first page is no translation.
function translationsOf(
	context: Omit<SiteContext, "site">,
	isArticle: boolean,
): PageDescription["languages"] {
	const { configuration, entry, hrefs, place } = context;
	if (isArticle && entry) {
		const { card, translations } = entry;
		return [card, ...translations].map(({ lang, title, route }) => ({
			lang,
			title,
			url: hrefs.href(route),
		}));
	}
	const links = languageLinks(context);
	const isHome = place.kind === "home";
	return links.filter(
		({ lang, url }) =>
			isHome ||
			url !==
				hrefs.href(placeRoute({ kind: "home", site: lang }, configuration)),
	);
}
