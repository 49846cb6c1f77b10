// The only place where HTML text becomes elements. What passes is the same list in every browser: by the
// platform's own sanitizer, or by DOMPurify where there is none. Nothing is ever parsed in the page's document.
// What the page's author trusts passes whole.

import { allowedAttributes, allowedElements, tamed } from "./allowed.js";
import { inkstonePolicy } from "./trusted-types.js";

/**
 * Turns HTML into elements that cannot run anything.
 * @param html a fragment from the core
 * @returns its elements in a document of their own, which loads no images and runs no code
 */
export type Sanitize = (html: string) => HTMLElement;

interface Sanitizing {
	setHTML(html: string, options: { sanitizer: SanitizerConfig }): void;
}

// The same for DOMPurify.
const purifyOptions = {
	ALLOWED_TAGS: [...allowedElements, "#text"],
	ALLOWED_ATTR: allowedAttributes,
	ALLOW_ARIA_ATTR: false,
	ALLOW_DATA_ATTR: true,
	// The core decides about schemes, and `urlSchemes` may have added some. Scripts are refused all the same.
	ALLOW_UNKNOWN_PROTOCOLS: true,
	// As the platform does: what is not allowed goes with all that is in it.
	KEEP_CONTENT: false,
	RETURN_DOM_FRAGMENT: true as const,
	// It would drop headings' ids such as `title`, for fear of what only `name` can do.
	SANITIZE_DOM: false,
};

/**
 * What the element's attribute `html` says of raw HTML in an article: it goes through the sanitizer (the
 * default), is shown as text, or passes whole.
 */
export const htmlPolicies = ["sanitize", "escape", "trusted"] as const;

/**
 * Turns HTML that is trusted into elements. Scripts in it do not run, everything else does what it says.
 * Pages with Trusted Types must allow the policy `inkstone`.
 * @param html a fragment from the core
 */
export const parseTrusted: Sanitize = (html) => {
	const container = inertContainer();
	container.innerHTML = inkstonePolicy().createHTML(html);
	return container;
};

/**
 * Gets the browser's way to sanitize.
 * @throws TypeError when DOMPurify is needed and could not be fetched
 */
export async function loadSanitizer(): Promise<Sanitize> {
	const sanitize =
		"setHTML" in Element.prototype
			? sanitizeByPlatform
			: await sanitizerByPurify();
	return (html) => tamed(sanitize(html));
}

async function sanitizerByPurify(): Promise<Sanitize> {
	const { default: purify } = await import("dompurify");
	return (html) => {
		const container = inertContainer();
		container.append(purify.sanitize(html, purifyOptions));
		return container;
	};
}

function sanitizeByPlatform(html: string): HTMLElement {
	const container = inertContainer();
	(container as HTMLElement & Sanitizing).setHTML(html, {
		sanitizer: {
			elements: allowedElements,
			attributes: allowedAttributes,
			dataAttributes: true,
			comments: false,
		},
	});
	return container;
}

function inertContainer(): HTMLElement {
	return document.implementation.createHTMLDocument("").createElement("div");
}
