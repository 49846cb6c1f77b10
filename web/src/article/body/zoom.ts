// Lets readers see an image as large as it is, where the column shows it smaller.

import type { PageContext } from "../context.js";
import { showLightbox } from "./lightbox.js";

/** How many times larger than shown an image must be to be worth it. */
const gain = 1.2;
/** What is shown smaller than this, in CSS pixels, is a sign in the text, not a picture to look at. */
const smallest = 48;

/**
 * Puts a `button.ink-zoom` around each image that is larger than it is shown, once both are known. Links keep theirs.
 * @param body listens for its images
 * @param context for the words and the signal
 */
export function addZoom(body: Element, { words, signal }: PageContext): void {
	const observer = new ResizeObserver((changes) => {
		// All are measured before the first is touched: one layout, not one for each.
		const images = changes
			.map(({ target }) => target as HTMLImageElement)
			.filter(isLarger);
		for (const image of images) {
			observer.unobserve(image);
		}
		// Not at once: what is around them may be observed, too, and is not to change while changes are told.
		requestAnimationFrame(() => {
			for (const image of images) {
				wrap(image, words.enlarge);
			}
		});
	});
	signal.addEventListener("abort", () => observer.disconnect());
	const observe = (target: EventTarget | null) => {
		if (
			target instanceof HTMLImageElement &&
			!target.closest("a, button, dialog, summary, .ink-preview")
		) {
			observer.observe(target);
		}
	};
	for (const image of body.querySelectorAll("img")) {
		if (image.complete && image.naturalWidth > 0) {
			observe(image);
		}
	}
	// Does not bubble.
	body.addEventListener("load", ({ target }) => observe(target), {
		capture: true,
		signal,
	});
	body.addEventListener(
		"click",
		({ target }) => {
			const button =
				target instanceof Element &&
				target.closest<HTMLButtonElement>(".ink-zoom");
			if (button) {
				showLightbox(button, words);
			}
		},
		{ signal },
	);
}

function isLarger({ naturalWidth, clientWidth }: HTMLImageElement): boolean {
	return clientWidth >= smallest && naturalWidth > clientWidth * gain;
}

function wrap(image: HTMLImageElement, label: string): void {
	// An image that was complete before its `load` was told has been seen twice.
	if (!image.isConnected || image.closest(".ink-zoom")) {
		return;
	}
	const button = image.ownerDocument.createElement("button");
	button.className = "ink-zoom";
	button.type = "button";
	// A form around the article would count it among its own.
	button.setAttribute("form", "");
	button.setAttribute("aria-haspopup", "dialog");
	button.setAttribute(
		"aria-label",
		image.alt ? `${label}: ${image.alt}` : label,
	);
	image.replaceWith(button);
	button.append(image);
}
