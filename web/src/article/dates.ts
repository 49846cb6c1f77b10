// Dates of the front matter, for readers: the day that was written, in the article's language, whatever the zone
// of the one who reads; and whether a day has come, which does depend on that.

import { knownTags, localeOf } from "../language.js";
import type { PageSettings } from "./settings.js";

/** A date as the core gives it, in its parts. */
interface Written {
	year: number;
	/** 1 to 12. */
	month: number;
	day: number;
	/** Undefined for a day. */
	time: { hour: number; minute: number; second: number } | undefined;
	/** `Z`, or as `+08:00`; "" where the date does not say. */
	zone: string;
}

const pattern =
	/^(\d{4,5})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Writes a date's day.
 * @param date as `metadata.date`; nothing is shifted
 * @param lang the article's language, a BCP 47 tag
 * @param style how much is said of it
 * @returns "" for what is no date
 */
export function dayText(
	date: string,
	lang: string,
	style: PageSettings["dateStyle"] = "long",
): string {
	const written = read(date);
	return written ? format(written, lang, { dateStyle: style }) : "";
}

/**
 * Writes all that a date says: the weekday, and the time and zone if it has some.
 * @param date as `metadata.date`; nothing is shifted
 * @param lang the article's language, a BCP 47 tag
 * @returns "" for what is no date
 */
export function momentText(date: string, lang: string): string {
	const written = read(date);
	if (!written) {
		return "";
	}
	const { time, zone } = written;
	const text = format(written, lang, {
		dateStyle: "full",
		...(time && { timeStyle: "short" }),
	});
	return time && zone
		? `${text} UTC${/^(Z|.00:00)$/.test(zone) ? "" : zone}`
		: text;
}

/**
 * Whether two dates are days of their own, each as it was written.
 * @param a as `metadata.date`
 * @param b another one
 */
export function isAnotherDay(a: string, b: string): boolean {
	return a.split("T")[0] !== b.split("T")[0];
}

/**
 * Whether a date has come. A day begins at midnight; without a zone it is the reader's.
 * @param date as `metadata.date`
 * @param now in milliseconds since 1970
 * @returns false for what is no date
 */
export function isBefore(date: string, now: number): boolean {
	return momentOf(date) <= now;
}

/**
 * Whether a date is still to come; see {@link isBefore}.
 * @param date as `metadata.date`
 * @param now in milliseconds since 1970
 * @returns false for what is no date
 */
export function isAfter(date: string, now: number): boolean {
	return momentOf(date) > now;
}

function read(date: string): Written | undefined {
	const match = pattern.exec(date);
	if (!match) {
		return undefined;
	}
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
		.slice(1, 7)
		.map((digits) => Number(digits ?? 0));
	return {
		year,
		month,
		day,
		time: match[4] ? { hour, minute, second } : undefined,
		zone: match[7] ?? "",
	};
}

// The wall clock as if it were UTC's, and UTC for the reader: the one clock that never jumps.
function format(
	written: Written,
	lang: string,
	options: Intl.DateTimeFormatOptions,
): string {
	return new Intl.DateTimeFormat(knownTags(lang), {
		...options,
		...calendarFor(lang),
		timeZone: "UTC",
	}).format(clockOf(written));
}

// Readers of Persian and Thai date by their own calendars, which cannot be mistaken: the years are far off.
// In Arabic, magazines date by the Gregorian one in every country, and a Hijri date is said to be one; browsers
// do not agree on what Saudi Arabia's default is.
function calendarFor(lang: string): Intl.DateTimeFormatOptions {
	const locale = localeOf(lang);
	return locale?.language === "ar" && !locale.calendar
		? { calendar: "gregory" }
		: {};
}

function clockOf({ year, month, day, time }: Written): number {
	const { hour = 0, minute = 0, second = 0 } = time ?? {};
	// `Date.UTC` takes the years before 100 for those of the twentieth century.
	const date = new Date(Date.UTC(2000, 0, 1, hour, minute, second));
	return date.setUTCFullYear(year, month - 1, day);
}

function momentOf(date: string): number {
	const written = read(date);
	if (!written) {
		return Number.NaN;
	}
	const { year, month, day, time, zone } = written;
	if (!zone) {
		const { hour = 0, minute = 0, second = 0 } = time ?? {};
		const local = new Date(2000, 0, 1);
		local.setFullYear(year, month - 1, day);
		return local.setHours(hour, minute, second, 0);
	}
	const [, sign = "+", hours = 0, minutes = 0] =
		/^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
	const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000;
	return clockOf(written) - (sign === "-" ? -ahead : ahead);
}
