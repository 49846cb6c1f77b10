// @ts-check
// Protects: what custom-elements.json calls an attribute of <inkstone-article> is one: the article follows its change.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { elementsOf } from "../../tools/elements.js";
import { give, openPage, pageWith, useBrowser } from "./browser.js";

useBrowser();

/** @type {import("../../tools/elements.js").Manifest} */
const manifest = JSON.parse(
	readFileSync(
		new URL("../../dist/custom-elements.json", import.meta.url),
		"utf8",
	),
);

test("an article is rendered anew when any of the attributes changes", async () => {
	const { page } = await openPage();
	await give(page, {
		"test.html": pageWith("<inkstone-article src=a.md></inkstone-article>"),
		"a.md": "# A",
	});
	await page.goto("static/test.html");
	await page.waitForSelector(".ink-article");
	const attributes = (
		elementsOf(manifest)["inkstone-article"]?.attributes ?? []
	).map(({ name, type, default: usual }) => ({
		name,
		// Something that it takes, or the page would show a problem.
		value:
			name === "src"
				? "a.md"
				: (type?.text.match(/"(\w+)"/)?.[1] ??
					(usual?.replaceAll('"', "") || "1")),
	}));
	assert.ok(attributes.length > 20);
	for (const { name, value } of attributes) {
		await page.evaluate(
			({ name, value }) => {
				const article = document.querySelector("inkstone-article");
				article?.addEventListener(
					"inkstone-load",
					() => Object.assign(window, { followed: name }),
					{ once: true },
				);
				article?.setAttribute(name, value);
			},
			{ name, value },
		);
		await page
			.waitForFunction((name) => Reflect.get(window, "followed") === name, name)
			.catch(() => assert.fail(`\`${name}\` changes nothing`));
	}
});
