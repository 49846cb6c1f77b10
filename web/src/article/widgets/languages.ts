// Widget: the site in its languages.

import type { WidgetContext } from "../context.js";
import type { LanguageLink } from "../site.js";
import { linkWidget } from "./section.js";

/** Each language under its own name, in the order that the site gives. Nothing where there is no other language. */
export async function languagesWidget({
	site,
	lang,
	words,
}: WidgetContext): Promise<Element | undefined> {
	const answer = await site?.languages?.();
	const languages = (Array.isArray(answer) ? answer : []).map((language) => ({
		...language,
		title: language?.title || ownName(language?.lang),
	}));
	const current = currentOf(languages, lang);
	if (languages.every((language) => language === current)) {
		return undefined;
	}
	const widget = linkWidget(
		"languages",
		words.languages,
		languages,
		(link, language) => {
			const tag = canonical(language.lang);
			if (tag) {
				link.lang = tag;
				link.hreflang = tag;
			}
			if (language === current) {
				link.setAttribute("aria-current", "true");
			}
		},
	);
	if (!site?.mainId) {
		// A site has a landmark of its own for this, in its header.
		widget?.setAttribute("role", "navigation");
	}
	return widget;
}

// Of the languages that are written like the article's (`zh` like `zh-CN`, but not like `zh-TW`), the one that comes
// nearest.
function currentOf(
	languages: LanguageLink[],
	lang: string,
): LanguageLink | undefined {
	const tag = canonical(lang);
	const alike = languages.filter(
		(language) => tag && writingOf(language.lang) === writingOf(tag),
	);
	return (
		alike.find((language) => canonical(language.lang) === tag) ??
		alike.find((language) => tag.startsWith(`${canonical(language.lang)}-`)) ??
		alike[0]
	);
}

function writingOf(lang: string | undefined): string {
	const tag = canonical(lang);
	if (!tag) {
		return "";
	}
	const { language, script } = new Intl.Locale(tag).maximize();
	return `${language}-${script}`;
}

function ownName(lang: string | undefined): string {
	const tag = canonical(lang);
	return tag
		? (new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag)
		: "";
}

function canonical(lang: string | undefined): string {
	try {
		return (lang && Intl.getCanonicalLocales(lang)[0]) || "";
	} catch {
		return "";
	}
}
