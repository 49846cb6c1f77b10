// @ts-check
// Protects: a link to a heading that works on GitHub works here. github-slugger knows the
// characters of Unicode 13; what came later is kept here if it is a letter.
import assert from "node:assert/strict";
import { test } from "node:test";
import GithubSlugger, { slug } from "github-slugger";
import { loadBareCore } from "./cores.js";

const render = await loadBareCore();

/** @param {string[]} headings plain text without Markdown's punctuation */
function ids(headings) {
	const { html } = render(headings.map((text) => `# ${text}\n`).join("\n"), {
		frontMatter: false,
	});
	return [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
}

/** Every character that can stand in a heading between two letters, Markdown's own punctuation excepted. */
function* characters() {
	for (let code = 0x20; code <= 0x10ffff; code++) {
		const text = String.fromCodePoint(code);
		const isSurrogate = code >= 0xd800 && code <= 0xdfff;
		if (!isSurrogate && code !== 0x7f && !/[\\`*_[\]<>&#!~|]/.test(text))
			yield text;
	}
}

test("every character is kept, folded or dropped as GitHub does", () => {
	const all = [...characters()];
	const found = ids(all.map((character) => `x${character}y`));
	assert.equal(found.length, all.length);
	const differing = all.filter((character, index) => {
		const expected = slug(`x${character}y`);
		const base = String(found[index]).replace(/-\d+$/, "");
		const isNewer =
			expected === "xy" && /[\p{Alphabetic}\p{M}\p{Nd}]/u.test(character);
		return base !== expected.replace(/-\d+$/, "") && !isNewer;
	});
	assert.deepEqual(differing, []);
});

test("repeated headings are numbered as GitHub does", () => {
	const headings = [
		"a",
		"A",
		"a 1",
		"a",
		"b-1",
		"b",
		"b",
		"b-1",
		"汉字",
		"汉字，",
		"constructor",
		"constructor",
	];
	const slugger = new GithubSlugger();
	assert.deepEqual(
		ids(headings),
		headings.map((text) => slugger.slug(text)),
	);
});
