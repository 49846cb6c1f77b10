// The few words that the element itself says, in the languages it speaks.

import type { ProblemReason } from "./problem.js";

/** What the element says in one language. */
export interface Words {
	/** The language, as a BCP 47 tag. */
	lang: string;
	loading: string;
	contents: string;
	table: string;
	code: string;
	done: string;
	open: string;
	retry: string;
	problems: Record<ProblemReason, string>;
}

const english: Words = {
	lang: "en",
	loading: "Loading the article…",
	contents: "Contents",
	table: "Table",
	code: "Code",
	done: "Done",
	open: "To do",
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
};

const chinese: Words = {
	lang: "zh-Hans",
	loading: "正在载入文章……",
	contents: "目录",
	table: "表格",
	code: "代码",
	done: "已完成",
	open: "未完成",
	retry: "重试",
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
