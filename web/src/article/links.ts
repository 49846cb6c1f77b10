// The one place that makes a link to a URL which a site, a page's settings or the front matter have given.

import type { PageContext } from "./context.js";
import { reportFault } from "./parts/guard.js";
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
 * Makes a link, or a `span` that says the same where there is nothing to link to.
 * @param text its words, in whatever language
 * @param href from {@link safeUrl}
 * @param attributes of the element; `rel` of links only
 */
export function linkOr(
	text: string,
	href: string | undefined,
	{ rel, ...attributes }: { class?: string; rel: string },
): HTMLElement {
	const element = document.createElement(href ? "a" : "span");
	for (const [name, value] of Object.entries({
		...attributes,
		...(href && { href, rel }),
		// Names and terms may be in another script than what stands around them.
		dir: "auto",
	})) {
		element.setAttribute(name, value);
	}
	element.textContent = text;
	return element;
}

/**
 * Makes the link to a tag's or a category's page; it is plain text as long as the site has not said where that is,
 * and where there is none.
 * @param taxonomy which of them
 * @param term its name
 * @param attributes as for {@link linkOr}
 * @param context of the page
 */
export function termLink(
	taxonomy: "categories" | "tags",
	term: string,
	attributes: { class: string; rel: string },
	{ site, signal }: Pick<PageContext, "site" | "signal">,
): HTMLElement {
	const make = (url: unknown) =>
		linkOr(term, safeUrl(url, document.baseURI), attributes);
	try {
		const url = site?.termUrl?.(taxonomy, term);
		if (!(url instanceof Promise)) {
			return make(url);
		}
		const text = make(undefined);
		url
			.then((found) => signal.aborted || text.replaceWith(make(found)))
			.catch((error) => reportFault(taxonomy, error));
		return text;
	} catch (error) {
		reportFault(taxonomy, error);
		return make(undefined);
	}
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
