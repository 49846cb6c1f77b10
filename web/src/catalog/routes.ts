// Which places a site has and what their routes are: from a file to its article's route, from a route to what is
// there, and back.

import { isSameLanguage, isSpokenIn, localeOf } from "../language.js";
import type { Metadata } from "../types.js";
import { normalRoute, segmentsOf } from "./paths.js";
import type { Route, Taxonomy } from "./types.js";

/** What of a configuration decides routes; does not change. */
export interface Languages {
	/** The site's own. */
	lang: string;
	/** All of them. */
	languages: readonly { lang: string }[];
}

/** What stands at a route, in one of the site's languages. */
export type Place = { site: string } & (
	| { kind: "home" | "archive" | "search" }
	/** An article or a section; only the catalog can tell. `name` is the route below the language, without a slash before it. */
	| { kind: "route"; route: Route; name: string }
	/** All terms of a taxonomy. */
	| { kind: "taxonomy"; taxonomy: Taxonomy }
	| { kind: "term"; taxonomy: Taxonomy; slug: string }
	| { kind: "year"; year: string }
);

/** Where a file's article belongs. */
export interface FilePlace {
	/** As in a `Card`. */
	lang: string;
	/** As in a `Card`. */
	site: string;
	/** As in a `Card`. */
	route: Route;
	/** As in a `Card`. */
	section: string;
	/** The path without language and extension, which translations have in common: `posts/letterpress`. */
	base: string;
}

/**
 * Whether a file is an article: it is Markdown, neither it nor a folder of its path begins with `_` or `.`, and it is no
 * README.
 * @param path relative to the site's folder
 * @param languages of the site
 */
export function isArticlePath(path: string, languages: Languages): boolean {
	return (
		isMarkdown(path) &&
		!path.split("/").some((segment) => /^[_.]/.test(segment)) &&
		!/^readme$/i.test(partsOf(path, languages).name)
	);
}

/**
 * The section that a file describes.
 * @param path relative to the site's folder
 * @param languages of the site
 * @returns the section's name, "" for the site's own folder; nothing for what is no `_index.md` of a section
 */
export function describedSection(
	path: string,
	languages: Languages,
): string | undefined {
	const { folders, name } = partsOf(path, languages);
	return isMarkdown(path) &&
		name === "_index" &&
		folders.length < 2 &&
		!folders.some((folder) => /^[_.]/.test(folder))
		? (folders[0] ?? "").normalize()
		: undefined;
}

/**
 * Where the article of a file belongs.
 * @param path relative to the site's folder
 * @param metadata of the article
 * @param languages of the site
 */
export function placeOfFile(
	path: string,
	metadata: Pick<Metadata, "lang" | "slug" | "type">,
	languages: Languages,
): FilePlace {
	const parts = partsOf(path, languages);
	const lang = metadata.lang || parts.lang || languages.lang;
	const site = siteLanguage(lang, languages);
	const file =
		parts.name === "index" ? parts.folders : [...parts.folders, parts.name];
	const slug = segmentOf(metadata.slug);
	const segments =
		slug && file.length > 0 ? [...file.slice(0, -1), slug] : file;
	return {
		lang,
		site,
		route: routeIn(site, segments, languages),
		section:
			segmentsOf(metadata.type).join("/") ||
			(file.length > 1 ? (file[0] ?? "").normalize() : ""),
		base: file.join("/").normalize(),
	};
}

/**
 * The one of the site's languages whose lists have an article: the same tag, else the same language, script and
 * region, else the same language and script, else the site's own language.
 * @param lang the article's, a BCP 47 tag
 * @param languages of the site
 */
export function siteLanguage(lang: string, languages: Languages): string {
	const known = answers.get(languages) ?? new Map<string, string>();
	answers.set(languages, known);
	const answer = known.get(lang) ?? siteLanguageAnew(lang, languages);
	known.set(lang, answer);
	return answer;
}

/**
 * What is at a route. An article that has the route comes before any list.
 * @param route need not be in its shortest form
 * @param languages of the site
 */
export function parsePlace(route: Route, languages: Languages): Place {
	const segments = segmentsOf(route);
	const tags = tagsOf(languages).filter((tag) => tag !== languages.lang);
	const prefix = segments[0] && named(segments[0], tags);
	const site = prefix ?? languages.lang;
	const [first, second, ...rest] = prefix ? segments.slice(1) : segments;
	if (first === undefined) {
		return { kind: "home", site };
	}
	if (second === undefined) {
		if (first === "archive" || first === "search") {
			return { kind: first, site };
		}
		if (isTaxonomy(first)) {
			return { kind: "taxonomy", site, taxonomy: first };
		}
	} else if (rest.length === 0) {
		if (isTaxonomy(first)) {
			return { kind: "term", site, taxonomy: first, slug: termSlug(second) };
		}
		if (first === "archive" && /^\d{4,5}$/.test(second)) {
			return { kind: "year", site, year: second };
		}
	}
	const below = prefix ? segments.slice(1) : segments;
	return {
		kind: "route",
		site,
		route: routeIn(site, below, languages),
		name: below.join("/"),
	};
}

/**
 * The route of a place.
 * @param place as {@link parsePlace} gives it
 * @param languages of the site
 */
export function placeRoute(place: Place, languages: Languages): Route {
	switch (place.kind) {
		case "route":
			return place.route;
		case "home":
			return routeIn(place.site, [], languages);
		case "taxonomy":
			return routeIn(place.site, [place.taxonomy], languages);
		case "term":
			return routeIn(place.site, [place.taxonomy, place.slug], languages);
		case "year":
			return routeIn(place.site, ["archive", place.year], languages);
		default:
			return routeIn(place.site, [place.kind], languages);
	}
}

/**
 * The route of a section.
 * @param site one of the site's languages
 * @param name the section's
 * @param languages of the site
 */
export function sectionRoute(
	site: string,
	name: string,
	languages: Languages,
): Route {
	return routeIn(site, name.split("/"), languages);
}

/**
 * The last segment of a term's route. Terms that differ in case, blanks or punctuation have the same.
 * @param name as an article writes the term
 */
export function termSlug(name: string): string {
	const slug = name
		.normalize()
		.toLowerCase()
		.trim()
		.replace(/[\s/]+/gu, "-")
		.replace(/[^\p{L}\p{M}\p{N}._+#~@-]/gu, "")
		.normalize();
	// Dots alone would be a way up in a URL.
	return /^\.*$/.test(slug) ? "-" : slug;
}

function routeIn(
	site: string,
	segments: string[],
	languages: Languages,
): Route {
	return normalRoute(
		[...(site === languages.lang ? [] : [site]), ...segments].join("/"),
	);
}

function segmentOf(slug: string): string {
	const segment = slug.trim().replaceAll("/", "-");
	return /^\.*$/.test(segment) ? "" : segment;
}

// Locales are costly, and a site asks for the same few, three times for each article.
const answers = new WeakMap<Languages, Map<string, string>>();

function siteLanguageAnew(lang: string, languages: Languages): string {
	const tags = tagsOf(languages);
	return (
		named(lang, tags) ??
		tags.find((tag) => isSameLanguage(tag, lang)) ??
		(localeOf(lang) && tags.find((tag) => isSpokenIn(lang, tag))) ??
		languages.lang
	);
}

// A file's folders and name without language, and the language that they give.
function partsOf(
	path: string,
	languages: Languages,
): { folders: string[]; name: string; lang: string | undefined } {
	const folders = path.split("/");
	const stem = (folders.pop() ?? "").replace(/\.md$/i, "");
	const tags = tagsOf(languages);
	const [, before, suffix] = /^(.+)\.([^.]+)$/s.exec(stem) ?? [];
	const inName = suffix && named(suffix, tags);
	const inFolder = folders[0] && named(folders[0], tags);
	return {
		folders: inFolder ? folders.slice(1) : folders,
		name: inName && before ? before : stem,
		lang: inName || inFolder || undefined,
	};
}

function tagsOf({ lang, languages }: Languages): string[] {
	const tags = languages.map((language) => language.lang);
	return tags.includes(lang) ? tags : [lang, ...tags];
}

function named(text: string, tags: string[]): string | undefined {
	const lower = text.toLowerCase();
	return tags.find((tag) => tag.toLowerCase() === lower);
}

function isTaxonomy(text: string): text is Taxonomy {
	return text === "tags" || text === "categories";
}

function isMarkdown(path: string): boolean {
	return /[^/]\.md$/i.test(path);
}
