// The dialog with an image as large as it is.

import type { Words } from "../words.js";
import { say, squeeze } from "./text.js";

/**
 * Shows the image of a button in a modal dialog, which is gone once it is closed: by Escape, its button, or a click
 * anywhere but on the caption. The focus returns to the button.
 * @param opener the button, with the image in it
 * @param words in the article's language
 */
export function showLightbox(opener: HTMLElement, words: Words): void {
	const image = opener.querySelector("img");
	if (!image) {
		return;
	}
	const figure = document.createElement("figure");
	figure.append(copyOf(image));
	const caption = captionOf(opener);
	if (caption) {
		figure.append(caption);
	}
	const close = document.createElement("button");
	close.className = "ink-lightbox-close";
	close.type = "button";
	close.setAttribute("form", "");
	say(close, words.close, words);

	const dialog = document.createElement("dialog");
	dialog.className = "ink-lightbox";
	dialog.setAttribute(
		"aria-label",
		image.alt || squeeze(caption?.textContent ?? "") || words.enlarge,
	);
	dialog.append(close, figure);
	dialog.addEventListener("click", ({ target }) => {
		if (!(target instanceof Element && target.closest("figcaption"))) {
			dialog.close();
		}
	});
	dialog.addEventListener("close", () => {
		dialog.remove();
		// Not every browser gives a button the focus that is clicked, and so none gets it back.
		opener.focus({ preventScroll: true });
	});
	// Not at the end of the text, where a theme would take it for the last part.
	opener.after(dialog);
	dialog.showModal();
}

function copyOf(image: HTMLImageElement): HTMLImageElement {
	const copy = image.cloneNode() as HTMLImageElement;
	// What made it smaller; what is there already need not wait.
	for (const attribute of ["class", "height", "loading", "width"]) {
		copy.removeAttribute(attribute);
	}
	return copy;
}

function captionOf(opener: Element): Element | undefined {
	const caption = opener
		.closest("figure")
		?.querySelector("figcaption")
		?.cloneNode(true) as Element | undefined;
	for (const element of caption?.querySelectorAll("[id]") ?? []) {
		element.removeAttribute("id");
	}
	caption?.removeAttribute("id");
	return caption;
}
