// What feed readers and search engines get: feeds for each language, and the sitemap.

import { Hrefs } from "../../catalog/hrefs.js";
import { isStandalone } from "../../catalog/lists.js";
import { momentOf } from "../../catalog/moment.js";
import { placeRoute, sectionRoute } from "../../catalog/routes.js";
import type { Card } from "../../catalog/types.js";
import type { SiteConfiguration } from "../../types.js";
import type { ArticleEntry } from "./articles.js";
import type { BesideFiles } from "./beside.js";
import { makeFeeds, NewestCards } from "./feeds.js";
import { makeSitemap, type SitemapUrl } from "./sitemap.js";

/** Makes the files that stand beside an index. */
export interface WebFiles {
	/** Hears of every card of a home list, for the feeds. */
	addHome(card: Card): void;
	/**
	 * Writes the files, once all cards were heard of.
	 * @param listed the articles that lists have, in the site's order
	 */
	write(listed: readonly ArticleEntry[], beside: BesideFiles): Promise<void>;
}

/**
 * Begins the files.
 * @param configuration of the blog
 * @returns nothing for a blog whose absolute URL is not known
 */
export function openWebFiles(
	configuration: SiteConfiguration,
): WebFiles | undefined {
	const { baseUrl, languages } = configuration;
	if (!URL.canParse(baseUrl)) {
		return undefined;
	}
	const hrefs = new Hrefs(configuration, baseUrl, baseUrl);
	const newest = new Map(
		languages.map(({ lang }) => [lang, new NewestCards()]),
	);
	return {
		addHome(card) {
			newest.get(card.site)?.add(card);
		},
		async write(listed, beside) {
			for (const [site, { cards }] of newest) {
				const home = placeRoute({ kind: "home", site }, configuration);
				const feeds = makeFeeds(configuration, site, cards, hrefs, home);
				for (const [name, content] of Object.entries(feeds)) {
					await beside.write(name, content);
				}
			}
			const sections = sectionsOf(listed);
			const count = languages.length + sections.length + listed.length;
			const urls = sitemapUrls(configuration, hrefs, sections, listed);
			const fileUrl = (name: string) => hrefs.file(name);
			for await (const file of makeSitemap(urls, count, fileUrl)) {
				await beside.write(file.name, file.content);
			}
		},
	};
}

async function* sitemapUrls(
	configuration: SiteConfiguration,
	hrefs: Hrefs,
	sections: { site: string; name: string }[],
	listed: readonly ArticleEntry[],
): AsyncGenerator<SitemapUrl> {
	const homes = configuration.languages.map(({ lang }) => ({
		lang,
		url: hrefs.href(placeRoute({ kind: "home", site: lang }, configuration)),
	}));
	for (const { url } of homes) {
		yield { url, languages: severalOf(homes) };
	}
	for (const { site, name } of sections) {
		const url = hrefs.href(sectionRoute(site, name, configuration));
		yield { url, languages: [] };
	}
	const translations = translationsOf(configuration, listed);
	for (const { card } of listed) {
		const changed = momentOf(card.lastmod || card.date);
		const others = translations.get(card.translationKey) ?? [];
		yield {
			url: hrefs.href(card.route),
			...(!Number.isNaN(changed) && { changed: new Date(changed) }),
			languages: severalOf(
				others.map(({ site, route }) => ({
					lang: site,
					url: hrefs.href(route),
				})),
			),
		};
	}
}

function severalOf<T>(languages: T[]): T[] {
	return languages.length > 1 ? languages : [];
}

function sectionsOf(
	listed: readonly ArticleEntry[],
): { site: string; name: string }[] {
	const sections = new Map<string, { site: string; name: string }>();
	for (const { card } of listed) {
		if (card.section && !isStandalone(card)) {
			const { site, section } = card;
			sections.set(`${site}/${section}`, { site, name: section });
		}
	}
	return [...sections.values()];
}

// The first of each language; a blog in one language has no use for them.
function translationsOf(
	{ languages }: SiteConfiguration,
	listed: readonly ArticleEntry[],
): Map<string, ArticleEntry["card"][]> {
	const groups = new Map<string, ArticleEntry["card"][]>();
	if (languages.length < 2) {
		return groups;
	}
	for (const { card } of listed) {
		const group = groups.get(card.translationKey) ?? [];
		groups.set(card.translationKey, group);
		if (!group.some(({ site }) => site === card.site)) {
			group.push(card);
		}
	}
	return groups;
}
