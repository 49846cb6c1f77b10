// The lead image of an article page.

import type { PageContext } from "../context.js";

/**
 * Makes the lead image. One that cannot be shown takes its figure away with it.
 * @param context see {@link PageContext}
 * @returns nothing where the article has none for its own page
 */
export function thumbnail({
	values,
	title,
	url,
	settings,
}: PageContext): HTMLElement | undefined {
	const { src, alt, visibility } = values.thumbnail;
	if (!src || !visibility.includes("post") || !URL.canParse(src, url)) {
		return undefined;
	}
	const figure = document.createElement("figure");
	figure.className = "ink-thumbnail";
	const image = document.createElement("img");
	image.alt = alt || title;
	image.decoding = "async";
	image.setAttribute("fetchpriority", "high");
	if (settings.referrerPolicy) {
		image.referrerPolicy = settings.referrerPolicy;
	}
	image.addEventListener("error", () => figure.remove());
	// Starts the request, to which all of the above matters.
	image.src = new URL(src, url).href;
	figure.append(image);
	return figure;
}
