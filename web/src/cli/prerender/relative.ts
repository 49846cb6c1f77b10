// Makes a page's URLs relative, so that its files do as well in a folder of another host.

import { relativeUrl } from "../../catalog/hrefs.js";

const attributes = ["action", "cite", "config", "href", "poster", "src"];

/**
 * Makes the URLs of a page that lead into its site relative to the page.
 * @param root is changed
 * @param page the page's URL, absolute
 * @param site the URL of the site's folder, absolute, with a slash at its end; others stay
 * @param isAnywhere whether the page is shown at any address: its URLs then begin with the host's root
 */
export function makeRelative(
	root: ParentNode,
	page: string,
	site: string,
	isAnywhere = false,
): void {
	const { origin } = new URL(site);
	for (const attribute of attributes) {
		for (const element of root.querySelectorAll(`[${attribute}]`)) {
			const value = element.getAttribute(attribute) ?? "";
			if (value.startsWith(site) && !isForOthers(element)) {
				element.setAttribute(
					attribute,
					isAnywhere ? value.slice(origin.length) : relativeUrl(value, page),
				);
			}
		}
	}
}

// Search engines and those who pass an address on want all of it.
function isForOthers(element: Element): boolean {
	return element.matches("link[rel=canonical], link[rel=alternate][hreflang]");
}
