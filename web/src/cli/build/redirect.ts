// Pages that lead from an article's other addresses to it.

import { escapeHtml } from "../html.js";

/**
 * Makes such a page. It is there for a moment, and has no icon that a browser would have to look for.
 * @param url where it leads, relative to it
 * @param canonical the same for search engines: absolute, or "" where the blog's address is not known
 * @param title the article's
 * @param lang the article's language, a BCP 47 tag
 */
export function redirectPage(
	url: string,
	canonical: string,
	title: string,
	lang: string,
): string {
	return `<!DOCTYPE html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><meta name="robots" content="noindex"><link rel="icon" href="data:,"><meta http-equiv="refresh" content="0; url=${escapeHtml(url)}"><link rel="canonical" href="${escapeHtml(canonical || url)}"></head><body><p><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></p></body></html>
`;
}
