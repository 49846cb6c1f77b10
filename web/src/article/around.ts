// What stands around an article's text where the article, its page or its site asks for it: fetched only then, all in one.

import type { PageContext } from "./context.js";
import type { PartOverrides } from "./parts.js";
import type { PageSettings } from "./settings.js";
import type { Site } from "./site.js";

/** The parts, and what else comes with them. */
export type Around = typeof import("./around-parts.js");

/** Fetches them, once for all articles. */
export function loadAround(): Promise<Around> {
	return import("./around-parts.js");
}

/**
 * Whether a page has one of these parts, or may have.
 * @param context of the page
 * @param overrides a page's author's functions, which may ask for a part that the page would not have
 */
export function isAroundWanted(
	{ values, settings, site }: Omit<PageContext, "toc">,
	overrides: PartOverrides,
): boolean {
	return Boolean(
		values.sidebar !== "none" ||
			values.authorbox ||
			(values.pager && site) ||
			(values.comments && settings.commentsProvider) ||
			settings.progress ||
			overrides.aside ||
			overrides.authorbox ||
			overrides.pager ||
			overrides.comments,
	);
}

/**
 * Whether a page is likely to have one of them, as far as that can be known before its article has come.
 * @param host the element
 * @param settings what a program has set for the page
 * @param site that it stands in
 */
export function isAroundLikely(
	host: Element,
	settings: PageSettings,
	site: Site | undefined,
): boolean {
	return (
		site !== undefined ||
		Object.keys(settings).length > 0 ||
		host.matches(
			"[authorbox], [comments], [pager], [progress], [sidebar], [widgets]",
		) ||
		host.querySelector(':scope > script[type="application/json"]') !== null
	);
}
