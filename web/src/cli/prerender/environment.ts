// What modules that make pages find in a browser, for pages that are made in Node: a document by linkedom, and around it
// a window in which nothing ever happens.

import { parseHTML } from "linkedom";
import { reflectAttributes } from "./reflection.js";

const names = [
	"Comment",
	"DocumentFragment",
	"Element",
	"HTMLElement",
	"HTMLImageElement",
	"HTMLInputElement",
	"HTMLTemplateElement",
	"Node",
	"ShadowRoot",
	"Text",
] as const;

let isThere = false;

/**
 * Opens an empty document and makes it, until the next call, that of the modules that make pages: `document` and
 * `location` have its address. Pages are made one after the other.
 * @param url the page's, absolute
 * @param lang the page's language, a BCP 47 tag
 */
export function openDocument(url: string, lang: string): Document {
	const { document } = parseHTML(
		"<!doctype html><html><head></head><body></body></html>",
	);
	if (!isThere) {
		isThere = true;
		addWindow(document.defaultView as unknown as Record<string, unknown>);
		reflectAttributes(document);
	}
	document.documentElement.lang = lang;
	// Temml asks for it.
	Object.defineProperty(document, "compatMode", { value: "CSS1Compat" });
	define({ document, location: new URL(url) });
	return document;
}

function addWindow(window: Record<string, unknown>): void {
	define(Object.fromEntries(names.map((name) => [name, window[name]])));
	define({
		CSS: { escape: escapeIdentifier, supports: () => false },
		IntersectionObserver: Watcher,
		MutationObserver: Watcher,
		ResizeObserver: Watcher,
		addEventListener: () => undefined,
		removeEventListener: () => undefined,
		requestAnimationFrame: () => 0,
		cancelAnimationFrame: () => undefined,
		innerHeight: 0,
		innerWidth: 0,
		scrollX: 0,
		scrollY: 0,
		// Widths are not known. What opens where there is room is open, for who has no script to open it.
		matchMedia: (media: string) => ({
			media,
			matches: /min-width/.test(media),
			addEventListener: () => undefined,
			removeEventListener: () => undefined,
		}),
	});
}

/** An observer of what does not change. */
class Watcher {
	observe(): void {}
	unobserve(): void {}
	disconnect(): void {}
	takeRecords(): [] {
		return [];
	}
}

// Enough for selectors that find ids: whatever is not a letter is written by its number.
function escapeIdentifier(text: string): string {
	return text.replace(
		/[^a-z]/gi,
		(character) => `\\${character.codePointAt(0)?.toString(16)} `,
	);
}

function define(values: Record<string, unknown>): void {
	for (const [name, value] of Object.entries(values)) {
		Object.defineProperty(globalThis, name, {
			value,
			configurable: true,
			writable: true,
		});
	}
}
