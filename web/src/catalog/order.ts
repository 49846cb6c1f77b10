// The order in which a site lists its articles, for those that sort in memory and for those that sort files.

import { momentOf } from "./moment.js";
import type { Card } from "./types.js";

/** What of a card decides its place. */
export type Ordered = Pick<Card, "weight" | "date" | "title" | "path">;

// Later than any date that can be written with five digits of a year.
const endOfTime = 4e15;

/**
 * Compares two cards for sorting: by weight, 0 last; then the newest date, none last; then by title and path, by
 * code units.
 * @param a a card
 * @param b another one
 * @returns negative where `a` comes first
 */
export function compareCards(a: Ordered, b: Ordered): number {
	return (
		compareWeights(a.weight, b.weight) ||
		ageOf(a) - ageOf(b) ||
		compareTexts(a.title, b.title) ||
		compareTexts(a.path, b.path)
	);
}

/**
 * A text by which cards are in the same order as by {@link compareCards}, where texts are compared by code units.
 * @param card a card, whose title has no U+0000
 */
export function orderKey(card: Ordered): string {
	const age = String(ageOf(card)).padStart(16, "0");
	return `${weightKey(card.weight)}${age}${card.title}\0${card.path}`;
}

/**
 * Compares weights for sorting; 0 is last.
 * @param a a weight
 * @param b another one
 */
export function compareWeights(a: number, b: number): number {
	if (isNone(a) || isNone(b)) {
		return Number(isNone(a)) - Number(isNone(b));
	}
	// Subtracting would not compare what is infinite.
	return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * Compares texts by code units, as sorting does without being told anything else.
 * @param a a text
 * @param b another one
 */
export function compareTexts(a: string, b: string): number {
	return a === b ? 0 : a < b ? -1 : 1;
}

// Milliseconds between the card's date and the end of time, where those without a date are.
function ageOf({ date }: Ordered): number {
	const moment = momentOf(date);
	return Number.isNaN(moment) ? 9e15 : endOfTime - moment;
}

// The bits of a positive double are in its order; those of a negative one are, turned around.
function weightKey(weight: number): string {
	if (isNone(weight)) {
		return "~";
	}
	const view = new DataView(new ArrayBuffer(8));
	view.setFloat64(0, weight);
	const bits = view.getBigUint64(0);
	const sign = 1n << 63n;
	const ordered = bits & sign ? BigInt.asUintN(64, ~bits) : bits | sign;
	return ordered.toString(16).padStart(16, "0");
}

function isNone(weight: number): boolean {
	return weight === 0 || Number.isNaN(weight);
}
