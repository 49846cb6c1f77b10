// @ts-check
// Protects: what tests/spec says of Inkstone's own features is what both builds do, to the byte.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { loadBareCore, renderNatively } from "./cores.js";
import { readExamples } from "./examples.js";

const folder = new URL("../spec/", import.meta.url);
const renderInWasm = await loadBareCore();

for (const file of readdirSync(folder).sort()) {
	if (!file.endsWith(".md") || file === "README.md") continue;
	suite(file, () => {
		const examples = readExamples(readFileSync(new URL(file, folder), "utf8"));
		for (const { number, line, section, options, markdown, html } of examples) {
			test(`${file}:${line}, example ${number}, ${section}`, () => {
				// The command knows every option's name and values, and complains of others.
				const native = JSON.parse(renderNatively(markdown, options)).html;
				assert.equal(native.replace(/\n$/, ""), html);
				assert.equal(renderInWasm(markdown, options).html, native);
			});
		}
	});
}
