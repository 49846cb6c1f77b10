// The options of `render` on the command line: the core's own table, which the build puts into the command, so that
// help need not wait for the core.

import { InvalidArgumentError, Option } from "commander";
import type { OptionDescription, RenderOptions } from "../types.js";

declare const INKSTONE_OPTIONS: OptionDescription[];

/** The options of `render`: one for each of the core's, of the same name. */
export function renderOptions(): Option[] {
	return INKSTONE_OPTIONS.map((described) => {
		const { name, type, meaning } = described;
		const text = `${meaning.replaceAll("`", "")} Default: ${shown(described.default)}.`;
		if (type === "boolean") {
			return new Option(`--${name} [boolean]`, text).argParser(booleanOf);
		}
		if (type === "choice") {
			return new Option(`--${name} <word>`, text).choices(
				described.choices ?? [],
			);
		}
		return new Option(
			`--${name} <${type === "integer" ? "number" : "text"}>`,
			text,
		);
	});
}

/**
 * The values that were given for them.
 * @param given all options of the subcommand
 */
export function renderOptionsIn(given: object): RenderOptions {
	const values = given as Record<string, unknown>;
	return Object.fromEntries(
		INKSTONE_OPTIONS.filter(({ name }) => values[name] !== undefined).map(
			({ name }) => [name, String(values[name])],
		),
	) as RenderOptions;
}

/**
 * Ends boolean options that have no value, so that none takes the file's name for it: a boolean option takes its value
 * behind `=` only.
 * @param parameters of the command line
 */
export function withBooleansClosed(parameters: string[]): string[] {
	const names = new Set(
		INKSTONE_OPTIONS.filter(({ type }) => type === "boolean").map(
			({ name }) => `--${name}`,
		),
	);
	const end = parameters.indexOf("--");
	return parameters.map((parameter, index) =>
		(end < 0 || index < end) && names.has(parameter)
			? `${parameter}=true`
			: parameter,
	);
}

function booleanOf(value: string): string {
	if (value !== "true" && value !== "false") {
		throw new InvalidArgumentError("It is true or false.");
	}
	return value;
}

function shown(value: boolean | number | string): string {
	return value === "" ? "none" : String(value);
}
