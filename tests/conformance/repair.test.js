// @ts-check
// Protects: `repairEmphasis` touches emphasis alone. With it and without, code, addresses, titles, raw HTML, dividers
// and every other element and letter are the same; and where no two asterisks stand together, it does nothing at all.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Tokenizer } from "parse5";
import { loadBareCore } from "./cores.js";
import { numbers } from "./numbers.js";

const render = await loadBareCore();

const texts = [
	..."字 汉字 “强心剂。” 注意： かな 한글 𠮷 。 ， （ ） 、".split(" "),
	..."word x 1 138 4321 a_b . , ! ( ) [ ] | > & # -".split(" "),
	..." \u3000 \u00a0 \\* \\** \\ ` `` &ast; &amp; ![ ](".split(" "),
	..." _ __ ~~ ~".split(" "),
	"< ",
	" ",
	" ",
	" ",
	"\n",
	"  \n",
];

/**
 * Documents that use everything that has a meaning of its own for asterisks, mixed with runs of them.
 * @param {number} size
 */
function* documents(size) {
	const next = numbers();
	const pick = (/** @type {string[]} */ list) => list[next(list.length)] ?? "";
	const some = (/** @type {number} */ most, /** @type {() => string} */ make) =>
		Array.from({ length: 1 + next(most) }, make);

	const stars = () =>
		"*".repeat([2, 2, 2, 4, 4, 4, 6, 8, 3, 5, 1, 1 + next(12)][next(12)] ?? 2);
	const text = () => some(3, () => pick(texts)).join("");
	/** What must come through untouched, with asterisks in it. */
	const inside = () => some(3, () => pick([stars(), "a", "字", "1"])).join("");

	/** @type {(() => string)[]} */
	const inlines = [
		...Array(6).fill(text),
		...Array(8).fill(stars),
		() => `\`${inside()}\``,
		() => `\`\`${inside()}\`${inside()}\`\``,
		() => `\`${inside()}\n${inside()}\``,
		// Without asterisks: what md4c takes for a bare link hangs on those in it and at it.
		() => pick([" https://example.org/a1 ", " www.example.org/?q=1 "]),
		() => ` a@example.org `,
		() => `<https://example.org/${inside()}>`,
		() => `[${text()}${stars()}](/${inside()} "${inside()}")`,
		() => `[${text()}](<${inside()} ${inside()}> '${inside()}')`,
		() => `[${stars()}${text()}${stars()}][r]`,
		() => `[r]`,
		() => `![${text()}${stars()}](/${inside()}.png (${inside()}))`,
		() => `x<kbd title="${inside()}">${text()}</kbd>`,
		() => `x<mark data-x='${inside()}'\nid=a${inside()}>`,
		() => `x<!-- ${inside()} -->`,
		() => `x<?php ${inside()} ?>`,
	];
	const line = () => some(9, () => (inlines[next(inlines.length)] ?? text)());
	const paragraph = () => line().join("");
	const flat = () => paragraph().replaceAll("\n", " ");
	const indented = (/** @type {string} */ block, /** @type {string} */ by) =>
		block.replace(/^(?=.)/gm, by);

	/** @type {(() => string)[]} */
	const blocks = [
		...Array(6).fill(paragraph),
		() => `${"#".repeat(1 + next(6))} ${flat()}`,
		() => `${flat()}\n${pick(["---", "==="])}`,
		() => `\`\`\`${inside()}\n${inside()}\n\n${inside()} ${inside()}\n\`\`\``,
		() => `~~~ js ${inside()}\n${inside()}\n${pick(["~~~", "```", "~~~~"])}`,
		() => indented(`${inside()} ${inside()}\n\n${inside()}`, "    "),
		() => `\t${inside()}`,
		() => pick(["***", "*****", "* * *", " ** ** **", "* ** *", "****"]),
		() => `\n<div title="${inside()}">\n<samp>${inside()}</samp>\n</div>`,
		() => `[r]: /${inside()} "${inside()}"`,
		() =>
			`| ${flat()} | ${flat()} |\n|---|---|\n| ${flat()} | \`${inside()}\` |`,
	];
	const block = () => (blocks[next(blocks.length)] ?? paragraph)();
	const containers = [
		block,
		block,
		block,
		() => `\n<!-- ${inside()}\n\n${inside()} -->`,
		() => indented(`${block()}\n${block()}`, "> "),
		// Nothing comes behind a blank line in an item: md4c 0.5.3 may have ended the item there, which hangs on where
		// in the document its last line stands.
		() =>
			`${pick(["*", "-", "1."])} ${indented(block(), "   ").trimStart()}\n\nx`,
	];
	for (let i = 0; i < size; i++) {
		yield some(4, () => (containers[next(containers.length)] ?? block)()).join(
			pick(["\n\n", "\n\n", "\n"]),
		);
	}
}

const options = {
	frontMatter: false,
	html: "trusted",
	headingIds: false,
	joinCjkLines: false,
	boldHeadings: "off",
};

/** @param {string} markdown */
function bothWays(markdown, cjkFriendly = true) {
	const [repaired, plain] = [true, false].map(
		(repairEmphasis) =>
			render(markdown, { ...options, cjkFriendly, repairEmphasis }).html,
	);
	return { repaired: repaired ?? "", plain: plain ?? "" };
}

/**
 * All of an article that emphasis has no part in: its elements with their attributes, comments and text, but for
 * `em`, `strong` and `del`, and the delimiters in text that is no code.
 * @param {string} html
 */
function withoutEmphasis(html) {
	/** @type {string[]} */
	const parts = [];
	let text = "";
	let depthInCode = 0;
	const characters = (/** @type {{ chars: string }} */ { chars }) => {
		text += depthInCode > 0 ? chars : chars.replace(/[*_~]/g, "");
	};
	const part = (/** @type {string} */ it) => {
		if (text !== "") parts.push(text);
		text = "";
		parts.push(it);
	};
	const isEmphasis = (/** @type {string} */ name) =>
		/^(em|strong|del)$/.test(name);
	const tokenizer = new Tokenizer(
		{},
		{
			onStartTag({ tagName, attrs }) {
				if (isEmphasis(tagName)) return;
				if (/^(code|samp)$/.test(tagName)) depthInCode++;
				// An image's alternative text is text.
				const attributes = attrs.map(({ name, value }) =>
					name === "alt"
						? ` alt=${value.replace(/[*_~]/g, "")}`
						: ` ${name}=${value}`,
				);
				part(`<${tagName}${attributes.join("")}>`);
			},
			onEndTag({ tagName }) {
				if (isEmphasis(tagName)) return;
				if (/^(code|samp)$/.test(tagName)) depthInCode--;
				part(`</${tagName}>`);
			},
			onComment: ({ data }) => part(`<!--${data}-->`),
			onDoctype: ({ name }) => part(`<!${name}>`),
			onCharacter: characters,
			onWhitespaceCharacter: characters,
			onNullCharacter: characters,
			onEof: () => part(""),
		},
	);
	tokenizer.write(html, true);
	return parts;
}

test("10,000 generated documents: nothing but emphasis is other than without the repair", () => {
	/** @type {string[]} */
	const touched = [];
	const seen = {
		repaired: 0,
		code: 0,
		pre: 0,
		hr: 0,
		a: 0,
		img: 0,
		kbd: 0,
		mark: 0,
		"!--": 0,
	};
	for (const markdown of documents(10_000)) {
		for (const cjkFriendly of [true, false]) {
			const { repaired, plain } = bothWays(markdown, cjkFriendly);
			if (repaired === plain) continue;
			seen.repaired++;
			const parts = withoutEmphasis(repaired);
			try {
				assert.deepEqual(parts, withoutEmphasis(plain));
			} catch {
				touched.push(markdown);
			}
			for (const name of /** @type {(keyof typeof seen)[]} */ (
				Object.keys(seen)
			)) {
				if (parts.some((part) => part.startsWith(`<${name}`))) seen[name]++;
			}
		}
	}
	assert.deepEqual(touched.sort((a, b) => a.length - b.length).slice(0, 5), []);
	for (const [what, count] of Object.entries(seen)) {
		assert(count > 1000, `only ${count} documents with ${what}`);
	}
});

test("10,000 generated documents without two asterisks together are the same to the byte", () => {
	for (const markdown of documents(10_000)) {
		const { repaired, plain } = bothWays(markdown.replace(/\*{2,}/g, "*"));
		assert.equal(repaired, plain);
	}
});
