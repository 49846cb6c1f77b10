// @ts-check
// Protects: nothing moves under a reader's eyes. The example pages are loaded cold, with the article or its pictures
// late or not, and read slowly to their end; what Chromium calls their cumulative layout shift stays below 0.02.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { useBrowser } from "./browser.js";
import { openExample, pages } from "./examples.js";

useBrowser();

/** What comes how late, in milliseconds. */
const circumstances = [
	{ name: "at once", article: 0, pictures: 0 },
	{ name: "late", article: 1500, pictures: 800 },
];

for (const example of pages) {
	for (const width of [1280, 390]) {
		test(`${example.name}: nothing moves at ${width} pixels, whether all comes at once or late`, async (context) => {
			await Promise.all(
				circumstances.map(async ({ name, article, pictures }) => {
					const { page } = await openExample(example, {
						viewport: { width, height: 900 },
						isMobile: width < 500,
						prepare: async (page) => {
							await page.addInitScript(watchShifts);
							await page.route(/\.md$/, (route) => late(route, article));
							await page.route(/\/images\//, (route) => late(route, pictures));
						},
					});
					await readSlowly(page);
					const { total, shifts } = await page.evaluate(
						() =>
							/** @type {{ total: number, shifts: string[] }} */ (
								Reflect.get(window, "shifted")
							),
					);
					context.diagnostic(`${name}: ${total.toFixed(4)}`);
					assert(total < 0.02, `${name}, ${total}: ${shifts.join("\n")}`);
				}),
			);
		});
	}
}

/**
 * @param {import("./browser.js").Route} route
 * @param {number} milliseconds
 */
async function late(route, milliseconds) {
	await sleep(milliseconds);
	// The page may be gone by then.
	await route.fallback().catch(() => {});
}

/** Runs in the page, before anything else. */
function watchShifts() {
	const shifted = { total: 0, shifts: /** @type {string[]} */ ([]) };
	Object.assign(window, { shifted });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) {
			const { value, sources } =
				/** @type {{ value: number, sources: { node?: Node, previousRect: DOMRect, currentRect: DOMRect }[] }} */ (
					/** @type {unknown} */ (entry)
				);
			shifted.total += value;
			shifted.shifts.push(
				`${value.toFixed(4)} at ${Math.round(scrollY)}: ${sources
					.map(({ node, previousRect, currentRect }) => {
						const element =
							node instanceof Element ? node : node?.parentElement;
						return `${element?.localName}.${element?.className} ${Math.round(previousRect.top)} → ${Math.round(currentRect.top)}, ${Math.round(currentRect.height)} high`;
					})
					.join("; ")}`,
			);
		}
	}).observe({ type: "layout-shift", buffered: true });
}

/**
 * Scrolls to the end, a window's height a second, and waits there for what comes.
 * @param {import("./browser.js").Page} page
 */
async function readSlowly(page) {
	await page.evaluate(async () => {
		const pause = (/** @type {number} */ milliseconds) =>
			new Promise((resolve) => setTimeout(resolve, milliseconds));
		await pause(300);
		const end = () => document.documentElement.scrollHeight - innerHeight;
		while (scrollY < end() - 1) {
			scrollBy({ top: innerHeight / 4, behavior: "instant" });
			await pause(250);
		}
		await pause(1000);
		await new Promise((resolve) =>
			requestAnimationFrame(() => requestAnimationFrame(resolve)),
		);
	});
}
