// @ts-check
// Protects: what images are in a body, with captions, when they fail, and as large as they are in the lightbox.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf, useBrowser } from "../browser.js";
import { attributes, picture, showBody, useBody } from "./show.js";

useBrowser();
useBody();

const files = {
	"large.svg": picture(1600, 900),
	"small.svg": picture(300, 200),
};
const css = "body { width: 600px } img { max-width: 100% }";

test("a paragraph that is one image with a title is a figure, linked or not; what else there is stays", async () => {
	const { page, body } = await showBody(
		`![a](small.svg "A *caption*")

[![b](small.svg "B")](https://example.org)

![c](small.svg)

![d](small.svg "D") ![e](small.svg "E")

text ![f](small.svg "F")

[text ![g](small.svg "G")](x)

<p id="own" class="x"><img src="small.svg" alt="h" title="H"></p>`,
		{ files },
	);
	assert.deepEqual(
		await body
			.locator("> *")
			.evaluateAll((all) => all.map((one) => one.localName)),
		["figure", "figure", "p", "p", "p", "p", "figure"],
	);
	assert.deepEqual(await page.locator("figcaption").allTextContents(), [
		"A *caption*",
		"B",
		"H",
	]);
	assert.deepEqual((await attributes(page.locator("img"), "title")).flat(), [
		null,
		null,
		null,
		"D",
		"E",
		"F",
		"G",
		null,
	]);
	assert.equal(await page.locator("figure > a > img").count(), 1);
	assert.deepEqual(await attributes(page.locator("figure"), "id", "class"), [
		[null, "ink-figure"],
		[null, "ink-figure"],
		["own", "x ink-figure"],
	]);
});

test("the servers of images are told what the settings say, and nothing before it counts", async () => {
	/** @type {(string | undefined)[]} */
	const referrers = [];
	await showBody('<img src="told.svg" alt="">\n\n![b](told.svg)', {
		files: {
			"told.svg": async (route) => {
				referrers.push(
					(await route.request().headerValue("referer")) ?? "none",
				);
				await route.fulfill({
					body: picture(9, 9),
					contentType: "image/svg+xml",
				});
			},
		},
		settings: { referrerPolicy: "no-referrer" },
	}).then(({ page }) => page.waitForLoadState("networkidle"));
	assert.deepEqual([...new Set(referrers)], ["none"]);
});

test("an image that cannot be had shows its text, and leaves no hole", async () => {
	const { page } = await showBody(
		'<img src="gone.png" alt="What was there" width="500" height="400"> <img src="small.svg" alt="" width="30" height="20">',
		{ files },
	);
	const image = page.locator(".ink-broken");
	await image.waitFor();
	assert.deepEqual(await attributes(image, "alt", "width", "height"), [
		["What was there", null, null],
	]);
	const box = await image.boundingBox();
	assert(box && box.height < 100, JSON.stringify(box));
	assert.equal(await page.locator("img[width]").count(), 1);
});

test("only an image that is larger than it is shown can be enlarged, and no sign in the text, nor one in a link", async () => {
	const { page } = await showBody(
		`![large](large.svg)

![small](small.svg)

<img src="large.svg" alt="sign" width="20"> <img src="large.svg" alt="">

[![linked](large.svg)](x)`,
		{ files, css },
	);
	await page.waitForFunction(
		() => document.querySelectorAll(".ink-zoom").length === 2,
	);
	assert.deepEqual(
		await attributes(page.locator(".ink-zoom"), "aria-label", "type", "form"),
		[
			["Enlarge the image: large", "button", ""],
			["Enlarge the image", "button", ""],
		],
	);
});

test("an image whose loading is told again and again has one button around it", async () => {
	const { page } = await showBody("![large](large.svg)", { files, css });
	const nested = await page.evaluate(async () => {
		const image = document.querySelector(".ink-body img");
		for (let frame = 0; frame < 20; frame++) {
			image?.dispatchEvent(new Event("load"));
			await new Promise(requestAnimationFrame);
		}
		return [
			document.querySelectorAll(".ink-zoom").length,
			document.querySelectorAll(".ink-zoom .ink-zoom").length,
		];
	});
	assert.deepEqual(nested, [1, 0]);
});

test("an image that comes to be shown smaller can then be enlarged", async () => {
	const { page } = await showBody("![small](small.svg)", {
		files,
		css: "img { max-width: 100% }",
	});
	await page.waitForFunction(() => document.querySelector("img")?.complete);
	assert.equal(await page.locator(".ink-zoom").count(), 0);
	await page.setViewportSize({ width: 200, height: 400 });
	await page.locator(".ink-zoom").waitFor();
});

const zoomed = '![A tea house](large.svg "The *house*")';

for (const { name, close } of [
	{
		name: "Escape",
		close: (/** @type {import("./show.js").Page} */ page) =>
			page.keyboard.press("Escape"),
	},
	{
		name: "its button",
		close: (/** @type {import("./show.js").Page} */ page) =>
			page.getByRole("button", { name: "Close" }).click(),
	},
	{
		name: "a click beside the image",
		close: (/** @type {import("./show.js").Page} */ page) =>
			page.mouse.click(5, 400),
	},
]) {
	test(`the lightbox shows the image and its caption, takes the focus, and gives it back on ${name}`, async () => {
		const { page, complaints } = await showBody(zoomed, { files, css });
		const button = page.getByRole("button", {
			name: "Enlarge the image: A tea house",
		});
		await button.focus();
		await page.keyboard.press("Enter");
		const dialog = page.getByRole("dialog", { name: "A tea house" });
		await dialog.waitFor();
		assert.equal(await textOf(dialog.locator("figcaption")), "The *house*");
		assert.deepEqual(
			await attributes(dialog.locator("img"), "alt", "loading"),
			[["A tea house", null]],
		);
		await dialog.locator("figcaption").click();
		assert(await dialog.isVisible());
		assert(await dialog.evaluate((one) => one.matches(":modal")));
		assert(
			await dialog.evaluate((one) => one.contains(document.activeElement)),
		);
		await close(page);
		await dialog.waitFor({ state: "detached" });
		assert(await button.evaluate((one) => one === document.activeElement));
		assert.deepEqual(complaints, []);
	});
}

test("a button that its click gave no focus, as in Safari, has it after the lightbox", async () => {
	const { page } = await showBody(zoomed, { files, css });
	const button = page.locator(".ink-zoom");
	await button.evaluate((/** @type {HTMLElement} */ one) => one.click());
	await page.getByRole("dialog").waitFor();
	await page.keyboard.press("Escape");
	await page.getByRole("dialog").waitFor({ state: "detached" });
	assert(await button.evaluate((one) => one === document.activeElement));
});

test("the lightbox works in a shadow root", async () => {
	const { page } = await showBody(zoomed, { files, shadow: true, css });
	await page.setViewportSize({ width: 500, height: 500 });
	await page.locator("img").evaluate((image) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync("img { width: 300px }");
		/** @type {ShadowRoot} */ (image.getRootNode()).adoptedStyleSheets = [
			sheet,
		];
	});
	await page.locator(".ink-zoom").click();
	await page.getByRole("dialog").waitFor();
	await page.keyboard.press("Escape");
	await page.getByRole("dialog").waitFor({ state: "detached" });
});
