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
	return decode(new URL(url).hash.slice(1));
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
