// What a site keeps of an article: from what the renderer gives to a card, a search document, and both as a record.

import { fileNameOf } from "../address.js";
import type {
	Article,
	Metadata,
	SiteConfiguration,
	Thumbnail,
	TocEntry,
} from "../types.js";
import { momentOf } from "./moment.js";
import { aliasRoute, encodedPath } from "./paths.js";
import { describedSection, placeOfFile } from "./routes.js";
import { textOf } from "./text.js";
import type {
	Card,
	CatalogRecord,
	SearchDocument,
	SectionCard,
} from "./types.js";

/** What of a configuration cards depend on. */
export type CardConfiguration = Pick<
	SiteConfiguration,
	"lang" | "languages" | "baseUrl" | "settings"
>;

/**
 * What lists say of an article.
 * @param article as rendered
 * @param path its file, relative to the site's folder
 * @param configuration of the site
 * @param now decides whether lists leave the article out; dates without a zone are in UTC
 */
export function cardOf(
	article: Article,
	path: string,
	configuration: CardConfiguration,
	now: Date,
): Card {
	const { metadata } = article;
	const { lang, site, route, section, base } = placeOfFile(
		path,
		metadata,
		configuration,
	);
	const aliases = metadata.aliases.flatMap(
		(alias) => aliasRoute(alias, route, configuration.baseUrl) ?? [],
	);
	return {
		path,
		route,
		aliases: [...new Set(aliases)].filter((alias) => alias !== route),
		site,
		lang,
		translationKey: metadata.translationKey || base,
		section,
		title: metadata.title || fileNameOf(`file:///${encodedPath(path)}`),
		lead: metadata.lead,
		summary: article.summary.text,
		date: metadata.date,
		lastmod: metadata.lastmod,
		authors: metadata.author ?? authorsOf(configuration),
		categories: metadata.categories,
		tags: metadata.tags,
		weight: metadata.weight,
		thumbnail: thumbnailOf(metadata.thumbnail, path),
		minutes: article.counts.minutes,
		menu: metadata.menu,
		hidden: hiddenBy(metadata, now.getTime()),
	};
}

/**
 * What a search index has of an article.
 * @param article as rendered
 * @param card the article's
 */
function documentOf(article: Article, card: Card): SearchDocument {
	return {
		route: card.route,
		title: card.title,
		terms: [...new Set([...card.categories, ...card.tags])],
		headings: headingsOf(article.toc),
		text: textOf(article.html),
	};
}

/**
 * All that an index keeps of an article.
 * @param article as rendered
 * @param path its file, relative to the site's folder
 * @param hash of the file's bytes and of what else goes in here
 * @param configuration of the site
 * @param now as for {@link cardOf}
 */
export function recordOf(
	article: Article,
	path: string,
	hash: string,
	configuration: CardConfiguration,
	now: Date,
): CatalogRecord {
	const card = cardOf(article, path, configuration, now);
	const { date, publishDate, expiryDate } = article.metadata;
	const changes = [date, publishDate, expiryDate]
		.map(momentOf)
		.filter((moment) => moment > now.getTime());
	return {
		hash,
		...(changes.length > 0 && { until: Math.min(...changes) }),
		card,
		document: documentOf(article, card),
	};
}

/**
 * What an `_index.md` says of its section.
 * @param article as rendered
 * @param path its file, relative to the site's folder
 * @param configuration of the site
 * @returns nothing for a file that describes no section
 */
export function sectionCardOf(
	article: Article,
	path: string,
	configuration: CardConfiguration,
): SectionCard | undefined {
	const name = describedSection(path, configuration);
	return name === undefined
		? undefined
		: {
				site: placeOfFile(path, article.metadata, configuration).site,
				name,
				title: article.metadata.title || name,
				summary: article.summary.text,
			};
}

function hiddenBy(metadata: Metadata, now: number): Card["hidden"] {
	if (metadata.draft) {
		return "draft";
	}
	if (momentOf(metadata.expiryDate) <= now) {
		return "expired";
	}
	return momentOf(metadata.publishDate) > now || momentOf(metadata.date) > now
		? "scheduled"
		: "";
}

function authorsOf({ settings }: CardConfiguration): string[] {
	const { author } = settings;
	return (Array.isArray(author) ? author : [author]).filter(
		(name) => typeof name === "string" && name !== "",
	) as string[];
}

// An article says where its image is from where its file is; lists are shown elsewhere.
function thumbnailOf(thumbnail: Thumbnail, path: string): Thumbnail {
	const { src } = thumbnail;
	if (src === "" || /^([a-z][a-z0-9+.-]*:|[/\\])/i.test(src)) {
		return thumbnail;
	}
	const [, file = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(src) ?? [];
	const folder = encodedPath(path).split("/").slice(0, -1);
	const segments: string[] = [];
	for (const segment of [...folder, ...file.split("/")]) {
		if (segment === ".." && segments.length > 0 && segments.at(-1) !== "..") {
			segments.pop();
		} else if (segment !== ".") {
			segments.push(segment);
		}
	}
	const relative = segments.join("/");
	return {
		...thumbnail,
		src: `${/^([^/]*:|\/|$)/.test(relative) ? "./" : ""}${relative}${rest}`,
	};
}

function headingsOf(toc: TocEntry[]): string[] {
	return toc.flatMap(({ text, children }) => [text, ...headingsOf(children)]);
}
