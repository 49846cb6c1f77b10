// Registers the service worker that keeps what was read, where the configuration names one.

import { inkstonePolicy } from "../article/trusted-types.js";

/**
 * Registers it, once the page is there. What fails is told in the console: the site does without.
 * @param script as in the configuration; "" for none
 * @param base the configuration's URL
 */
export function keepOffline(script: string, base: string): void {
	if (script) {
		void register(script, base).catch((error) =>
			console.warn(
				`Inkstone cannot keep this site for reading offline:`,
				error,
			),
		);
	}
}

async function register(script: string, base: string): Promise<void> {
	// There is none in pages that are not safe, such as those of `http:`.
	if (!navigator.serviceWorker) {
		return;
	}
	const url = new URL(script, base).href;
	await navigator.serviceWorker.register(inkstonePolicy().createScriptURL(url));
	const { active } = await navigator.serviceWorker.ready;
	// What came before the worker did not pass it.
	const urls = performance
		.getEntriesByType("resource")
		.map(({ name }) => name)
		.filter(
			(name) => URL.canParse(name) && new URL(name).origin === location.origin,
		);
	active?.postMessage({
		type: "inkstone-keep",
		urls: [...new Set([document.URL.replace(/#.*$/s, ""), ...urls])],
	});
}
