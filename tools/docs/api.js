// @ts-check
// Writes the reference of the JavaScript API from the package's declarations and their docstrings.

import { existsSync, readFileSync } from "node:fs";
import { declarationsIn, exportsOf } from "./declarations.js";
import { entriesTable } from "./entries.js";
import { code, page, table } from "./markdown.js";

/** @typedef {import("./declarations.js").Declaration} Declaration */

const dist = new URL("../../dist/", import.meta.url);

/** The entries that have something to import, and what each is for. */
const entries = {
	index: [
		"inkstone",
		"Renders. Knows no DOM, and runs wherever WebAssembly does.",
	],
	element: [
		"inkstone/element",
		"The classes of `<inkstone-article>` and `<inkstone-scheme>`, which it does not register, and what programs give them. [The elements](elements.md) have a page of their own.",
	],
	site: [
		"inkstone/site",
		"The class of `<inkstone-site>`, which it does not register. It needs `<inkstone-article>`; `inkstone/define` registers all of them.",
	],
};

/** Kinds of declarations, in the order in which an entry's stand. */
const order = ["function", "class", "interface", "type"];

/** The page. */
export function apiPage() {
	const sections = Object.entries(entries).map(
		([file, [name = "", meaning = ""]]) => ({
			name,
			meaning,
			declarations: entryDeclarations(file),
		}),
	);
	const known = new Set(
		sections.flatMap(({ declarations }) =>
			declarations.map(({ name }) => name),
		),
	);
	const text = sections
		.map(({ name, meaning, declarations }) =>
			[
				`## The entry ${code(name)}\n\n${meaning}`,
				...declarations.map((declaration) => section(declaration, known)),
			].join("\n\n"),
		)
		.join("\n\n");
	return page({
		title: "JavaScript",
		summary:
			"What can be imported from the package: functions, classes and every type, with all of their members.",
		weight: 210,
		text: `The package's entries. A complete example stands in [the guide](../guides/bundler.md).

${entriesTable()}

What follows is written from the package's declarations, which editors show as well. \`inkstone/inline\` exports what \`inkstone\` does,
and \`inkstone/define\` the types of the elements.

${text}`,
	});
}

/**
 * What an entry of the package exports.
 * @param {string} file its name without extension
 * @returns {Declaration[]} in the order of their kinds, then as they are exported
 * @throws {Error} if one of them is declared nowhere
 */
export function entryDeclarations(file) {
	const source = readDeclarations(`${file}.d.ts`);
	const own = declarationsIn(source).filter(({ text }) =>
		/^export (declare )?(function|class|interface|type \w+ =)/.test(text),
	);
	const passed = exportsOf(source).flatMap(({ name, from }) => {
		const declarations = declarationsIn(
			readDeclarations(from.replace(/\.js$/, ".d.ts")),
		);
		if (name === "*") {
			return declarations.filter(({ text }) => text.startsWith("export "));
		}
		const found = declarations.find((one) => one.name === name);
		if (!found) {
			throw new Error(`${from} does not declare ${name}`);
		}
		return [found];
	});
	const rank = ({ kind = "" }) => order.indexOf(kind);
	return [...own, ...passed].sort((a, b) => rank(a) - rank(b));
}

/**
 * @param {Declaration} declaration
 * @param {Set<string>} known names that have a section
 */
function section({ kind, name, text, docstring, body }, known) {
	const title = kind === "function" ? `${name}()` : name;
	const said = linked(docstring.text, known);
	const parts = [`### ${title}`, said];
	if (kind === "function") {
		const types = fence(text.replace(/^export declare function /, ""));
		parts.push(types, tagList(docstring, known));
	} else if (kind === "type") {
		parts.push(fence(text.replace(/^export (declare )?/, "")));
	} else if (kind === "interface") {
		const base = /extends ([\w, ]+?) \{/.exec(text)?.[1];
		parts.push(base ? `All of ${linkTo(base, known)}, and:` : "");
		parts.push(members(body, known));
	}
	return parts.filter((part) => part !== "").join("\n\n");
}

/**
 * @param {string} body
 * @param {Set<string>} known
 */
function members(body, known) {
	const rows = declarationsIn(body).map(({ name, text, docstring }) => {
		const isMethod = /^\w+\??\s*[(<]/.test(text);
		const type = isMethod
			? text
			: text.replace(/^(readonly )?(\w+\??|\[[^\]]*\]): /, "");
		const more = docstring.tags.map(
			({ tag, name, text }) => `${tagWords(tag, name)} ${text}.`,
		);
		return [
			code(
				isMethod ? `${name}()` : name || /^\[[^\]]*\]/.exec(text)?.[0] || text,
			),
			code(type),
			linked([docstring.text, ...more].join(" "), known),
		];
	});
	return rows.length === 0 ? "" : table(["member", "type", "meaning"], rows);
}

/**
 * @param {import("./declarations.js").Docstring} docstring
 * @param {Set<string>} known
 */
function tagList({ tags }, known) {
	return tags
		.map(
			({ tag, name, text }) =>
				`- ${tagWords(tag, name)} ${linked(text, known)}`,
		)
		.join("\n");
}

/**
 * @param {string} tag
 * @param {string} name
 */
function tagWords(tag, name) {
	const words = { returns: "gives", throws: "throws" };
	return tag === "param"
		? `\`${name}\`:`
		: `${Object.entries(words).find(([word]) => word === tag)?.[1] ?? tag}:`;
}

/**
 * Text whose links to declarations lead to their sections, and whose mentions of pages of the reference lead there.
 * @param {string} text
 * @param {Set<string>} known
 */
export function linked(text, known) {
	return text
		.replace(/\{@link (\w+)(\.\w+)?\}/g, (_, name, member = "") =>
			linkTo(name + member, known),
		)
		.replace(/`examples\/docs\/reference\/([\w-]+)\.md`/g, "[`$1.md`]($1.md)");
}

/**
 * @param {string} name
 * @param {Set<string>} known
 */
function linkTo(name, known) {
	const [head = ""] = name.split(".");
	return known.has(head) ? `[\`${name}\`](#${idOf(head)})` : code(name);
}

/** @param {string} name */
function idOf(name) {
	return name.toLowerCase();
}

/** @param {string} text of TypeScript */
function fence(text) {
	return `\`\`\`ts\n${text}\n\`\`\``;
}

/**
 * @param {string} path below dist/
 * @throws {Error} where the package is not built
 */
function readDeclarations(path) {
	const url = new URL(path, dist);
	if (!existsSync(url)) {
		throw new Error(`dist/${path} is missing: \`npm run build\` makes it`);
	}
	return readFileSync(url, "utf8");
}
