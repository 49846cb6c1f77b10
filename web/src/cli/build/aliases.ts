// The files of articles' other addresses. They come last: whatever else the blog has at such an address is worth more.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { Hrefs, relativeUrl } from "../../catalog/hrefs.js";
import type { Card } from "../../catalog/types.js";
import type { SiteConfiguration } from "../../types.js";
import type { FileDiagnostic } from "../diagnostics.js";
import { nowhere } from "../prerender/site.js";
import { displayPath } from "../site.js";
import type { BuildFolder } from "./output.js";
import { redirectPage } from "./redirect.js";

/**
 * Makes the pages that lead from aliases to their articles.
 * @param folder the blog's, absolute
 * @param cards of the articles that have a page
 * @param configuration of the blog, with routes in the path
 * @param output has everything else already
 * @param diagnostic is told of aliases that cannot be
 */
export async function makeAliases(
	folder: string,
	cards: readonly Card[],
	configuration: SiteConfiguration,
	output: BuildFolder,
	diagnostic: (diagnostic: FileDiagnostic) => void,
): Promise<void> {
	const home = configuration.baseUrl || nowhere;
	const hrefs = new Hrefs(configuration, home, home);
	for (const { aliases, route, title, lang, path } of cards) {
		const source = displayPath(join(folder, path));
		for (const alias of new Set(aliases)) {
			if (alias === route) {
				continue;
			}
			const isFile = /\.html?$/i.test(alias);
			const at = isFile ? home + encodeURI(alias.slice(1)) : hrefs.href(alias);
			const file = `${hrefs.pathOf(at) ?? ""}${isFile ? "" : "index.html"}`;
			const obstacle = output.obstacle(file);
			if (output.has(file) || existsSync(join(folder, file))) {
				diagnostic({
					...unwritable(source, file, ""),
					severity: "warning",
					code: "alias-taken",
					message: `The alias \`${alias}\` does not lead to this article, because something else is at that address.`,
				});
			} else if (obstacle) {
				diagnostic(unwritable(source, file, obstacle));
			} else {
				const url = hrefs.href(route);
				await output.write(
					file,
					redirectPage(
						relativeUrl(url, at),
						configuration.baseUrl && url,
						title,
						lang,
					),
				);
			}
		}
	}
}

/**
 * The finding that a file of the build has no place.
 * @param source the file that it is made of, as the user names it
 * @param path the file's in the build, with slashes
 * @param obstacle as {@link BuildFolder.obstacle} says it
 */
export function unwritable(
	source: string,
	path: string,
	obstacle: string,
): FileDiagnostic {
	return {
		file: source,
		line: 0,
		column: 0,
		severity: "error",
		code: "file-unwritable",
		message: `There can be no \`${path}\` in the build, because ${obstacle}.`,
	};
}
