// Years, months and days as the archive says them.

import { knownTags, localeOf } from "../language.js";

/**
 * Writes a year.
 * @param year four or five digits, of the Gregorian calendar
 * @param lang the language that says it, a BCP 47 tag
 */
export function yearText(year: string, lang: string): string {
	return format(`${year}-01-01`, lang, { year: "numeric" });
}

/**
 * Writes a month and its year.
 * @param year four or five digits
 * @param month 01 to 12
 * @param lang the language that says it, a BCP 47 tag
 */
export function monthText(year: string, month: string, lang: string): string {
	return format(`${year}-${month}-01`, lang, {
		year: "numeric",
		month: "long",
	});
}

/**
 * Writes a day and its month, where the year goes without saying.
 * @param date as in a `Card`; nothing is shifted
 * @param lang the language that says it, a BCP 47 tag
 */
export function dayInYearText(date: string, lang: string): string {
	return format(date, lang, { month: "long", day: "numeric" });
}

// Lists are by Gregorian years, so these are too, also where dates are written by another calendar.
function format(
	date: string,
	lang: string,
	options: Intl.DateTimeFormatOptions,
): string {
	const [year, month, day] = (date.split("T")[0] ?? "").split("-").map(Number);
	const noon = new Date(Date.UTC(2000, (month ?? 1) - 1, day, 12));
	noon.setUTCFullYear(year ?? 2000);
	return new Intl.DateTimeFormat(knownTags(localeOf(lang)?.baseName ?? ""), {
		...options,
		calendar: "gregory",
		timeZone: "UTC",
	}).format(noon);
}
