// Fits an article's body for the page, while it still stands in a document that loads nothing.

import type { Words } from "./words.js";

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
 * Fits a body for the page.
 * @param body the sanitized body; is changed
 * @param url what relative URLs in it are relative to
 * @param words in the article's language
 */
export function fitBody(body: Element, url: string, words: Words): void {
	for (const [element, attribute] of links) {
		for (const link of body.querySelectorAll(`${element}[${attribute}]`)) {
			resolve(link, attribute, url);
		}
	}
	for (const input of body.querySelectorAll("input")) {
		if (input.type === "checkbox") {
			input.disabled = true;
			// A form around the article would count it among its own.
			input.setAttribute("form", "");
			input.ariaLabel = input.checked ? words.done : words.open;
		} else {
			input.remove();
		}
	}
	for (const table of body.querySelectorAll("table")) {
		const frame = body.ownerDocument.createElement("div");
		frame.className = "ink-scroll";
		table.replaceWith(frame);
		frame.append(table);
		makeScrollable(frame, words.table);
	}
	for (const code of body.querySelectorAll("pre")) {
		makeScrollable(code, words.code);
	}
}

/**
 * Takes the heading off a body that opens with the title.
 * @param body is changed
 * @param title the title that the page shows
 * @returns the id that the heading had, for its links; "" if there was none
 */
export function takeTitle(body: Element, title: string): string {
	const first = body.firstElementChild;
	if (
		first?.localName !== "h1" ||
		squeeze(first.textContent) !== squeeze(title)
	) {
		return "";
	}
	first.remove();
	return first.id;
}

function resolve(link: Element, attribute: string, base: string): void {
	const value = link.getAttribute(attribute);
	if (!value || value.startsWith("#")) {
		return;
	}
	try {
		link.setAttribute(attribute, new URL(value, base).href);
	} catch {
		// Not a URL: as useless as the author wrote it, wherever it is relative to.
	}
}

// What scrolls sideways must be reachable by the keyboard.
function makeScrollable(element: Element, label: string): void {
	element.setAttribute("tabindex", "0");
	element.setAttribute("role", "group");
	element.setAttribute("aria-label", label);
}

function squeeze(text: string | null): string {
	return (text ?? "").replace(/\s+/g, " ").trim();
}
