// What an address says besides where something is.

/**
 * The name of the file that a URL ends with, without its extension.
 * @param url absolute
 * @returns "" when the URL names a folder
 */
export function fileNameOf(url: string): string {
	const file = new URL(url).pathname.split("/").at(-1) ?? "";
	return decode(file).replace(/(.)\.[^.]*$/, "$1");
}

/**
 * The id that a URL's fragment stands for.
 * @param url absolute
 * @returns "" when there is none
 */
export function fragmentOf(url: string): string {
	return idIn(new URL(url).hash);
}

/**
 * The id that a fragment stands for. A site may keep its routes in fragments (`#/posts/a#heading`): ids that begin
 * with a slash cannot be led to.
 * @param fragment with its `#`
 * @returns "" when there is none
 */
export function idIn(fragment: string): string {
	const start = isRoute(fragment) ? fragment.indexOf("#", 1) : 0;
	return start < 0 ? "" : decode(fragment.slice(start + 1));
}

/**
 * Whether a fragment is a route, so that the browser does not find what it leads to.
 * @param fragment with its `#`
 */
export function isRoute(fragment: string): boolean {
	return fragment.startsWith("#/");
}

/**
 * Takes the percent-encoding off a part of a URL.
 * @param text the part
 * @returns it as it is, where it is not encoded in UTF-8
 */
export function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
