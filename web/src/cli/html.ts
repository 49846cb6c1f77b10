// Texts in HTML that the command writes itself.

/**
 * Writes a text so that HTML reads it as it is, between tags and in attributes.
 * @param text any
 */
export function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
