// @ts-check
// Dates: readers see the day that was written, wherever they are; only whether it has come depends on where.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { before, test } from "node:test";
import { moduleOf } from "./sources.js";

/** @type {string} */
let url;
/** @type {typeof import("../../web/src/article/dates.js")} */
let dates;
before(async () => {
	url = await moduleOf("article/dates.ts");
	dates = await import(url);
});

/**
 * What an expression gives where the clocks are others.
 * @param {string} zone
 * @param {string} expression of the module's exports
 */
function inZone(zone, expression) {
	const program = `
		import { dayText, momentText, isAfter, isBefore } from ${JSON.stringify(url)};
		console.log(JSON.stringify(${expression}));`;
	return JSON.parse(
		execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
			encoding: "utf8",
			env: { ...process.env, TZ: zone },
		}),
	);
}

const zones = [
	"UTC",
	"Pacific/Kiritimati",
	"Pacific/Pago_Pago",
	"America/Sao_Paulo",
];

for (const zone of zones) {
	test(`the day and the time are as they were written, read in ${zone}`, () => {
		const written = [
			"2025-02-12",
			"2025-02-12T00:00:00",
			"2025-02-12T23:59:59",
			"2025-02-12T00:30:00+14:00",
			"2025-02-12T23:30:00-11:00",
			"2025-02-12T00:00:00Z",
		];
		const days = inZone(
			zone,
			`${JSON.stringify(written)}.map((date) => dayText(date, "en-GB", "long"))`,
		);
		assert.deepEqual(days, Array(written.length).fill("12 February 2025"));
		// At midnight clocks went forward in Brazil: this time of day did not exist there.
		assert.match(
			inZone(zone, 'momentText("2018-11-04T00:00:00", "en-GB")'),
			/^Sunday,? 4 November 2018 at 00:00$/,
		);
	});
}

/** @type {[string, string][]} */
const written = [
	["en", "February 12, 2025"],
	["en-GB", "12 February 2025"],
	["de", "12. Februar 2025"],
	["fr", "12 février 2025"],
	["es", "12 de febrero de 2025"],
	["zh", "2025年2月12日"],
	["zh-Hant", "2025年2月12日"],
	["ja", "2025年2月12日"],
	["ko", "2025년 2월 12일"],
	["pt", "12 de fevereiro de 2025"],
	["ar-MA", "12 فبراير 2025"],
	["ar-EG", "١٢ فبراير ٢٠٢٥"],
	["ar-SA", "١٢ فبراير ٢٠٢٥"],
	["fa", "۲۴ بهمن ۱۴۰۳"],
	["th", "12 กุมภาพันธ์ 2568"],
	["", "February 12, 2025"],
	["x-odd", "February 12, 2025"],
	["qqq", "February 12, 2025"],
];
for (const [lang, text] of written) {
	test(`in ${lang || "no language"} the day is ${text}`, () => {
		assert.equal(dates.dayText("2025-02-12T18:55:15+08:00", lang), text);
	});
}

test("a calendar that the tag asks for is the calendar", () => {
	assert.match(
		dates.dayText("2025-02-12", "ar-u-ca-islamic-umalqura-nu-latn"),
		/1446/,
	);
	assert.match(dates.dayText("2025-02-12", "th-u-ca-gregory"), /2025/);
});

test("the style is Intl's, and no style adds the time", () => {
	const date = "2025-02-12T18:55:15";
	assert.equal(dates.dayText(date, "de", "short"), "12.02.25");
	assert.equal(dates.dayText(date, "de", "medium"), "12.02.2025");
	assert.equal(dates.dayText(date, "de", "full"), "Mittwoch, 12. Februar 2025");
});

test("all that a date says: weekday, time and zone", () => {
	/** @type {[string, string][]} */
	const all = [
		["2025-02-12", "Mittwoch, 12. Februar 2025"],
		["2025-02-12T18:55:15", "Mittwoch, 12. Februar 2025 um 18:55"],
		[
			"2025-02-12T18:55:15+08:00",
			"Mittwoch, 12. Februar 2025 um 18:55 UTC+08:00",
		],
		["2025-02-12T18:55:15Z", "Mittwoch, 12. Februar 2025 um 18:55 UTC"],
		["2025-02-12T18:55:15-00:00", "Mittwoch, 12. Februar 2025 um 18:55 UTC"],
	];
	for (const [date, text] of all) {
		assert.equal(dates.momentText(date, "de"), text);
	}
});

test("years may be early or late", () => {
	assert.equal(dates.dayText("0001-01-01", "en"), "January 1, 1");
	assert.equal(dates.dayText("0099-12-31", "en"), "December 31, 99");
	assert.equal(dates.dayText("0999-02-28", "de"), "28. Februar 999");
	assert.equal(dates.dayText("1582-10-10", "en"), "October 10, 1582");
	assert.equal(dates.dayText("9999-12-31", "en"), "December 31, 9999");
	assert.equal(dates.dayText("12025-02-12", "en"), "February 12, 12025");
});

test("what is no date is not written, and neither has come nor is to come", () => {
	for (const date of [
		"",
		"soon",
		"2025-02",
		"12 Feb 2025",
		"2025-02-12T",
		"999999-01-01",
	]) {
		assert.equal(dates.dayText(date, "en"), "");
		assert.equal(dates.momentText(date, "en"), "");
		assert.equal(dates.isBefore(date, Date.UTC(2025)), false);
		assert.equal(dates.isAfter(date, Date.UTC(2025)), false);
	}
});

test("another day is one that was written as another", () => {
	const day = "2025-02-12T23:00:00+08:00";
	assert(!dates.isAnotherDay("2025-02-12", day));
	assert(!dates.isAnotherDay("2025-02-12T01:00:00-08:00", day));
	assert(dates.isAnotherDay("2025-02-13", day));
	assert(dates.isAnotherDay("2025-02-12", ""));
});

test("a date with a zone comes at the same moment for everyone, to the millisecond", () => {
	/** @type {[string, number][]} */
	const moments = [
		["2025-02-12T18:55:15+08:00", Date.UTC(2025, 1, 12, 10, 55, 15)],
		["2025-02-12T18:55:15-03:30", Date.UTC(2025, 1, 12, 22, 25, 15)],
		["2025-02-12T18:55:15Z", Date.UTC(2025, 1, 12, 18, 55, 15)],
	];
	for (const [date, moment] of moments) {
		for (const zone of zones.slice(1, 3)) {
			assert.deepEqual(
				inZone(
					zone,
					`[${moment - 1}, ${moment}].map((now) => [isBefore("${date}", now), isAfter("${date}", now)])`,
				),
				[
					[false, true],
					[true, false],
				],
			);
		}
	}
});

test("one without a zone comes when the reader's clock says so; a day at its midnight", () => {
	/** @type {[string, string, number][]} */
	const moments = [
		["UTC", "2025-02-12", Date.UTC(2025, 1, 12)],
		["Pacific/Kiritimati", "2025-02-12", Date.UTC(2025, 1, 11, 10)],
		[
			"Pacific/Pago_Pago",
			"2025-02-12T18:55:15",
			Date.UTC(2025, 1, 13, 5, 55, 15),
		],
	];
	for (const [zone, date, moment] of moments) {
		assert.deepEqual(
			inZone(
				zone,
				`[${moment - 1}, ${moment}].map((now) => [isBefore("${date}", now), isAfter("${date}", now)])`,
			),
			[
				[false, true],
				[true, false],
			],
			zone,
		);
	}
});
