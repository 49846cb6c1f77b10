// @ts-check
// Protects: the man page is one that readers of man pages can show, and says what the command does.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const path = fileURLToPath(
	new URL("../../build/native/inkstone.1", import.meta.url),
);
const page = readFileSync(path, "utf8");

/**
 * Runs a program that reads man pages.
 * @param {string} program
 * @param {string[]} args
 */
function reader(program, args) {
	const { error, stdout, stderr } = spawnSync(program, args, {
		encoding: "utf8",
	});
	if (error) throw error;
	return { stdout, stderr };
}

/** @param {string} program */
const skip = (program) =>
	!!spawnSync(program, ["--version"]).error && `there is no ${program} here`;

test("it has the sections of a man page, in their order", () => {
	assert.deepEqual(
		[...page.matchAll(/^\.SH (.*)/gm)].map(([, name]) => name),
		[
			"NAME",
			"SYNOPSIS",
			"DESCRIPTION",
			"OPTIONS",
			"EXIT STATUS",
			"EXAMPLES",
			"DIAGNOSTICS",
			"NOTES",
			"SEE ALSO",
		],
	);
});

test("it is ASCII, whose reading nobody has to guess", () => {
	assert.match(page, /^[\n -~]*$/);
});

test("mandoc has nothing to say of it but that it has no date", {
	skip: skip("mandoc"),
}, () => {
	const { stdout } = reader("mandoc", ["-Tlint", path]);
	assert.deepEqual(
		stdout.split("\n").filter((line) => line && !line.includes("missing date")),
		[],
	);
});

test("groff has nothing to say of it", { skip: skip("groff") }, () => {
	const { stdout, stderr } = reader("groff", ["-man", "-Tutf8", "-ww", path]);
	assert.equal(stderr, "");
	assert.match(stdout, /inkstone/);
});

test("readers see every option with its default and its range, and every diagnostic of the core", {
	skip: skip("mandoc"),
}, async () => {
	const { stdout } = reader("mandoc", ["-Tutf8", "-Owidth=200", path]);
	// A letter that is struck over itself is bold, over a line cursive.
	const text = stdout.replace(/.[\b]/g, "").replace(/\s+/g, " ");
	const { load } = await import("../../dist/index.js");
	const { options, diagnostics, version } = (await load()).describe();
	for (const option of options) {
		const { name, meaning, minimum, maximum, choices } = option;
		const [values, form] = choices
			? [` Either ${choices.join(" or ")}.`, "=WORD"]
			: option.type === "integer"
				? [` From ${minimum} to ${maximum}.`, "=NUMBER"]
				: ["", option.type === "boolean" ? "[=BOOLEAN]" : "=TEXT"];
		const value = option.default === "" ? "none" : option.default;
		const words = meaning.replaceAll("`", "").replace(/\s+/g, " ");
		assert(
			text.includes(` --${name}${form} ${words}${values} Default: ${value}. `),
			name,
		);
	}
	for (const { code, severity, meaning, reporter } of diagnostics) {
		const entry = ` ${code} (${severity}) ${meaning.replaceAll("`", "")} `;
		assert.equal(text.includes(entry), reporter === "core", code);
	}
	assert(text.includes(` Inkstone ${version} `));
});
