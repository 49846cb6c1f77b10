// The events of <inkstone-site>. They bubble, as do those of the article in it.

import type { Route } from "../catalog/types.js";

/** A page of the site stands in the document. */
export interface NavigateDetail {
	/** Where it is on the site. */
	route: Route;
	/** What it is called; "" for the site's first page. */
	title: string;
	/** The article's file, relative to the site's folder; "" for what is no article. */
	path: string;
}

/** The site could not be shown; a message stands in its place. */
export interface SiteErrorDetail {
	error: Error;
}

/** The events by their names, besides those of the article in the site. */
export interface InkstoneSiteEventMap {
	"inkstone-navigate": CustomEvent<NavigateDetail>;
	"inkstone-site-error": CustomEvent<SiteErrorDetail>;
}

declare global {
	interface HTMLElementEventMap extends InkstoneSiteEventMap {}
	interface DocumentEventMap extends InkstoneSiteEventMap {}
}
