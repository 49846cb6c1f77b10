// @ts-check
// Protects: the core knows every short name that GitHub knows, and the table it knows them by is small.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { nameToEmoji } from "gemoji";
import { emojiTable, encode, file } from "../../tools/emoji.js";

test("the table in the core is what tools/emoji.js writes", () => {
	assert.equal(readFileSync(file, "utf8"), emojiTable());
});

test("what is encoded is decoded again, every name", () => {
	/** @type {Record<string, string>} */
	const decoded = {};
	for (const block of encode(nameToEmoji)) {
		let name = "";
		for (const entry of block) {
			const [, letter = "", rest = "", emoji = ""] =
				entry.match(/^([A-Z])([a-z0-9_+-]+)(?: |(?=[^ -~]))(.+)$/) ?? [];
			name = name.slice(0, letter.charCodeAt(0) - 65) + rest;
			decoded[name] = emoji;
		}
	}
	assert.deepEqual(decoded, { ...nameToEmoji });
});

test("the table takes at most 12 KiB of what browsers load", () => {
	const size = brotliCompressSync(encode(nameToEmoji).flat().join("")).length;
	assert.ok(size <= 12 * 1024, `${size} bytes`);
});

test("a name that the encoding cannot hold is an error", () => {
	assert.throws(() => encode({ Smile: "😄" }), /odd name: Smile/);
	const long = "a".repeat(26);
	assert.throws(() => encode({ [long]: "😄", [`${long}b`]: "😄" }), /26/);
});
