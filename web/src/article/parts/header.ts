// The head of an article page: title, lead and meta line.

import type { Metadata } from "../../types.js";

/**
 * Makes the head.
 * @param title the page's `h1`; "" leaves it out
 * @param titleId the id for links to the title; "" for none
 * @param metadata for the lead
 * @param meta the meta line
 * @returns nothing when it would be empty
 */
export function articleHeader(
	title: string,
	titleId: string,
	metadata: Pick<Metadata, "lead">,
	meta?: Element,
): HTMLElement | undefined {
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
	if (metadata.lead) {
		const lead = document.createElement("p");
		lead.className = "ink-lead";
		lead.textContent = metadata.lead;
		header.append(lead);
	}
	if (meta) {
		header.append(meta);
	}
	return header.hasChildNodes() ? header : undefined;
}
