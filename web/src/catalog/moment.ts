// When a date of the front matter is. A catalog is made once, for readers in every zone, so what does not name
// its zone is in UTC; article pages, which have one reader each, take theirs.

/**
 * The moment that a date means; a day begins at midnight.
 * @param date as `metadata.date`; without a zone it is in UTC
 * @returns milliseconds since 1970; NaN for what is no date
 */
export function momentOf(date: string): number {
	const [, year = "", rest = "", time, zone] =
		/^(\d{4,5})(-\d\d-\d\d(T[\d:.]+)?)(Z|[+-]\d\d:\d\d)?$/.exec(date) ?? [];
	const written = (year.length > 4 ? `+0${year}` : year) + rest;
	return Date.parse(time ? written + (zone ?? "Z") : written);
}

/**
 * The year of a date, as it was written.
 * @param date as `metadata.date`
 * @returns "" for what is no date
 */
export function yearOf(date: string): string {
	return Number.isNaN(momentOf(date)) ? "" : (date.split("-")[0] ?? "");
}
