// The head of an article page: title, lead and meta line.

import type { PageContext, Part } from "../context.js";

/**
 * Makes the head.
 * @param context see {@link PageContext}
 * @param titleId the id for links to the title; "" for none
 * @param meta the nodes of the meta line
 * @returns nothing when it would be empty
 */
export function header(
	{ title, values }: PageContext,
	titleId: string,
	meta: Node[],
): ReturnType<Part> {
	const header = document.createElement("header");
	header.className = "ink-header";
	if (title) {
		const heading = document.createElement("h1");
		heading.className = "ink-title";
		heading.textContent = title;
		if (titleId) {
			heading.id = titleId;
		}
		header.append(heading);
	}
	if (values.lead) {
		const lead = document.createElement("p");
		lead.className = "ink-lead";
		lead.textContent = values.lead;
		header.append(lead);
	}
	header.append(...meta);
	return header.hasChildNodes() ? header : undefined;
}
