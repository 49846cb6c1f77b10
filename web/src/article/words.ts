// The words that the element itself says, in the languages it speaks.

import type { ProblemReason } from "./problem.js";

/** What the element says in one language. `{…}` stands for what is filled in. */
export interface Words {
	/** The language, as a BCP 47 tag. */
	lang: string;
	/** While an article is on its way. */
	loading: string;
	retry: string;
	problems: Record<ProblemReason, string>;

	/** A link over the contents, to the article's text. */
	skip: string;
	contents: string;
	updated: string;
	/** By plural category: how long reading takes, with `{minutes}`. */
	reading: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
	/** Before links to the article's translations. */
	translations: string;
	categories: string;
	tags: string;
	draft: string;
	/** The article's time to be published has not come. */
	scheduled: string;
	/** The article's time has passed. */
	expired: string;

	/** Names a table for who cannot see it; so do the next ones. */
	table: string;
	code: string;
	formula: string;
	diagram: string;
	/** A task that is done, and one that is open. */
	done: string;
	open: string;
	/** Names the link at a heading, with `{title}`. */
	section: string;
	/** Said of links that lead to another site. */
	external: string;
	enlarge: string;
	close: string;
	copy: string;
	copied: string;
	footnotes: string;
	/** Names a footnote, with `{number}`. */
	footnote: string;
	/** Names the link back from a footnote. */
	back: string;
	alerts: Record<"note" | "tip" | "important" | "warning" | "caution", string>;

	/** Over the author box, with `{name}`. */
	about: string;
	pager: string;
	/** The older article, and the newer one. */
	previous: string;
	next: string;
	comments: string;
	/** The comments are not there. */
	commentsProblem: string;

	/** Names the aside. */
	aside: string;
	search: string;
	/** A search has found nothing. */
	nothing: string;
	recent: string;
	social: string;
	languages: string;
	menu: string;

	/** How far one has read. */
	progress: string;
	/** Names the switch between light and dark. */
	scheme: string;
	light: string;
	dark: string;
	system: string;
}

const english: Words = {
	lang: "en",
	loading: "Loading the article…",
	retry: "Try again",
	problems: {
		"not-found": "There is no article at this address.",
		http: "The server could not deliver the article.",
		network: "The article could not be reached. Is there a connection?",
		"not-markdown": "What stands at this address is not a Markdown article.",
		core: "The program that shows articles could not be loaded.",
		option: "This article is set up with an option that cannot be used.",
		render: "The article could not be shown.",
	},
	skip: "Skip to the text",
	contents: "Contents",
	updated: "Updated",
	reading: { one: "{minutes} minute", other: "{minutes} minutes" },
	translations: "Also in",
	categories: "Categories",
	tags: "Tags",
	draft: "This article is a draft.",
	scheduled: "This article is not published yet.",
	expired: "This article has expired.",
	table: "Table",
	code: "Code",
	formula: "Formula",
	diagram: "Diagram",
	done: "Done",
	open: "To do",
	section: "Link to the section “{title}”",
	external: "leads to another site",
	enlarge: "Enlarge the image",
	close: "Close",
	copy: "Copy",
	copied: "Copied",
	footnotes: "Footnotes",
	footnote: "Footnote {number}",
	back: "Back to the text",
	alerts: {
		note: "Note",
		tip: "Tip",
		important: "Important",
		warning: "Warning",
		caution: "Caution",
	},
	about: "About {name}",
	pager: "More articles",
	previous: "Previous",
	next: "Next",
	comments: "Comments",
	commentsProblem: "The comments could not be loaded.",
	aside: "Beside the article",
	search: "Search",
	nothing: "Nothing found",
	recent: "Recent articles",
	social: "Elsewhere",
	languages: "Languages",
	menu: "Menu",
	progress: "Reading progress",
	scheme: "Colours",
	light: "Light",
	dark: "Dark",
	system: "As the system",
};

const chinese: Words = {
	...english,
	lang: "zh-Hans",
	loading: "正在载入文章……",
	contents: "目录",
	table: "表格",
	code: "代码",
	done: "已完成",
	open: "未完成",
	retry: "重试",
	commentsProblem: "评论未能载入。",
	problems: {
		"not-found": "这个地址上没有文章。",
		http: "服务器未能送达这篇文章。",
		network: "无法连接到这篇文章，请检查网络。",
		"not-markdown": "这个地址上的内容不是 Markdown 文章。",
		core: "显示文章的程序未能载入。",
		option: "这篇文章的某个选项设置有误。",
		render: "这篇文章无法显示。",
	},
};

/**
 * The words for a language.
 * @param lang a BCP 47 tag, or nothing
 * @returns English where the language is not spoken
 */
export function wordsFor(lang: string | null | undefined): Words {
	return /^zh\b/i.test(lang ?? "") ? chinese : english;
}

/**
 * Fills in a text of {@link Words}.
 * @param text with `{name}` where something goes
 * @param values by these names
 */
export function fill(text: string, values: Record<string, string>): string {
	return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
