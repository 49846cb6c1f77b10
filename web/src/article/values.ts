// What an article's keys come to on this page: the article's own word, else the page's, else the default.

import type { Metadata } from "../types.js";
import type { PageValues } from "./context.js";
import type { PageSettings } from "./settings.js";

/**
 * Decides each key.
 * @param own what the article says
 * @param page what the page's settings say for articles that do not, read by the core like an article's keys;
 * nothing where there are no such settings
 * @param settings for what else decides
 */
export function pageValues(
	own: Metadata,
	page: Metadata | undefined,
	settings: PageSettings,
): PageValues {
	const toc = own.toc.show === null ? (page?.toc ?? own.toc) : own.toc;
	return {
		...own,
		author: own.author ?? page?.author ?? [],
		lang: own.lang || page?.lang || "",
		toc: { ...toc, show: toc.show ?? false },
		thumbnail: {
			...(own.thumbnail.src || !page ? own.thumbnail : page.thumbnail),
			visibility: own.thumbnail.visibility ??
				page?.thumbnail.visibility ?? ["list", "post"],
		},
		mathjax: own.mathjax ?? page?.mathjax ?? null,
		comments:
			own.comments ?? page?.comments ?? settings.commentsProvider !== undefined,
		authorbox: own.authorbox ?? page?.authorbox ?? false,
		pager: own.pager ?? page?.pager ?? false,
		sidebar: own.sidebar ?? page?.sidebar ?? "none",
		widgets: own.widgets ?? settings.widgets ?? [],
	};
}
