// Stands in for the core's reader of configurations until it is there.

import type {
	FrontMatter,
	Inkstone,
	SiteConfiguration,
	SiteReading,
} from "./types.js";

const settings =
	"author authors toc mathjax comments authorbox pager thumbnail dateStyle commentsProvider social progress referrerPolicy mathRenderer mermaid".split(
		" ",
	);

export function readSiteForNow(
	inkstone: Inkstone,
	source: string | Uint8Array,
): SiteReading {
	const text =
		typeof source === "string" ? source : new TextDecoder().decode(source);
	const given = inkstone.render(`---\n${text}\n---\n`).frontMatter as Record<
		string,
		any
	>;
	const perKind = (value: any, none: any) =>
		value && typeof value === "object" && !Array.isArray(value)
			? { home: none, list: none, single: none, ...value }
			: { home: value ?? none, list: value ?? none, single: value ?? none };
	const menusOf = (menus: any) =>
		Object.fromEntries(
			Object.entries(menus ?? {}).map(([name, items]) => [
				name,
				(items as any[]).map((item) => ({ weight: 0, ...item })),
			]),
		);
	const lang = given.lang ?? "en";
	const languages = Array.isArray(given.languages)
		? given.languages.map((lang: string) => ({ lang }))
		: Object.entries(given.languages ?? { [lang]: {} }).map(([lang, rest]) => ({
				lang,
				...(rest as object),
			}));
	const configuration = {
		title: "",
		tagline: "",
		description: "",
		copyright: "",
		baseUrl: "",
		urls: "hash",
		index: "inkstone-index/",
		articles: [],
		mainSections: [],
		recentCount: 10,
		termCounts: false,
		pageSize: 10,
		readMore: false,
		theme: "",
		schemeSwitch: true,
		offline: "",
		options: {},
		...given,
		lang,
		logo:
			typeof given.logo === "string"
				? { src: given.logo, alt: "" }
				: { src: "", alt: "", ...given.logo },
		languages: languages.map((language: any) => ({
			title: "",
			tagline: "",
			description: "",
			copyright: "",
			...language,
			menus: menusOf(language.menus),
		})),
		menus: { main: [], side: [], footer: [], ...menusOf(given.menus) },
		sidebar: perKind(given.sidebar || "none", "none"),
		widgets: perKind(given.widgets, []),
		search: { engine: "auto", limit: 2000, ...given.search },
		settings: Object.fromEntries(
			Object.entries(given).filter(([key]) => settings.includes(key)),
		) as FrontMatter,
	} as unknown as SiteConfiguration;
	return { configuration, diagnostics: [] };
}
