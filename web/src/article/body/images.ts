// Images: captions, what their servers are told, and what is left of one that cannot be had.

import type { PageSettings } from "../settings.js";
import { squeeze } from "./text.js";

/**
 * Fits images. A paragraph that is one image with a title becomes a figure, with the title as its caption.
 * @param body is changed; it listens for images that fail, which show their text and get the class `ink-broken`
 * @param settings for the referrer policy
 */
export function fitImages(
	body: Element,
	{ referrerPolicy }: PageSettings,
): void {
	for (const image of body.querySelectorAll("img")) {
		if (referrerPolicy) {
			image.referrerPolicy = referrerPolicy;
		}
		makeFigure(image);
	}
	// Neither event bubbles.
	body.addEventListener("error", ({ target }) => markBroken(target), true);
	body.addEventListener("load", ({ target }) => markWhole(target), true);
}

function makeFigure(image: HTMLImageElement): void {
	const link = image.closest("a");
	const content = link && isAlone(image, link) ? link : image;
	const paragraph = content.parentElement;
	if (
		!squeeze(image.title) ||
		paragraph?.localName !== "p" ||
		!isAlone(content, paragraph)
	) {
		return;
	}
	const figure = image.ownerDocument.createElement("figure");
	for (const { name, value } of paragraph.attributes) {
		figure.setAttribute(name, value);
	}
	figure.classList.add("ink-figure");
	const caption = image.ownerDocument.createElement("figcaption");
	caption.textContent = image.title;
	image.removeAttribute("title");
	figure.append(content, caption);
	paragraph.replaceWith(figure);
}

function isAlone(element: Element, parent: Element): boolean {
	return parent.children.length === 1 && element.parentElement === parent
		? !squeeze(parent.textContent)
		: false;
}

function markBroken(target: EventTarget | null): void {
	if (target instanceof HTMLImageElement) {
		target.classList.add("ink-broken");
		// They would hold a place open for what does not come.
		target.removeAttribute("width");
		target.removeAttribute("height");
	}
}

function markWhole(target: EventTarget | null): void {
	if (target instanceof HTMLImageElement) {
		target.classList.remove("ink-broken");
	}
}
