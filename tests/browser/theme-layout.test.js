// @ts-check
// Protects where the themes put the parts of a page: in every width, script and column, on paper, in a shadow root, and
// under rules of the page's own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { give, openPage, useBrowser } from "./browser.js";
import { themePage } from "./theme-page.js";

useBrowser();

/**
 * @param {Parameters<typeof themePage>[0]} content
 * @param {number} width of the window
 * @param {import("./browser.js").ContextOptions} [options]
 */
async function open(content, width, options) {
	const { page } = await openPage({
		viewport: { width, height: 800 },
		...options,
	});
	await give(page, { "test.html": themePage(content) });
	await page.goto("static/test.html");
	return page;
}

/**
 * @param {import("./browser.js").Page} page
 * @param {string} selector
 */
async function boxOf(page, selector) {
	const box = await page.locator(selector).first().boundingBox();
	assert(box, selector);
	return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

/**
 * @param {import("./browser.js").Page} page
 * @param {string} selector
 * @param {string} property
 * @param {string} [pseudo]
 */
function styleOf(page, selector, property, pseudo) {
	return page
		.locator(selector)
		.first()
		.evaluate(
			(element, [property = "", pseudo]) =>
				getComputedStyle(element, pseudo).getPropertyValue(property),
			[property, pseudo],
		);
}

for (const theme of /** @type {const} */ (["default", "minimal"])) {
	for (const dir of /** @type {const} */ (["ltr", "rtl"])) {
		for (const sidebar of /** @type {const} */ (["none", "right"])) {
			test(`${theme}: nothing is wider than the screen, ${dir}, sidebar ${sidebar}`, async () => {
				const page = await open({ theme, dir, sidebar }, 320);
				for (const width of [320, 390, 768, 1024, 1280]) {
					await page.setViewportSize({ width, height: 800 });
					const [content = 0, screen = 0] = await page.evaluate(() => {
						const { scrollWidth, clientWidth } = document.documentElement;
						return [scrollWidth, clientWidth];
					});
					assert(content <= screen, `${content} in ${screen}`);
				}
			});
		}
	}

	test(`${theme}: the aside stands on its side where there is room, else below`, async () => {
		for (const [sidebar, dir, isAfter] of /** @type {const} */ ([
			["right", "ltr", true],
			["left", "ltr", false],
			["right", "rtl", false],
			["left", "rtl", true],
		])) {
			const page = await open({ theme, sidebar, dir }, 1280);
			const [main, aside] = [
				await boxOf(page, ".ink-main"),
				await boxOf(page, ".ink-aside"),
			];
			assert.equal(aside.y, main.y);
			assert(
				isAfter ? aside.x >= main.right : aside.right <= main.x,
				`${sidebar} ${dir}`,
			);
			await page.setViewportSize({ width: 390, height: 800 });
			const below = await boxOf(page, ".ink-aside");
			assert(below.y >= (await boxOf(page, ".ink-main")).bottom);
			await page.close();
		}
	});

	test(`${theme}: without an aside the contents stand beside the text, in view, and above it on a phone`, async () => {
		const page = await open({ theme }, 1280);
		const [toc, body] = [
			await boxOf(page, ".ink-toc"),
			await boxOf(page, ".ink-body"),
		];
		assert(toc.right <= body.x);
		assert.equal(toc.y, body.y);
		await page.evaluate((y) => scrollTo(0, y), body.y + 300);
		const followed = await boxOf(page, ".ink-toc");
		assert(followed.y >= 0 && followed.y < 100, `${followed.y}`);
		await page.setViewportSize({ width: 390, height: 800 });
		assert(
			(await boxOf(page, ".ink-toc")).bottom <=
				(await boxOf(page, ".ink-body")).y,
		);
	});

	test(`${theme}: the place of the thumbnail is kept before the image is there`, async () => {
		const page = await open({ theme }, 390);
		await page
			.locator(".ink-thumbnail img")
			.evaluate((image) => image.setAttribute("src", "never.svg"));
		const { width, height } = await boxOf(page, ".ink-thumbnail img");
		assert.equal(Math.round((width * 9) / 16), Math.round(height));
		assert.equal(width, (await boxOf(page, "inkstone-article")).width);
	});

	test(`${theme}: the newer article keeps its side without an older one`, async () => {
		const page = await open({ theme }, 1280);
		const both = await boxOf(page, ".ink-pager-newer");
		await page.locator(".ink-pager-older").evaluate((link) => link.remove());
		assert.equal((await boxOf(page, ".ink-pager-newer")).x, both.x);
	});

	test(`${theme}: in a narrow column of a wide page, an article is laid out as on a phone`, async () => {
		const page = await open({ theme, sidebar: "right" }, 1280);
		await page.addStyleTag({ content: "#host { inline-size: 400px }" });
		const [main, aside] = [
			await boxOf(page, ".ink-main"),
			await boxOf(page, ".ink-aside"),
		];
		assert(aside.y >= main.bottom);
		assert(main.width < 400 && main.width > 340, `${main.width}`);
	});

	test(`${theme}: what scrolls sideways does so in its own frame`, async () => {
		const page = await open({ theme }, 390);
		for (const frame of [".ink-scroll", ".ink-body pre"]) {
			const isWider = await page
				.locator(frame)
				.evaluate((element) => element.scrollWidth > element.clientWidth);
			assert(isWider, frame);
		}
	});

	test(`${theme}: the skip link shows when it has the focus, and what is for ears alone never`, async () => {
		const page = await open({ theme }, 1280);
		assert((await boxOf(page, ".ink-skip")).width <= 1);
		await page.locator(".ink-skip").focus();
		assert((await boxOf(page, ".ink-skip")).width > 20);
		assert((await boxOf(page, ".ink-footnotes-title")).width <= 1);
	});

	test(`${theme}: paper gets the text and no navigation`, async () => {
		const page = await open({ theme, sidebar: "right" }, 1280);
		await page.emulateMedia({ media: "print" });
		for (const part of [".ink-toc", ".ink-pager", ".ink-aside", ".ink-skip"]) {
			assert.equal(await styleOf(page, part, "display"), "none", part);
		}
		assert(await page.locator(".ink-body").isVisible());
	});
}

test("on paper, links show where they lead, details are open, and it is black on white in the dark, too", async () => {
	const page = await open({}, 1280, { colorScheme: "dark" });
	await page.emulateMedia({ media: "print" });
	assert.match(
		await styleOf(page, ".ink-external", "content", "::after"),
		/https:\/\/example\.org\//,
	);
	assert.equal(await styleOf(page, ".ink-title", "color"), "rgb(0, 0, 0)");
	assert.equal(
		await styleOf(page, "inkstone-article", "background-color"),
		"rgb(255, 255, 255)",
	);
	assert((await boxOf(page, ".closed p")).height > 0);
});

test("the scheme is the system's, unless the page says otherwise", async () => {
	const page = await open({}, 1280, { colorScheme: "dark" });
	const paper = () => styleOf(page, "body", "background-color");
	const dark = await paper();
	await page.emulateMedia({ colorScheme: "light" });
	const light = await paper();
	assert.notEqual(light, dark);
	for (const [scheme, expected] of [
		["dark", dark],
		["light", light],
		["system", light],
	]) {
		await page
			.locator("html")
			.evaluate(
				(root, scheme) => root.setAttribute("data-ink-scheme", scheme ?? ""),
				scheme,
			);
		assert.equal(await paper(), expected, scheme);
	}
});

test("any rule of the page's own wins, and any property that it sets counts", async () => {
	const page = await open(
		{
			head: `<style>* { letter-spacing: 3px } h1 { color: rgb(1, 2, 3) } :root { --ink-quiet: rgb(4, 5, 6) }</style>`,
		},
		1280,
	);
	assert.equal(await styleOf(page, ".ink-title", "letter-spacing"), "3px");
	assert.equal(await styleOf(page, ".ink-title", "color"), "rgb(1, 2, 3)");
	assert.equal(await styleOf(page, ".ink-lead", "color"), "rgb(4, 5, 6)");
});

test("in a shadow root it looks the same", async () => {
	const [open1, open2] = [
		await open({ sidebar: "right" }, 1280),
		await open({ sidebar: "right", shadow: true }, 1280),
	];
	for (const [selector, property] of /** @type {const} */ ([
		[".ink-title", "font-size"],
		[".ink-title", "color"],
		[".ink-body p", "font-family"],
		["inkstone-article", "background-color"],
	])) {
		assert.equal(
			await styleOf(open2, selector, property),
			await styleOf(open1, selector, property),
			`${selector} ${property}`,
		);
	}
	const [aside, main] = [
		await boxOf(open2, ".ink-aside"),
		await boxOf(open2, ".ink-main"),
	];
	assert.equal(aside.y, main.y);
	assert(aside.x > main.right);
});

for (const [lang, family] of /** @type {const} */ ([
	["zh-CN", "PingFang SC"],
	["zh-Hans", "PingFang SC"],
	["zh", "PingFang SC"],
	["zh-TW", "PingFang TC"],
	["zh-Hant-HK", "PingFang TC"],
	["ja", "Hiragino Sans"],
	["ko", "Apple SD Gothic Neo"],
	["de", "Charter"],
])) {
	test(`text in ${lang} has its typeface, and so have Japanese words in it`, async () => {
		const page = await open({ lang }, 1280);
		const first = async (/** @type {string} */ selector) =>
			(await styleOf(page, selector, "font-family"))
				.split(",")[0]
				?.replaceAll('"', "");
		assert.equal(await first(".first"), family);
		assert.equal(await first(".japanese"), "Hiragino Sans");
	});
}

test("Chinese, Japanese and Korean are not slanted but dotted; Korean words stay whole", async () => {
	for (const [lang, position] of /** @type {const} */ ([
		["zh-CN", "under"],
		["ja", "over"],
		["ko", "over"],
	])) {
		const page = await open({ lang }, 1280);
		assert.equal(await styleOf(page, ".first em", "font-style"), "normal");
		assert.notEqual(
			await styleOf(page, ".first em", "text-emphasis-style"),
			"none",
		);
		assert.match(
			await styleOf(page, ".first em", "text-emphasis-position"),
			new RegExp(`^${position}`),
		);
		assert.equal(
			await styleOf(page, ".first", "word-break"),
			lang === "ko" ? "keep-all" : "normal",
		);
		await page.close();
	}
	const page = await open({ lang: "en" }, 1280);
	assert.equal(await styleOf(page, ".first em", "font-style"), "italic");
});

test("where the system has taken the colours away, boxes have borders", async () => {
	const page = await open({}, 1280, { forcedColors: "active" });
	assert.notEqual(
		await styleOf(page, ".markdown-alert", "border-inline-start-color"),
		await styleOf(page, ".markdown-alert", "background-color"),
	);
	assert.equal(
		await styleOf(page, ".ink-external", "content", "::after"),
		"none",
	);
});
