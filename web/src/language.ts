// What a language tag tells: its direction, its names, and how it joins a list. Tags are as people write them,
// so none is too odd.

const rightToLeftScripts =
	"Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi".split(" ");

// In these, a sentence begins with a capital; Georgian has capitals, too, but not for that.
const scriptsWithCapitals = ["Latn", "Cyrl", "Grek", "Armn"];

/**
 * Reads a language tag. As in RFC 4647, what cannot be read is dropped from its end.
 * @param lang a BCP 47 tag, or anything else
 * @returns nothing when nothing is left
 */
export function localeOf(
	lang: string | null | undefined,
): Intl.Locale | undefined {
	const subtags = (lang ?? "").trim().split(/[-_]/);
	for (; subtags.length > 0; subtags.pop()) {
		try {
			return new Intl.Locale(subtags.join("-"));
		} catch {
			// One subtag less may do.
		}
	}
	return undefined;
}

/**
 * The direction that a language is written in.
 * @param lang a BCP 47 tag; `"ltr"` for what is none
 */
export function directionOf(lang: string): "ltr" | "rtl" {
	const script = localeOf(lang)?.maximize().script ?? "";
	return rightToLeftScripts.includes(script) ? "rtl" : "ltr";
}

/**
 * Whether two tags mean the same language, script and region: `zh-cn` and `zh-Hans` do, `en` and `en-GB` do not.
 * @param a a BCP 47 tag
 * @param b another one
 */
export function isSameLanguage(a: string, b: string): boolean {
	return identityOf(a) === identityOf(b);
}

/**
 * Whether words can stand in a text as part of it: they are in its language and script, whatever the region, or
 * it is not known what language the text is in.
 * @param lang the text's language, a BCP 47 tag or ""
 * @param words the words' language, a BCP 47 tag
 */
export function isSpokenIn(lang: string, words: string): boolean {
	const text = localeOf(lang)?.maximize();
	const spoken = localeOf(words)?.maximize();
	return (
		!text ||
		(text.language === spoken?.language && text.script === spoken.script)
	);
}

/**
 * A language's name.
 * @param code a BCP 47 tag
 * @param inLanguage the language that says it. Left out, that is the language itself, and the name is as a link
 * says it, with a capital where there are some and no more of the region than is needed: `Français`, `中文`
 * @returns the tag where there is no name
 */
export function languageName(code: string, inLanguage?: string): string {
	const locale = localeOf(code);
	if (!locale) {
		return code;
	}
	if (inLanguage !== undefined) {
		return nameOf(locale.baseName, [inLanguage, code]) ?? code;
	}
	const name = nameOf(withoutObviousRegion(locale), [code]) ?? code;
	const { script } = locale.maximize();
	return scriptsWithCapitals.includes(script ?? "")
		? name.replace(/^\p{Ll}/u, (letter) =>
				letter.toLocaleUpperCase(locale.language),
			)
		: name;
}

/**
 * Joins things as a list in a language: with its commas, and its “and” only where it has to be.
 * @param items to be joined
 * @param lang a BCP 47 tag
 * @returns the items and the texts between them, in their order
 */
export function joined<Item>(items: Item[], lang: string): (Item | string)[] {
	const list = new Intl.ListFormat(knownTags(lang), { style: "narrow" });
	const rest = items.values();
	return list
		.formatToParts(items.map(() => "x"))
		.map(({ type, value }) =>
			type === "element" ? (rest.next().value as Item) : value,
		);
}

/**
 * What constructors of `Intl` take for a tag: it itself, and English where nothing is known of it.
 * @param lang a BCP 47 tag
 */
export function knownTags(lang: string): string[] {
	const tag = localeOf(lang)?.toString();
	return tag ? [tag, "en"] : ["en"];
}

function identityOf(lang: string): string {
	return localeOf(lang)?.maximize().baseName ?? lang.toLowerCase();
}

function nameOf(code: string, languages: string[]): string | undefined {
	const tags = languages.flatMap(knownTags);
	return new Intl.DisplayNames(tags, { type: "language" }).of(code);
}

// `de-DE` is German, and `zh-TW` is Chinese in its traditional script.
function withoutObviousRegion(locale: Intl.Locale): string {
	const { language, script, region } = locale.maximize();
	const usual = new Intl.Locale(language, { script }).maximize();
	if (!locale.region || region !== usual.region) {
		return locale.baseName;
	}
	const needsScript =
		locale.script || script !== new Intl.Locale(language).maximize().script;
	return needsScript ? `${language}-${script}` : language;
}
