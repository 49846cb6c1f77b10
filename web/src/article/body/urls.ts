// Makes the relative URLs of an article relative to the article, not to the page that it is shown in.

const links = [
	["a", "href"],
	["img", "src"],
	["audio", "src"],
	["video", "src"],
	["video", "poster"],
	["source", "src"],
	["track", "src"],
] as const;

/**
 * Makes URLs absolute. What is only a fragment stays one, and a link to a place in the article's own file becomes one.
 * @param body is changed
 * @param base the article's absolute URL
 */
export function resolveUrls(body: Element, base: string): void {
	for (const [element, attribute] of links) {
		for (const link of body.querySelectorAll(`${element}[${attribute}]`)) {
			const value = link.getAttribute(attribute);
			if (value && !value.startsWith("#")) {
				link.setAttribute(attribute, resolve(value, base));
			}
		}
	}
}

function resolve(value: string, base: string): string {
	let url: URL;
	try {
		url = new URL(value, base);
	} catch {
		// Not a URL: as useless as the author wrote it, wherever it is relative to.
		return value;
	}
	const isInArticle = url.hash && withoutHash(url) === withoutHash(base);
	return isInArticle ? url.hash : url.href;
}

function withoutHash(url: URL | string): string {
	const copy = new URL(url);
	copy.hash = "";
	return copy.href;
}
