// Readers of options' values. What they refuse, Commander reports with the option's name.

import { InvalidArgumentError } from "commander";

/** A whole number from 1 on. */
export function positiveInteger(value: string): number {
	const number = Number(value);
	if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < 1) {
		throw new InvalidArgumentError("It is a whole number from 1 on.");
	}
	return number;
}

/** A date, or a date and a time; without a zone it is in UTC, so that it is the same everywhere. */
export function dateArgument(value: string): Date {
	const form =
		/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(
			value,
		);
	const date = new Date(form?.[1] && !form[4] ? `${value}Z` : value);
	if (!form || Number.isNaN(date.getTime())) {
		throw new InvalidArgumentError(
			"It is a date such as 2025-02-12 or 2025-02-12T18:55:15+08:00.",
		);
	}
	return date;
}

/** One of several parts: "2/8". */
export interface Shard {
	/** From 1 on. */
	number: number;
	/** How many there are. */
	of: number;
}

/** A part of the work, such as "2/8". */
export function shardArgument(value: string): Shard {
	const [, number, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? [];
	const shard = { number: Number(number), of: Number(of) };
	if (!(shard.number >= 1 && shard.number <= shard.of)) {
		throw new InvalidArgumentError(
			"It is a number and how many there are, from 1/N to N/N.",
		);
	}
	return shard;
}
