// Links that a site or a page's author gives, made elements: where they may lead is decided here.

/**
 * The absolute URL of a link.
 * @param url absolute or relative
 * @param base what it is relative to
 * @returns nothing for one that leads nowhere, or anywhere but to the web, to an address of e-mail or to where
 * its base stands
 */
export function linkUrl(
	url: string | undefined,
	base: string,
): string | undefined {
	if (!url?.trim()) {
		return undefined;
	}
	try {
		const { protocol, href } = new URL(url, base);
		const schemes = ["http:", "https:", "mailto:", new URL(base).protocol];
		return schemes.includes(protocol) ? href : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Makes a link, or a `span` that says the same where there is nothing to link to.
 * @param text its words, in whatever language
 * @param href from {@link linkUrl}
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
 * Asks the site. One that cannot answer costs its links, not the page.
 * @param question to be asked
 * @returns nothing where the site has no answer
 */
export async function ask<Answer>(
	question: () => Answer | Promise<Answer>,
): Promise<Answer | undefined> {
	try {
		return await question();
	} catch {
		return undefined;
	}
}
