// Opens a site: its configuration, then its articles, from an index or from the files that the configuration lists.

import { messageOf } from "../article/problem.js";
import type { PageSettings } from "../article/settings.js";
import { Hrefs } from "../catalog/hrefs.js";
import { RenewedCatalog } from "../catalog/renewed.js";
import {
	loadSearch,
	type SearchEngine,
	searchInMemory,
} from "../catalog/search/engine.js";
import type { Catalog } from "../catalog/types.js";
import type { Inkstone, SiteConfiguration, SiteReading } from "../types.js";
import { CardCache } from "./card-cache.js";
import { GrowingCatalog } from "./growing-catalog.js";
import { ArticleLoader } from "./loader.js";
import { hasReturned } from "./positions.js";
import { pageSettings } from "./settings.js";

/** A site that can be asked. */
export interface OpenSite {
	configuration: SiteConfiguration;
	/** The site's folder, an absolute URL with a slash at its end. */
	folder: string;
	hrefs: Hrefs;
	settings: PageSettings;
	catalog: Catalog;
	/** What is still on its way to the catalog; nothing where all of it is there. */
	growing: GrowingCatalog | undefined;
	/**
	 * Finds articles.
	 * @param site one of the site's languages
	 * @returns nothing where the site is not searched
	 */
	searchFor(site: string): SearchEngine | undefined;
}

/** What could not be had of a site. */
export class SiteProblem extends Error {
	override readonly name = "SiteProblem";

	/**
	 * @param what could not be had, as a URL
	 * @param cause why
	 */
	constructor(what: string, cause: unknown) {
		super(`${what}: ${messageOf(cause)}`, { cause });
	}
}

/**
 * Fetches a site's configuration.
 * @param url its absolute URL
 * @param inkstone reads it
 * @param signal ends the request
 * @throws SiteProblem
 */
export async function openConfiguration(
	url: string,
	inkstone: Promise<Inkstone>,
	signal: AbortSignal,
): Promise<SiteReading> {
	try {
		const [core, response] = await Promise.all([
			inkstone,
			fetch(url, { signal }),
		]);
		if (!response.ok) {
			throw new Error(`${response.status} ${response.statusText}`.trimEnd());
		}
		return core.readSite(new Uint8Array(await response.arrayBuffer()));
	} catch (cause) {
		throw new SiteProblem(url, cause);
	}
}

/**
 * Opens a site's catalog.
 * @param configuration of the site
 * @param url that of the configuration, absolute
 * @param inkstone reads articles where there is no index
 * @param onProblem hears of an article that cannot be used
 * @param signal ends what is still on its way
 * @throws SiteProblem where the index cannot be had
 */
export async function openSite(
	configuration: SiteConfiguration,
	url: string,
	inkstone: Inkstone,
	onProblem: (path: string, error: unknown) => void,
	signal: AbortSignal,
): Promise<OpenSite> {
	const folder = new URL("./", url).href;
	const hrefs = new Hrefs(configuration, folder, document.URL);
	const site = {
		configuration,
		folder,
		hrefs,
		settings: pageSettings(configuration, folder),
	};
	const isSearched = configuration.search.engine !== "none";
	const engines = new Map<string, SearchEngine | undefined>();
	const searchFor = (
		name: string,
		make: () => SearchEngine | undefined,
	): SearchEngine | undefined => {
		if (isSearched && !engines.has(name)) {
			engines.set(name, make());
		}
		return engines.get(name);
	};
	if (configuration.articles.length > 0) {
		const loader = new ArticleLoader({
			inkstone,
			configuration,
			hrefs,
			cache: new CardCache(folder, configuration, hasReturned()),
			onProblem,
		});
		const growing = new GrowingCatalog(loader, configuration);
		growing.start(hrefs.address(document.URL), signal);
		await growing.usable;
		return {
			...site,
			catalog: growing,
			growing,
			searchFor: (lang) =>
				searchFor(lang, () =>
					searchInMemory(() => growing.documents(lang), lang),
				),
		};
	}
	const index = new URL(configuration.index.replace(/\/*$/, "/"), folder).href;
	try {
		const catalog = await RenewedCatalog.open(index, (url, options) =>
			fetch(url, { ...options, signal }),
		);
		return {
			...site,
			catalog,
			growing: undefined,
			searchFor(lang) {
				const location = catalog.search[lang];
				// Another index has another search.
				return searchFor(`${lang} ${location?.urls}`, () =>
					location ? loadSearch(location, { index, lang }) : undefined,
				);
			},
		};
	} catch (cause) {
		throw new SiteProblem(index, cause);
	}
}
