// What a link within an article leads to.

/**
 * The id that a link's fragment names.
 * @param link whose `href` is only a fragment
 * @returns "" when it is anything else
 */
export function fragmentTarget(link: Element): string {
	const href = link.getAttribute("href") ?? "";
	const fragment = href.startsWith("#") ? href.slice(1) : "";
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}
