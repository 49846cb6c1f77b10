// @ts-check
// Protects: the documents say what the core's tables say.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { documents } from "../../tools/docs.js";
import { withMarkedPart } from "../../tools/marked-part.js";
import { settingsTable } from "../../tools/settings-docs.js";

for (const [path, text] of Object.entries(await documents())) {
	test(`${path} is what tools/docs.js writes`, () => {
		assert.equal(
			readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"),
			text,
		);
	});
}

test("a document without the marks of its table is an error, not a document without a table", () => {
	assert.throws(
		() => withMarkedPart("# Inkstone\n", "options", "| a |"),
		/marks.*options/,
	);
	assert.throws(() => settingsTable("export interface Other {}"), /Settings/);
});

test("README.md's example of a C++ program is the one that the tests build", () => {
	const readme = readFileSync(
		new URL("../../README.md", import.meta.url),
		"utf8",
	);
	const consumer = readFileSync(
		new URL("../../examples/cmake-consumer/CMakeLists.txt", import.meta.url),
		"utf8",
	);
	for (const line of [
		"find_package(inkstone 0.1 REQUIRED)",
		"target_link_libraries(outline PRIVATE inkstone::core)",
	]) {
		assert.ok(readme.includes(line), line);
		assert.ok(consumer.includes(line), line);
	}
});
