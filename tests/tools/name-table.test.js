// @ts-check
// Protects: the core knows every short name that GitHub knows, and its tables of names are small.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { nameToEmoji } from "gemoji";
import { emojiTable, file } from "../../tools/emoji.js";
import { file as entities } from "../../tools/entities.js";
import { constant, encode } from "../../tools/name-table.js";

test("the table in the core is what tools/emoji.js writes", () => {
	assert.equal(readFileSync(file, "utf8"), emojiTable());
});

test("what is encoded is decoded again, every name", () => {
	/** @type {Record<string, string>} */
	const decoded = {};
	let first = 0;
	const entry = /([a-z0-9_+-]+)([ -*]+)([^ -z]*)/gu;
	for (const [, name = "", digits = "", others] of encode(nameToEmoji)
		.join("")
		.matchAll(entry)) {
		first += Array.from(digits).reduce(
			(sum, digit) => sum * 11 + digit.charCodeAt(0) - 32,
			0,
		);
		decoded[name] =
			String.fromCodePoint(first) +
			others?.replaceAll("|", "\ufe0f").replaceAll("}", "\u200d");
	}
	assert.deepEqual(decoded, { ...nameToEmoji });
});

test("the tables take at most 10 and 7 KiB of what browsers load", () => {
	const size = (/** @type {URL} */ table) =>
		brotliCompressSync(
			readFileSync(table, "utf8").replace(/^.*?=|\n {4}"|"$/gms, ""),
		).length;
	assert.ok(size(file) <= 10 * 1024, `emoji: ${size(file)} bytes`);
	assert.ok(size(entities) <= 7 * 1024, `entities: ${size(entities)} bytes`);
});

test("a name or a character that the encoding cannot hold is an error", () => {
	assert.throws(() => encode({ "a b": "😄" }), /odd name: a b/);
	assert.throws(() => encode({ smile: "😄x" }), /no sign for x in smile/);
});

test("names of the same character stand in the order of their bytes, quotes are escaped", () => {
	assert.equal(
		constant("table", { b: "\u0002", a: "\u0002" }),
		'constexpr std::string_view table =\n    "a\\"b ";\n',
	);
});
