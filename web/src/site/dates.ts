// Years and months as the archive's headings and links.

import { knownTags, localeOf } from "../article/language.js";

/**
 * Writes a year.
 * @param year four or five digits, of the Gregorian calendar
 * @param lang the language that says it, a BCP 47 tag
 */
export function yearText(year: string, lang: string): string {
	return format(year, "01", lang, { year: "numeric" });
}

/**
 * Writes a month and its year.
 * @param year four or five digits
 * @param month 01 to 12
 * @param lang the language that says it, a BCP 47 tag
 */
export function monthText(year: string, month: string, lang: string): string {
	return format(year, month, lang, { year: "numeric", month: "long" });
}

// Lists are by Gregorian years, so their names are too, also where dates are written by another calendar.
function format(
	year: string,
	month: string,
	lang: string,
	options: Intl.DateTimeFormatOptions,
): string {
	const date = new Date(Date.UTC(2000, Number(month) - 1, 1));
	date.setUTCFullYear(Number(year));
	return new Intl.DateTimeFormat(knownTags(localeOf(lang)?.baseName ?? ""), {
		...options,
		calendar: "gregory",
		timeZone: "UTC",
	}).format(date);
}
