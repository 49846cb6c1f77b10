// @ts-check
// The texts that everything is measured on, made of words of our own so that the numbers can be had anywhere: the same
// bytes each time. The specification of CommonMark comes from its npm package.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * A text and what every renderer must make of it.
 * @typedef {object} Corpus
 * @property {string} name as tables show it
 * @property {string} frontMatter with its fences; the body follows it
 * @property {string} body
 * @property {string} title what the front matter says
 * @property {number} headings
 * @property {number} tables
 */

/** @typedef {"article" | "spec" | "long" | "blog"} CorpusName */

const fence = "```";

/** Sentences in Chinese as essays have them; emphasis stands beside full-width punctuation, as it does there. */
const chinese = [
	"清晨的雾还没有散，院子里的石阶已经被扫得干干净净。",
	"他把墨锭放在砚台边上，先倒了半勺清水。",
	"磨墨这件事急不得，手腕要松，力道要匀。",
	"父亲说过，**墨色的深浅，**全在水和耐心之间。",
	"纸是从山那边运来的，一刀一百张，用草绳捆着。",
	"新纸有一股竹子的味道，放上两三年才会慢慢淡下去。",
	"印坊里最老的一台机器，是祖父那一辈留下来的。",
	"排字的人要认得反着写的字，也要记住每一格里放的是什么。",
	"一个熟练的师傅，一小时能排*一千两百*多个字。",
	"铅字用久了会磨损，笔画的边缘就变得模糊起来。",
	"我们把坏掉的字挑出来，熔掉，再重新浇铸。",
	"窗外的雨下了一整天，油墨干得比平时慢得多。",
	"“书是给人读的，”他常常这样讲，“不是给人看的。”",
	"校样送来的时候，总有几处要用红笔圈出来。",
	"哪怕只是一个逗号的位置，也可能要争上半个钟头。",
	"装订的线要先过一遍蜡，这样穿起来才不会起毛。",
	"封面用的布料是请邻村的人织的，颜色接近秋天的稻草。",
	"有一年冬天特别冷，**连浆糊都冻住了**，大家只好围着炉子干活。",
	"后来城里开了新的印刷厂，机器一夜能印几万册。",
	"可是那些书翻起来总觉得少了点什么。",
	"有人把旧作坊的事写成文章，寄给了省城的报社。",
	"文章登出来以后，来参观的人一下子多了起来。",
	"孩子们最喜欢看切纸，刀落下去的声音又脆又亮。",
	"每印完一批，他都会留下一册放进楼上的柜子里。",
	"柜子里的书按年份排着，最早的一本已经有六十多年了。",
	"翻开第一页，还能看见当年写下的`编号`和日期。",
	"修补旧书的时候，最难的是找到颜色相近的纸。",
	"她用毛笔蘸了水，沿着折痕轻轻地抹过去。",
	"字距、行距、天头、地脚，样样都有讲究。",
	"读者也许不会留意这些，但眼睛会知道。",
	"夜里收工之前，要把所有的字盘擦一遍，盖上布。",
	"明天还有三百张请柬要印，油墨得提前调好。",
];

const chineseHeadings = [
	"磨墨",
	"纸的来历",
	"排字房的早晨",
	"一台老机器",
	"校样与红笔",
	"装订",
	"冬天的故事",
	"楼上的柜子",
	"修补旧书",
	"后记",
];

const english = [
	"The workbench faces north, because the light there changes least during the day.",
	"A clock that loses two minutes a week is usually only thirsty.",
	"I put the screws into a muffin tin, *one cup for each step*, so that nothing is left at the end.",
	"Most of what goes wrong has gone wrong slowly.",
	"You can hear a worn pivot before you can see it.",
	"The manual says to replace the spring; the manual was written by people who sell springs.",
	"My neighbour brought this one in a shoe box, with an apology.",
	"It had stopped at ten past four, which everybody in the family remembers differently.",
	"Clean first, **measure second**, and only then have an opinion.",
	"There is a [short list of tools](https://example.org/tools) that I would buy again.",
	"Oil belongs in four places and does harm in every other.",
	"I set the beat by ear, then check it with the phone, and trust the ear.",
	"After an hour under the lamp the shop is very quiet.",
	"If a gear has a chipped tooth, turn it until the gap comes round twice before you decide.",
	"The old solder was grey and came away with `a wooden pick`.",
	"What I charge for is the week it spends on the shelf, being watched.",
	"Brass remembers every hand that has touched it.",
	"A customer once asked me to leave the dent in, and he was right.",
	"The second time you take something apart is when you learn how it works.",
	"See the [notes from last winter](/notes/winter) for the long version.",
	"Nothing here needs force; whatever seems to has a pin that you have not found yet.",
	"I write the date inside the case in pencil, as the person before me did.",
];

const englishHeadings = [
	"What came in this week",
	"Before you open the case",
	"The parts that wear",
	"A table of intervals",
	"Reading the beat",
	"What I got wrong",
	"Tools worth having",
	"Notes for next time",
];

/**
 * Numbers from 0 to 1, the same ones each time.
 * @param {number} seed
 */
function generator(seed) {
	let state = seed;
	return () => {
		// The constants of Numerical Recipes; the upper bits are good enough to choose sentences by.
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

/**
 * @template Item
 * @param {Item[]} items
 * @param {() => number} random
 */
function choose(items, random) {
	return items[Math.floor(random() * items.length)];
}

/**
 * @param {() => number} random
 * @param {number} count
 * @param {string[]} sentences
 * @param {string} gap
 */
function paragraph(random, count, sentences, gap) {
	return Array.from({ length: count }, () => choose(sentences, random)).join(
		gap,
	);
}

/**
 * An essay of some 12 KB with ten headings and a table.
 * @param {number} seed
 */
function chineseEssay(seed) {
	const random = generator(seed);
	return chineseHeadings
		.map((heading, index) => {
			const blocks = [`${index % 3 === 2 ? "###" : "##"} ${heading}`];
			for (let count = 0; count < 3; count++) {
				blocks.push(
					paragraph(random, 3 + Math.floor(random() * 3), chinese, ""),
				);
			}
			if (index % 4 === 1) {
				blocks.push(
					Array.from({ length: 4 }, () => `- ${choose(chinese, random)}`).join(
						"\n",
					),
				);
			}
			if (index === 4) {
				blocks.push(
					"| 纸 | 重量 | 用处 |\n|---|---:|---|\n| 宣纸 | 30 克 | 书画 |\n| 道林纸 | 80 克 | 正文 |\n| 布面 | 220 克 | 封面 |",
				);
			}
			if (index % 5 === 3) {
				blocks.push(`> ${choose(chinese, random)}${choose(chinese, random)}`);
				blocks.push(
					`见[上一篇](/posts/${index}.md)，另有![插图](/images/${index}.jpg)。`,
				);
			}
			return blocks.join("\n\n");
		})
		.join("\n\n")
		.concat("\n\n");
}

/**
 * A section of a blog post, of some 1.7 KB: prose, and a list, a table, code or a quotation.
 * @param {() => number} random
 * @param {number} number
 */
function blogSection(random, number) {
	const heading = englishHeadings[number % englishHeadings.length];
	const blocks = [
		`${number % 4 === 0 ? "##" : "###"} ${heading}`,
		paragraph(random, 5, english, " "),
	];
	switch (number % 5) {
		case 0:
			blocks.push(
				Array.from({ length: 6 }, () => `- ${choose(english, random)}`).join(
					"\n",
				),
			);
			break;
		case 1:
			blocks.push(
				[
					"| part | every | with |",
					"|:---|---:|:---:|",
					...Array.from(
						{ length: 8 },
						(_, row) =>
							`| pivot ${row} | ${Math.floor(random() * 40)} months | \`oil ${row % 3}\` |`,
					),
				].join("\n"),
			);
			break;
		case 2:
			blocks.push(
				`${fence}js\nfunction beat(ticks) {\n\tconst gaps = ticks.slice(1).map((one, at) => one - ticks[at]);\n\tif (gaps.length < ${number}) return "listen longer";\n\treturn gaps.reduce((sum, one) => sum + one, 0) / gaps.length;\n}\n${fence}`,
			);
			break;
		case 3:
			blocks.push(
				`> ${choose(english, random)}\n>\n> ${choose(english, random)}`,
				`1. ${choose(english, random)}\n2. ${choose(english, random)}\n   - [x] ~~cleaned~~ done\n   - [ ] ${choose(english, random)}\n3. ${choose(english, random)}`,
			);
			break;
		default:
			blocks.push(
				`![The movement, half apart](/images/clock-${number}.jpg "Tuesday")`,
				`More at <https://example.org/clocks/${number}>, and in *The ${choose(["Brass", "Steel", "Oak"], random)} Case*.`,
			);
	}
	blocks.push(paragraph(random, 6, english, " "));
	return `${blocks.join("\n\n")}\n\n`;
}

/**
 * Some 500 bytes of what blogs have.
 * @param {string} title
 * @param {string} lang
 * @param {string} summary
 * @param {string[]} tags
 */
function frontMatter(title, lang, summary, tags) {
	return `---
title: ${title}
date: 2024-03-18 09:30:00 +0800
lastmod: 2024-04-02
lang: ${lang}
draft: false
weight: 10
slug: from-the-workshop
categories: [workshop, notes]
tags:
${tags.map((tag) => `  - ${tag}`).join("\n")}
authors:
  - name: Lin Mo
    url: https://example.org/lin
  - name: "A. Reader"
summary: "${summary}"
thumbnail: /images/cover.jpg
toc: true
comments: true
---
`;
}

/** @returns {Record<CorpusName, Corpus>} */
function makeCorpora() {
	const chineseHead = frontMatter(
		"雾里的印坊",
		"zh-CN",
		"一间老印坊，一台祖父留下的机器，和那些还在用手排字的早晨。",
		["印刷", "纸墨", "手艺"],
	);
	const essay = `${chineseEssay(1)}${chineseEssay(2).split("\n\n").slice(1, 9).join("\n\n")}\n\n`;
	const essays = 128;
	const random = generator(7);
	const sections = 90;
	const spec = readFileSync(
		createRequire(import.meta.url).resolve("commonmark-spec/spec.txt"),
		"utf8",
	);
	const end = spec.indexOf("\n...\n");
	const specBody = spec.slice(end + "\n...\n".length);
	return {
		article: {
			name: "12 KB Chinese",
			frontMatter: chineseHead,
			body: essay,
			title: "雾里的印坊",
			headings: countHeadings(essay),
			tables: 1,
		},
		spec: {
			name: "CommonMark spec",
			// Its own ends in `...`, which some of the peers do not know.
			frontMatter: `${spec.slice(0, end)}\n---\n`,
			body: specBody,
			title: "CommonMark Spec",
			headings: countHeadings(specBody),
			tables: 0,
		},
		long: {
			name: "1.2 MB Chinese",
			frontMatter: chineseHead,
			body: Array.from({ length: essays }, (_, index) =>
				chineseEssay(index + 1),
			).join(""),
			title: "雾里的印坊",
			headings: essays * chineseHeadings.length,
			tables: essays,
		},
		blog: {
			name: "100 KB blog post",
			frontMatter: frontMatter(
				"Ten past four",
				"en",
				"What came in this week, what was wrong with it, and what I would do otherwise.",
				["clocks", "repair", "tools"],
			),
			body: Array.from({ length: sections }, (_, index) =>
				blogSection(random, index),
			).join(""),
			title: "Ten past four",
			headings: sections,
			tables: Math.ceil((sections - 1) / 5),
		},
	};
}

/**
 * ATX headings outside of fences, as the texts here have them.
 * @param {string} body
 */
function countHeadings(body) {
	const withoutCode = body.replace(/^(`{3,}|~{3,}).*\n[\s\S]*?^\1[`~]*$/gm, "");
	return withoutCode.match(/^#{1,6} /gm)?.length ?? 0;
}

/** The texts by their names; every time the same bytes. */
export const corpora = makeCorpora();

/** @type {CorpusName[]} */
export const corpusNames = ["article", "spec", "long", "blog"];

/**
 * A corpus as a task gets it.
 * @param {CorpusName} name
 * @param {import("./stacks.js").Task} task
 */
export function sourceOf(name, task) {
	const { frontMatter, body } = corpora[name];
	return task === "article" ? frontMatter + body : body;
}

/**
 * Leaves the texts where other processes read them, as `NAME.html.md` and `NAME.article.md`.
 * @param {string} folder is made
 */
export function writeCorpora(folder) {
	mkdirSync(folder, { recursive: true });
	for (const name of corpusNames) {
		for (const task of /** @type {const} */ (["html", "article"])) {
			writeFileSync(corpusFile(folder, name, task), sourceOf(name, task));
		}
	}
}

/**
 * @param {string} folder
 * @param {CorpusName} name
 * @param {import("./stacks.js").Task} task
 */
export function corpusFile(folder, name, task) {
	return join(folder, `${name}.${task}.md`);
}
