// Loads a module that only the page's author knows where to find.

/**
 * Imports a module by its URL. Bundlers, which could only guess, leave it to the browser; web/build.js tells them.
 * @param url absolute
 * @throws TypeError when it cannot be loaded
 */
export function importUrl(url: string): Promise<Record<string, unknown>> {
	return import(/* webpackIgnore: true */ /* @vite-ignore */ url);
}
