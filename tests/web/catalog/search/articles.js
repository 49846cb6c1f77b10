// @ts-check
// Articles in many languages, and what has to be found in them, in every environment.

/** @typedef {import("../../../../web/src/catalog/types.js").SearchDocument} SearchDocument */

/**
 * @param {string} route
 * @param {string} title
 * @param {string} text
 * @param {{ terms?: string[], headings?: string[] }} [more]
 * @returns {SearchDocument}
 */
export function article(
	route,
	title,
	text,
	{ terms = [], headings = [] } = {},
) {
	return {
		route,
		title,
		terms,
		headings,
		text: [...headings, text].join("\n"),
	};
}

/**
 * The articles by language; in each there are some that have nothing to do with what is looked for.
 * @type {Record<string, SearchDocument[]>}
 */
export const articles = {
	zh: [
		article(
			"/nlp",
			"计算机怎样读懂文章",
			"本文介绍自然语言处理的历史。\n从规则到统计，再到机器学习，研究生命起源的人也用得上它。",
			{ terms: ["技术"] },
		),
		article("/press", "活版印刷入门", "铅字一个一个排好，再上墨、印刷。", {
			headings: ["字盘与排版"],
		}),
		article("/names", "访王小明", "王小明在国家图书馆工作了二十年。"),
		article("/code", "JavaScript入门", "用C++写过程序的人，学JavaScript很快。"),
		// Has 学 and 习, not 学习; 自 and 然 and 语 and 言, not 自然语言.
		article("/other", "数学家的习惯", "他来自南方，然而言语不多，语气温和。"),
		article(
			"/fullwidth",
			"Ｕｎｉｃｏｄｅ与全角",
			"编码是ＵＴＦ－８，字母是全角的。",
		),
		article("/rare", "𠮷野家的招牌", "「𠮷」字常被写成「吉」。"),
	],
	ja: [
		article(
			"/morphology",
			"文章を分ける",
			"形態素解析は、文を単語に分ける技術である。辞書のデータベースを使う。",
		),
		article("/kana", "半角の仮名", "ﾃﾞｰﾀと書くこともある。"),
		article("/tea", "お茶の淹れ方", "お湯を沸かして、急須に注ぐ。"),
	],
	ko: [
		article("/seoul", "서울의 인쇄소", "서울에서는 활판인쇄를 배울 수 있다."),
		article("/sea", "바다 이야기", "부산의 바다는 넓다."),
	],
	en: [
		article(
			"/letterpress",
			"A letterpress workshop",
			"Typography begins with metal type. We printed cards, and did not hurry.",
			{ terms: ["printing"] },
		),
		article(
			"/cafe",
			"A walk to the café",
			"The Café Zoë is near Łódź; naïve visitors find it closed.",
		),
		article("/printing", "On paper", "Some papers take printing well."),
		article("/painting", "Painting", "Oil on canvas, and no ink at all."),
		article("/german", "Die Straße", "Im Fußgängerbereich."),
	],
	ar: [
		article("/book", "مدرسة الخط", "قرأتُ الكِتَابَ في المكتبة."),
		article("/river", "النهر", "جرى الماء في النهر."),
	],
	ru: [
		article(
			"/print",
			"Высокая печать",
			"Книгопечатание появилось в XV веке. Ещё одна ёлка.",
		),
		article("/forest", "Лес", "Прогулка по лесу."),
	],
	th: [
		article("/thai", "ภาษาไทย", "การประมวลผลภาษาธรรมชาติเป็นสาขาหนึ่ง"),
		article("/food", "อาหาร", "ข้าวผัดอร่อย"),
	],
	el: [article("/greek", "Τυπογραφία", "Ο ΛΟΓΟΣ και ο λόγος.")],
};

/**
 * What has to be found: of a language, by a query, which article comes first, and which piece of the snippet is
 * marked.
 * @type {[lang: string, query: string, route: string, mark: string][]}
 */
export const mustFind = [
	["zh", "自然语言", "/nlp", "自然语言"],
	["zh", "语言", "/nlp", "语言"],
	["zh", "学习", "/nlp", "学习"],
	["zh", "机器学习", "/nlp", "机器学习"],
	["zh", "生命起源", "/nlp", "生命起源"],
	["zh", "自然语", "/nlp", "自然语"],
	["zh", "文章", "/nlp", ""],
	["zh", "技术", "/nlp", ""],
	["zh", "排版", "/press", "排版"],
	["zh", "王小明", "/names", "王小明"],
	["zh", "小明", "/names", "小明"],
	["zh", "图书", "/names", "图书"],
	["zh", "javascript", "/code", "JavaScript"],
	["zh", "JavaScript 程序", "/code", "程序"],
	["zh", "写程序", "/code", "程序"],
	["zh", "c++", "/code", "C++"],
	["zh", "unicode", "/fullwidth", ""],
	["zh", "utf", "/fullwidth", "ＵＴＦ"],
	["zh", "𠮷", "/rare", "𠮷"],
	["zh", "机器学习的历史", "/nlp", "的历史"],
	["ja", "形態素解析", "/morphology", "形態素解析"],
	["ja", "形態素", "/morphology", "形態素"],
	["ja", "解析", "/morphology", "解析"],
	["ja", "ベース", "/morphology", "ベース"],
	["ja", "ﾃﾞｰﾀﾍﾞｰｽ", "/morphology", "データベース"],
	["ja", "データ", "/kana", "ﾃﾞｰﾀ"],
	["ja", "急須", "/tea", "急須"],
	["ko", "서울", "/seoul", "서울에서는"],
	["ko", "인쇄", "/seoul", "활판인쇄를"],
	["ko", "바다", "/sea", "바다는"],
	["en", "letterpres", "/letterpress", ""],
	["en", "typograhpy", "/letterpress", "Typography"],
	["en", "hury", "/letterpress", "hurry"],
	["en", "type metal", "/letterpress", "metal"],
	["en", "typo", "/letterpress", "Typography"],
	["en", "cafe", "/cafe", "Café"],
	["en", "CAFÉ zoe", "/cafe", "Zoë"],
	["en", "naive", "/cafe", "naïve"],
	["en", "painting", "/painting", ""],
	["en", "strasse", "/german", ""],
	["en", "fussgangerbereich", "/german", "Fußgängerbereich"],
	["ar", "كتاب", "/book", "الكِتَابَ"],
	["ar", "النهر", "/river", "النهر"],
	["ru", "книгопечатание", "/print", "Книгопечатание"],
	["ru", "печать", "/print", ""],
	["ru", "елка", "/print", "ёлка"],
	["th", "ภาษา", "/thai", "ภาษา"],
	["th", "ธรรมชาติ", "/thai", "ธรรมชาติ"],
	["el", "λογος", "/greek", "ΛΟΓΟΣ"],
];
