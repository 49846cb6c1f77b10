// Links that lead to another site.

import type { PageContext } from "../context.js";

/**
 * Marks them, and keeps the page to itself: they get no hold of its window, and learn of it what the settings say.
 * What they are is said as a description: a hidden text would be copied, and a `title` would take the place of the
 * author's.
 * @param body is changed; its URLs are absolute
 * @param context for the words and the settings
 */
export function fitLinks(
	body: Element,
	{ words, settings }: PageContext,
): void {
	for (const link of body.querySelectorAll<HTMLAnchorElement>("a[href]")) {
		if (isExternal(link)) {
			link.classList.add("ink-external");
			link.rel = withWord(link.rel, "noopener");
			link.setAttribute("aria-description", words.external);
			if (settings.referrerPolicy) {
				link.referrerPolicy = settings.referrerPolicy;
			}
		}
	}
}

function withWord(words: string, word: string): string {
	return words.split(/\s+/).includes(word) ? words : `${words} ${word}`.trim();
}

function isExternal(link: Element): boolean {
	const href = link.getAttribute("href") ?? "";
	return /^https?:/i.test(href) && originOf(href) !== location.origin;
}

function originOf(href: string): string {
	try {
		return new URL(href).origin;
	} catch {
		return location.origin;
	}
}
