// @ts-check
// Makes custom-elements.json, which editors, catalogues and our own reference and typings read: from the elements'
// classes and their comments, the core's options, the page's settings and the themes' properties.

import { readFileSync } from "node:fs";
import * as analyzer from "@custom-elements-manifest/analyzer/index.js";
import { buildSync } from "esbuild";
import { pageSettings } from "./docs/settings.js";
import { themeProperties } from "./docs/theme.js";

/**
 * @typedef {import("custom-elements-manifest/schema.js").Package} Manifest
 * @typedef {import("custom-elements-manifest/schema.js").CustomElementDeclaration} ElementClass
 * @typedef {import("custom-elements-manifest/schema.js").Attribute} Attribute
 * @typedef {import("../dist/index.js").OptionDescription} OptionDescription
 */

/**
 * What of the analyzer its own types leave out.
 * @typedef {object} Analyzer
 * @property {(what: { modules: object[] }) => Manifest} create
 * @property {{ createSourceFile(name: string, text: string, target: number, withParents: boolean): object, ScriptTarget: { ES2022: number } }} ts
 */

const { create, ts } = /** @type {Analyzer} */ (
	/** @type {unknown} */ (analyzer)
);

const sources = new URL("../web/src/", import.meta.url);

/** An attribute that is true when it is there, unless it says otherwise. */
const switched = 'boolean | "true" | "false"';

/** What the core's table calls otherwise. @type {Record<string, string>} */
const typeOfOption = { boolean: switched, integer: "number", text: "string" };

/** The classes' files, by the entry that exports them. */
const entries = {
	"dist/element.js": ["article/element.ts", "article/scheme.ts"],
	"dist/site.js": ["site/element.ts"],
};

/**
 * Makes the manifest of the elements.
 * @param {OptionDescription[]} options the core's table
 * @returns {Promise<Manifest>}
 * @throws {Error} where the sources do not have what it is made of
 */
export async function elementsManifest(options) {
	const modules = Object.entries(entries).map(([path, files]) => {
		const declarations = files.map(classIn);
		return {
			kind: /** @type {const} */ ("javascript-module"),
			path,
			declarations,
			exports: declarations.map(({ name }) => ({
				kind: /** @type {const} */ ("js"),
				name,
				declaration: { name, module: path },
			})),
		};
	});
	const [article, , site] = modules.flatMap((module) => module.declarations);
	if (!article || !site) {
		throw new Error("The elements' classes are not where they were");
	}
	article.attributes = [
		...(article.attributes ?? []),
		...(await settingAttributes()),
		...optionAttributes(options),
	].filter(
		// The element's own meaning of an option counts.
		({ name }, i, all) => all.findIndex((one) => one.name === name) === i,
	);
	const cssProperties = themeProperties().map(({ name, value, meaning }) => ({
		name,
		default: value,
		...(meaning && { description: meaning }),
	}));
	article.cssProperties = cssProperties;
	site.cssProperties = cssProperties;
	return {
		schemaVersion: "2.1.0",
		readme: "README.md",
		modules: [
			...modules,
			{
				kind: "javascript-module",
				path: "dist/define.js",
				declarations: [],
				exports: modules.flatMap(({ path, declarations }) =>
					declarations.map(({ name, tagName = "" }) => ({
						kind: "custom-element-definition",
						name: tagName,
						declaration: { name, module: path },
					})),
				),
			},
		],
	};
}

/**
 * The elements of a manifest, by their tags.
 * @param {Manifest} manifest
 * @returns {Record<string, ElementClass>}
 */
export function elementsOf({ modules }) {
	const classes = modules
		.flatMap(({ declarations = [] }) => declarations)
		.filter((one) => one.kind === "class" && "tagName" in one);
	return Object.fromEntries(
		/** @type {ElementClass[]} */ (classes).map((one) => [
			one.tagName ?? "",
			one,
		]),
	);
}

/**
 * The element's class in a file, with what is public of it.
 * @param {string} file
 * @returns {ElementClass}
 */
function classIn(file) {
	const text = readFileSync(new URL(file, sources), "utf8");
	const { modules } = /** @type {Manifest} */ (
		create({
			modules: [ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)],
		})
	);
	const found = Object.values(elementsOf({ schemaVersion: "", modules }))[0];
	if (!found) {
		throw new Error(`${file} has no class with a tag`);
	}
	const { superclass, members = [], ...rest } = found;
	const attributes = rest.attributes?.map((attribute) => ({
		...attribute,
		...(attribute.description && {
			description: onOneLine(attribute.description),
		}),
		...(members.some(({ name }) => name === attribute.name) && {
			fieldName: attribute.name,
		}),
	}));
	return {
		...rest,
		description: onOneLine(rest.description ?? ""),
		...(attributes && { attributes }),
		...(rest.events && {
			// It also takes `new CustomEvent(name)` for an event called "name".
			events: rest.events
				.filter(({ description }) => description)
				.map(withOneLine),
		}),
		superclass: { name: "HTMLElement" },
		members: members
			.filter(
				(member) =>
					member.privacy !== "private" &&
					!("static" in member && member.static) &&
					!/Callback$/.test(member.name),
			)
			.map((member) => ({
				...withOneLine(member),
				...(attributes?.some(({ name }) => name === member.name) && {
					attribute: member.name,
					reflects: true,
				}),
			})),
	};
}

/**
 * The attributes that are settings of a page.
 * @returns {Promise<Attribute[]>}
 */
async function settingAttributes() {
	// The list itself, for a copy of it would be another list.
	const { outputFiles } = buildSync({
		entryPoints: [new URL("article/settings-reader.ts", sources).pathname],
		bundle: true,
		write: false,
		format: "esm",
	});
	const { settingAttributes: names } = await import(
		`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`
	);
	const settings = pageSettings();
	return names.map((/** @type {string} */ name) => {
		const setting = settings.find((one) => one.name.toLowerCase() === name);
		if (!setting) {
			throw new Error(`There is no setting for the attribute ${name}`);
		}
		return {
			name,
			type: { text: attributeType(setting.type) },
			description: setting.meaning,
		};
	});
}

/**
 * What of a setting's type can be said in an attribute.
 * @param {string} type TypeScript
 */
function attributeType(type) {
	const alternatives = type
		.split(" | ")
		.filter((one) => !one.startsWith("{"))
		.map((one) =>
			one === "boolean"
				? switched
				: one === "false"
					? '"false"'
					: one.startsWith('"')
						? one
						: "string",
		);
	return [...new Set(alternatives)].join(" | ");
}

/**
 * The attributes that are options of `render`.
 * @param {OptionDescription[]} options
 * @returns {Attribute[]}
 */
function optionAttributes(options) {
	return options.map(({ name, type, choices, meaning, ...option }) => ({
		name,
		type: {
			text: choices
				? choices.map((choice) => JSON.stringify(choice)).join(" | ")
				: (typeOfOption[type] ?? type),
		},
		default: JSON.stringify(option.default),
		description: meaning,
	}));
}

/**
 * @template {{ description?: string | undefined }} Described
 * @param {Described} described
 */
function withOneLine(described) {
	return described.description === undefined
		? described
		: { ...described, description: onOneLine(described.description) };
}

/** @param {string} text */
function onOneLine(text) {
	return text.replace(/\s+/g, " ").trim();
}
