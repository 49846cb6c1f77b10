// Comments by any custom element: the page's own, or that of a service that one runs oneself.

import { importUrl } from "../../import-url.js";
import { fill } from "../words.js";
import type { CommentsThread } from "./providers.js";
import { publicAddress, textOf } from "./thread.js";

// How often a module could not be loaded. Browsers remember that for as long as the page lives, but by the whole
// address, of which the server is not told the fragment.
const failures = new Map<string, number>();

/**
 * Shows the thread; see `CommentsProvider.mount`.
 * @throws Error when the module cannot be loaded or has no such element
 */
export async function mount(
	place: HTMLElement,
	{ settings, context, term, signal }: CommentsThread,
): Promise<void> {
	const tag = textOf(settings.tag);
	const module = textOf(settings.module);
	if (module && !customElements.get(tag)) {
		await importModule(new URL(module, document.baseURI));
		if (!customElements.get(tag)) {
			throw new Error(`${module} does not define <${tag}>.`);
		}
	}
	if (signal.aborted) {
		return;
	}
	const element = document.createElement(tag);
	const filling = {
		term,
		title: context.title,
		url: publicAddress(),
		lang: context.lang,
	};
	for (const [name, value] of Object.entries(settings.attributes ?? {})) {
		element.setAttribute(name, fill(textOf(value), filling));
	}
	place.append(element);
}

async function importModule(url: URL): Promise<void> {
	const failed = failures.get(url.href);
	const address = new URL(url);
	if (failed) {
		address.hash = `again-${failed}`;
	}
	try {
		await importUrl(address.href);
	} catch (error) {
		failures.set(url.href, (failed ?? 0) + 1);
		throw error;
	}
}
