// An article in a list: a card with what invites to read it.

import { safeUrl, textOf } from "../../article/links.js";
import { meta } from "../../article/parts/meta.js";
import { speak } from "../../article/parts/speech.js";
import type { PageSettings } from "../../article/settings.js";
import { placeRoute, termSlug } from "../../catalog/routes.js";
import type { Card } from "../../catalog/types.js";
import { directionOf, isSameLanguage } from "../../language.js";
import type { FrontMatterValue } from "../../types.js";
import type { SiteContext } from "../context.js";

/** How many of a list's first images are asked for at once: as a rule they are seen. */
const eagerImages = 2;

/**
 * Makes a card.
 * @param card the article's
 * @param index its place in the list, 0-based
 * @param context of the list
 */
export function cardElement(
	card: Card,
	index: number,
	context: SiteContext,
): HTMLElement {
	const { configuration, hrefs } = context;
	const href = hrefs.href(card.route);
	const element = document.createElement("article");
	element.className = "ink-card";
	markLanguage(element, card.lang, context.lang);

	const heading = document.createElement("h2");
	heading.className = "ink-card-title";
	// The colons keep it apart from every id of a heading.
	heading.id = `ink:card:${index + 1}`;
	const link = document.createElement("a");
	link.href = href;
	link.rel = "bookmark";
	link.textContent = nameOf(card);
	heading.append(link);

	const parts = [
		cardThumbnail(card, href, index, context),
		heading,
		paragraph("ink-lead", card.lead),
		cardMeta(card, context),
		paragraph("ink-card-summary", card.summary),
		configuration.readMore
			? readMore(href, heading.id, card, context)
			: undefined,
	];
	element.append(...parts.filter((part) => part !== undefined));
	return element;
}

/**
 * What an article is called: by its title, else by its file.
 * @param card the article's
 */
export function nameOf({ title, path }: Pick<Card, "path" | "title">): string {
	return title || (path.split("/").at(-1) ?? "").replace(/(.)\.[^.]*$/, "$1");
}

/**
 * Marks what is in another language than what stands around it.
 * @param element is changed
 * @param lang its language, a BCP 47 tag or ""
 * @param around the language around it, a BCP 47 tag
 */
export function markLanguage(
	element: HTMLElement,
	lang: string,
	around: string,
): void {
	if (lang && !isSameLanguage(lang, around)) {
		element.lang = lang;
		element.dir = directionOf(lang);
	}
}

function cardMeta(card: Card, context: SiteContext): Element | undefined {
	const { configuration, hrefs, settings, signal, words } = context;
	const line = meta({
		article: { counts: { minutes: card.minutes } },
		values: {
			author: card.authors,
			categories: card.categories,
			date: card.date,
			// When it was changed is for those who read it.
			lastmod: "",
			translations: [],
		},
		lang: card.lang,
		words,
		settings,
		signal,
		site: {
			termUrl: (taxonomy, term) =>
				hrefs.href(
					placeRoute(
						{ kind: "term", site: card.site, taxonomy, slug: termSlug(term) },
						configuration,
					),
				),
		},
		url: hrefs.file(card.path),
	});
	// It has nothing to wait for: who knows translations is not asked.
	return line instanceof Promise ? undefined : line;
}

function cardThumbnail(
	card: Card,
	href: string,
	index: number,
	{ hrefs, settings }: SiteContext,
): HTMLElement | undefined {
	const { src, alt, places } = leadImage(card, settings);
	const url = safeUrl(src, hrefs.file(""), "image");
	if (!url || !places.includes("list")) {
		return undefined;
	}
	const link = document.createElement("a");
	link.className = "ink-card-thumbnail";
	link.href = href;
	// The title leads to the same place, and one stop on the way is enough.
	link.setAttribute("tabindex", "-1");
	if (!alt) {
		link.setAttribute("aria-hidden", "true");
	}
	const image = document.createElement("img");
	image.alt = alt;
	image.setAttribute("decoding", "async");
	if (index >= eagerImages) {
		image.setAttribute("loading", "lazy");
	}
	if (settings.referrerPolicy) {
		image.setAttribute("referrerpolicy", settings.referrerPolicy);
	}
	image.addEventListener("error", () => link.remove());
	// Starts the request, to which all of the above matters.
	image.src = url;
	link.append(image);
	return link;
}

// What the article does not say, the site does, as on the article's own page.
function leadImage(
	{ thumbnail }: Card,
	{ thumbnail: given }: PageSettings,
): { src: string; alt: string; places: FrontMatterValue[] } {
	const site =
		typeof given === "object" && given !== null && !Array.isArray(given)
			? given
			: { src: given };
	const { src, alt } = thumbnail.src ? thumbnail : site;
	const places = thumbnail.visibility ?? site.visibility;
	return {
		src: textOf(src),
		alt: textOf(alt),
		places: Array.isArray(places) ? places : [places ?? "list"],
	};
}

function paragraph(className: string, text: string): HTMLElement | undefined {
	if (!text) {
		return undefined;
	}
	const element = document.createElement("p");
	element.className = className;
	element.textContent = text;
	return element;
}

function readMore(
	href: string,
	titleId: string,
	card: Card,
	{ words }: SiteContext,
): HTMLElement {
	const link = document.createElement("a");
	link.className = "ink-read-more";
	link.id = `${titleId}:more`;
	link.href = href;
	link.textContent = words.readMore;
	// Out of its card it would not say what there is more of.
	link.setAttribute("aria-labelledby", `${link.id} ${titleId}`);
	speak(link, { lang: card.lang, words });
	return link;
}
