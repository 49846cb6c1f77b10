// Real links of a site: from a place to its URL and back, with routes in the fragment, which any host serves, or in
// the path.

import { decode } from "../address.js";
import type { SiteConfiguration } from "../types.js";
import { encodedPath, normalRoute } from "./paths.js";
import { isArticlePath, type Languages, placeOfFile } from "./routes.js";
import type { Route } from "./types.js";

/** What an URL of the site says. */
export interface Address {
	route: Route;
	/** Of a list; 1-based. */
	page: number;
	/** What is searched for, or "". */
	query: string;
	/** A heading's id, or "". */
	heading: string;
	/**
	 * The article's file, where the URL is that of a Markdown file. Its route is then only what the path says of it: front matter can
	 * say otherwise, so it is the path that a catalog is to be asked for.
	 */
	path?: string;
}

/** Makes and reads the URLs of a site. */
export class Hrefs {
	readonly #mode: SiteConfiguration["urls"];
	readonly #languages: Languages;
	readonly #folder: URL;
	readonly #document: string;

	/**
	 * @param configuration of the site
	 * @param folder the absolute URL of the site's folder
	 * @param document the absolute URL of the document that shows the site; with routes in the fragment, they are in this one's
	 */
	constructor(
		configuration: Pick<SiteConfiguration, "urls"> & Languages,
		folder: string,
		document: string,
	) {
		this.#mode = configuration.urls;
		this.#languages = configuration;
		this.#folder = new URL("./", folder);
		this.#document = withoutFragment(new URL(document));
	}

	/**
	 * The absolute URL of a place.
	 * @param route the place
	 * @param more which page of a list, what is searched for, the id of a heading
	 */
	href(
		route: Route,
		{ page = 1, query = "", heading = "" }: Partial<Address> = {},
	): string {
		const path = encodedPath(normalRoute(route).slice(1));
		const isInPath = this.#mode === "path";
		const search = new URLSearchParams({
			...(query && { q: query }),
			...(page > 1 && !isInPath && { page: String(page) }),
		});
		const rest = [
			search.size > 0 ? `?${search}` : "",
			heading ? `#${encodedPath(heading)}` : "",
		].join("");
		if (!isInPath) {
			return `${this.#document}#/${path}${rest}`;
		}
		// A folder, for hosts of files know no queries.
		const segments = [
			...(path ? [path] : []),
			...(page > 1 ? [`page/${page}`] : []),
		];
		return `${this.#folder.href}${segments.map((segment) => `${segment}/`).join("")}${rest}`;
	}

	/**
	 * Reads an URL. In the path, a last segment with an extension and without a slash behind it is a file's name; `1.2` has none.
	 * @param url absolute
	 * @returns nothing for what is no place of the site: another site, a file that is no article, or a fragment that
	 * is no route, which names a heading of the page that is shown
	 */
	address(url: string): Address | undefined {
		const parsed = parse(url);
		if (!parsed) {
			return undefined;
		}
		if (this.#mode === "hash" && withoutFragment(parsed) === this.#document) {
			return addressInFragment(parsed.hash.slice(1));
		}
		const path = this.pathOf(url);
		if (path === undefined) {
			return undefined;
		}
		const heading = decode(parsed.hash.slice(1));
		if (isArticlePath(path, this.#languages)) {
			const nothing = { lang: "", slug: "", type: "" };
			const { route } = placeOfFile(path, nothing, this.#languages);
			return { route, page: 1, query: "", heading, path };
		}
		const route = path.replace(/(^|\/)index\.html$/, "$1");
		return this.#mode === "hash" || /[^/]\.[a-z][a-z0-9]*$/i.test(route)
			? undefined
			: {
					...listed(parsed.search),
					...pageOfList(normalRoute(route)),
					heading,
				};
	}

	/**
	 * The absolute URL of a file.
	 * @param path relative to the site's folder
	 */
	file(path: string): string {
		return this.#folder.href + encodedPath(path);
	}

	/**
	 * A file's path.
	 * @param url absolute
	 * @returns relative to the site's folder, decoded; nothing for what is elsewhere
	 */
	pathOf(url: string): string | undefined {
		const parsed = parse(url);
		const folder = this.#folder;
		if (parsed?.protocol !== folder.protocol || parsed.host !== folder.host) {
			return undefined;
		}
		const above = folder.pathname.split("/").slice(0, -1).map(decode);
		const segments = parsed.pathname.split("/").map(decode);
		return above.every((segment, i) => segment === segments[i])
			? segments.slice(above.length).join("/")
			: undefined;
	}
}

/**
 * Says an URL as seen from a document, so that pages can be moved to another host or folder with their links.
 * @param url absolute
 * @param document absolute
 * @returns `url` as it is where it is on another host
 */
export function relativeUrl(url: string, document: string): string {
	const target = new URL(url);
	const base = new URL(document);
	if (target.protocol !== base.protocol || target.host !== base.host) {
		return url;
	}
	const to = target.pathname.split("/");
	const from = base.pathname.split("/");
	let common = 0;
	while (
		common < Math.min(to.length, from.length) - 1 &&
		to[common] === from[common]
	) {
		common++;
	}
	const path =
		"../".repeat(from.length - 1 - common) + to.slice(common).join("/");
	// A colon in a first segment would make it a scheme, and nothing at all would be the document with its query.
	const start = /^(\.\.\/|[^/:]+(\/|$))/.test(path) ? "" : "./";
	return start + path + target.search + target.hash;
}

// `/tags/qq/page/2` is a part of `/tags/qq`.
function pageOfList(route: Route): { route: Route; page?: number } {
	const [, list, page] = /^(.*)\/page\/([1-9]\d{0,8})$/s.exec(route) ?? [];
	return page
		? { route: normalRoute(list ?? ""), page: Number(page) }
		: { route };
}

function addressInFragment(fragment: string): Address | undefined {
	if (fragment !== "" && !fragment.startsWith("/")) {
		return undefined;
	}
	const [, path = "", search = "", heading = ""] =
		/^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(fragment) ?? [];
	return {
		route: normalRoute(path.split("/").map(decode).join("/")),
		...listed(search),
		heading: decode(heading),
	};
}

function listed(search: string): { page: number; query: string } {
	const parameters = new URLSearchParams(search);
	const page = parameters.get("page") ?? "";
	return {
		page: /^[1-9]\d{0,8}$/.test(page) ? Number(page) : 1,
		query: parameters.get("q") ?? "",
	};
}

function parse(url: string): URL | undefined {
	try {
		return new URL(url);
	} catch {
		return undefined;
	}
}

function withoutFragment(url: URL): string {
	return url.href.slice(0, url.href.length - url.hash.length).replace(/#$/, "");
}
