// @ts-check
// Writes the types of the elements for frameworks that check their templates, from custom-elements.json. Each framework
// has a file of its own, which adds to the framework's types: one for all would ask for all of them.

import { elementsOf } from "./elements.js";

/** @typedef {import("./elements.js").ElementClass} ElementClass */

const note =
	"// Written by tools/framework-types.js from the manifest of the elements.\n";

/**
 * What each framework's file says: the imports, the helper type `Props`, and around the elements' table what opens and
 * closes it.
 * @type {Record<string, { about: string, head: string, open: string, close: string }>}
 */
const frameworks = {
	react: {
		about: "The elements in JSX of React 19.",
		head: `import type { DetailedHTMLProps, HTMLAttributes } from "react";

type Props<E, Attributes, Properties, Events> =
	Omit<DetailedHTMLProps<HTMLAttributes<E>, E>, keyof Attributes | keyof Properties> & Attributes & Properties & {
		[Name in keyof Events & string as \`on\${Name}\`]?: ((event: Events[Name]) => void) | undefined;
	};
`,
		open: 'declare module "react" {\n\tnamespace JSX {\n\t\tinterface IntrinsicElements {',
		close: "\t\t}\n\t}\n}",
	},
	vue: {
		about: "The elements in templates of Vue.",
		head: `import type { EmitFn, HTMLAttributes, PublicProps } from "vue";

type Props<E, Attributes, Properties, Events> = new () => E & {
	/** What a template may set. */
	$props: Omit<HTMLAttributes, keyof Attributes | keyof Properties> & Attributes & Properties & PublicProps;
	/** What a template may listen to. */
	$emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
};
`,
		open: 'declare module "vue" {\n\tinterface GlobalComponents {',
		close: "\t}\n}",
	},
	svelte: {
		about: "The elements in Svelte's markup.",
		head: `import type { HTMLAttributes } from "svelte/elements";

type Props<E extends EventTarget, Attributes, Properties, Events> =
	Omit<HTMLAttributes<E>, keyof Attributes | keyof Properties> & Attributes & Properties & {
		[Name in keyof Events & string as \`on\${Name}\` | \`on:\${Name}\`]?: ((event: Events[Name]) => void) | undefined;
	};
`,
		open: 'declare module "svelte/elements" {\n\tinterface SvelteHTMLElements {',
		close: "\t}\n}",
	},
	solid: {
		about:
			"The elements in JSX of Solid, which sets properties of custom elements where nothing says `attr:`.",
		head: `import type { JSX } from "solid-js";

type Props<E, Attributes, Properties, Events> = Omit<JSX.HTMLAttributes<E>, keyof Properties> & Properties & {
	[Name in keyof Attributes & string as \`attr:\${Name}\`]?: Attributes[Name];
} & {
	[Name in keyof Properties & string as \`prop:\${Name}\`]?: Properties[Name];
} & {
	[Name in keyof Events & string as \`on:\${Name}\`]?: ((event: Events[Name]) => void) | undefined;
};
`,
		open: 'declare module "solid-js" {\n\tnamespace JSX {\n\t\tinterface IntrinsicElements {',
		close: "\t\t}\n\t}\n}",
	},
};

/**
 * The files with the types.
 * @param {import("./elements.js").Manifest} manifest
 * @returns {Record<string, string>} by their names in one folder beside the entries
 */
export function frameworkTypes(manifest) {
	const elements = Object.entries(elementsOf(manifest));
	const files = Object.entries(frameworks).map(
		([name, { about, head, open, close }]) => [
			`${name}.d.ts`,
			[
				`// ${about}`,
				note,
				`import type * as inkstone from "./elements.js";`,
				head,
				open,
				...elements.map(
					([tag, { name }]) =>
						`${/^\t+/.exec(close)?.[0]}\t${JSON.stringify(tag)}: Props<inkstone.${name}, inkstone.${name}Attributes, inkstone.${name}Properties, inkstone.${name}Events>;`,
				),
				close,
				"",
			].join("\n"),
		],
	);
	return {
		...Object.fromEntries(files),
		"elements.d.ts": [
			"// What can be set on the elements, and what they tell, in no framework's words.",
			note,
			'import type { InkstoneArticle, InkstoneArticleEventMap, InkstoneScheme } from "../element.js";',
			'import type { InkstoneSite, InkstoneSiteEventMap } from "../site.js";',
			"",
			"export type { InkstoneArticle, InkstoneScheme, InkstoneSite };",
			"",
			"type AllEvents = InkstoneArticleEventMap & InkstoneSiteEventMap;",
			"",
			...elements.map(([, element]) => interfacesOf(element)),
		].join("\n"),
	};
}

/** @param {ElementClass} element */
function interfacesOf({ name, attributes = [], members = [], events = [] }) {
	const properties = members.filter(
		(member) => member.kind === "field" && !member.readonly,
	);
	return [
		`export interface ${name}Attributes {`,
		...attributes.map(
			({ name, type, description, default: usual }) =>
				`\t/** ${description}${usual ? ` Default: \`${usual}\`.` : ""} */\n\t${name}?: ${valuesOf(type?.text ?? "string")} | undefined;`,
		),
		"}",
		`export interface ${name}Properties {`,
		...properties.map(
			(property) =>
				`\t/** ${property.description} */\n\t${property.name}?: ${name}[${JSON.stringify(property.name)}] | undefined;`,
		),
		"}",
		`export interface ${name}Events {`,
		...events.map(
			(event) =>
				`\t/** ${event.description} */\n\t${JSON.stringify(event.name)}: AllEvents[${JSON.stringify(event.name)}];`,
		),
		"}",
		"",
	].join("\n");
}

/**
 * What may be written for an attribute.
 * @param {string} type of its value
 */
function valuesOf(type) {
	return type
		.replace(/\bboolean\b/, 'boolean | ""')
		.replace(/\bnumber\b/, `number | \`\${number}\``);
}
