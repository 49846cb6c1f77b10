// @ts-check
// Options: one table in C++, the same words in TypeScript, and nothing in between that judges them.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { compile } from "./compile.js";
import { dist, loadInkstone } from "./dist.js";

/** @type {import("./dist.js").Inkstone} */
let inkstone;
before(async () => {
	inkstone = await loadInkstone();
});

test("the TypeScript options are the core's, each with a type that takes the default and text's kinds", () => {
	const { options } = inkstone.describe();
	const names = options.map(({ name }) => JSON.stringify(name)).join(" | ");
	const defaults = Object.fromEntries(
		options.map((option) => [option.name, option.default]),
	);
	const choices = options.flatMap(({ name, choices = [] }) =>
		choices.map(
			(choice) =>
				`export const _${name}_${choice}: RenderOptions = { ${name}: "${choice}" };`,
		),
	);
	const typed = options.map(({ name, type }) => {
		const wrong = { boolean: 1, integer: true, choice: true, text: true }[type];
		return `// @ts-expect-error\nexport const _${name}: RenderOptions = { ${name}: ${wrong} };`;
	});
	compile(`
		import type { RenderOptions } from ${JSON.stringify(fileURLToPath(new URL("index.js", dist)))};
		type Same<A, B> = [A, B] extends [B, A] ? true : false;
		export const names: Same<keyof RenderOptions, ${names}> = true;
		export const defaults: Required<RenderOptions> = ${JSON.stringify(defaults)};
		${[...choices, ...typed].join("\n")}
	`);
});

test("the TypeScript codes are the core's table, those of the page apart", () => {
	const { diagnostics } = inkstone.describe();
	const codes = (/** @type {string} */ side) =>
		diagnostics
			.filter(({ reporter }) => reporter === side)
			.map(({ code }) => JSON.stringify(code))
			.join(" | ");
	compile(`
		import type { CoreDiagnosticCode, Diagnostic, PageDiagnosticCode } from ${JSON.stringify(fileURLToPath(new URL("index.js", dist)))};
		type Same<A, B> = [A, B] extends [B, A] ? true : false;
		export const core: Same<CoreDiagnosticCode, ${codes("core")}> = true;
		export const page: Same<PageDiagnosticCode, ${codes("page")}> = true;
		export const either: Same<Diagnostic["code"], CoreDiagnosticCode | PageDiagnosticCode> = true;
	`);
});

test("every row of the tables says what it means", () => {
	const { version, options, diagnostics } = inkstone.describe();
	assert.match(version, /^\d+\.\d+\.\d+/);
	assert(options.length > 0 && diagnostics.length > 0);
	for (const { meaning } of [...options, ...diagnostics]) {
		assert.match(meaning, /\S/);
	}
});

test("text is read as the command line reads it", () => {
	const table = "|a|\n|-|\n";
	assert.match(inkstone.render(table).html, /<table>/);
	assert.doesNotMatch(inkstone.render(table, { gfm: false }).html, /<table>/);
	assert.doesNotMatch(inkstone.render(table, { gfm: "false" }).html, /<table>/);
	assert.match(inkstone.render(table, { gfm: "" }).html, /<table>/);
	assert.equal(
		inkstone.render("# a\n## b\n", { tocDepth: "1" }).toc[0].children.length,
		0,
	);
	assert.match(inkstone.render("<b>a</b>", { html: "trusted" }).html, /<b>/);
});

test("undefined and null leave the default", () => {
	const { html } = inkstone.render("<b>a</b>");
	assert.equal(inkstone.render("<b>a</b>", undefined).html, html);
	assert.equal(inkstone.render("<b>a</b>", { html: undefined }).html, html);
	assert.equal(inkstone.render("<b>a</b>", { html: null }).html, html);
});

test("only an object's own properties count", () => {
	const inherited = Object.create({
		html: "trusted",
		toJSON: () => ({ html: "trusted" }),
	});
	assert.doesNotMatch(inkstone.render("<b>a</b>", inherited).html, /<b>/);
});

test("an option that does not exist is a TypeError that lists those that do", () => {
	const names = inkstone.describe().options.map(({ name }) => name);
	assert.throws(
		// @ts-expect-error: this is what it protects from
		() => inkstone.render("", { HTML: "trusted" }),
		(error) => {
			assert(error instanceof TypeError);
			assert.match(error.message, /`HTML`/);
			for (const name of names) {
				assert(error.message.includes(name), name);
			}
			return true;
		},
	);
});

test("a value that an option does not take is a TypeError that names both", () => {
	for (const [name, value] of [
		["tocDepth", 7],
		["gfm", "perhaps"],
		["html", "safe"],
		// The element's own word; what the core lets through is not sanitized.
		["html", "sanitize"],
	]) {
		assert.throws(
			() => inkstone.render("", { [name]: value }),
			(error) =>
				error instanceof TypeError && error.message.includes(`\`${name}\``),
			`${name}: ${value}`,
		);
	}
});
