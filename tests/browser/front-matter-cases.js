// @ts-check
// What front-matter.test.js shows: articles, what their pages are set to, and what can be seen then.

/**
 * @typedef {object} Case
 * @property {string} name a claim
 * @property {string} article
 * @property {string} [file] its name
 * @property {object} [settings] of the page
 * @property {boolean} [hasSite]
 * @property {Record<string, unknown>} expected some of what can be seen; no diagnostics if it names none
 */

/**
 * An article with some front matter.
 * @param {string} frontMatter
 * @param {string} [body]
 */
function article(frontMatter, body = "Some text.") {
	return `---\n${frontMatter}\n---\n\n${body}\n`;
}

const headings = "# Title\n\n## One\n\n### Two\n\n#### Three\n\n##### Four\n";
const authors = {
	Ann: { bio: "Writes.", avatar: "picture.svg", url: "/ann" },
	Bob: { name: "Bob B." },
};
const provider = { provider: "element", tag: "my-comments" };

/** @type {Case[]} */
export const cases = [
	// title
	{
		name: "title is the page's only h1 and the document's title",
		article: article("title: A *title*", "# Another\n\ntext"),
		expected: { h1: ["A *title*"], documentTitle: "A *title*" },
	},
	{
		name: "a title that is a number or a boolean is shown as it was written",
		article: article("title: 1.10"),
		expected: { h1: ["1.10"] },
	},
	{
		name: "without title, the body's first h1 is it, and is not shown twice",
		article: article("lead: x", "# From *the* body\n\ntext"),
		expected: { h1: ["From the body"], body: "text" },
	},
	{
		name: "an empty title without any h1 falls back to the file's name",
		article: article('title: ""'),
		file: "my-file.md",
		expected: { h1: ["my-file"], documentTitle: "my-file" },
	},
	{
		name: "a body that opens with the title does not repeat it",
		article: article("title: Same", "# Same\n\ntext"),
		expected: { h1: ["Same"], body: "text" },
	},
	{
		name: "a title of the wrong type is told, and the file's name stands in",
		article: article("title: [a, b]"),
		expected: { h1: ["a"], diagnostics: ["metadata-type 2:8"] },
	},
	{
		name: "keys match without regard to case",
		article: article("TITLE: Loud\nTags: [x]"),
		expected: { h1: ["Loud"], tags: ["x"] },
	},
	// date, lastmod
	{
		name: "date is shown as a day in the article's language",
		article: article('date: "2025-02-12 18:55:15"\nlang: en'),
		expected: { date: "February 12, 2025", datetime: "2025-02-12T18:55:15" },
	},
	{
		name: "date in Chinese, in the zone that was written",
		article: article("date: 2025-02-12T23:30:00+08:00\nlang: zh-CN"),
		expected: { date: "2025年2月12日", datetime: "2025-02-12T23:30:00+08:00" },
	},
	{
		name: "dateStyle of the page's settings",
		article: article("date: 2025/02/12\nlang: en"),
		settings: { dateStyle: "short" },
		expected: { date: "2/12/25", datetime: "2025-02-12" },
	},
	{
		name: "an empty date is none",
		article: article('date: ""'),
		expected: { date: null },
	},
	{
		name: "a date that cannot be read is told, and there is none",
		article: article("title: x\ndate: 2025年02月12日"),
		expected: { date: null, diagnostics: ["metadata-date 3:7"] },
	},
	{
		name: "a date of the wrong type is told",
		article: article("date: [2025]"),
		expected: { date: null, diagnostics: ["metadata-type 2:7"] },
	},
	{
		name: "lastmod on another day says updated",
		article: article("date: 2025-02-12\nlastmod: 2025-03-01\nlang: en"),
		expected: { updated: "Updated March 1, 2025" },
	},
	{
		name: "lastmod on the same day says nothing",
		article: article("date: 2025-02-12\nlastmod: 2025-02-12 20:00"),
		expected: { updated: null },
	},
	// author
	{
		name: "author is a text",
		article: article("author: Ann"),
		expected: { author: "Ann" },
	},
	{
		name: "authors are joined as the language does",
		article: article("author: [Ann, Bob]\nlang: zh"),
		expected: { author: "Ann、Bob" },
	},
	{
		name: "without author, the page's counts",
		article: article('author: ""'),
		settings: { author: "House" },
		expected: { author: "House" },
	},
	{
		name: "an empty list of authors is none, and counts more than the page's",
		article: article("author: []"),
		settings: { author: "House" },
		expected: { author: null },
	},
	{
		name: "an author of the wrong type is told",
		article: article("author: {a: b}"),
		expected: { author: null, diagnostics: ["metadata-type 2:9"] },
	},
	// lead, summary, description
	{
		name: "lead is plain text",
		article: article("lead: <b>Not</b> *bold*"),
		expected: { lead: "<b>Not</b> *bold*" },
	},
	{
		name: "an empty lead leaves no element",
		article: article('lead: ""'),
		expected: { lead: null },
	},
	{
		name: "summary is for the document's description, not for the page",
		article: article("summary: Short *and* sweet.", "Long text."),
		expected: { description: "Short and sweet.", body: "Long text." },
	},
	{
		name: "without summary, the first sentences are the description",
		article: article("title: x", "The first sentence. The second."),
		expected: { description: "The first sentence. The second." },
	},
	{
		name: "description stands in for summary",
		article: article("description: For search engines."),
		expected: { description: "For search engines." },
	},
	// categories, tags
	{
		name: "categories and tags are plain text without a site",
		article: article("categories: [qq, qq, 7]\ntags: one"),
		expected: {
			categories: ["qq", "7"],
			categoryLinks: [],
			tags: ["one"],
			tagLinks: [],
		},
	},
	{
		name: "with a site they lead to their pages",
		article: article('categories: qq\ntags: ["C#", 墨]'),
		hasSite: true,
		expected: {
			categoryLinks: ["qq /categories/qq/"],
			tagLinks: ["C# /tags/C%23/", "墨 /tags/%E5%A2%A8/"],
		},
	},
	{
		name: "empty lists of terms leave nothing",
		article: article('categories: []\ntags: [""]'),
		expected: { categories: [], tags: [] },
	},
	{
		name: "a term of the wrong type is told, the others are shown",
		article: article("tags: [a, {b: c}, d]"),
		expected: { tags: ["a", "d"], diagnostics: ["metadata-type 2:11"] },
	},
	// lang, translations
	{
		name: "lang gives the article its language and direction",
		article: article("lang: ar\ntoc: true", "## x"),
		expected: { lang: "ar", dir: "rtl" },
	},
	{
		name: "of a list of languages the first valid one counts",
		article: article("lang: [not_a_language, zh-CN, en]"),
		expected: { lang: "zh-CN", diagnostics: ["metadata-value 2:8"] },
	},
	{
		name: "without lang, the page's counts, else the document's",
		article: article('lang: ""'),
		settings: { lang: "de" },
		expected: { lang: "de" },
	},
	{
		name: "without any, the document's language counts",
		article: article("title: x"),
		expected: { lang: "en" },
	},
	{
		name: "translations that name only the article's own language show nothing",
		article: article("lang: zh-CN\ntranslations: [zh-cn]"),
		expected: { translations: [] },
	},
	{
		name: "translations with addresses are links",
		article: article("lang: en\ntranslations: {en: /en, fr: b.md, ja: }"),
		file: "a/a.md",
		expected: { translations: ["Français /a/b.md"] },
	},
	{
		name: "a site knows more translations",
		article: article("lang: en"),
		hasSite: true,
		expected: { translations: ["Deutsch /de/"] },
	},
	{
		name: "a translation whose address is not allowed is told and not linked",
		article: article('lang: en\ntranslations: {fr: "javascript:alert(1)"}'),
		expected: { translations: [], diagnostics: ["url-refused 3:20"] },
	},
	// thumbnail
	{
		name: "thumbnail is an image, relative to the article, called by the title",
		article: article("title: T\nthumbnail: ../picture.svg"),
		expected: { thumbnail: "/static/picture.svg", thumbnailAlt: "T" },
	},
	{
		name: "thumbnail has its own words, and only shows where it may",
		article: article(
			"thumbnail: {src: ../picture.svg, alt: A p, visibility: [post]}",
		),
		expected: { thumbnail: "/static/picture.svg", thumbnailAlt: "A p" },
	},
	{
		name: "a thumbnail for lists only is not on the page",
		article: article("thumbnail: {src: ../picture.svg, visibility: [list]}"),
		expected: { thumbnail: null },
	},
	{
		name: "where the article does not say, the page's visibility counts",
		article: article("thumbnail: ../picture.svg"),
		settings: { thumbnail: { visibility: ["list"] } },
		expected: { thumbnail: null },
	},
	{
		name: "an empty thumbnail is none",
		article: article('thumbnail: ""'),
		expected: { thumbnail: null },
	},
	{
		name: "a thumbnail with a scheme that is not allowed is told",
		article: article('thumbnail: "javascript:alert(1)"'),
		expected: { thumbnail: null, diagnostics: ["url-refused 2:12"] },
	},
	{
		name: "a thumbnail of the wrong type is told",
		article: article("thumbnail: true"),
		expected: { thumbnail: null, diagnostics: ["metadata-type 2:12"] },
	},
	// toc
	{
		name: "toc lists the headings",
		article: article("toc: true", headings),
		expected: { toc: ["One", "Two", "Three"] },
	},
	{
		name: "toc takes levels",
		article: article("toc: {min: 3, max: 3}", headings),
		expected: { toc: ["Two"] },
	},
	{
		name: "toc: false counts more than the page's",
		article: article("toc: false", headings),
		settings: { toc: true },
		expected: { toc: [] },
	},
	{
		name: "without toc, the page's counts",
		article: article('toc: ""', headings),
		settings: { toc: { max: 2 } },
		expected: { toc: ["One"] },
	},
	{
		name: "a quoted false is false",
		article: article('toc: "false"', headings),
		settings: { toc: true },
		expected: { toc: [] },
	},
	{
		name: "toc without headings: no box",
		article: article("toc: true"),
		expected: { toc: [] },
	},
	{
		name: "toc of the wrong type is told, and the page's counts",
		article: article("toc: 5", headings),
		settings: { toc: true },
		expected: {
			toc: ["One", "Two", "Three"],
			diagnostics: ["metadata-type 2:6"],
		},
	},
	// mathjax
	{
		name: "mathjax: true sets formulas",
		article: article("mathjax: true", "$a$ and \\(b\\) and \\[c\\]"),
		expected: { formulas: 3 },
	},
	{
		name: "mathjax: false leaves dollars alone",
		article: article("mathjax: false", "$a$"),
		expected: { formulas: 0, body: "$a$" },
	},
	{
		name: "the page's mathjax counts where the article does not say",
		article: article("title: x", "$a$"),
		settings: { mathjax: false },
		expected: { formulas: 0, body: "$a$" },
	},
	{
		name: "mathjax: true counts more than the page's",
		article: article("mathjax: true", "$a$"),
		settings: { mathjax: false },
		expected: { formulas: 1 },
	},
	{
		name: "mathjax of the wrong type is told",
		article: article("mathjax: 1", "$a$"),
		expected: { formulas: 1, diagnostics: ["metadata-type 2:10"] },
	},
	// comments
	{
		name: "comments are there where a provider is configured",
		article: article("title: x"),
		settings: { commentsProvider: provider },
		expected: { comments: "Comments" },
	},
	{
		name: "comments: false leaves them away",
		article: article("comments: false"),
		settings: { commentsProvider: provider },
		expected: { comments: null },
	},
	{
		name: "comments: true without a provider shows nothing",
		article: article("comments: true"),
		expected: { comments: null },
	},
	{
		name: "the page's comments count where the article does not say",
		article: article('comments: ""'),
		settings: { commentsProvider: provider, comments: false },
		expected: { comments: null },
	},
	{
		name: "a provider that does not exist is told at the article's key",
		article: article("title: x\ncomments: true"),
		settings: { commentsProvider: { provider: "nobody" } },
		expected: { comments: null, diagnostics: ["page-unknown-provider 3:11"] },
	},
	// authorbox
	{
		name: "authorbox introduces the authors that the page knows",
		article: article("author: [Ann, Bob]\nauthorbox: true"),
		settings: { authors },
		expected: { authorbox: ["About Ann", "About Bob B."], bio: "Writes." },
	},
	{
		name: "without authorbox there is none",
		article: article("author: Ann"),
		settings: { authors },
		expected: { authorbox: [] },
	},
	{
		name: "the page's authorbox counts where the article does not say",
		article: article("author: Ann"),
		settings: { authors, authorbox: true },
		expected: { authorbox: ["About Ann"] },
	},
	{
		name: "authorbox: false counts more than the page's",
		article: article("author: Ann\nauthorbox: no"),
		settings: { authors, authorbox: true },
		expected: { authorbox: [] },
	},
	{
		name: "an author of whom nothing is known is told, and there is no box",
		article: article("author: Zoe\nauthorbox: true"),
		settings: { authors },
		expected: { authorbox: [], diagnostics: ["page-no-author 3:12"] },
	},
	// pager
	{
		name: "pager leads to the older and the newer article",
		article: article("pager: true"),
		hasSite: true,
		expected: { pager: ["Previous Older /older/", "Next Newer /newer/"] },
	},
	{
		name: "without pager there is none",
		article: article("title: x"),
		hasSite: true,
		expected: { pager: [] },
	},
	{
		name: "pager without a site shows nothing",
		article: article("pager: true"),
		expected: { pager: [] },
	},
	{
		name: "pager of the wrong type is told",
		article: article("pager: maybe"),
		hasSite: true,
		expected: { pager: [], diagnostics: ["metadata-type 2:8"] },
	},
	// sidebar, widgets
	{
		name: "sidebar and widgets: the aside, in the order that was written",
		article: article("sidebar: right\nwidgets: [search, recent, taglist]"),
		hasSite: true,
		expected: { sidebar: "right", widgets: ["search", "recent", "taglist"] },
	},
	{
		name: "every widget that there is",
		article: article(
			"sidebar: left\ntoc: true\nwidgets: [search, recent, categories, taglist, social, languages, sidemenu, toc]",
			headings,
		),
		settings: { social: [{ title: "S", url: "https://example.org/" }] },
		hasSite: true,
		expected: {
			sidebar: "left",
			widgets: [
				"search",
				"recent",
				"categories",
				"taglist",
				"social",
				"languages",
				"sidemenu",
				"toc",
			],
		},
	},
	{
		name: "widgets that have nothing to show leave no aside",
		article: article("sidebar: right\nwidgets: [recent, taglist]"),
		expected: { hasAside: false },
	},
	{
		name: "sidebar: false counts more than the page's",
		article: article("sidebar: false"),
		settings: { sidebar: "left", widgets: ["recent"] },
		hasSite: true,
		expected: { sidebar: "none", hasAside: false },
	},
	{
		name: "without sidebar and widgets, the page's count",
		article: article('sidebar: ""\nwidgets:'),
		settings: { sidebar: "left", widgets: ["recent"] },
		hasSite: true,
		expected: { sidebar: "left", widgets: ["recent"] },
	},
	{
		name: "the article's widgets replace the page's; one word will do",
		article: article("widgets: taglist"),
		settings: { sidebar: "right", widgets: ["recent", "search"] },
		hasSite: true,
		expected: { widgets: ["taglist"] },
	},
	{
		name: "a sidebar that is no side is told, and the page's counts",
		article: article("sidebar: Left\nwidgets: recent"),
		settings: { sidebar: "right" },
		hasSite: true,
		expected: { sidebar: "right", diagnostics: ["metadata-value 2:10"] },
	},
	{
		name: "an unknown widget is told, the others are shown",
		article: article("sidebar: right\nwidgets: [recent, weather]"),
		hasSite: true,
		expected: { widgets: ["recent"], diagnostics: ["metadata-value 3:19"] },
	},
	// draft, publishDate, expiryDate
	{
		name: "a draft opens with a notice",
		article: article("draft: true"),
		expected: { notice: "This article is a draft." },
	},
	{
		name: "an article before its time opens with a notice",
		article: article("publishDate: 2999-01-01"),
		expected: { notice: "This article has not been published yet." },
	},
	{
		name: "an article after its time opens with a notice",
		article: article("expiryDate: 2001-01-01"),
		expected: { notice: "This article is no longer current." },
	},
	{
		name: "neither draft nor out of time: no notice",
		article: article(
			"draft: false\npublishDate: 2001-01-01\nexpiryDate: 2999-01-01",
		),
		expected: { notice: null },
	},
	// Values of the wrong type and empty ones, of every key that has not had its own above
	...[
		{ key: "lead", wrong: "[a]", seen: { lead: null } },
		{ key: "summary", wrong: "{a: b}", seen: { description: "Some text." } },
		{ key: "description", wrong: "[a]", seen: { description: "Some text." } },
		{ key: "categories", wrong: "{a: b}", seen: { categories: [] } },
		{ key: "tags", wrong: "{a: b}", seen: { tags: [] } },
		{ key: "lang", wrong: "{a: b}", seen: { lang: "en" } },
		{ key: "translations", wrong: "5", seen: { translations: [] } },
		{ key: "lastmod", wrong: "[2025]", seen: { updated: null } },
		{ key: "mathjax", wrong: "[1]", seen: { formulas: 0 } },
		{ key: "comments", wrong: "[1]", seen: { comments: null } },
		{ key: "authorbox", wrong: "perhaps", seen: { authorbox: [] } },
		{ key: "pager", wrong: "{a: b}", seen: { pager: [] } },
		{ key: "sidebar", wrong: "[left]", seen: { sidebar: "none" } },
		{ key: "widgets", wrong: "{a: b}", seen: { widgets: [] } },
		{ key: "draft", wrong: "perhaps", seen: { notice: null } },
		{ key: "publishDate", wrong: "[2999]", seen: { notice: null } },
		{ key: "expiryDate", wrong: "{a: b}", seen: { notice: null } },
		{ key: "menu", wrong: "5", seen: { body: "Some text." } },
		{ key: "weight", wrong: "heavy", seen: { body: "Some text." } },
		{ key: "slug", wrong: "[a]", seen: { body: "Some text." } },
		{ key: "aliases", wrong: "{a: b}", seen: { body: "Some text." } },
		{ key: "translationKey", wrong: "[a]", seen: { body: "Some text." } },
		{ key: "type", wrong: "{a: b}", seen: { body: "Some text." } },
		{ key: "layout", wrong: "[a]", seen: { body: "Some text." } },
	].flatMap(({ key, wrong, seen }) => [
		{
			name: `${key} of the wrong type is told at its place, and is as if it were absent`,
			article: article(`${key}: ${wrong}`),
			expected: {
				...seen,
				diagnostics: [`metadata-type 2:${key.length + 3}`],
			},
		},
		{
			name: `an empty ${key} is as if it were absent`,
			article: article(`${key}: ""`),
			expected: seen,
		},
	]),
	// keys for sites, and faults of the whole
	{
		name: "keys that only a site reads leave the page as it is",
		article: article(
			'menu: ""\nweight: 3\nslug: s\naliases: [/x]\ntranslationKey: k\ntype: post\nlayout: l\nunknown: {a: [1]}',
		),
		expected: { h1: ["a"], body: "Some text." },
	},
	{
		name: "reading time is told, and an article without text has none",
		article: article("lang: en", "word ".repeat(500)),
		expected: { reading: "3-minute read" },
	},
	{
		name: "an article without text says no reading time",
		article: article("lang: en", ""),
		expected: { reading: null },
	},
	{
		name: "front matter that is not valid costs its rest, not the article",
		article: article("title: Good\nlead: [", "The body."),
		expected: {
			h1: ["Good"],
			body: "The body.",
			diagnostics: ["front-matter-syntax 3:7"],
		},
	},
	{
		name: "values are text, whatever they look like",
		article: article(
			'title: "<img src=x onerror=alert(1)>"\nlead: "<script>x</script>"\ntags: ["<b>t</b>"]\nauthor: "<i>a</i>"',
		),
		expected: {
			h1: ["<img src=x onerror=alert(1)>"],
			lead: "<script>x</script>",
			tags: ["<b>t</b>"],
			author: "<i>a</i>",
		},
	},
];
