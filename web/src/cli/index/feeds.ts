// The feeds of a blog: RSS 2.0, Atom 1.0 and JSON Feed 1.1 for each of its languages.

import type { Hrefs } from "../../catalog/hrefs.js";
import { momentOf } from "../../catalog/moment.js";
import type { Card } from "../../catalog/types.js";
import type { SiteConfiguration } from "../../types.js";
import { writeXml, type XmlElement } from "./xml.js";

const generator = "Inkstone";

/** How many articles a feed has. */
const feedLength = 20;

/** The names of a language's feeds. */
const feedNames = {
	rss: "rss.xml",
	atom: "atom.xml",
	json: "feed.json",
} as const;

/** Keeps the newest articles of a language's home list, whatever order they come in. */
export class NewestCards {
	readonly #cards: { card: Card; moment: number }[] = [];

	/** Looks at a card; those without a date are never news. */
	add(card: Card): void {
		const moment = momentOf(card.date);
		if (Number.isNaN(moment)) {
			return;
		}
		const cards = this.#cards;
		cards.push({ card, moment });
		cards.sort(
			(a, b) => b.moment - a.moment || (a.card.route < b.card.route ? -1 : 1),
		);
		cards.length = Math.min(cards.length, feedLength);
	}

	/** The newest first. */
	get cards(): Card[] {
		return this.#cards.map(({ card }) => card);
	}
}

/**
 * Makes a language's feeds.
 * @param configuration of the blog
 * @param site the language
 * @param cards the articles, the newest first
 * @param hrefs of the blog where it is published
 * @param home the route of the language's home
 * @returns the files' contents by their paths, relative to the blog's folder
 */
export function makeFeeds(
	configuration: SiteConfiguration,
	site: string,
	cards: readonly Card[],
	hrefs: Hrefs,
	home: string,
): Record<string, string> {
	const language = configuration.languages.find(({ lang }) => lang === site);
	const text = (key: "title" | "tagline" | "description" | "copyright") =>
		language?.[key] || configuration[key];
	const folder = home === "/" ? "" : `${home.slice(1)}/`;
	const files = Object.fromEntries(
		Object.entries(feedNames).map(([kind, name]) => [kind, folder + name]),
	) as Record<keyof typeof feedNames, string>;
	const feed: FeedFacts = {
		title: text("title") || new URL(configuration.baseUrl).host,
		description: text("description") || text("tagline"),
		copyright: text("copyright"),
		lang: site,
		home: hrefs.href(home),
		// Of the articles, so that the same articles make the same feed.
		updated: new Date(Math.max(0, ...cards.map(updatedOf))),
		items: cards.map((card) => itemOf(card, hrefs)),
	};
	return {
		[files.rss]: writeXml(rss(feed, hrefs.file(files.rss))),
		[files.atom]: writeXml(atom(feed, hrefs.file(files.atom))),
		[files.json]: `${JSON.stringify(json(feed, hrefs.file(files.json)), null, "\t")}\n`,
	};
}

/** What the three say in their ways. Texts are plain. */
interface FeedFacts {
	title: string;
	description: string;
	copyright: string;
	lang: string;
	home: string;
	updated: Date;
	items: FeedItem[];
}

interface FeedItem {
	url: string;
	title: string;
	summary: string;
	published: Date;
	updated: Date;
	authors: string[];
	tags: string[];
	lang: string;
}

function itemOf(card: Card, hrefs: Hrefs): FeedItem {
	return {
		url: hrefs.href(card.route),
		title: card.title,
		summary: card.summary || card.lead,
		published: new Date(momentOf(card.date)),
		updated: new Date(updatedOf(card)),
		authors: card.authors,
		tags: [...new Set([...card.categories, ...card.tags])],
		lang: card.lang,
	};
}

function rss(feed: FeedFacts, self: string): XmlElement {
	return [
		"rss",
		{
			version: "2.0",
			"xmlns:atom": "http://www.w3.org/2005/Atom",
			"xmlns:dc": "http://purl.org/dc/elements/1.1/",
		},
		[
			"channel",
			{},
			["title", {}, feed.title],
			["link", {}, feed.home],
			["description", {}, feed.description || feed.title],
			["language", {}, feed.lang],
			...optional("copyright", feed.copyright),
			["lastBuildDate", {}, feed.updated.toUTCString()],
			["generator", {}, generator],
			["atom:link", { href: self, rel: "self", type: "application/rss+xml" }],
			...feed.items.map(
				(item): XmlElement => [
					"item",
					{},
					["title", {}, item.title],
					["link", {}, item.url],
					["guid", { isPermaLink: "true" }, item.url],
					["pubDate", {}, item.published.toUTCString()],
					// Of RSS, where descriptions are HTML.
					...optional("description", htmlOf(item.summary)),
					...item.authors.flatMap((name) => optional("dc:creator", name)),
					...item.tags.flatMap((name) => optional("category", name)),
				],
			),
		],
	];
}

function atom(feed: FeedFacts, self: string): XmlElement {
	return [
		"feed",
		{ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": feed.lang },
		["id", {}, feed.home],
		["title", {}, feed.title],
		...optional("subtitle", feed.description),
		...optional("rights", feed.copyright),
		["updated", {}, feed.updated.toISOString()],
		["generator", {}, generator],
		["link", { rel: "alternate", type: "text/html", href: feed.home }],
		["link", { rel: "self", type: "application/atom+xml", href: self }],
		...feed.items.map(
			(item): XmlElement => [
				"entry",
				{ "xml:lang": item.lang },
				["id", {}, item.url],
				["title", {}, item.title],
				["link", { rel: "alternate", type: "text/html", href: item.url }],
				["published", {}, item.published.toISOString()],
				["updated", {}, item.updated.toISOString()],
				// Every entry has to have an author, or the feed has.
				...(item.authors.length > 0 ? item.authors : [feed.title]).map(
					(name): XmlElement => ["author", {}, ["name", {}, name]],
				),
				...item.tags.map((name): XmlElement => ["category", { term: name }]),
				...optional("summary", item.summary),
			],
		),
	];
}

function json(feed: FeedFacts, self: string): object {
	return {
		version: "https://jsonfeed.org/version/1.1",
		title: feed.title,
		home_page_url: feed.home,
		feed_url: self,
		...(feed.description && { description: feed.description }),
		language: feed.lang,
		items: feed.items.map((item) => ({
			id: item.url,
			url: item.url,
			title: item.title,
			content_text: item.summary,
			date_published: item.published.toISOString(),
			date_modified: item.updated.toISOString(),
			authors: item.authors.map((name) => ({ name })),
			tags: item.tags,
			language: item.lang,
		})),
	};
}

function optional(name: string, text: string): XmlElement[] {
	return text === "" ? [] : [[name, {}, text]];
}

function htmlOf(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;");
}

function updatedOf({ date, lastmod }: Card): number {
	const changed = momentOf(lastmod);
	return Number.isNaN(changed) ? momentOf(date) : changed;
}
