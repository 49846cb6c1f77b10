// @ts-check
// A page of a site that was made ahead of time stays as it is when its element begins to work: nothing moves or goes away, and
// the reader keeps place and focus. In three browsers.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { useEngines } from "../engines.js";
import { gate } from "../pages.js";
import { blog, configuration, headers, html } from "./blog.js";

const more = "sidebar: right\nwidgets: [recent, taglist]\n";

/** The site as it stands in the document, as a page of HTML that was made ahead. Runs in the page. */
function madeAhead() {
	const site = /** @type {Element} */ (
		document.querySelector("inkstone-site")?.cloneNode(true)
	);
	// The page of an article stands there without its element, which would begin by itself.
	const article = site.querySelector("inkstone-article");
	article?.replaceWith(...article.querySelectorAll(":scope > .ink-page"));
	for (const filled of site.querySelectorAll("inkstone-scheme")) {
		filled.replaceChildren();
	}
	const tags = [...document.head.querySelectorAll("[data-ink-head]")];
	return {
		body: site.outerHTML,
		head: tags.map((tag) => tag.outerHTML).join("\n"),
	};
}

/** Notes in every frame what there is to read. */
const watcher = `
	window.seen = { least: Infinity, shift: 0, frames: 0 };
	new PerformanceObserver((list) => {
		for (const { value } of list.getEntries()) seen.shift += value;
	}).observe({ type: "layout-shift", buffered: true });
	const look = () => {
		const page = document.querySelector(".ink-page .ink-main");
		if (page || seen.frames) {
			seen.frames++;
			const texts = [".ink-site-header", ".ink-page .ink-main", ".ink-page .ink-aside"].map((selector) => document.querySelector(selector)?.getBoundingClientRect().height ?? 0);
			seen.least = Math.min(seen.least, ...texts);
		}
		requestAnimationFrame(look);
	};
	look();
`;

for (const engine of useEngines({ keepsPages: true })) {
	for (const place of ["posts/a/", ""]) {
		const name = `${engine.name}, ${place ? "an article" : "a list"}`;
		/** @type {Awaited<ReturnType<typeof engine.open>>} */
		let page;
		/** @type {string} */
		let made;
		before(async () => {
			page = await engine.open({ headers, files: blog("path", { more }) });
			await page.goto(`blog/${place}`);
			await page.waitFor(".ink-page .ink-aside .ink-widget-taglist");
			const { body, head } = await page.evaluate(madeAhead);
			made = html(body, `${head}<script src="/static/watcher.js"></script>`);
			page.give({
				"/static/watcher.js": watcher,
				[`/blog/${place}`]: {
					body: made,
					headers: { "Content-Type": "text/html" },
				},
			});
		});

		test(`${name}: there is something to read all the time, and nothing moves`, async () => {
			const held = gate();
			page.give({
				"/blog/site.yaml": async () => {
					await held.opened;
					return configuration("path", more);
				},
			});
			await page.goto(`blog/${place}`);
			await page.waitFor(".ink-page");
			assert.equal(
				await page.evaluate(() => document.querySelector(".ink-loading")),
				null,
			);
			held.open();
			await page.waitFor("inkstone-site:not([aria-busy])");
			await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
			const { least, shift } = await page.evaluate(
				() =>
					/** @type {{ seen: { least: number, shift: number } }} */ (
						/** @type {unknown} */ (window)
					).seen,
			);
			assert.ok(least > 0, `a part was ${least} pixels high`);
			assert.equal(shift, 0);
			assert.equal(
				await page.evaluate(
					() => document.querySelectorAll(".ink-page, .ink-site-header").length,
				),
				2,
			);
		});

		test(`${name}: tags in the head are not doubled`, async () => {
			const doubled = await page.evaluate(() => {
				const tags = [...document.head.querySelectorAll("meta, link")].map(
					(tag) =>
						["name", "property", "rel", "hreflang", "type"]
							.map((name) => tag.getAttribute(name))
							.join(),
				);
				return tags.filter((tag, index) => tags.indexOf(tag) !== index);
			});
			assert.deepEqual(doubled, []);
		});

		test(`${name}: the reader keeps place and focus`, async () => {
			const held = gate();
			page.give({
				"/blog/site.yaml": async () => {
					await held.opened;
					return configuration("path", more);
				},
			});
			await page.goto("static/icon.svg");
			await page.goto(`blog/${place}`);
			await page.waitFor(".ink-page");
			const before = await page.evaluate(() => {
				const link = document.querySelector(".ink-aside .ink-widget a");
				/** @type {HTMLElement | null} */ (link)?.focus({
					preventScroll: true,
				});
				scrollTo({ top: 350, behavior: "instant" });
				return { y: scrollY, focus: document.activeElement?.textContent };
			});
			held.open();
			await page.waitFor("inkstone-site:not([aria-busy])");
			await page.waitForFunction(
				() => document.activeElement?.localName === "a",
			);
			assert.deepEqual(
				await page.evaluate(() => ({
					y: scrollY,
					focus: document.activeElement?.textContent,
				})),
				before,
			);
		});

		test(`${name}: it can be read where the configuration cannot be had`, async () => {
			page.give({ "/blog/site.yaml": { body: "", status: 500 } });
			await page.goto("static/icon.svg");
			await page.goto(`blog/${place}`);
			await page.waitForFunction(() =>
				document.querySelector("inkstone-site:state(error)"),
			);
			assert.equal(
				await page.evaluate(
					() => document.querySelectorAll(".ink-page .ink-main").length,
				),
				1,
			);
			assert.deepEqual(await page.texts(".ink-problem"), []);
		});
	}
}
