// Whether what articles refer to is there.

import { stat } from "node:fs/promises";
import { join } from "node:path";
import { decode } from "../../address.js";
import type { Hrefs } from "../../catalog/hrefs.js";
import { parsePlace } from "../../catalog/routes.js";
import type { Catalog, Route } from "../../catalog/types.js";
import type { Severity, SiteConfiguration } from "../../types.js";
import type { LinkedArticle, Reference } from "./references.js";

/** What is wrong with a reference. */
export interface DeadLink {
	severity: Severity;
	code: "link-dead" | "link-no-heading" | "image-missing";
	message: string;
}

/** What there is for links to lead to. */
export interface LinkTargets {
	/** The blog's folder, absolute. */
	folder: string;
	configuration: SiteConfiguration;
	catalog: Catalog;
	hrefs: Hrefs;
	/** The articles by their paths. */
	articles: ReadonlyMap<string, LinkedArticle>;
}

/** What can be led to on every page: an id that an article's page has, and HTML's word for the page's beginning. */
const pageIds = new Set(["comments", "top"]);

/**
 * Checks a reference within the blog.
 * @param reference see {@link Reference}
 * @param path the article's
 * @param targets see {@link LinkTargets}
 * @returns nothing where it is alive, or leads elsewhere
 */
export async function checkReference(
	{ url, isShown }: Reference,
	path: string,
	targets: LinkTargets,
): Promise<DeadLink | undefined> {
	const { hrefs, articles, folder } = targets;
	const base = hrefs.file(path);
	if (!URL.canParse(url, base)) {
		return dead(isShown, `\`${url}\` is no URL.`);
	}
	const target = new URL(url, base);
	const file = hrefs.pathOf(target.href);
	if (file === undefined) {
		return undefined;
	}
	if (url.startsWith("#") && !url.startsWith("#/")) {
		return headingIn(articles.get(path), decode(url.slice(1)), "this article");
	}
	const address = isShown ? undefined : hrefs.address(target.href);
	if (address?.path !== undefined) {
		const article = articles.get(address.path);
		return article
			? headingIn(article, address.heading, `\`${address.path}\``)
			: dead(false, `There is no article \`${address.path}\`.`);
	}
	const isFile = await isThere(join(folder, file));
	if (isFile || isShown) {
		return isFile ? undefined : dead(true, `There is no file \`${file}\`.`);
	}
	if (address) {
		return routeAt(address.route, address.heading, targets);
	}
	return dead(false, `There is no file \`${file}\`.`);
}

function dead(isShown: boolean, message: string): DeadLink {
	return {
		severity: "error",
		code: isShown ? "image-missing" : "link-dead",
		message,
	};
}

function headingIn(
	article: LinkedArticle | undefined,
	id: string,
	where: string,
): DeadLink | undefined {
	return !id || !article || article.ids.has(id) || pageIds.has(id)
		? undefined
		: {
				severity: "warning",
				code: "link-no-heading",
				message: `There is nothing called \`${id}\` in ${where}.`,
			};
}

async function routeAt(
	route: Route,
	heading: string,
	{ articles, catalog, configuration }: LinkTargets,
): Promise<DeadLink | undefined> {
	const entry = await catalog.find(route);
	if (entry) {
		const { path } = entry.card;
		return headingIn(articles.get(path), heading, `\`${path}\``);
	}
	const place = parsePlace(route, configuration);
	const language = catalog.languages[place.site];
	const isThere =
		place.kind === "route"
			? language?.sections.some(({ name }) => name === place.name)
			: place.kind === "year"
				? language?.years.some(({ year }) => year === place.year)
				: place.kind === "term"
					? (await catalog.terms(place.site, place.taxonomy)).some(
							({ slug }) => slug === place.slug,
						)
					: true;
	return isThere ? undefined : dead(false, `There is nothing at \`${route}\`.`);
}

async function isThere(file: string): Promise<boolean> {
	return stat(file).then(
		() => true,
		() => false,
	);
}
