// Makes a page's URLs relative, so that its files do as well in a folder of another host.

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

/**
 * Says how one page names another of the same origin.
 * @param url absolute
 * @param page the URL that it is to be relative to, absolute
 */
export function relativeUrl(url: string, page: string): string {
	const to = new URL(url);
	const from = new URL(page);
	if (to.origin !== from.origin) {
		return url;
	}
	const rest = to.search + to.hash;
	if (to.pathname === from.pathname && rest.startsWith("#")) {
		return rest;
	}
	const target = to.pathname.split("/");
	const folder = from.pathname.split("/").slice(0, -1);
	let same = 0;
	while (
		same < folder.length &&
		same < target.length - 1 &&
		folder[same] === target[same]
	) {
		same++;
	}
	const path = [
		...folder.slice(same).map(() => ".."),
		...target.slice(same),
	].join("/");
	// A first segment with a colon would be a scheme, an empty one a host.
	const isPlain = path !== "" && !/^[^/]*:|^\//.test(path);
	return (isPlain ? path : `./${path}`) + rest;
}
