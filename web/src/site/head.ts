// What the document says of the page that it shows: to search engines, to those who pass its address on, and to
// readers of feeds.

import type { LanguageLink } from "../article/site.js";
import { directionOf, localeOf } from "../language.js";
import type { FeedLink } from "./feeds.js";

/** A page of a site, as others are told of it. */
export interface PageDescription {
	/** The page's own title; "" for the site's first page. */
	title: string;
	/** The site's title in the page's language. */
	siteTitle: string;
	/** Plain text, or "". */
	description: string;
	/** The page's language, a BCP 47 tag. */
	lang: string;
	/** The page's absolute URL on the host that the configuration names; "" where it names none. */
	url: string;
	/** Whether `url` is one that search engines can tell from others: routes are in its path. */
	isCanonical: boolean;
	/** `"article"` for articles. */
	type: "article" | "website";
	/** When it was published and last changed: values of HTML's `datetime`, or "". */
	published: string;
	modified: string;
	/** Its picture; an absolute URL, or "". */
	image: { src: string; alt: string };
	/** The page in the site's languages, its own among them; absolute URLs on the host that the configuration names. */
	languages: LanguageLink[];
	feeds: FeedLink[];
	/** What search engines are asked to do; "" for nothing. */
	robots: string;
}

/** An element of the document's head. */
interface Tag {
	name: "meta" | "link";
	/** The attributes that tell it from others. */
	identity: Record<string, string>;
	/** The others. */
	values: Record<string, string>;
}

/** Marks the tags that are made here, so that the next page can do away with them, also where pages were made ahead of time. */
const mark = "data-ink-head";

/** Keeps the head of a document current. */
export class DocumentHead {
	readonly #document: Document;
	/** The tags of the document's author, as they were written. */
	readonly #written = new Map<Element, Map<string, string>>();

	/**
	 * @param document whose head it is
	 */
	constructor(document: Document) {
		// Browsers ask for a page's icon anew when the address changes, from there.
		for (const icon of document.head.querySelectorAll<HTMLLinkElement>(
			"link[rel~=icon]",
		)) {
			icon.setAttribute("href", icon.href);
		}
		this.#document = document;
	}

	/**
	 * Describes a page in the place of the one before. Tags that the document's author has written are made use of, and
	 * come back when a page has nothing to say in them.
	 * @param page what is described
	 */
	describe(page: PageDescription): void {
		const { documentElement, head } = this.#document;
		this.#document.title = titleOf(page);
		documentElement.setAttribute("lang", page.lang);
		documentElement.setAttribute("dir", directionOf(page.lang));
		const used = new Set<Element>();
		for (const tag of tagsOf(page)) {
			const found = this.#find(tag, used);
			const element = found ?? this.#document.createElement(tag.name);
			if (!found) {
				element.setAttribute(mark, "");
			} else if (!found.hasAttribute(mark) && !this.#written.has(found)) {
				this.#written.set(found, attributesOf(found));
			}
			for (const [name, value] of Object.entries({
				...tag.identity,
				...tag.values,
			})) {
				element.setAttribute(name, value);
			}
			used.add(element);
			if (!found) {
				head.append(element);
			}
		}
		for (const element of [...head.querySelectorAll(`[${mark}]`)]) {
			if (!used.has(element)) {
				element.remove();
			}
		}
		for (const [element, attributes] of this.#written) {
			if (!used.has(element)) {
				for (const [name, value] of attributes) {
					element.setAttribute(name, value);
				}
				this.#written.delete(element);
			}
		}
	}

	#find({ name, identity }: Tag, used: Set<Element>): Element | undefined {
		return [...this.#document.head.querySelectorAll(name)].find(
			(element) =>
				!used.has(element) &&
				Object.entries(identity).every(
					([name, value]) => element.getAttribute(name) === value,
				) &&
				// A link to a feed is none to a translation.
				(name === "meta" ||
					["hreflang", "type"].every(
						(name) => name in identity || !element.hasAttribute(name),
					)),
		);
	}
}

/**
 * The title of the document.
 * @param page what it shows
 */
export function titleOf({
	title,
	siteTitle,
}: Pick<PageDescription, "title" | "siteTitle">): string {
	return [title, siteTitle].filter(Boolean).join(" - ");
}

function tagsOf(page: PageDescription): Tag[] {
	const { description, feeds, image, lang, languages, robots, url } = page;
	const named = (name: string, content: string): Tag[] =>
		content ? [{ name: "meta", identity: { name }, values: { content } }] : [];
	const property = (property: string, content: string): Tag[] =>
		content
			? [{ name: "meta", identity: { property }, values: { content } }]
			: [];
	const isArticle = page.type === "article";
	return [
		...named("description", description),
		...named("robots", robots),
		...(url && page.isCanonical && !robots
			? [link({ rel: "canonical" }, { href: url })]
			: []),
		...property("og:title", page.title || page.siteTitle),
		...property("og:type", page.type),
		...property("og:url", robots ? "" : url),
		...property("og:site_name", page.siteTitle),
		...property("og:description", description),
		...property("og:locale", openGraphLocale(lang)),
		...property("og:image", image.src),
		...property("og:image:alt", image.src && image.alt),
		...property("article:published_time", isArticle ? page.published : ""),
		...property("article:modified_time", isArticle ? page.modified : ""),
		...named("twitter:card", image.src ? "summary_large_image" : "summary"),
		...(page.isCanonical && languages.length > 1
			? languages.map(({ lang, url }) =>
					link({ rel: "alternate", hreflang: lang }, { href: url }),
				)
			: []),
		...feeds.map(({ title, type, url }) =>
			link({ rel: "alternate", type }, { href: url, title }),
		),
	];
}

function link(
	identity: Record<string, string>,
	values: Record<string, string>,
): Tag {
	return { name: "link", identity, values };
}

// Open Graph wants a region: the one where most speak the language.
function openGraphLocale(lang: string): string {
	const locale = localeOf(lang)?.maximize();
	return locale?.region ? `${locale.language}_${locale.region}` : "";
}

function attributesOf(element: Element): Map<string, string> {
	return new Map(
		element
			.getAttributeNames()
			.map((name) => [name, element.getAttribute(name) ?? ""]),
	);
}
