// What an article waits for before it can be rendered: the core, the sanitizer, and the end of the page's HTML.

import { load } from "../index.js";
import type { Tools } from "./compose.js";
import { ArticleProblem, messageOf } from "./problem.js";
import { loadSanitizer, parseTrusted } from "./sanitize.js";

/**
 * Loads what turns an article's text into a page; once for all articles.
 * @throws ArticleProblem `core`
 */
export async function loadTools(): Promise<Tools> {
	try {
		const [inkstone, sanitize] = await Promise.all([load(), loadSanitizer()]);
		const options = inkstone.describe().options.map(({ name }) => name);
		return { inkstone, options, sanitize, parseTrusted };
	} catch (cause) {
		throw new ArticleProblem("core", messageOf(cause), cause);
	}
}

/** Waits until all elements that the page's HTML has are there. */
export function documentParsed(): Promise<void> {
	return new Promise((resolve) => {
		if (document.readyState === "loading") {
			document.addEventListener("DOMContentLoaded", () => resolve(), {
				once: true,
			});
		} else {
			resolve();
		}
	});
}
