// What feed readers and search engines get: feeds for each language, and the sitemap.

import { Hrefs } from "../../catalog/hrefs.js";
import { isStandalone, membershipsOf } from "../../catalog/lists.js";
import { momentOf } from "../../catalog/moment.js";
import { placeRoute, sectionRoute } from "../../catalog/routes.js";
import type { Card } from "../../catalog/types.js";
import type { SiteConfiguration } from "../../types.js";
import type { BesideFiles } from "./beside.js";
import { makeFeeds, NewestCards } from "./feeds.js";
import { makeSitemap, type SitemapUrl } from "./sitemap.js";
import type { Scratch } from "./sorter.js";

/** Makes the files that stand beside an index. */
export interface WebFiles {
	/** Hears of every card that lists have, in the site's order. */
	add(card: Card): Promise<void>;
	/** Writes the files, once all cards were heard of. */
	write(beside: BesideFiles): Promise<void>;
}

/** An article's page in one of the site's languages. */
interface Page {
	/** Its place in the sitemap. */
	key: string;
	translationKey: string;
	site: string;
	route: string;
}

/** What is known of a page, in two parts: the second one is the later known. */
type SitemapPart =
	| { route: string; changed: string }
	| { languages: SitemapUrl["languages"] };

/**
 * Begins the files.
 * @param configuration of the blog
 * @param scratch for what is too much for memory
 * @returns nothing for a blog whose absolute URL is not known
 */
export function openWebFiles(
	configuration: SiteConfiguration,
	scratch: Scratch,
): WebFiles | undefined {
	const { baseUrl, languages } = configuration;
	if (!URL.canParse(baseUrl)) {
		return undefined;
	}
	const hrefs = new Hrefs(configuration, baseUrl, baseUrl);
	const newest = new Map(
		languages.map(({ lang }) => [lang, new NewestCards()]),
	);
	const sections = new Map<string, string>();
	const pages = scratch.sorter<SitemapPart>();
	const translations = scratch.sorter<Page>();
	let count = 0;
	return {
		async add(card) {
			const { site, section, route, translationKey } = card;
			if (isInHome(card, configuration)) {
				newest.get(site)?.add(card);
			}
			const name = `${site}/${section}`;
			if (section && !isStandalone(card) && !sections.has(name)) {
				const place = sectionRoute(site, section, configuration);
				sections.set(name, hrefs.href(place));
			}
			const key = String(count++).padStart(12, "0");
			const changed = card.lastmod || card.date;
			await pages.add([key, "page"], { route, changed });
			// A blog in one language has no use for them.
			if (languages.length > 1) {
				const page = { key, translationKey, site, route };
				await translations.add([translationKey], page);
			}
		},
		async write(beside) {
			for (const [site, { cards }] of newest) {
				const home = placeRoute({ kind: "home", site }, configuration);
				const feeds = makeFeeds(configuration, site, cards, hrefs, home);
				for (const [name, content] of Object.entries(feeds)) {
					await beside.write(name, content);
				}
			}
			for await (const group of groupsOf(translations)) {
				const languages = languagesOf(group, hrefs);
				for (const { key } of languages.length > 1 ? group : []) {
					await pages.add([key, "languages"], { languages });
				}
			}
			await translations.end();
			const urls = sitemapUrls(configuration, hrefs, sections.values(), pages);
			const total = languages.length + sections.size + count;
			const fileUrl = (name: string) => hrefs.file(name);
			for await (const file of makeSitemap(urls, total, fileUrl)) {
				await beside.write(file.name, file.content);
			}
			await pages.end();
		},
	};
}

async function* sitemapUrls(
	configuration: SiteConfiguration,
	hrefs: Hrefs,
	sections: Iterable<string>,
	pages: AsyncIterable<SitemapPart>,
): AsyncGenerator<SitemapUrl> {
	const homes = configuration.languages.map(({ lang }) => ({
		lang,
		url: hrefs.href(placeRoute({ kind: "home", site: lang }, configuration)),
	}));
	for (const { url } of homes) {
		yield { url, languages: homes.length > 1 ? homes : [] };
	}
	for (const url of sections) {
		yield { url, languages: [] };
	}
	// Those of the page that comes next.
	let languages: SitemapUrl["languages"] = [];
	for await (const part of pages) {
		if ("languages" in part) {
			languages = part.languages;
			continue;
		}
		const changed = momentOf(part.changed);
		yield {
			url: hrefs.href(part.route),
			...(!Number.isNaN(changed) && { changed: new Date(changed) }),
			languages,
		};
		languages = [];
	}
}

async function* groupsOf(pages: AsyncIterable<Page>): AsyncGenerator<Page[]> {
	let group: Page[] = [];
	for await (const page of pages) {
		const [first] = group;
		if (first && first.translationKey !== page.translationKey) {
			yield group;
			group = [];
		}
		group.push(page);
	}
	yield group;
}

// The first page of each language.
function languagesOf(
	group: readonly Page[],
	hrefs: Hrefs,
): SitemapUrl["languages"] {
	const languages = new Map<string, string>();
	for (const { site, route } of group) {
		if (!languages.has(site)) {
			languages.set(site, hrefs.href(route));
		}
	}
	return Array.from(languages, ([lang, url]) => ({ lang, url }));
}

function isInHome(card: Card, configuration: SiteConfiguration): boolean {
	return membershipsOf(card, configuration).some(({ list }) => list === "home");
}
