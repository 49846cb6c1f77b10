// The feeds of a site: which there are and where.

import { placeRoute } from "../catalog/routes.js";
import type { SiteContext } from "./context.js";

/** A feed of one of the site's languages. */
export interface FeedLink {
	/** The format's name. */
	title: string;
	/** Its media type. */
	type: string;
	/** Absolute. */
	url: string;
}

const formats = [
	{ title: "RSS", type: "application/rss+xml", file: "rss.xml" },
	{ title: "Atom", type: "application/atom+xml", file: "atom.xml" },
	{ title: "JSON Feed", type: "application/feed+json", file: "feed.json" },
];

/**
 * The feeds of a place's language.
 * @param context of the place
 * @returns none without a `baseUrl` or an index, with which they are written
 */
export function feedsAt({
	configuration,
	hrefs,
	place,
}: Pick<SiteContext, "configuration" | "hrefs" | "place">): FeedLink[] {
	if (!configuration.baseUrl || configuration.articles.length > 0) {
		return [];
	}
	const home = placeRoute({ kind: "home", site: place.site }, configuration);
	const folder = home === "/" ? "" : `${home.slice(1)}/`;
	return formats.map(({ title, type, file }) => ({
		title,
		type,
		url: hrefs.file(folder + file),
	}));
}
