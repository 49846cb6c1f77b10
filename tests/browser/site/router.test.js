// @ts-check
// Going from page to page of a site is as going from page to page: addresses, titles, places, the focus and the way
// back. With routes in the fragment and in the path, with the Navigation API and without, in three browsers.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { useEngines } from "../engines.js";
import { gate } from "../pages.js";
import { addressOf, articles, blog, headers, html } from "./blog.js";

/** @param {string} title */
const isTitle = (title) => document.title === title;

/** What a reader has before them. Runs in the page. */
const state = () => ({
	title: document.title,
	focus: document.activeElement?.textContent?.slice(0, 20) ?? "",
	focused: document.activeElement?.localName,
	y: Math.round(scrollY),
	heading: document.querySelector("main h1")?.textContent,
});

/** @param {number} y */
const scroll = (y) => scrollTo({ top: y, behavior: "instant" });

/** @param {number} y */
const isAt = (y) => Math.abs(scrollY - y) < 3;

/** @param {string} id */
const isAtTop = (id) => {
	const { top = 9999 } =
		document.getElementById(id)?.getBoundingClientRect() ?? {};
	return Math.abs(top) < 120;
};

/** @param {string} selector */
const click = (selector) =>
	/** @type {HTMLElement | null} */ (document.querySelector(selector))?.click();

const toB = '.ink-body a[href*="bee"]:not([href$="two"])';

/** @type {{ urls: "hash" | "path", hasNavigation: boolean }[]} */
const variants = [
	{ urls: "hash", hasNavigation: true },
	{ urls: "path", hasNavigation: true },
	{ urls: "hash", hasNavigation: false },
	{ urls: "path", hasNavigation: false },
];

for (const engine of useEngines({ keepsPages: true })) {
	for (const { urls, hasNavigation } of variants) {
		if (engine.name === "webkit" && !hasNavigation) {
			// It has none anyway.
			continue;
		}
		const name = `${engine.name}, ${urls}${hasNavigation ? "" : ", no Navigation API"}`;
		/** @type {Awaited<ReturnType<typeof engine.open>>} */
		let page;
		before(async () => {
			const head = hasNavigation
				? ""
				: '<script src="/static/without-navigation.js"></script>';
			page = await engine.open({
				headers,
				files: blog(urls, { page: html(undefined, head) }),
			});
		});
		/**
		 * @param {string} route
		 * @param {string} [heading]
		 */
		const arrive = async (route, heading) => {
			await page.goto("static/icon.svg");
			await page.goto(addressOf(urls, route, heading));
			await page.waitFor("inkstone-site > .ink-site-header");
		};
		/** @param {string} title */
		const shows = (title) => page.waitForFunction(isTitle, title);
		const address = async () =>
			(await page.evaluate(() => location.href)).slice(page.base.length);

		test(`${name}: the first page takes neither the focus nor the reader's place`, async () => {
			await arrive("/posts/a");
			await shows("Article A - Blog");
			const { focused, y } = await page.evaluate(state);
			assert.deepEqual({ focused, y }, { focused: "body", y: 0 });
		});

		test(`${name}: a link leads to the top of its page, whose heading has the focus`, async () => {
			await arrive("/posts/a");
			await shows("Article A - Blog");
			await page.evaluate(scroll, 700);
			await page.waitFor(toB);
			await page.evaluate(click, toB);
			await shows("Article B - Blog");
			assert.deepEqual(await page.evaluate(state), {
				title: "Article B - Blog",
				focus: "Article B",
				focused: "h1",
				y: 0,
				heading: "Article B",
			});
			assert.equal(await address(), addressOf(urls, "/posts/bee"));
		});

		test(`${name}: back and forward lead to where one was on each page`, async () => {
			await arrive("/");
			await shows("Blog");
			await page.click('.ink-card-title a[href*="posts/a"]');
			await shows("Article A - Blog");
			await page.evaluate(scroll, 900);
			await page.evaluate(click, toB);
			await shows("Article B - Blog");
			await page.evaluate(scroll, 500);
			await page.evaluate(() => history.back());
			await shows("Article A - Blog");
			await page.waitForFunction(isAt, 900);
			assert.equal(await address(), addressOf(urls, "/posts/a"));
			await page.evaluate(() => history.back());
			await shows("Blog");
			await page.waitForFunction(isAt, 0);
			await page.evaluate(() => history.go(2));
			await shows("Article B - Blog");
			await page.waitForFunction(isAt, 500);
		});

		test(`${name}: a page that is reloaded is where it was`, async () => {
			await arrive("/posts/a");
			await shows("Article A - Blog");
			await page.evaluate(scroll, 800);
			await page.evaluate(() => {
				setTimeout(() => location.reload());
			});
			await page.waitForFunction(
				() => document.title === "Article A - Blog" && scrollY > 0,
			);
			await page.waitForFunction(isAt, 800);
		});

		test(`${name}: a link within an article leads to its heading and has an address of its own`, async () => {
			await arrive("/posts/a");
			await shows("Article A - Blog");
			await page.evaluate(scroll, 100);
			await page.evaluate(click, '.ink-toc a[href$="one"]');
			await page.waitForFunction(isAtTop, "one");
			assert.equal(await address(), addressOf(urls, "/posts/a", "one"));
			await page.waitForFunction(
				() =>
					document.querySelector(".ink-toc a[aria-current]")?.textContent ===
					"One",
			);
			await page.evaluate(() => history.back());
			await page.waitForFunction(isAt, 100);
			assert.equal(await address(), addressOf(urls, "/posts/a"));
			await page.evaluate(() => history.forward());
			await page.waitForFunction(isAtTop, "one");
		});

		test(`${name}: the address of a heading leads there from outside, and from another page`, async () => {
			await arrive("/posts/a", "one");
			await shows("Article A - Blog");
			await page.waitForFunction(isAtTop, "one");
			assert.equal(
				await page.evaluate(
					() => document.querySelector(":is(:target, .ink-target)")?.id,
				),
				"one",
			);
			await page.waitFor('.ink-body a[href*="bee"][href$="two"]');
			await page.evaluate(click, '.ink-body a[href*="bee"][href$="two"]');
			await shows("Article B - Blog");
			await page.waitForFunction(isAtTop, "two");
			assert.equal(await address(), addressOf(urls, "/posts/bee", "two"));
			assert.equal(
				await page.evaluate(
					() => document.querySelector(":is(:target, .ink-target)")?.id,
				),
				"two",
			);
		});

		test(`${name}: a footnote and the way back from it work`, async () => {
			await arrive("/posts/a");
			await shows("Article A - Blog");
			await page.evaluate(click, ".footnote-ref a");
			await page.waitForFunction(() => scrollY > 500);
			assert.equal(
				await page.evaluate(
					() => document.querySelector(":is(:target, .ink-target)")?.localName,
				),
				"li",
			);
			await page.evaluate(click, ".footnote-backref");
			await page.waitForFunction(() => scrollY < 500);
		});

		test(`${name}: links between Markdown files are links to the pages`, async () => {
			await arrive("/posts/a");
			await shows("Article A - Blog");
			await page.waitFor(toB);
			assert.equal(
				await page.evaluate(
					(selector) => document.querySelector(selector)?.getAttribute("href"),
					toB,
				),
				`${page.base}${addressOf(urls, "/posts/bee")}`,
			);
		});

		test(`${name}: an alias leads to the article's own address`, async () => {
			await arrive("/old-a");
			await shows("Article A - Blog");
			assert.equal(await address(), addressOf(urls, "/posts/a"));
		});

		test(`${name}: of two pages the one that was asked for last is shown`, async () => {
			const held = gate();
			await arrive("/posts/a");
			await shows("Article A - Blog");
			await page.waitFor(toB);
			page.give({
				"/blog/posts/b.md": async () => {
					await held.opened;
					return articles["posts/b.md"];
				},
			});
			await page.evaluate(click, toB);
			await page.evaluate(click, '.ink-menu a[href*="tags"]');
			await shows("Tags - Blog");
			held.open();
			await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
			assert.equal((await page.evaluate(state)).heading, "Tags");
			assert.equal(await address(), addressOf(urls, "/tags"));
			page.give({ "/blog/posts/b.md": articles["posts/b.md"] });
		});

		test(`${name}: clicks that ask for something else are the browser's`, async () => {
			await arrive("/posts/a");
			await shows("Article A - Blog");
			await page.waitFor(toB);
			const prevented = await page.evaluate((selector) => {
				const link = /** @type {HTMLAnchorElement} */ (
					document.querySelector(selector)
				);
				/** @type {boolean[]} */
				const prevented = [];
				const stop = (/** @type {Event} */ event) => {
					prevented.push(event.defaultPrevented);
					event.preventDefault();
				};
				addEventListener("click", stop);
				/** @param {MouseEventInit} [how] */
				const press = (how) =>
					link.dispatchEvent(
						new MouseEvent("click", {
							bubbles: true,
							cancelable: true,
							composed: true,
							...how,
						}),
					);
				press({ ctrlKey: true });
				press({ metaKey: true });
				press({ shiftKey: true });
				link.target = "_blank";
				press();
				link.target = "";
				link.download = "b.md";
				press();
				link.removeAttribute("download");
				link.href = "http://elsewhere.test/";
				press();
				link.href = "/static/test.html";
				press();
				removeEventListener("click", stop);
				return prevented;
			}, toB);
			assert.deepEqual(prevented, Array(7).fill(false));
			assert.equal((await page.evaluate(state)).heading, "Article A");
		});

		test(`${name}: where there is nothing, a page says so, and search engines are told`, async () => {
			await arrive("/posts/nothing");
			await page.waitFor('meta[name="robots"][content="noindex"]');
			assert.equal((await page.evaluate(state)).heading, "Page not found");
			await page.evaluate(click, '.ink-menu a[href*="tags"]');
			await shows("Tags - Blog");
			assert.equal(
				await page.evaluate(
					() => document.querySelector('meta[name="robots"]') === null,
				),
				true,
			);
		});

		test(`${name}: an article that cannot be shown leaves the site around it as it is`, async () => {
			await page.goto("static/icon.svg");
			page.give({ "/blog/posts/broken.md": "---\ntitle: Broken\n---\n" });
			await page.evaluate(() => sessionStorage.clear());
			await arrive("/");
			await shows("Blog");
			page.give({ "/blog/posts/broken.md": "PNG\0" });
			await page.click('.ink-card-title a[href*="broken"]');
			await page.waitFor("inkstone-article .ink-problem");
			await shows("Broken - Blog");
			assert.deepEqual(await page.texts(".ink-site-title"), ["Blog"]);
			await page.evaluate(click, '.ink-menu a[href*="tags"]');
			await shows("Tags - Blog");
			assert.deepEqual(await page.texts(".ink-problem"), []);
		});
	}
}
