// @ts-check
// Writes the tables of what each element has, properties, methods and events, from its class and its events.

import { entryDeclarations, linked } from "./api.js";
import { declarationsIn } from "./declarations.js";
import { code, table } from "./markdown.js";

/** The elements: the entry of the package, the class, and the interface that names its events. */
const elements = {
	"inkstone-article": ["element", "InkstoneArticle", "InkstoneArticleEventMap"],
	"inkstone-site": ["site", "InkstoneSite", "InkstoneSiteEventMap"],
};

/**
 * The tables, by the names of their marked parts.
 * @returns {Record<string, string>}
 */
export function elementTables() {
	return Object.fromEntries(
		Object.entries(elements).flatMap(([name, [entry = "", ...names]]) => {
			const declarations = entryDeclarations(entry);
			const [own, events] = names.map((name) =>
				declarations.find((one) => one.name === name),
			);
			if (!own || !events) {
				throw new Error(`The entry ${entry} does not export ${names.join()}`);
			}
			return [
				[`members of ${name}`, memberTable(own.body)],
				[`events of ${name}`, eventTable(events.body, declarations)],
			];
		}),
	);
}

/** @param {string} body of a class */
function memberTable(body) {
	const members = declarationsIn(body).filter(
		({ name, docstring, text }) =>
			name !== "" &&
			!/^(static|private|protected) /.test(text) &&
			docstring.text !== "Called by the browser.",
	);
	const settable = new Set(
		members
			.filter(({ text }) => text.startsWith("set "))
			.map(({ name }) => name),
	);
	const rows = members
		.filter(({ text }) => !text.startsWith("set "))
		.map(({ name, text, docstring }) => {
			const [, type = ""] = /^get \w+\(\): (.*)$/.exec(text) ?? [];
			const tags = docstring.tags
				.map(({ name, text }) => ` ${name && `\`${name}\`: `}${text}.`)
				.join("");
			return [
				code(type ? name : text),
				type
					? `${code(type)}${settable.has(name) ? "" : ", read only"}`
					: "method",
				linked(docstring.text + tags, new Set()),
			];
		});
	return table(["member", "type", "meaning"], rows);
}

/**
 * @param {string} body of the interface that names the events
 * @param {import("./declarations.js").Declaration[]} declarations in which the details' types are
 */
function eventTable(body, declarations) {
	const rows = [...body.matchAll(/"([\w-]+)": CustomEvent<(\w+)>/g)].map(
		([, name = "", type = ""]) => {
			const detail = declarations.find((one) => one.name === type);
			const keys = declarationsIn(detail?.body ?? "").map(
				({ text, docstring }) =>
					[code(text), docstring.text.replace(/\.$/, "")]
						.filter((part) => part !== "")
						.join(": "),
			);
			return [code(name), detail?.docstring.text ?? "", keys.join("; ")];
		},
	);
	return table(["event", "when", "`detail`"], rows);
}
