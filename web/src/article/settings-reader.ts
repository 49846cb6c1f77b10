// Reads the settings of a page from where its author may write them, and says what of them cannot be used.

import type { Diagnostic, Inkstone, Metadata } from "../types.js";
import type { PageSettings } from "./settings.js";

/** Settings that can be used. */
export interface ReadSettings {
	settings: PageSettings;
	/** The front matter's keys among them, as the core reads them; nothing where there are none. */
	defaults: Metadata | undefined;
	/** What cannot be used. It has no place in the article: the places are its start. */
	diagnostics: Diagnostic[];
}

/** The keys of the front matter that are settings of a page too, and attributes of the element. */
export const defaultKeys = [
	"author",
	"lang",
	"thumbnail",
	"toc",
	"mathjax",
	"comments",
	"authorbox",
	"pager",
	"sidebar",
] as const;

/** The other attributes that are settings, as they stand in HTML. */
const ownAttributes = {
	progress: "progress",
	referrerpolicy: "referrerPolicy",
};

/** Attributes that are settings. */
export const settingAttributes: readonly string[] = [
	// HTML's `lang` is the element's language, around the article.
	...defaultKeys.filter((key) => key !== "lang"),
	"widgets",
	...Object.keys(ownAttributes),
];

/** Attributes that change what a page shows, besides the options of `render`. */
export const pageAttributes: readonly string[] = [
	...settingAttributes,
	"lang",
	"shadow",
	"theme",
];

function isJson(value: unknown): boolean {
	try {
		return JSON.stringify(value) !== undefined;
	} catch {
		return false;
	}
}

type Check = (value: unknown) => boolean;
const isMapping: Check = (value) =>
	typeof value === "object" && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === "string";
const isListOf =
	(check: Check): Check =>
	(value) =>
		Array.isArray(value) && value.every(check);
const isOneOf =
	(...words: string[]): Check =>
	(value) =>
		words.includes(value as string);

/** The settings that the core does not read, with what they take. */
const checks: Record<
	Exclude<keyof PageSettings, (typeof defaultKeys)[number]>,
	{ takes: string; check: Check }
> = {
	// Not the core's, which knows nothing of widgets that were registered.
	widgets: { takes: "a list of widgets", check: isListOf(isText) },
	authors: {
		takes: "a mapping from names to mappings",
		check: (value) =>
			isMapping(value) && Object.values(value as object).every(isMapping),
	},
	commentsProvider: {
		takes: "a mapping with `provider`",
		check: (value) =>
			isMapping(value) && isText((value as { provider?: unknown }).provider),
	},
	social: {
		takes: "a list of mappings with `title` and `url`",
		check: isListOf((value) => {
			const link = value as { title?: unknown; url?: unknown };
			return isMapping(link) && isText(link.title) && isText(link.url);
		}),
	},
	dateStyle: {
		takes: "`full`, `long`, `medium` or `short`",
		check: isOneOf("full", "long", "medium", "short"),
	},
	referrerPolicy: {
		takes: "one of the values of HTML's `referrerpolicy`",
		check: isOneOf(
			"",
			"no-referrer",
			"no-referrer-when-downgrade",
			"same-origin",
			"origin",
			"strict-origin",
			"origin-when-cross-origin",
			"strict-origin-when-cross-origin",
			"unsafe-url",
		),
	},
	progress: {
		takes: "true or false",
		check: (value) => typeof value === "boolean",
	},
	mathRenderer: { takes: "a URL", check: isText },
	mermaid: { takes: "a URL", check: isText },
};

/**
 * Puts the settings of a page together.
 * @param host the element: its child `<script type="application/json">`, then its attributes count more than
 * the property
 * @param property what a program has set
 * @param inkstone reads the keys that articles have too
 */
export function readSettings(
	host: Element,
	property: PageSettings,
	inkstone: Inkstone,
): ReadSettings {
	const diagnostics: Diagnostic[] = [];
	const given: Record<string, unknown> = {
		...property,
		...fromChild(host, diagnostics),
		...fromAttributes(host),
	};
	const settings: Record<string, unknown> = Object.create(null);
	const defaults: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(given)) {
		if (value === undefined || value === null) {
			continue;
		}
		if ((defaultKeys as readonly string[]).includes(key)) {
			settings[key] = value;
			if (isJson(value)) {
				defaults[key] = value;
			} else {
				diagnostics.push(
					finding(`The setting \`${key}\` takes what JSON can express.`),
				);
			}
		} else if (!Object.hasOwn(checks, key)) {
			diagnostics.push(
				finding(
					`There is no setting \`${key}\`. There are: ${[...defaultKeys, ...Object.keys(checks)].join(", ")}.`,
				),
			);
		} else {
			const { takes, check } = checks[key as keyof typeof checks];
			if (check(value)) {
				settings[key] = value;
			} else {
				diagnostics.push(finding(`The setting \`${key}\` takes ${takes}.`));
			}
		}
	}
	const read =
		Object.keys(defaults).length > 0
			? inkstone.render(JSON.stringify(defaults))
			: undefined;
	for (const { message } of read?.diagnostics ?? []) {
		diagnostics.push(finding(`A setting of the page: ${message}`));
	}
	return { settings, defaults: read?.metadata, diagnostics };
}

function fromChild(host: Element, diagnostics: Diagnostic[]): object {
	const text = host.querySelector(
		':scope > script[type="application/json"]',
	)?.textContent;
	if (!text) {
		return {};
	}
	try {
		const value: unknown = JSON.parse(text);
		if (isMapping(value)) {
			return value as object;
		}
		diagnostics.push(finding("The settings must be a JSON object."));
	} catch (error) {
		diagnostics.push(
			finding(`The settings are not valid JSON: ${(error as Error).message}.`),
		);
	}
	return {};
}

function fromAttributes(host: Element): Record<string, unknown> {
	const values: Record<string, unknown> = {};
	for (const name of settingAttributes) {
		const text = host.getAttribute(name);
		if (text === null) {
			continue;
		}
		if (name === "widgets") {
			values[name] = text.split(/[\s,]+/).filter(Boolean);
		} else if (name === "progress") {
			values[name] = text !== "false";
		} else {
			const key = ownAttributes[name as keyof typeof ownAttributes] ?? name;
			// An attribute that is only there is true, as everywhere in HTML.
			values[key] = text === "" && name !== "referrerpolicy" ? true : text;
		}
	}
	return values;
}

function finding(message: string): Diagnostic {
	return {
		code: "page-setting",
		severity: "warning",
		message,
		line: 1,
		column: 1,
	};
}
