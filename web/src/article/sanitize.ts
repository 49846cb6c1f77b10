// The only place where HTML text becomes elements. What passes is the same list in every browser: by the
// platform's own sanitizer, or by DOMPurify where there is none. Nothing is ever parsed in the page's document.
// What the page's author trusts passes whole.

import { inkstonePolicy } from "./trusted-types.js";

/**
 * Turns HTML into elements that cannot run anything.
 * @param html a fragment from the core
 * @returns its elements in a document of their own, which loads no images and runs no code
 */
export type Sanitize = (html: string) => HTMLElement;

const elements = [
	..."a abbr address article aside audio b bdi bdo blockquote br caption center cite code col".split(
		" ",
	),
	..."colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header".split(
		" ",
	),
	..."hgroup hr i img input ins kbd li mark nav ol p picture pre q rp rt ruby s samp section small source".split(
		" ",
	),
	..."span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var".split(
		" ",
	),
	..."video wbr".split(" "),
];

// No `name`, without which no id can shadow a property of the document; no `style`.
const attributes = [
	..."abbr align alt aria-describedby aria-hidden aria-label aria-labelledby checked cite class".split(
		" ",
	),
	..."colspan controls datetime decoding dir disabled headers height href hreflang id kind label".split(
		" ",
	),
	..."lang loading loop muted open poster rel reversed role rowspan scope span src srclang start".split(
		" ",
	),
	..."title type valign value width".split(" "),
];

interface Sanitizing {
	setHTML(html: string, options: { sanitizer: SanitizerConfig }): void;
}

// The same for DOMPurify.
const purifyOptions = {
	ALLOWED_TAGS: [...elements, "#text"],
	ALLOWED_ATTR: attributes,
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
	return (html) => {
		const container = sanitize(html);
		// A form around the article would have them as its properties, in the place of its own.
		for (const named of container.querySelectorAll("img, input")) {
			named.removeAttribute("id");
		}
		for (const input of container.querySelectorAll("input")) {
			keepAsTask(input);
		}
		// The platform's sanitizer leaves them where today's browsers run none.
		for (const name of ["cite", "href", "poster", "src"]) {
			for (const element of container.querySelectorAll(`[${name}]`)) {
				if (isScript(element.getAttribute(name) ?? "")) {
					element.removeAttribute(name);
				}
			}
		}
		return container;
	};
}

// Boxes of task lists, which cannot be ticked, are the only inputs that an article may have.
function keepAsTask(input: HTMLInputElement): void {
	if (input.type === "checkbox") {
		input.disabled = true;
		// A form around the article would count it among its own.
		input.setAttribute("form", "");
	} else {
		input.remove();
	}
}

function isScript(url: string): boolean {
	// As browsers read it, who skip blanks and control characters.
	return (
		URL.canParse(url, "http://a/") &&
		/^(javascript|vbscript):$/.test(new URL(url, "http://a/").protocol)
	);
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
		sanitizer: { elements, attributes, dataAttributes: true, comments: false },
	});
	return container;
}

function inertContainer(): HTMLElement {
	return document.implementation.createHTMLDocument("").createElement("div");
}
