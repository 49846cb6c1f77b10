// The style sheet that a site's configuration names.

import { hasOwnTheme } from "../article/own-theme.js";

const own = ["default", "minimal"];

/** How long a page waits for it, in milliseconds. */
const patience = 3000;

/**
 * Links to the theme, unless the document does already.
 * @param theme as in the configuration
 * @param base the configuration's URL
 * @returns when it is there, or has taken too long or failed
 */
export async function loadTheme(theme: string, base: string): Promise<void> {
	const url = themeUrl(theme, base);
	const links = [
		...document.querySelectorAll<HTMLLinkElement>("link[rel~=stylesheet]"),
	];
	const isThere =
		(theme === "default" && hasOwnTheme()) ||
		links.some(({ href }) => href === url);
	if (!url || isThere) {
		return;
	}
	const link = document.createElement("link");
	link.rel = "stylesheet";
	link.href = url;
	await new Promise<void>((resolve) => {
		for (const type of ["load", "error"]) {
			link.addEventListener(type, () => resolve());
		}
		setTimeout(resolve, patience);
		// Before those of the document's author, which count more.
		const first = links[0];
		if (first) {
			first.before(link);
		} else {
			document.head.append(link);
		}
	});
}

/**
 * The URL of a theme.
 * @param theme as in the configuration
 * @param base the configuration's URL
 * @returns "" for none
 */
function themeUrl(theme: string, base: string): string {
	// Apart, or bundlers would take it for a file that they have to find.
	const [url, from] = own.includes(theme)
		? [`./themes/${theme}.css`, import.meta.url]
		: [theme, base];
	return url && URL.canParse(url, from) ? new URL(url, from).href : "";
}
