// What the configuration of a site comes to for its pages.

import type { PageSettings } from "../article/settings.js";
import type { FrontMatterValue, SiteConfiguration } from "../types.js";

/**
 * The configuration's settings for pages. Their URLs are relative to the configuration, and pages stand elsewhere:
 * they become absolute.
 * @param configuration of the site
 * @param folder the site's folder, an absolute URL with a slash at its end
 */
export function pageSettings(
	configuration: Pick<SiteConfiguration, "settings">,
	folder: string,
): PageSettings {
	const settings = configuration.settings as PageSettings;
	const { authors, social, mathRenderer, mermaid, thumbnail } = settings;
	return {
		...settings,
		...(isMapping(authors) && {
			authors: mapped(authors, (author) =>
				withUrls(author, ["avatar", "url"], folder),
			) as NonNullable<PageSettings["authors"]>,
		}),
		...(Array.isArray(social) && {
			social: social.map((link) => withUrls(link, ["url"], folder)),
		}),
		...(mathRenderer && { mathRenderer: absolute(mathRenderer, folder) }),
		...(mermaid && { mermaid: absolute(mermaid, folder) }),
		...(thumbnail && {
			thumbnail: (typeof thumbnail === "string"
				? absolute(thumbnail, folder)
				: withUrls(thumbnail, ["src"], folder)) as FrontMatterValue,
		}),
	};
}

/**
 * The settings of a site's articles: those for pages, and what the configuration has for the aside of an article.
 * @param configuration of the site
 * @param settings from {@link pageSettings}
 */
export function articleSettings(
	{ sidebar, widgets }: Pick<SiteConfiguration, "sidebar" | "widgets">,
	settings: PageSettings,
): PageSettings {
	return {
		sidebar: sidebar.single === "none" ? false : sidebar.single,
		widgets: widgets.single,
		...settings,
	};
}

function withUrls<Value>(
	value: Value,
	keys: readonly string[],
	folder: string,
): Value {
	return isMapping(value)
		? (mapped(value, (inner, key) =>
				keys.includes(key) ? absolute(inner, folder) : inner,
			) as Value)
		: value;
}

function mapped(
	value: object,
	change: (value: unknown, key: string) => unknown,
): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, change(inner, key)]),
	);
}

// What is no URL stays as it is, for whoever reads the settings to complain of.
function absolute<Value>(value: Value, folder: string): Value {
	return typeof value === "string" &&
		value.trim() &&
		URL.canParse(value, folder)
		? (new URL(value, folder).href as Value)
		: value;
}

function isMapping(value: unknown): value is object {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
