// @ts-check
// Writes core/src/unicode_tables.inc from the Unicode data that Node's own regular expressions
// know. Run it by hand when Unicode grows; the result is committed, so that a build needs no data.
import { writeFileSync } from "node:fs";
import { eastAsianWidthType } from "get-east-asian-width";

const slugCharacter = /[\p{Alphabetic}\p{M}\p{Nd}\p{Nl}\p{Pc}-]/u;
const longestRange = 2048;
const lastCodePoint = 0x10ffff;

/** Every code point that is not a surrogate, with its character. */
function* characters() {
	for (let code = 0; code <= lastCodePoint; code++) {
		if (code < 0xd800 || code > 0xdfff)
			yield { code, text: String.fromCodePoint(code) };
	}
}

/**
 * Whether a character is CJK for emphasis, as the specification of the markdown-cjk-friendly packages has it.
 * @param {{ code: number, text: string }} character
 */
function isCjk({ code, text }) {
	if (code < 0x1100) return false;
	switch (eastAsianWidthType(code)) {
		case "fullwidth":
		case "halfwidth":
			return true;
		case "wide":
			return !/\p{Emoji_Presentation}/u.test(text);
		case "neutral":
			return /\p{Script=Hangul}/u.test(text);
		default:
			return false;
	}
}

/**
 * The characters that a condition holds for, as items of a C++ array: each a range of at most
 * `longestRange` characters.
 * @param {(character: { code: number, text: string }) => boolean} condition
 */
function rangesOf(condition) {
	/** @type {{first: number, length: number}[]} */
	const ranges = [];
	for (const character of characters()) {
		if (!condition(character)) continue;
		const range = ranges.at(-1);
		const next = range ? range.first + range.length : -1;
		if (range && next === character.code && range.length < longestRange)
			range.length++;
		else ranges.push({ first: character.code, length: 1 });
	}
	return ranges.map(
		({ first, length }) => `0x${(first * 2048 + length - 1).toString(16)}`,
	);
}

/** Runs of characters whose lower case lies at one distance: every character, or every second. */
function lowerRuns() {
	/** @type {{first: number, last: number, step: number, distance: number}[]} */
	const runs = [];
	for (const { code, text } of characters()) {
		const lower = text.toLowerCase().codePointAt(0) ?? code;
		if (lower === code) continue;
		const run = runs.at(-1);
		const gap = run ? code - run.last : 0;
		const fits =
			run?.distance === lower - code &&
			gap <= 2 &&
			(run.first === run.last || gap === run.step);
		if (run && fits) {
			run.step = gap;
			run.last = code;
		} else {
			runs.push({ first: code, last: code, step: 1, distance: lower - code });
		}
	}
	return runs;
}

/** @param {string[]} items @returns {string} the items, as many to a line as fit */
function wrap(items) {
	const lines = [""];
	for (const item of items) {
		if (`${lines.at(-1)} ${item},`.length > 98) lines.push("");
		lines.push(`${lines.pop()} ${item},`);
	}
	return lines.map((line) => `   ${line}`).join("\n");
}

const runs = lowerRuns().map(
	({ first, last, step, distance }) =>
		`{${first}, ${last}, ${step}, ${distance}}`,
);
writeFileSync(
	new URL("../core/src/unicode_tables.inc", import.meta.url),
	`// Written by tools/unicode.js from Unicode ${process.versions.unicode}; do not edit.

// Ranges of characters: the first code point in the upper 21 bits, length - 1 in the lower 11.

// Characters that a slug keeps.
constexpr std::uint32_t slug_ranges[] = {
${wrap(rangesOf(({ text }) => slugCharacter.test(text)))}
};

// Characters that are CJK for emphasis.
constexpr std::uint32_t cjk_ranges[] = {
${wrap(rangesOf(isCjk))}
};

// Characters with a lower case: first, last, step, distance.
constexpr LowerRun lower_runs[] = {
${wrap(runs)}
};
`,
);
