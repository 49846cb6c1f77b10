// @ts-check
// Protects: what footnotes say of themselves, and their previews: by pointer, keyboard and touch, in a shadow root, under
// the strict policy, and gone without a trace.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf, useBrowser } from "../browser.js";
import { attributes, showBody, useBody } from "./show.js";

useBrowser();
useBody();

/** @typedef {import("./show.js").Page} Page */

const markdown = `[before](x)

Tea[^1] comes from China.[^2] So[^1] they say.

[after](y)

[^1]: *Camellia*, of [Yunnan](https://example.org).

[^2]:
    As paper does.[^1]

    - one
`;

const css = ".ink-preview { max-width: 20rem }";

/** @param {Page} page */
function partsOf(page) {
	return {
		preview: page.locator(".ink-preview"),
		reference: page.locator("#fnref-1"),
		second: page.locator("#fnref-2"),
	};
}

test("references and links back say what they are, and the notes a heading, in the article's words", async () => {
	const { page, body } = await showBody(markdown);
	assert.deepEqual(
		await attributes(page.locator('[role="doc-noteref"]'), "aria-description"),
		[["Footnote 1"], ["Footnote 2"], ["Footnote 1"], ["Footnote 1"]],
	);
	assert.deepEqual(
		await attributes(page.locator(".footnote-backref"), "aria-label"),
		[
			["Back to the text"],
			["Back to the text ↩2"],
			["Back to the text ↩3"],
			["Back to the text"],
		],
	);
	await body.getByRole("heading", { level: 2, name: "Footnotes" }).waitFor();
	assert.deepEqual(
		await attributes(page.locator(".footnotes"), "aria-label", "role"),
		[["Footnotes", "doc-endnotes"]],
	);
});

test("a pointer that rests on a reference sees the note, may move into it, and loses it by leaving", async () => {
	const { page, complaints } = await showBody(markdown, { css });
	const { preview, second } = partsOf(page);
	await page.clock.install();
	await second.hover();
	assert.equal(await preview.count(), 0);
	await page.clock.runFor(1000);
	assert.equal(
		(await textOf(preview)).replace(/\s+/g, " ").trim(),
		"As paper does.1 one",
	);
	assert.equal(await preview.locator("[id], .footnote-backref").count(), 0);
	assert.deepEqual(await attributes(preview, "role", "aria-label"), [
		["note", "Footnote 2"],
	]);
	assert.equal(
		await second.getAttribute("aria-describedby"),
		await preview.getAttribute("id"),
	);

	await preview.hover();
	await page.clock.runFor(10_000);
	assert(await preview.isVisible());
	await page.mouse.move(900, 700);
	assert(await preview.isVisible());
	await page.clock.runFor(1000);
	assert.equal(await preview.count(), 0);
	assert.equal(await second.getAttribute("aria-describedby"), null);
	assert.deepEqual(complaints, []);
});

for (const { name, markdown: text, isUnder } of [
	{ name: "under the reference", markdown, isUnder: true },
	{
		name: "over a reference at the window's end",
		markdown: `<p class="push">x</p>\n\n${markdown}`,
		isUnder: false,
	},
]) {
	test(`the note stands ${name}, within the window, without a style attribute`, async () => {
		const { page, complaints } = await showBody(text, {
			css: `${css} .push { height: 900px } body { margin: 0 } .ink-body { height: 3000px }`,
			context: { viewport: { width: 400, height: 700 } },
		});
		const { preview, reference } = partsOf(page);
		if (!isUnder) {
			await page.evaluate(() => scrollTo(0, 300));
		}
		const before = await page.evaluate(
			() => document.adoptedStyleSheets.length,
		);
		await reference.hover();
		await preview.waitFor();
		const [note, link] = await Promise.all([
			preview.boundingBox(),
			reference.boundingBox(),
		]);
		assert(note && link);
		if (isUnder) {
			assert.equal(note.y, link.y + link.height + 6);
		} else {
			assert.equal(note.y + note.height, link.y - 6);
		}
		assert(note.x >= 8 && note.x + note.width <= 392, JSON.stringify(note));
		assert.equal(await preview.getAttribute("style"), null);
		await page.mouse.move(390, 10);
		await preview.waitFor({ state: "detached" });
		assert.equal(
			await page.evaluate(() => document.adoptedStyleSheets.length),
			before,
		);
		assert.deepEqual(complaints, []);
	});
}

test("a pointer that only passes, or that drags a selection along, asks for nothing", async () => {
	const { page } = await showBody(markdown, { css });
	const { preview, reference } = partsOf(page);
	await page.clock.install();
	await reference.hover();
	await page.clock.runFor(20);
	await page.mouse.move(900, 700);
	await page.clock.runFor(10_000);
	assert.equal(await preview.count(), 0);
	await page.mouse.down();
	await reference.hover();
	await page.clock.runFor(10_000);
	assert.equal(await preview.count(), 0);
});

test("a theme's style and a page's own move the note, as light as they are", async () => {
	const { page } = await showBody(markdown, {
		css: "@layer inkstone { .ink-preview { top: 33px } } .ink-preview { left: 77px }",
	});
	const { preview, reference } = partsOf(page);
	await reference.hover();
	await preview.waitFor();
	const box = await preview.boundingBox();
	assert.deepEqual([box?.x, box?.y], [77, 33]);
});

test("the keyboard sees the note, walks into it, closes it by Escape and is back at the reference", async () => {
	const { page } = await showBody(markdown, { css });
	const { preview, reference, second } = partsOf(page);
	await page.getByRole("link", { name: "before" }).focus();
	await page.keyboard.press("Tab");
	await preview.waitFor();
	assert(await isFocused(reference));
	await page.keyboard.press("Tab");
	const link = preview.getByRole("link", { name: "Yunnan" });
	assert(await isFocused(link));
	await page.keyboard.press("Escape");
	await preview.waitFor({ state: "detached" });
	assert(await isFocused(reference));

	await page.keyboard.press("Tab");
	assert(await isFocused(second));
	await preview.waitFor();
	assert.match(await textOf(preview), /As paper does/);
	await page.keyboard.press("Escape");
	await preview.waitFor({ state: "detached" });
	assert(await isFocused(second));
	await page.keyboard.press("Shift+Tab");
	await preview.waitFor();
	await page.keyboard.press("Shift+Tab");
	await preview.waitFor({ state: "detached" });
});

test("Enter goes to the note, and back without showing what has been read", async () => {
	const { page } = await showBody(markdown, { css });
	const { preview, reference } = partsOf(page);
	await page.getByRole("link", { name: "before" }).focus();
	await page.keyboard.press("Tab");
	await preview.waitFor();
	await page.keyboard.press("Enter");
	await preview.waitFor({ state: "detached" });
	assert.equal(new URL(page.url()).hash, "#fn-1");
	await page
		.locator(".footnotes li")
		.first()
		.getByRole("link", { name: "Back to the text", exact: true })
		.focus();
	await page.keyboard.press("Enter");
	assert.equal(new URL(page.url()).hash, "#fnref-1");
	assert(await isFocused(reference));
	assert.equal(await preview.count(), 0);
});

test("Escape closes nothing else", async () => {
	const { page } = await showBody(markdown, { css });
	const { preview, reference } = partsOf(page);
	await page.evaluate(() => {
		const dialog = document.createElement("dialog");
		document.body.append(dialog);
		dialog.append(document.querySelector(".ink-article") ?? "");
		dialog.showModal();
	});
	await reference.hover();
	await preview.waitFor();
	await page.keyboard.press("Escape");
	await preview.waitFor({ state: "detached" });
	assert(await page.locator("dialog").isVisible());
	await page.keyboard.press("Escape");
	assert(!(await page.locator("dialog").isVisible()));
});

test("a tap shows the note, another goes to it; a tap elsewhere closes it", async () => {
	const { page } = await showBody(markdown, {
		css: `${css} a { padding: 4px }`,
		context: { hasTouch: true, viewport: { width: 400, height: 700 } },
	});
	const { preview, reference } = partsOf(page);
	await reference.tap();
	await preview.waitFor();
	assert.equal(new URL(page.url()).hash, "");
	await preview.locator("em").tap();
	assert(await preview.isVisible());
	await page.touchscreen.tap(300, 650);
	await preview.waitFor({ state: "detached" });
	await reference.tap();
	await preview.waitFor();
	await reference.tap();
	await preview.waitFor({ state: "detached" });
	assert.equal(new URL(page.url()).hash, "#fn-1");
});

test("a click of the mouse goes to the note at once", async () => {
	const { page } = await showBody(markdown, { css });
	const { preview, reference } = partsOf(page);
	await reference.click();
	assert.equal(new URL(page.url()).hash, "#fn-1");
	assert.equal(await preview.count(), 0);
});

test("a link in the note leads where it says", async () => {
	const { page } = await showBody(markdown, { css });
	const { preview, second } = partsOf(page);
	await second.hover();
	await preview.getByRole("link", { name: "1" }).click();
	await preview.waitFor({ state: "detached" });
	assert.equal(new URL(page.url()).hash, "#fn-1");
});

test("in a shadow root all of it works as well", async () => {
	const { page, complaints } = await showBody(markdown, { shadow: true });
	const { preview, reference } = partsOf(page);
	await reference.hover();
	await preview.waitFor();
	const [note, link] = await Promise.all([
		preview.boundingBox(),
		reference.boundingBox(),
	]);
	assert(note && link);
	assert.equal(note.y, link.y + link.height + 6);
	await page.keyboard.press("Escape");
	await preview.waitFor({ state: "detached" });
	await page.mouse.move(900, 700);
	await page.getByRole("link", { name: "before" }).focus();
	await page.keyboard.press("Tab");
	await preview.waitFor();
	await page.keyboard.press("Tab");
	await page.keyboard.press("Escape");
	await preview.waitFor({ state: "detached" });
	assert.equal(
		await page.evaluate(
			() => document.activeElement?.shadowRoot?.activeElement?.id,
		),
		"fnref-1",
	);
	assert.deepEqual(complaints, []);
});

test("when the page is taken away, nothing is left of it", async () => {
	const { page } = await showBody(markdown, { css });
	const { preview, reference } = partsOf(page);
	await reference.hover();
	await preview.waitFor();
	await page.evaluate(() => Reflect.get(window, "endPages")());
	assert.equal(await preview.count(), 0);
	assert.equal(
		await page.evaluate(() => document.adoptedStyleSheets.length),
		0,
	);
	await page.keyboard.press("Tab");
	await page.getByRole("link", { name: "before" }).focus();
	await page.keyboard.press("Tab");
	assert(await isFocused(reference));
	assert.equal(await preview.count(), 0);
});

test("a browser without popovers has plain links", async () => {
	const { page, complaints } = await showBody(markdown, {
		withoutPopover: true,
	});
	const { reference, preview } = partsOf(page);
	await page.getByRole("link", { name: "before" }).focus();
	await page.keyboard.press("Tab");
	assert(await isFocused(reference));
	assert.equal(await preview.count(), 0);
	await page.keyboard.press("Enter");
	assert.equal(new URL(page.url()).hash, "#fn-1");
	assert.deepEqual(complaints, []);
});

/** @param {import("playwright-core").Locator} element */
function isFocused(element) {
	return element.evaluate((one) => one === document.activeElement);
}
