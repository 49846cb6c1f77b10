// The meta line of an article page: who, when, about what, how long, and in which other languages.

import type { Awaitable } from "../../awaitable.js";
import {
	directionOf,
	isSameLanguage,
	joined,
	languageName,
} from "../../language.js";
import type { Article } from "../../types.js";
import type { PageContext, PageValues } from "../context.js";
import { dayText, isAnotherDay, momentText } from "../dates.js";
import { linkOr, safeUrl, termLink } from "../links.js";
import type { LanguageLink } from "../site.js";
import { readingTime, weave } from "../words.js";
import { reportFault } from "./guard.js";
import { speak, speechLang } from "./speech.js";

/** What a meta line is made from: an article on its own page, or on a card. */
export interface MetaContext
	extends Pick<
		PageContext,
		"lang" | "settings" | "signal" | "site" | "url" | "words"
	> {
	readonly article: { counts: Pick<Article["counts"], "minutes"> };
	readonly values: Pick<
		PageValues,
		"author" | "categories" | "date" | "lastmod" | "translations"
	>;
}

/**
 * Makes the meta line. What a site has to be asked for comes into it later.
 * @param context see {@link MetaContext}
 * @returns nothing when it would be empty; a line that has nothing but what the site knows is a promise
 */
export function meta(context: MetaContext): Awaitable<Element | undefined> {
	const items = [
		authors(context),
		published(context),
		updated(context),
		categories(context),
		reading(context),
	].filter((item) => item !== undefined);
	const list = document.createElement("ul");
	list.className = "ink-meta";
	// Safari does not take a list without bullets for a list, unless it is told.
	list.setAttribute("role", "list");
	list.append(...items);

	const own = context.values.translations.map((translation) => ({
		...translation,
		title: "",
		url: safeUrl(translation.url, context.url) ?? "",
	}));
	const add = (found: LanguageLink[]) => {
		list.append(...translations([...own, ...found], context));
		return list.hasChildNodes() ? list : undefined;
	};
	if (!context.site?.translations) {
		return add([]);
	}
	const asked = translationsOnSite(context).then(add);
	return items.length > 0 ? list : asked;
}

function authors(context: MetaContext) {
	const { values, settings } = context;
	const names = values.author.map((name) => {
		const known =
			settings.authors && Object.hasOwn(settings.authors, name)
				? settings.authors[name]
				: undefined;
		const href = safeUrl(known?.url, document.baseURI);
		return linkOr(known?.name || name, href, { rel: "author" });
	});
	return names.length > 0
		? item("ink-author", joined(names, langOf(context)))
		: undefined;
}

function published(context: MetaContext) {
	const time = timeOf(context.values.date, context);
	return time && item("ink-date", [time]);
}

function updated(context: MetaContext) {
	const { values, words } = context;
	const time = timeOf(values.lastmod, context);
	if (!time || !isAnotherDay(values.lastmod, values.date)) {
		return undefined;
	}
	const element = item("ink-updated", weave(words.updated, { date: time }));
	speak(element, context);
	if (element.lang) {
		time.lang = langOf(context);
	}
	return element;
}

function categories(context: MetaContext) {
	const links = context.values.categories.map((category) =>
		termLink(
			"categories",
			category,
			{ class: "ink-category", rel: "category tag" },
			context,
		),
	);
	return links.length > 0
		? item("ink-categories", joined(links, langOf(context)))
		: undefined;
}

function reading(context: MetaContext) {
	const { minutes } = context.article.counts;
	if (!(minutes > 0)) {
		return undefined;
	}
	const text = readingTime(context.words, minutes, speechLang(context));
	const element = item("ink-reading", [text]);
	speak(element, context);
	return element;
}

function translations(
	candidates: LanguageLink[],
	context: MetaContext,
): Element[] {
	const links = otherLanguages(candidates, context.lang).map(translationLink);
	if (links.length === 0) {
		return [];
	}
	const { words } = context;
	const element = item(
		"ink-translations",
		weave<Node | string | (Node | string)[]>(words.translations, {
			languages: joined(links, speechLang(context)),
		}).flat(),
	);
	speak(element, context);
	return [element];
}

async function translationsOnSite({
	site,
	url,
	signal,
}: MetaContext): Promise<LanguageLink[]> {
	try {
		const found = (await site?.translations?.(url)) ?? [];
		return signal.aborted
			? []
			: found.map((link) => ({
					...link,
					url: safeUrl(link.url, document.baseURI) ?? "",
				}));
	} catch (error) {
		reportFault("translations", error);
		return [];
	}
}

// What the article says itself comes first, and counts more than what its site has found.
function otherLanguages(
	candidates: LanguageLink[],
	lang: string,
): LanguageLink[] {
	const links: LanguageLink[] = [];
	for (const candidate of candidates) {
		const same = links.find((link) =>
			isSameLanguage(link.lang, candidate.lang),
		);
		if (isSameLanguage(candidate.lang, lang)) {
			continue;
		}
		if (!same) {
			links.push({ ...candidate });
		} else if (!same.url) {
			Object.assign(same, candidate);
		}
	}
	return links.filter((link) => link.url);
}

function translationLink({ lang, title, url }: LanguageLink): HTMLElement {
	const link = document.createElement("a");
	link.href = url;
	link.rel = "alternate";
	link.hreflang = lang;
	link.lang = lang;
	link.dir = directionOf(lang);
	link.textContent = languageName(lang);
	if (title) {
		link.title = title;
	}
	return link;
}

function timeOf(
	date: string,
	context: MetaContext,
): HTMLTimeElement | undefined {
	const lang = langOf(context);
	const text = dayText(date, lang, context.settings.dateStyle);
	if (!text) {
		return undefined;
	}
	const time = document.createElement("time");
	time.dateTime = date;
	time.textContent = text;
	if (date.includes("T")) {
		time.title = momentText(date, lang);
	}
	return time;
}

// An article of which no language is known is dated in that of the words around.
function langOf({ lang, words }: Pick<MetaContext, "lang" | "words">): string {
	return lang || words.lang;
}

function item(name: string, content: (Node | string)[]): HTMLLIElement {
	const element = document.createElement("li");
	element.className = name;
	element.append(...content);
	return element;
}
