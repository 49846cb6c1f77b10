// @ts-check
// Protects: the example pages can be used by everyone; axe finds nothing in them by any of its rules, in light and in
// dark, on a large screen and on a phone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violationsOf } from "./accessible.js";
import { useBrowser } from "./browser.js";
import { openExample, pages, readThrough } from "./examples.js";

useBrowser();

for (const example of pages) {
	for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
		for (const width of [1280, 390]) {
			test(`${example.name}: axe finds nothing at ${width} pixels, ${colorScheme}`, async () => {
				const { page } = await openExample(example, {
					viewport: { width, height: 900 },
					colorScheme,
				});
				await readThrough(page);
				assert.deepEqual(await violationsOf(page), []);
			});
		}
	}
}

test("what axe is asked for is found where it is: a page with faults of each kind has them", async () => {
	const { page } = await openExample(pages[0]);
	await page.evaluate(() => {
		const image = document.createElement("img");
		const heading = document.createElement("h6");
		heading.append("Too deep");
		const target = document.createElement("button");
		document.querySelector(".ink-body")?.append(image, heading, target);
		const outside = document.createElement("p");
		outside.append("Outside of all landmarks");
		document.body.append(outside);
	});
	const rules = (await violationsOf(page)).map((text) => text.split(" ")[0]);
	for (const rule of ["image-alt", "heading-order", "button-name", "region"]) {
		assert(rules.includes(rule), `${rule} in ${rules}`);
	}
});
