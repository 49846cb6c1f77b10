// @ts-check
// Protects: emphasis next to Chinese, Japanese and Korean text is what the published CJK-friendly rules
// make of it. The oracle is their plugin for markdown-it, over a generated corpus.
import assert from "node:assert/strict";
import { test } from "node:test";
import MarkdownIt from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import { loadBareCore } from "./cores.js";
import { canonical } from "./html.js";
import { numbers } from "./numbers.js";

const render = await loadBareCore();
const options = {
	frontMatter: false,
	repairEmphasis: false,
	boldHeadings: "off",
};
const oracle = new MarkdownIt("default", { html: false, linkify: false }).use(
	cjkFriendly,
);

const texts = [
	..."a 1 x1 字 汉字 かな カナ ｶﾅ 한글 𠮷 葛\u{e0100} ㊗\ufe0e 🌟".split(" "),
	...'。 ， 、 ： ！ （ ） 「 」 “ ” ‘ ’ … — ！\ufe02 “\ufe01 ( ) . , ! ? / " - &'.split(
		" ",
	),
	" ",
	"\u3000",
	"\u00a0",
];
const delimiters = ["*", "**", "**", "**", "***", "_", "__", "~~"];

/** Lines that the rules must read: texts and delimiter runs by turns. */
function corpus(size = 10_000) {
	const next = numbers();
	const pick = (/** @type {string[]} */ list) => list[next(list.length)] ?? "";
	return Array.from({ length: size }, () => {
		let line = next(3) === 0 ? "" : pick(texts);
		for (let i = 2 + next(4); i > 0; i--) {
			line += pick(delimiters);
			for (let j = 1 + next(3); j > 0; j--) line += pick(texts);
		}
		return next(2) === 0 ? line : line + pick(delimiters);
	});
}

test("the issue's own examples", () => {
	for (const [markdown, html] of [
		["**“强心剂。”**后面", "<strong>“强心剂。”</strong>后面"],
		["他说**“你好”**然后", "他说<strong>“你好”</strong>然后"],
		["**注意：**正文", "<strong>注意：</strong>正文"],
		["前接**（括号）**后接", "前接<strong>（括号）</strong>后接"],
		["**テスト。**テスト", "<strong>テスト。</strong>テスト"],
		["**스크립트(script)**라고", "<strong>스크립트(script)</strong>라고"],
		["前~~“删除”~~后", "前<del>“删除”</del>后"],
		["前*“斜体”*后", "前<em>“斜体”</em>后"],
	]) {
		assert.equal(render(markdown ?? "").html, `<p>${html}</p>\n`);
	}
});

test("a generated corpus of 10,000 lines agrees with the oracle, every line", () => {
	const differing = corpus()
		.map((line) => ({
			line,
			ours: canonical(render(line, options).html),
			theirs: canonical(oracle.render(line).replace(/(<\/?)s>/g, "$1del>")),
		}))
		.filter(({ ours, theirs }) => ours !== theirs);
	assert.deepEqual(differing.slice(0, 10), []);
});
