// Gives headings a link to themselves, so that readers can pass on the address of a section.

import { fill, type Words } from "../words.js";
import { squeeze } from "./text.js";

/**
 * Adds an `a.ink-anchor` to each heading that has an id. It has a name but no text, which would be copied and found
 * with the heading's own: the theme draws what one sees.
 * @param body is changed
 * @param words in the article's language
 */
export function addAnchors(body: Element, words: Words): void {
	for (const heading of body.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
		if (heading.id && !heading.closest("a")) {
			const anchor = body.ownerDocument.createElement("a");
			anchor.className = "ink-anchor";
			anchor.setAttribute("href", `#${encodeURIComponent(heading.id)}`);
			anchor.setAttribute(
				"aria-label",
				fill(words.section, { title: titleOf(heading) }),
			);
			heading.append(anchor);
		}
	}
}

function titleOf(heading: Element): string {
	const copy = heading.cloneNode(true) as Element;
	for (const reference of copy.querySelectorAll(".footnote-ref")) {
		reference.remove();
	}
	for (const image of copy.querySelectorAll("img")) {
		image.replaceWith(image.alt);
	}
	return squeeze(copy.textContent) || heading.id;
}
