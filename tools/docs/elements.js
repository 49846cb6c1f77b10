// @ts-check
// Writes the tables of what each element has from the manifest that the package ships, custom-elements.json, and what
// stands in its events from the declarations of these.

import { readFileSync } from "node:fs";
import { elementsOf } from "../elements.js";
import { entryDeclarations, linked } from "./api.js";
import { declarationsIn } from "./declarations.js";
import { code, table } from "./markdown.js";

/** @typedef {import("custom-elements-manifest/schema.js").CustomElementDeclaration} ElementClass */

const manifest = new URL("../../dist/custom-elements.json", import.meta.url);

/**
 * The tables, by the names of their marked parts.
 * @param {import("../../dist/index.js").OptionDescription[]} options the core's, which have a page of their own
 * @returns {Record<string, string>}
 */
export function elementTables(options) {
	const elements = elementsOf(JSON.parse(readFileSync(manifest, "utf8")));
	return Object.fromEntries(
		Object.entries(elements).map(([tag, element]) => [
			tag,
			[
				element.description ?? "",
				attributeTable(element, options),
				memberTable(element),
				eventTable(element),
				stateTable(element),
				slotTable(element),
			]
				.filter((part) => part !== "")
				.join("\n\n"),
		]),
	);
}

/**
 * @param {ElementClass} element
 * @param {import("../../dist/index.js").OptionDescription[]} options
 */
function attributeTable({ attributes = [] }, options) {
	const rows = attributes
		.filter(
			({ name, description }) =>
				!options.some(
					(option) => option.name === name && option.meaning === description,
				),
		)
		.map((attribute) => [
			code(attribute.name),
			code(attribute.type?.text ?? ""),
			sentences(
				attribute.description,
				attribute.default && `Default: \`${attribute.default}\`.`,
			),
		]);
	if (rows.length > 1) {
		rows.push([
			"each [option](options.md) besides",
			"",
			'By its own name, in whatever case: `tocDepth="3"`. A boolean one without a value is true.',
		]);
	}
	return tableOf(["attribute", "value", "meaning"], rows);
}

/** @param {ElementClass} element */
function memberTable({ members = [] }) {
	const rows = members.map((member) => {
		if (member.kind === "method") {
			const parameters = (member.parameters ?? []).map(
				({ name, type }) => `${name}: ${type?.text}`,
			);
			const what = (member.parameters ?? []).map(
				({ name, description }) =>
					description && `\`${name}\`: ${squeezed(description)}.`,
			);
			return [
				code(`${member.name}(${parameters.join(", ")})`),
				code(member.return?.type?.text ?? ""),
				sentences(member.description, ...what),
			];
		}
		return [
			code(member.name),
			`${code(member.type?.text ?? "")}${member.readonly ? ", read only" : ""}`,
			sentences(member.description),
		];
	});
	return tableOf(["property or method", "type", "meaning"], rows);
}

/** @param {ElementClass} element */
function eventTable({ events = [] }) {
	const declarations = ["element", "site"].flatMap(entryDeclarations);
	const rows = events.map(({ name, type, description }) => {
		const [, detail] = /^CustomEvent<(\w+)>$/.exec(type.text) ?? [];
		const declared = declarations.find((one) => one.name === detail);
		const keys = declarationsIn(declared?.body ?? "").map(
			({ text, docstring }) =>
				[code(text), docstring.text.replace(/\.$/, "")]
					.filter((part) => part !== "")
					.join(": "),
		);
		return [code(name), sentences(description), keys.join("; ")];
	});
	return tableOf(["event", "when", "`detail`"], rows);
}

/** @param {ElementClass} element */
function stateTable({ cssStates = [] }) {
	return tableOf(
		["state", "meaning"],
		cssStates.map(({ name, description }) => [
			code(`:state(${name})`),
			sentences(description),
		]),
	);
}

/** @param {ElementClass} element */
function slotTable({ slots = [] }) {
	return tableOf(
		["slot", "where"],
		slots.map(({ name, description }) => [code(name), sentences(description)]),
	);
}

/**
 * A table, or nothing where it would be empty.
 * @param {string[]} heads
 * @param {string[][]} rows
 */
function tableOf(heads, rows) {
	return rows.length === 0 ? "" : table(heads, rows);
}

/** @param {(string | undefined)[]} parts */
function sentences(...parts) {
	return linked(squeezed(parts.filter((part) => part).join(" ")), new Set());
}

/** @param {string} text */
function squeezed(text) {
	return text.replace(/\s+/g, " ").trim();
}
