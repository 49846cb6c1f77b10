// The one place that makes a link to a URL which a site or a page's settings have given.

import type { SiteLink } from "./site.js";

const schemes = {
	link: ["http:", "https:", "mailto:"],
	image: ["http:", "https:"],
};

/**
 * Makes a URL safe to be linked to, or to be loaded as an image.
 * @param url as it was given; of any type, because programs and files give it
 * @param base the page's base URL, absolute
 * @param use `"image"`: an address of e-mail is none
 * @returns the absolute URL; nothing where it is none, is empty, or has a scheme other than HTTP's, `mailto`
 * and the page's own (for pages from files and in apps)
 */
export function safeUrl(
	url: unknown,
	base: string,
	use: keyof typeof schemes = "link",
): string | undefined {
	if (typeof url !== "string" || !url.trim()) {
		return undefined;
	}
	try {
		const { protocol, pathname, href } = new URL(url, base);
		// What has no path, such as `blob:`, holds its content itself.
		const isPages =
			protocol === new URL(base).protocol && pathname.startsWith("/");
		return isPages || schemes[use].includes(protocol) ? href : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Makes a link.
 * @param link as a site or settings have given it; what has no title is called by its address
 * @returns nothing where its URL is not safe
 */
export function linkTo(
	link: SiteLink | null | undefined,
): HTMLAnchorElement | undefined {
	const href = safeUrl(link?.url, document.baseURI);
	if (!href) {
		return undefined;
	}
	const anchor = document.createElement("a");
	anchor.href = href;
	anchor.textContent = textOf(link?.title) || href;
	return anchor;
}

/**
 * Gives what was given as a text.
 * @param value of any type, because programs and files give it
 * @returns trimmed; "" for what is neither text nor a number
 */
export function textOf(value: unknown): string {
	return typeof value === "string" || typeof value === "number"
		? String(value).trim()
		: "";
}
