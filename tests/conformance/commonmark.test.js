// @ts-check
// Protects: Markdown means what the CommonMark specification says, in both builds.
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import spec from "commonmark-spec";
import { loadBareCore, renderNatively } from "./cores.js";
import { canonical } from "./html.js";
import { plain as allOff } from "./plain.js";

/** The specification makes up schemes for its examples. */
const plain = {
	...allOff,
	urlSchemes: "a+b+c made-up-scheme localhost",
};

const renderInWasm = await loadBareCore();
/** With what is on by default and must not change plain text: all of it reads emphasis anew. */
const friendly = { ...plain, cjkFriendly: true, repairEmphasis: true };

const builds = {
	natively: (/** @type {string} */ markdown) =>
		JSON.parse(renderNatively(markdown, plain)).html,
	"in WebAssembly": (/** @type {string} */ markdown) =>
		renderInWasm(markdown, plain).html,
	"with cjkFriendly and repairEmphasis": (/** @type {string} */ markdown) =>
		renderInWasm(markdown, friendly).html,
};

test("the specification has the 652 examples of version 0.31", () => {
	assert.equal(spec.tests.length, 652);
});

for (const [where, render] of Object.entries(builds)) {
	suite(`CommonMark ${where}`, () => {
		for (const { number, section, markdown, html } of spec.tests) {
			test(`example ${number}, ${section}`, () => {
				const source = markdown.replaceAll("→", "\t");
				assert.equal(
					canonical(render(source)),
					canonical(html.replaceAll("→", "\t")),
				);
			});
		}
	});
}
