// @ts-check
// Writes the tables of the command's options from the definitions that its help is printed from.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { code, table } from "./markdown.js";

/** @typedef {import("commander").Command} Command */

const root = new URL("../../", import.meta.url);

/** What every subcommand has, which is said once. */
const common = new Set([
	"--json",
	"--quiet",
	"--color",
	"--no-color",
	"--help",
]);

/**
 * The program as it is defined. What its subcommands do stays out.
 * @param {import("../../web/src/types.js").OptionDescription[]} options the core's
 * @returns {Promise<Command>}
 */
export async function program(options) {
	const { outputFiles } = await build({
		stdin: {
			contents: 'export { createProgram } from "./program.ts";',
			resolveDir: fileURLToPath(new URL("web/src/cli", root)),
		},
		bundle: true,
		write: false,
		format: "esm",
		platform: "node",
		packages: "external",
		define: { INKSTONE_OPTIONS: JSON.stringify(options) },
		plugins: [
			{
				name: "without-what-is-loaded-later",
				setup(build) {
					build.onResolve({ filter: /^\./ }, ({ kind, path }) =>
						kind === "dynamic-import" ? { path, external: true } : undefined,
					);
				},
			},
		],
	});
	// As deep in the project as bin/ is: it looks for package.json, and for the packages that it is made with.
	const file = new URL("build/command-for-docs.mjs", root);
	mkdirSync(new URL(".", file), { recursive: true });
	writeFileSync(file, outputFiles[0]?.text ?? "");
	const { createProgram } = await import(file.href);
	return createProgram();
}

/**
 * The tables of a program's subcommands, by the names of their marked parts.
 * @param {Command} program
 * @param {import("../../web/src/types.js").OptionDescription[]} options the core's
 * @returns {Record<string, string>}
 */
export function commandTables(program, options) {
	/** @type {Set<string>} */
	const rendering = new Set(options.map(({ name }) => name));
	const subcommands = program.commands.map((command) => [
		`options of ${command.name()}`,
		commandTable(command, rendering),
	]);
	const [first] = program.commands;
	return {
		...Object.fromEntries(subcommands),
		"common options": table(
			["option", "meaning"],
			(first?.options ?? [])
				.filter(({ long }) => long && common.has(long))
				.map(({ flags, description }) => [
					code(flags),
					sentence(description, undefined),
				]),
		),
	};
}

/**
 * @param {Command} command
 * @param {Set<string>} rendering
 */
function commandTable(command, rendering) {
	const rows = [
		...command.registeredArguments.map((argument) => [
			code(argumentWords(argument)),
			sentence(argument.description, argument.defaultValue),
		]),
		...command.options
			.filter(({ long }) => !long || !common.has(long))
			// The options of rendering have a page of their own.
			.filter((option) => !rendering.has(option.attributeName()))
			.map(({ flags, description, defaultValue }) => [
				code(flags),
				sentence(description, defaultValue),
			]),
	];
	return table(["argument", "meaning"], rows);
}

/** @param {import("commander").Argument} argument */
function argumentWords(argument) {
	const words = `${argument.name().toUpperCase()}${argument.variadic ? "…" : ""}`;
	return argument.required ? words : `[${words}]`;
}

/**
 * A description of the help as a sentence of Markdown.
 * @param {string} text
 * @param {unknown} value the default, where Commander knows one
 */
function sentence(text, value) {
	const whole =
		`${text}${value === undefined ? "" : ` (default: \`${value}\`)`}`
			.replace(/ \(default: ([^)]*)\)$/, ". Default: $1")
			.replace(/<(inkstone-\w+)>/g, "`<$1>`");
	return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`.replace(
		/\.\.$/,
		".",
	);
}
