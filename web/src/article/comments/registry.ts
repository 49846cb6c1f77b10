// The providers of comments that pages add. Apart from those that come with Inkstone, which few pages load.

import type { CommentsProvider } from "./providers.js";

/** By the names for the setting `commentsProvider.provider`. */
export const registeredProviders = new Map<string, CommentsProvider>();

/**
 * Makes a provider of comments known, for the articles that are shown from then on.
 * @param name for the setting `commentsProvider.provider`; takes the place of what had this name
 * @param provider see {@link CommentsProvider}
 */
export function registerCommentsProvider(
	name: string,
	provider: CommentsProvider,
): void {
	registeredProviders.set(name, provider);
}
