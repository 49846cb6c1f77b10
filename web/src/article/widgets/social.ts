// Widget: where else the page's author can be found.

import type { WidgetContext } from "../context.js";
import { safeUrl } from "../links.js";
import { linkWidget } from "./section.js";

/** The accounts of the setting `social`, in its order. */
export function socialWidget({
	settings,
	words,
	report,
}: WidgetContext): Element | undefined {
	const accounts = settings.social ?? [];
	for (const { title, url } of accounts) {
		if (!safeUrl(url, document.baseURI)) {
			report(
				"page-setting",
				"widgets",
				`The setting \`social\` gives “${title}” a URL that cannot be used: ${url}`,
			);
		}
	}
	return linkWidget("social", words.social, accounts, (link) => {
		link.rel = "me noopener";
	});
}
