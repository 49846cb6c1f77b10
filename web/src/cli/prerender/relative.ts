// Makes a page's URLs relative, so that its files do as well in a folder of another host.

import { relativeUrl } from "../../catalog/hrefs.js";

const attributes = ["action", "cite", "href", "poster", "src"];

/**
 * Makes the URLs of a page that lead into its site relative to the page.
 * @param root is changed
 * @param page the page's URL, absolute
 * @param site the URL of the site's folder, absolute, with a slash at its end; others stay
 */
export function makeRelative(
	root: ParentNode,
	page: string,
	site: string,
): void {
	for (const attribute of attributes) {
		for (const element of root.querySelectorAll(`[${attribute}]`)) {
			const value = element.getAttribute(attribute) ?? "";
			if (
				value.startsWith(site) &&
				element.getAttribute("rel") !== "canonical"
			) {
				element.setAttribute(attribute, relativeUrl(value, page));
			}
		}
	}
}
