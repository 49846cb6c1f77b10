// What the document says of an article that it is there for.

import type { PageContext } from "./context.js";

/**
 * Sets the document's title and description.
 * @param context of the article's page; what it does not have stays as it was
 */
export function describeDocument({ title, article }: PageContext): void {
	if (title) {
		document.title = title;
	}
	const { text } = article.summary;
	if (!text) {
		return;
	}
	let description = document.head.querySelector<HTMLMetaElement>(
		'meta[name="description"]',
	);
	if (!description) {
		description = document.createElement("meta");
		description.name = "description";
		document.head.append(description);
	}
	description.content = text;
}
