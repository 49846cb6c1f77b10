// @ts-check
// What a menu of a site holds, in which order, and which entry says where the reader is; and where the links to other
// languages lead. All of it is decided without a document.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { moduleOf } from "../sources.js";

/**
 * @typedef {import("../../../web/src/site/menus.js").MenuSources} MenuSources
 * @typedef {import("../../../web/src/types.js").SiteConfiguration} SiteConfiguration
 */

/** @type {typeof import("../../../web/src/site/menus.js")} */
let menus;
/** @type {typeof import("../../../web/src/site/languages.js")} */
let languages;
/** @type {typeof import("../../../web/src/site/context.js")} */
let contexts;
/** @type {typeof import("../../../web/src/site/feeds.js")} */
let feeds;
/** @type {typeof import("../../../web/src/catalog/hrefs.js")} */
let addresses;
before(async () => {
	menus = await import(await moduleOf("site/menus.ts"));
	languages = await import(await moduleOf("site/languages.ts"));
	contexts = await import(await moduleOf("site/context.ts"));
	feeds = await import(await moduleOf("site/feeds.ts"));
	addresses = await import(await moduleOf("catalog/hrefs.ts"));
});

const folder = "https://me.example/blog/";
const emptyLanguage = {
	title: "",
	tagline: "",
	description: "",
	copyright: "",
	menus: {},
};

/** @param {"hash" | "path"} [urls] */
function hrefsOf(urls = "path") {
	const tags = ["en", "zh"].map((lang) => ({ ...emptyLanguage, lang }));
	return new addresses.Hrefs(
		{ urls, lang: "en", languages: tags },
		folder,
		folder,
	);
}

/**
 * A menu as pairs of title and URL within the site, with what is current.
 * @param {Partial<MenuSources>} sources
 */
function menuOf(sources) {
	return menus
		.menuLinks({
			configured: [],
			articles: [],
			hrefs: hrefsOf(),
			route: "/elsewhere",
			lang: "en",
			...sources,
		})
		.map(({ title, url, current, place }) => [
			title,
			url.replace(folder, "./"),
			...(current ? [place] : []),
		]);
}

/**
 * @param {string} title
 * @param {string} url
 */
const entry = (title, url, weight = 0) => ({ title, url, weight });
/**
 * @param {string} title
 * @param {string} route
 */
const article = (title, route, weight = 0) => ({
	title,
	route,
	weight,
	identifier: "",
});

test("entries go by weight with 0 last; of equal ones the configuration's stand as written, before articles by title", () => {
	assert.deepEqual(
		menuOf({
			configured: [
				entry("Tags", "/tags"),
				entry("Archive", "/archive"),
				entry("First", "/first", -1),
			],
			articles: [
				article("Zebra", "/z"),
				article("éclair", "/e"),
				article("Fig", "/f"),
				article("Second", "/s", 5),
			],
		}).map(([title]) => title),
		["First", "Second", "Tags", "Archive", "éclair", "Fig", "Zebra"],
	);
});

test("an entry leads to a route of the site, to a file beside it or elsewhere; one without words or a URL is left out", () => {
	assert.deepEqual(
		menuOf({
			configured: [
				entry("Route", "/tags/c%23"),
				entry("Term", "/tags/%E5%A2%A8/"),
				entry("Search", "/search?q=ink"),
				entry("Heading", "/about#who we are"),
				entry("File", "paper.pdf"),
				entry("Mail", "mailto:me@me.example"),
				entry("Host", "//other.example/x"),
				entry("", "/untitled"),
				entry("  ", "/blank"),
				entry("Nowhere", ""),
				entry("Broken", "https://"),
			],
			articles: [article("", "/untitled")],
		}),
		[
			["Route", "./tags/c%23/"],
			["Term", "./tags/%E5%A2%A8/"],
			["Search", "./search/?q=ink"],
			["Heading", "./about/#who%20we%20are"],
			["File", "./paper.pdf"],
			["Mail", "mailto:me@me.example"],
			["Host", "https://other.example/x"],
		],
	);
});

test("in a site whose routes are in fragments, so are a menu's", () => {
	assert.deepEqual(
		menuOf({
			hrefs: hrefsOf("hash"),
			configured: [entry("Tags", "/tags"), entry("Site", "./#/archive")],
			route: "/archive",
		}),
		[
			["Tags", "./#/tags"],
			["Site", "./#/archive", "page"],
		],
	);
});

test("the entry of the page is current; without one, that of what it belongs to, the nearest", () => {
	const configured = [
		entry("Home", "/"),
		entry("Posts", "/posts"),
		entry("Letters", "/posts/letters/"),
		entry("Part", "/posts/letters/a#part"),
		entry("Post", "/post"),
	];
	/** @param {Partial<MenuSources>} sources */
	const currentIn = (sources) =>
		menuOf({ configured, ...sources })
			.filter(([, , place]) => place)
			.map(([title, , place]) => [title, place]);
	assert.deepEqual(currentIn({ route: "/" }), [["Home", "page"]]);
	assert.deepEqual(currentIn({ route: "/posts" }), [["Posts", "page"]]);
	assert.deepEqual(currentIn({ route: "/posts/x" }), [["Posts", "section"]]);
	assert.deepEqual(currentIn({ route: "/posts/letters/a" }), [
		["Letters", "section"],
	]);
	// An article may belong to a section that its route does not name.
	assert.deepEqual(currentIn({ route: "/about", section: "/posts" }), [
		["Posts", "section"],
	]);
	assert.deepEqual(
		currentIn({
			route: "/posts/letters/a",
			articles: [article("A", "/posts/letters/a")],
		}),
		[["A", "page"]],
	);
	assert.deepEqual(currentIn({ route: "/elsewhere" }), []);
});

test("texts and menus that a language does not have are the site's", () => {
	const site = {
		...emptyLanguage,
		title: "Ink",
		tagline: "On paper",
		lang: "en",
		menus: {
			main: [entry("Tags", "/tags")],
			side: [entry("Side", "/side")],
			footer: [entry("Foot", "/foot")],
		},
		languages: [
			{ ...emptyLanguage, lang: "en" },
			{
				...emptyLanguage,
				lang: "zh",
				title: "墨",
				menus: { main: [entry("标签", "/zh/tags")], footer: [] },
			},
		],
	};
	const configuration = /** @type {SiteConfiguration} */ (
		/** @type {unknown} */ (site)
	);
	assert.deepEqual(contexts.languageOf(configuration, "zh"), {
		lang: "zh",
		title: "墨",
		tagline: "On paper",
		description: "",
		copyright: "",
		menus: {
			main: [entry("标签", "/zh/tags")],
			side: [entry("Side", "/side")],
			footer: [],
		},
	});
	assert.equal(contexts.languageOf(configuration, "en").title, "Ink");
});

test("another language is reached at the same place where it has that, else at its first page", () => {
	const sections = (/** @type {string[]} */ names) =>
		names.map((name) => ({ name, title: name, summary: "", count: 1 }));
	const years = (/** @type {string[]} */ names) =>
		names.map((year) => ({ year, count: 1 }));
	const base = {
		hrefs: hrefsOf(),
		configuration: {
			lang: "en",
			languages: [{ lang: "en" }, { lang: "zh" }],
		},
		catalog: {
			languages: {
				en: { sections: sections(["posts", "notes"]), years: years(["2025"]) },
				zh: { sections: sections(["posts"]), years: years(["2024"]) },
			},
		},
	};
	/** @param {object} place */
	const linksAt = (place, entry = undefined) =>
		languages
			.languageLinks(
				/** @type {any} */ ({
					...base,
					place: { site: "en", ...place },
					entry,
				}),
			)
			.map(({ lang, url }) => [lang, url.replace(folder, "./")]);
	for (const [place, en, zh] of /** @type {[object, string, string][]} */ ([
		[{ kind: "home" }, "./", "./zh/"],
		[{ kind: "search" }, "./search/", "./zh/search/"],
		[{ kind: "archive" }, "./archive/", "./zh/archive/"],
		[{ kind: "taxonomy", taxonomy: "tags" }, "./tags/", "./zh/tags/"],
		[{ kind: "term", taxonomy: "tags", slug: "ink" }, "./tags/ink/", "./zh/"],
		[{ kind: "year", year: "2025" }, "./archive/2025/", "./zh/"],
		[
			{ kind: "route", route: "/posts", name: "posts" },
			"./posts/",
			"./zh/posts/",
		],
		[{ kind: "route", route: "/notes", name: "notes" }, "./notes/", "./zh/"],
	])) {
		assert.deepEqual(linksAt(place), [
			["en", en],
			["zh", zh],
		]);
	}
	const place = { kind: "route", route: "/posts/a", name: "posts/a" };
	const card = { route: "/posts/a" };
	assert.deepEqual(
		linksAt(
			place,
			/** @type {any} */ ({
				card,
				translations: [{ title: "", route: "/zh/posts/b", site: "zh" }],
			}),
		),
		[
			["en", "./posts/a/"],
			["zh", "./zh/posts/b/"],
		],
	);
	assert.deepEqual(
		linksAt(place, /** @type {any} */ ({ card, translations: [] }))[1],
		["zh", "./zh/"],
	);
});

test("a site has its feeds where it has a base URL and an index", () => {
	/** @param {object} configuration */
	const urlsOf = (configuration, site = "en") =>
		feeds
			.feedsAt(
				/** @type {any} */ ({
					configuration: {
						lang: "en",
						languages: [{ lang: "en" }, { lang: "zh" }],
						baseUrl: "https://me.example/",
						articles: [],
						...configuration,
					},
					hrefs: hrefsOf(),
					place: { kind: "home", site },
				}),
			)
			.map(({ url }) => url.replace(folder, "./"));
	assert.deepEqual(urlsOf({}), ["./rss.xml", "./atom.xml", "./feed.json"]);
	assert.deepEqual(urlsOf({}, "zh"), [
		"./zh/rss.xml",
		"./zh/atom.xml",
		"./zh/feed.json",
	]);
	assert.deepEqual(urlsOf({ baseUrl: "" }), []);
	assert.deepEqual(urlsOf({ articles: ["a.md"] }), []);
});
