// A page as a file: its document around what the page's modules have made.

import { directionOf } from "../../language.js";
import { serialize } from "./serialize.js";

/**
 * Writes the open document.
 * @returns a whole HTML document
 */
export function writeDocument(): string {
	for (const styled of document.querySelectorAll("[style]")) {
		// Temml writes a few, which a strict policy refuses and reports.
		styled.removeAttribute("style");
	}
	return `${serialize(document)}\n`;
}

/**
 * Fills the open document.
 * @param head what stands in its head behind `charset` and `viewport`
 * @param body what stands in its body
 * @param lang the page's language, a BCP 47 tag or ""
 */
export function makeDocument(head: Node[], body: Node[], lang: string): void {
	const root = document.documentElement;
	if (lang) {
		root.lang = lang;
		root.dir = directionOf(lang);
	} else {
		root.removeAttribute("lang");
	}
	document.head.replaceChildren(
		element("meta", { charset: "utf-8" }),
		element("meta", {
			name: "viewport",
			content: "width=device-width, initial-scale=1",
		}),
		...head,
	);
	document.body.replaceChildren(...body);
}

/**
 * Makes an element.
 * @param name its name
 * @param attributes its attributes
 * @param text its text
 */
export function element(
	name: string,
	attributes: Record<string, string>,
	text = "",
): HTMLElement {
	const made = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) {
		made.setAttribute(attribute, value);
	}
	if (text) {
		made.textContent = text;
	}
	return made;
}
