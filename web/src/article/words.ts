// The words that the element itself says: what they are, and who gets which. The languages stand in `words/`.

import { localeOf } from "../language.js";
import type { ProblemReason } from "./problem.js";
import { english } from "./words/en.js";

/** What the element says in one language. `{…}` stands for what is filled in. */
export interface Words {
	/** The language, as a BCP 47 tag. */
	lang: string;
	/** While an article is on its way. */
	loading: string;
	retry: string;
	problems: Record<ProblemReason, string>;

	/** A link over the contents, to the article's text. */
	skip: string;
	contents: string;
	/** When the article was last changed, with `{date}`. */
	updated: string;
	/**
	 * How long reading takes, with `{minutes}`, by the language's plural categories; a category that stands for
	 * one number alone may do without.
	 */
	reading: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
	/** Where else the article can be read, with `{languages}`, links that say each language's own name. */
	translations: string;
	categories: string;
	tags: string;
	draft: string;
	/** The article's time to be published has not come. */
	scheduled: string;
	/** The article's time has passed. */
	expired: string;

	/** Names a table for who cannot see it; so do the next ones. */
	table: string;
	code: string;
	formula: string;
	diagram: string;
	/** A task that is done, and one that is open. */
	done: string;
	open: string;
	/** Names the link at a heading, with `{title}`. */
	section: string;
	/** Said of links that lead to another site. */
	external: string;
	enlarge: string;
	close: string;
	copy: string;
	copied: string;
	footnotes: string;
	/** Names a footnote, with `{number}`. */
	footnote: string;
	/** Names the link back from a footnote. */
	back: string;
	alerts: Record<"note" | "tip" | "important" | "warning" | "caution", string>;

	/** Over the author box, with `{name}`. */
	about: string;
	pager: string;
	/** The older article, and the newer one. */
	previous: string;
	next: string;
	comments: string;
	/** The comments are not there. */
	commentsProblem: string;

	/** Names the aside. */
	aside: string;
	search: string;
	/** A search has found nothing. */
	nothing: string;
	/** A search could not be made. */
	searchProblem: string;
	recent: string;
	social: string;
	languages: string;
	menu: string;

	/** How far one has read. */
	progress: string;

	/** Names a site's menu at its head, and the one at its foot. */
	mainMenu: string;
	footerMenu: string;
	/** Names the link to a site's first page. */
	home: string;
	/** A link at the end of a card, to the whole article. */
	readMore: string;
	/** Names the links to the other pages of a list. */
	pages: string;
	/** Where in a list one is, with `{page}` and `{pages}`. */
	page: string;
	/** To the page before and the one behind. */
	previousPage: string;
	nextPage: string;
	/** All articles by year. */
	archive: string;
	/** A list has nothing in it. */
	noArticles: string;
	/** How many articles a list has, with `{count}`, by plural category. */
	articles: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
	/** What was found, with `{query}`. */
	results: string;
	/** Says what to do where nothing has been searched for yet. */
	searchHint: string;
	/** The title of a page that does not exist, and what may help. */
	missing: string;
	missingHint: string;
	/** Links to a site's feed, and names the feed of the newest articles. */
	feed: string;
	/** The site cannot be shown: its configuration, or its index, could not be had. */
	siteProblem: string;
	/** The network is away, and the page was not kept. */
	offline: string;
	/** Names the switch between light and dark. */
	scheme: string;
	light: string;
	dark: string;
	system: string;
}

/** Some of the {@link Words}; of `problems` and `alerts`, too, some will do. */
export type SomeWords = Partial<Omit<Words, "problems" | "alerts">> & {
	problems?: Partial<Words["problems"]>;
	alerts?: Partial<Words["alerts"]>;
};

// By language and script, and by region where that has words of its own; see `keysOf`. A page fetches those that it
// speaks.
const fetched: Record<string, () => Promise<Words>> = {
	ar: async () => (await import("./words/ar.js")).arabic,
	de: async () => (await import("./words/de.js")).german,
	es: async () => (await import("./words/es.js")).spanish,
	fr: async () => (await import("./words/fr.js")).french,
	ja: async () => (await import("./words/ja.js")).japanese,
	ko: async () => (await import("./words/ko.js")).korean,
	ru: async () => (await import("./words/ru.js")).russian,
	zh: async () => (await import("./words/zh-Hans.js")).simplifiedChinese,
	"zh-TW": async () => (await import("./words/zh-Hant.js")).traditionalChinese,
};
const known = new Map<string, Words>([["en", english]]);
const taught = new Map<string, SomeWords>();

/**
 * The words for a language, as far as they are there: {@link loadWords} gets them. One without words for its region
 * has those of the language in its script: `zh-HK` has those of `zh-Hant`.
 * @param lang a BCP 47 tag, or nothing
 * @returns English where the language is not spoken, or the tag is none
 */
export function wordsFor(lang: string | null | undefined): Words {
	// What is more special counts more, and what was taught more than what comes with the element.
	return keysOf(lang)
		.reverse()
		.flatMap((key) => [known.get(key), taught.get(key)])
		.reduce<Words>(
			(words, more) => (more ? joinedWith(words, more) : words),
			english,
		);
}

/**
 * Gets the words for a language.
 * @param lang a BCP 47 tag, or nothing
 * @returns what {@link wordsFor} then gives; what could not be fetched is said in English. Never rejects.
 */
export async function loadWords(
	lang: string | null | undefined,
): Promise<Words> {
	for (const key of keysOf(lang)) {
		if (!known.has(key) && Object.hasOwn(fetched, key)) {
			try {
				known.set(key, (await fetched[key]?.()) ?? english);
			} catch {
				// The console says what could not be fetched. The next article tries again.
			}
		}
	}
	return wordsFor(lang);
}

/**
 * Teaches a language to every `<inkstone-article>` that is rendered from now on, or other words for one that it
 * speaks. What is left out stays as it was said before: in the same language, else in English.
 * @param lang a BCP 47 tag: `pt` for every kind of Portuguese, `pt-PT` for Portugal's alone
 * @param words see {@link Words}; its `lang` does not count
 * @throws TypeError when the tag is none
 */
export function addWords(lang: string, words: SomeWords): void {
	const [key] = keysOf(lang);
	if (!key) {
		throw new TypeError(`\`${lang}\` is not a BCP 47 language tag.`);
	}
	taught.set(key, joinedWith(taught.get(key) ?? {}, { ...words, lang }));
}

/**
 * Says how long reading takes.
 * @param words in the language that says it
 * @param minutes a whole number
 * @param lang the language whose digits the number has; as a rule that of the words, with its region
 */
export function readingTime(
	words: Words,
	minutes: number,
	lang: string,
): string {
	const category = new Intl.PluralRules(words.lang).select(minutes);
	return fill(words.reading[category] ?? words.reading.other, {
		minutes: new Intl.NumberFormat(lang).format(minutes),
	});
}

/**
 * Fills in a text of {@link Words}.
 * @param text with `{name}` where something goes
 * @param values by these names
 */
export function fill(text: string, values: Record<string, string>): string {
	return weave(text, values).join("");
}

/**
 * Fills in a text of {@link Words} with what need not be text.
 * @param text with `{name}` where something goes
 * @param values by these names
 * @returns the values and the texts around them, in their order; a name without a value stays as it is
 */
export function weave<Value>(
	text: string,
	values: Record<string, Value>,
): (Value | string)[] {
	return text
		.split(/\{(\w+)\}/)
		.map((piece, index) => {
			const isName = index % 2 === 1;
			return isName ? (values[piece] ?? `{${piece}}`) : piece;
		})
		.filter((piece) => piece !== "");
}

// What a language is called in the map, the most special name first. Minimized, `pt-BR` is `pt` and `zh-Hant`
// is `zh-TW`: the region that is most likely is as good as none.
function keysOf(lang: string | null | undefined): string[] {
	const locale = localeOf(lang)?.maximize();
	if (!locale) {
		return [];
	}
	const { language, script, region } = locale;
	const keys = [
		{ language, script, region },
		{ language, script },
	].map((parts) => new Intl.Locale(language, parts).minimize().toString());
	return [...new Set(keys)];
}

function joinedWith<Before extends SomeWords>(
	before: Before,
	words: SomeWords,
): Before {
	return {
		...before,
		...given(words),
		problems: { ...before.problems, ...given(words.problems) },
		alerts: { ...before.alerts, ...given(words.alerts) },
	};
}

function given<Values extends object>(values: Values | undefined): Values {
	return Object.fromEntries(
		Object.entries(values ?? {}).filter(([, value]) => value !== undefined),
	) as Values;
}
