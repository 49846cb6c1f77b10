// @ts-check
// Protects how the themes show a site's pages: header, menu, cards and footer in every width and script, for fingers,
// keyboards and colours of the reader's, with and without scripts, and on paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violationsOf } from "../accessible.js";
import { give, openPage, useBrowser } from "../browser.js";
import { sitePage } from "./theme-page.js";

useBrowser();

/**
 * @param {Parameters<typeof sitePage>[0]} content
 * @param {number} width of the window
 * @param {import("../browser.js").ContextOptions} [options]
 */
async function open(content, width, options) {
	const { page } = await openPage({
		viewport: { width, height: 800 },
		...options,
	});
	await give(page, { "test.html": sitePage(content) });
	await page.goto("static/test.html");
	return page;
}

/**
 * The boxes of all elements that are seen.
 * @param {import("../browser.js").Page} page
 * @param {string} selector
 */
async function boxesOf(page, selector) {
	const boxes = await page.locator(selector).evaluateAll((elements) =>
		elements.map((element) => {
			const { left, right, top, bottom, width, height } =
				element.getBoundingClientRect();
			return { left, right, top, bottom, width, height };
		}),
	);
	return boxes.filter(({ height }) => height > 0);
}

/**
 * The box of the one element that is seen.
 * @param {import("../browser.js").Page} page
 * @param {string} selector
 */
async function boxOf(page, selector) {
	const [box, ...others] = await boxesOf(page, selector);
	assert(box && others.length === 0, selector);
	return box;
}

/** The parts of a header, in the order in which the keyboard comes to them. */
const header = [
	".ink-site-title",
	".ink-menu",
	".ink-languages",
	".ink-site-header inkstone-scheme",
];
const menuLinks = ".ink-menu li > a";
const menuButton = ".ink-menu-button";

for (const theme of /** @type {const} */ (["default", "minimal"])) {
	for (const dir of /** @type {const} */ (["ltr", "rtl"])) {
		for (const content of /** @type {const} */ (["cards", "rows"])) {
			test(`${theme}: nothing is wider than the screen, ${content}, ${dir}`, async () => {
				const page = await open({ theme, dir, content, sidebar: "right" }, 320);
				for (const width of [320, 390, 768, 1024, 1280]) {
					await page.setViewportSize({ width, height: 800 });
					const [all = 0, screen = 0] = await page.evaluate(() => {
						const { scrollWidth, clientWidth } = document.documentElement;
						return [scrollWidth, clientWidth];
					});
					assert(all <= screen, `${all} in ${screen}`);
				}
			});
		}

		test(`${theme}: a wide header is one row in the order of the keyboard, with the menu in it, ${dir}`, async () => {
			const page = await open({ theme, dir }, 1280);
			const boxes = [];
			for (const part of header) {
				boxes.push(await boxOf(page, part));
			}
			for (const [index, box] of boxes.slice(1).entries()) {
				const before = boxes[index];
				assert(before && before.bottom > box.top && box.bottom > before.top);
				const isAfter =
					dir === "ltr" ? before.right <= box.left : before.left >= box.right;
				assert(isAfter, header[index + 1]);
			}
			assert.equal((await boxesOf(page, menuLinks)).length, 3);
			assert.deepEqual(await boxesOf(page, menuButton), []);
		});
	}

	test(`${theme}: in a narrow header the menu is behind a button, and one's own language is no link`, async () => {
		const page = await open({ theme }, 767);
		await boxOf(page, menuButton);
		assert.deepEqual(await boxesOf(page, menuLinks), []);
		assert.equal((await boxesOf(page, ".ink-languages a")).length, 1);
		await page
			.locator(menuButton)
			.evaluate((button) => button.setAttribute("aria-expanded", "true"));
		assert.equal((await boxesOf(page, menuLinks)).length, 3);
	});

	test(`${theme}: a menu that no script can open is open`, async () => {
		const page = await open({ theme }, 390, { javaScriptEnabled: false });
		for (const link of await page.locator(menuLinks).all()) {
			assert(await link.isVisible());
		}
		assert(!(await page.locator(menuButton).isVisible()));
	});

	test(`${theme}: what fingers touch in header, footer and pagination is 44 pixels high`, async () => {
		for (const width of [390, 1280]) {
			const page = await open({ theme }, width);
			await page
				.locator(menuButton)
				.evaluate((button) => button.setAttribute("aria-expanded", "true"));
			for (const selector of [
				".ink-site-header a",
				".ink-site-footer a",
				".ink-pagination a",
				".ink-read-more",
				width < 768 ? menuButton : ".ink-site-title",
			]) {
				const boxes = await boxesOf(page, selector);
				assert(boxes.length > 0, selector);
				for (const { height } of boxes) {
					assert(height >= 44, `${selector} at ${width}: ${height}`);
				}
			}
		}
	});

	test(`${theme}: titles of cards begin on one line, and images stand behind them, never wider than they may`, async () => {
		for (const [width, widest] of /** @type {const} */ ([
			[1280, 235],
			[390, 80],
		])) {
			const page = await open({ theme }, width);
			const image = await boxOf(page, ".ink-card-thumbnail img");
			assert(image.width <= widest && image.width >= 80, `${image.width}`);
			const [first, second] = await boxesOf(page, ".ink-card-title");
			assert(first && second);
			assert.equal(first.left, second.left);
			assert(first.right <= image.left);
			assert.equal(first.top, image.top);
			const next = await boxOf(page, ".ink-cards > li:last-child");
			assert(next.top >= image.bottom);
		}
	});

	test(`${theme}: the footer of a short page stands at the window's lower edge`, async () => {
		const page = await open({ theme, content: "nothing" }, 1280, {
			viewport: { width: 1280, height: 1400 },
		});
		const { bottom } = await boxOf(page, ".ink-site-footer");
		const end = await page.evaluate(
			() => document.body.getBoundingClientRect().bottom,
		);
		assert.equal(bottom, end);
		assert(bottom >= 1400);
	});

	test(`${theme}: on paper there is the site's name, and nothing that leads elsewhere`, async () => {
		const page = await open({ theme }, 800);
		await page.emulateMedia({ media: "print" });
		await boxOf(page, ".ink-site-title");
		for (const selector of [
			".ink-menu",
			".ink-languages",
			".ink-pagination",
			".ink-read-more",
			".ink-menu-footer",
			".ink-feeds",
		]) {
			assert.deepEqual(await boxesOf(page, selector), [], selector);
		}
	});
}

test("default: the menu of a narrow header opens over the page, which does not move", async () => {
	const page = await open({}, 390);
	const before = await boxOf(page, ".ink-title");
	await page
		.locator(menuButton)
		.evaluate((button) => button.setAttribute("aria-expanded", "true"));
	assert.deepEqual(await boxOf(page, ".ink-title"), before);
	for (const link of await page.locator(menuLinks).all()) {
		const isOnTop = await link.evaluate((link) => {
			const { left, top, width, height } = link.getBoundingClientRect();
			return (
				document.elementFromPoint(left + width / 2, top + height / 2) === link
			);
		});
		assert(isOnTop, (await link.textContent()) ?? "");
	}
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
	for (const content of /** @type {const} */ (["cards", "rows"])) {
		test(`default: axe finds nothing, contrast included: ${content}, ${colorScheme}`, async () => {
			const page = await open({ content, sidebar: "right" }, 390, {
				colorScheme,
			});
			await page
				.locator(menuButton)
				.evaluate((button) => button.setAttribute("aria-expanded", "true"));
			assert.deepEqual(await violationsOf(page), []);
		});
	}
}

test("default: the keyboard's place is seen in the header, in lists and in the footer", async () => {
	const page = await open({}, 1280);
	for (const selector of [
		".ink-site-title",
		menuLinks,
		".ink-card-title a",
		".ink-pagination a",
		".ink-menu-footer a",
	]) {
		const link = page.locator(selector).first();
		await link.focus();
		// As with the keyboard: the focus that a script sets after a key is shown.
		await page.keyboard.press("Shift+Tab");
		await page.keyboard.press("Tab");
		const outline = await link.evaluate((link) => {
			const { outlineStyle, outlineWidth } = getComputedStyle(link);
			return `${outlineStyle} ${outlineWidth}`;
		});
		assert.equal(outline, "solid 2px", selector);
	}
});

for (const reducedMotion of /** @type {const} */ ([
	"no-preference",
	"reduce",
])) {
	test(`default: pages give way to one another ${reducedMotion === "reduce" ? "at once for who wants less motion" : "in less than a fifth of a second"}`, async () => {
		const page = await open({}, 1280, { reducedMotion });
		const durations = await page.evaluate(async () => {
			await document.startViewTransition(() => {}).ready;
			return document
				.getAnimations()
				.map(({ effect }) => Number(effect?.getComputedTiming().duration));
		});
		if (reducedMotion === "reduce") {
			assert.deepEqual(durations, []);
		} else {
			assert(durations.length > 0);
			assert(Math.max(...durations) < 200, durations.join());
		}
	});
}

test("default: where the system takes colours away, the current entry and the menu's button are still seen", async () => {
	const page = await open({}, 1280, { forcedColors: "active" });
	const style = await page
		.locator(`${menuLinks}[aria-current]`)
		.evaluate((link) => getComputedStyle(link).borderBlockEndStyle);
	assert.equal(style, "solid");
	const other = await page
		.locator(`${menuLinks}:not([aria-current])`)
		.first()
		.evaluate((link) => getComputedStyle(link).borderBlockEndStyle);
	assert.equal(other, "none");
	await page.setViewportSize({ width: 390, height: 800 });
	const strokes = await page
		.locator(menuButton)
		.evaluate((button) => getComputedStyle(button, "::before").backgroundImage);
	assert.match(strokes, /^linear-gradient/);
});
