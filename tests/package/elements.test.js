// @ts-check
// Protects: custom-elements.json says of the elements what is there, all of it and nothing else. That its attributes do
// something, tests/browser/attributes.test.js tries.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { elementsOf } from "../../tools/elements.js";
import { importEntry } from "../web/dist.js";

const project = new URL("../../", import.meta.url);
const read = (/** @type {string} */ path) =>
	readFileSync(new URL(path, project), "utf8");

/** @type {import("../../tools/elements.js").Manifest} */
const manifest = JSON.parse(read("dist/custom-elements.json"));
const elements = elementsOf(manifest);

/** @param {{ name: string }[]} [things] */
const names = (things = []) => things.map(({ name }) => name).sort();

/** The element's part of the sources. @type {Record<string, string>} */
const folders = {
	"inkstone-article": "article",
	"inkstone-site": "site",
};

test("package.json leads to the manifest, and the manifest to modules that export what it says", async () => {
	const { customElements } = JSON.parse(read("package.json"));
	assert.equal(customElements, "./dist/custom-elements.json");
	/** @type {string[]} */
	const tags = [];
	for (const { path, exports = [] } of manifest.modules) {
		const module = await import(new URL(path, project).href);
		for (const one of exports) {
			if (one.kind === "js") {
				assert.equal(typeof module[one.name], "function", one.name);
			} else {
				tags.push(one.name);
			}
		}
	}
	assert.deepEqual(tags.sort(), Object.keys(elements).sort());
});

test("it has every property and method of the classes, and which of them can only be read", async () => {
	const classes = {
		...(await importEntry("element.js")),
		...(await importEntry("site.js")),
	};
	for (const { name, members = [] } of Object.values(elements)) {
		const properties = Object.getOwnPropertyDescriptors(
			classes[name].prototype,
		);
		const there = Object.entries(properties)
			.filter(([name]) => !/^constructor$|Callback$/.test(name))
			.map(([name, { value, set }]) =>
				value ? `${name}()` : set ? name : `${name}, only read`,
			);
		const said = members.map(
			(member) =>
				member.name +
				(member.kind === "method"
					? "()"
					: member.readonly
						? ", only read"
						: ""),
		);
		assert.deepEqual(said.sort(), there.sort(), name);
	}
});

test("it has every event that the elements dispatch", () => {
	for (const [tag, folder] of Object.entries(folders)) {
		const files = readdirSync(new URL(`web/src/${folder}/`, project), {
			recursive: true,
			encoding: "utf8",
		}).filter((file) => file.endsWith(".ts"));
		const dispatched = files.flatMap((file) =>
			Array.from(
				read(`web/src/${folder}/${file}`).matchAll(
					/dispatch\(\s*"(inkstone-[a-z-]+)"/g,
				),
				([, name = ""]) => ({ name }),
			),
		);
		assert.deepEqual(
			[...new Set(names(dispatched))],
			names(elements[tag]?.events),
			tag,
		);
	}
});

test("it has every state that the elements enter", () => {
	for (const [tag, folder] of Object.entries(folders)) {
		const [, words = ""] =
			/#enter\(\s*state: ((?:"\w+" \| )*"\w+")/.exec(
				read(`web/src/${folder}/element.ts`),
			) ?? [];
		const states = Array.from(words.matchAll(/\w+/g), ([name]) => ({ name }));
		assert.deepEqual(names(states), names(elements[tag]?.cssStates), tag);
	}
});

test("it has every place of an article's page as a slot", () => {
	const [, list = ""] =
		/placeNames = \[([^\]]*)\]/.exec(read("web/src/article/parts.ts")) ?? [];
	const places = Array.from(list.matchAll(/[\w-]+/g), ([name]) => ({ name }));
	assert.deepEqual(names(places), names(elements["inkstone-article"]?.slots));
});

test("it has every attribute that the elements ask for", () => {
	const [, list = ""] =
		/pageAttributes[^=]*= \[([^\]]*)\]/.exec(
			read("web/src/article/settings-reader.ts"),
		) ?? [];
	const article = names(elements["inkstone-article"]?.attributes);
	for (const [, name = ""] of list.matchAll(/"(\w+)"/g)) {
		// Every element of HTML has `lang`.
		assert.ok(name === "lang" || article.includes(name), name);
	}
	const asked = read("web/src/article/element.ts").matchAll(
		/(?:has|get)Attribute\("(\w+)"\)/g,
	);
	for (const [, name = ""] of asked) {
		assert.ok(article.includes(name), name);
	}
	assert.deepEqual(names(elements["inkstone-site"]?.attributes), ["config"]);
});

test("it has every custom property that the themes use", () => {
	const css = ["default", "minimal"]
		.map((theme) => read(`dist/themes/${theme}.css`))
		.join("");
	const used = new Set(
		Array.from(css.matchAll(/var\((--ink-[\w-]+)/g), ([, name]) => name),
	);
	assert.deepEqual(
		[...used].sort(),
		names(elements["inkstone-article"]?.cssProperties),
	);
});
