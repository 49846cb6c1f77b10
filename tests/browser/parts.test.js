// @ts-check
// The author box, the pager, and accounts elsewhere: what each shows of what a site or settings give, that nothing
// they give can do more than be shown, and that axe finds nothing in any part that needs a site.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { textOf, useBrowser } from "./browser.js";
import { links, openParts, show, widgetNames } from "./parts.js";

useBrowser();

test("the author box introduces an author whom the settings know", async () => {
	const { page, complaints } = await openParts();
	const reports = await show(page, "authorbox", () => ({
		values: { author: ["ada"] },
		settings: {
			referrerPolicy: "no-referrer",
			authors: {
				ada: {
					name: "Ada <b>L.</b>",
					bio: "Writes <i>programs</i>.",
					avatar: "icon.svg",
					url: "/ada",
				},
			},
		},
	}));
	assert.deepEqual(reports, []);
	const box = page.getByRole("region", { name: "About Ada <b>L.</b>" });
	assert.equal(await textOf(box.locator("p")), "Writes <i>programs</i>.");
	assert.deepEqual(await links(page, ".ink-authorbox", ["rel"]), [
		["About Ada <b>L.</b>", new URL("/ada", page.url()).href, "author"],
	]);
	assert.deepEqual(
		await box
			.locator("img")
			.evaluate((image) =>
				Object.fromEntries(
					[...image.attributes].map(({ name, value }) => [name, value]),
				),
			),
		{
			class: "ink-avatar",
			alt: "",
			width: "96",
			height: "96",
			decoding: "async",
			loading: "lazy",
			referrerpolicy: "no-referrer",
			src: new URL("icon.svg", page.url()).href,
		},
	);
	assert.deepEqual(complaints, []);
});

test("several authors have a section each, and who is not known has none", async () => {
	const { page } = await openParts();
	const reports = await show(page, "authorbox", () => ({
		values: { author: ["b", "nobody", "a"] },
		settings: { authors: { a: { bio: "A." }, b: { bio: "B." } } },
	}));
	assert.deepEqual(reports, []);
	assert.deepEqual(
		await page
			.locator(".ink-authorboxes > .ink-authorbox h2")
			.allTextContents(),
		["About b", "About a"],
	);
});

test("an author of whom nothing is known leaves no box, and the article's author is told where authors are set", async () => {
	const { page } = await openParts();
	for (const surroundings of [
		() => ({ values: { author: ["__proto__", "constructor"] } }),
		() => ({
			values: { author: ["__proto__", "constructor"] },
			settings: { authors: { other: { bio: "x" } } },
		}),
		() => ({
			values: { author: ["__proto__", "constructor"] },
			settings: { authors: { constructor: {} } },
		}),
	]) {
		const [report, ...others] = await show(
			page,
			"authorbox",
			/** @type {any} */ (surroundings),
		);
		assert.deepEqual(report.slice(0, 2), ["page-no-author", "authorbox"]);
		assert.match(report[2], /“__proto__”, “constructor”.*`authors`/);
		assert.deepEqual(others, []);
	}
	const [[code]] = await show(page, "authorbox", () => ({}));
	assert.equal(code, "page-no-author");
	assert.deepEqual(
		await show(page, "authorbox", () => ({
			values: { authorbox: false, author: ["x"] },
		})),
		[],
	);
	assert.equal(await page.locator("main > :not(h1)").count(), 0);
});

test("an author's own `__proto__` is an author like others", async () => {
	const { page } = await openParts();
	await show(page, "authorbox", () => ({
		values: { author: ["__proto__"] },
		settings: { authors: JSON.parse('{"__proto__": {"bio": "Odd."}}') },
	}));
	assert.equal(await textOf(page.locator(".ink-authorbox p")), "Odd.");
});

test("URLs of authors and accounts that could run something are left out and told of", async () => {
	const { page } = await openParts();
	const reports = await show(page, "authorbox", () => ({
		values: { author: ["a"] },
		settings: {
			authors: {
				a: {
					bio: "A.",
					avatar: "data:image/svg+xml,<svg/>",
					url: " java\nscript:alert(1)",
				},
			},
		},
	}));
	assert.deepEqual(
		reports.map(([code, key]) => [code, key]),
		[
			["page-setting", "authorbox"],
			["page-setting", "authorbox"],
		],
	);
	assert.equal(await page.locator(".ink-authorbox :is(a, img)").count(), 0);

	const [[code, key, message]] = await show(page, "aside", () => ({
		values: { widgets: ["social"] },
		settings: {
			social: [
				{ title: "Bad", url: "javascript:alert(1)" },
				{ title: "Mail", url: "mailto:a@example.org" },
				{ title: "<b>Web</b>", url: "https://example.org/@a" },
			],
		},
	}));
	assert.deepEqual([code, key], ["page-setting", "widgets"]);
	assert.match(message, /“Bad”.*javascript:/);
	assert.deepEqual(await links(page, ".ink-widget-social", ["rel", "target"]), [
		["Mail", "mailto:a@example.org", "me noopener", null],
		["<b>Web</b>", "https://example.org/@a", "me noopener", null],
	]);
});

test("an avatar that cannot be had leaves no hole", async () => {
	const { page } = await openParts();
	await show(page, "authorbox", () => ({
		values: { author: ["a"] },
		settings: { authors: { a: { avatar: "nowhere.png", bio: "A." } } },
	}));
	await page.waitForSelector(".ink-avatar", { state: "detached" });
	assert.equal(await page.locator(".ink-authorbox").count(), 1);
});

test("the pager leads to the older article and then to the newer one", async () => {
	const { page, complaints } = await openParts();
	await show(page, "pager", () => ({
		site: {
			asked: /** @type {string[]} */ ([]),
			/** @param {string} article */
			neighbours(article) {
				this.asked.push(article);
				return {
					older: { title: "<i>Old</i>", url: "old" },
					newer: { title: this.asked.join(), url: "#/new" },
				};
			},
		},
	}));
	const here = new URL("here.md", page.url()).href;
	await page.getByRole("navigation", { name: "More articles" }).waitFor();
	assert.deepEqual(await links(page, ".ink-pager", ["class", "rel"]), [
		["Previous <i>Old</i>", "old", "ink-pager-older", "prev"],
		[`Next ${here}`, "test.html#/new", "ink-pager-newer", "next"],
	]);
	assert.deepEqual(complaints, []);
});

test("the only neighbour keeps the class that tells its side", async () => {
	const { page } = await openParts();
	await show(page, "pager", () => ({
		site: { neighbours: async () => ({ newer: { title: "N", url: "n" } }) },
	}));
	await show(page, "pager", () => ({
		site: { neighbours: async () => ({ older: { title: "O", url: "o" } }) },
	}));
	assert.deepEqual(
		await page
			.locator(".ink-pager > *")
			.evaluateAll((all) => all.map(({ className }) => className)),
		["ink-pager-newer", "ink-pager-older"],
	);
});

test("without neighbours, or where they are not wanted, there is no pager", async () => {
	const { page, complaints } = await openParts();
	for (const surroundings of [
		() => ({}),
		() => ({ site: {} }),
		() => ({ site: { neighbours: () => ({}) } }),
		() => ({ site: { neighbours: () => null } }),
		() => ({
			site: {
				neighbours: () => ({ older: { title: "x", url: "javascript:x" } }),
			},
		}),
		() => ({
			values: { pager: false },
			site: {
				neighbours() {
					throw new Error("was asked");
				},
			},
		}),
	]) {
		await show(page, "pager", surroundings);
	}
	assert.equal(await page.locator("main > :not(h1)").count(), 0);
	assert.deepEqual(complaints, []);
});

const axe = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
	"utf8",
);

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
	test(`axe finds nothing in all of it, ${colorScheme}`, async () => {
		const { page, complaints } = await openParts({ colorScheme });
		await show(page, "authorbox", () => ({
			values: { author: ["a", "b"] },
			settings: {
				authors: {
					a: { avatar: "icon.svg", bio: "A.", url: "/a" },
					b: { bio: "B." },
				},
			},
		}));
		await show(page, "pager", () => ({
			site: {
				neighbours: () => ({
					older: { title: "Old", url: "o" },
					newer: { title: "New", url: "n" },
				}),
			},
		}));
		await show(page, "aside", () => ({
			values: {
				widgets: [
					"search",
					"recent",
					"categories",
					"taglist",
					"social",
					"languages",
					"sidemenu",
					"toc",
				],
			},
			settings: { social: [{ title: "Code", url: "https://example.org" }] },
			toc: [{ level: 2, id: "a", text: "A", children: [] }],
			site: {
				search: () => [
					{ title: "Hit", url: "h", snippet: "a hit", marks: [[2, 5]] },
				],
				searchUrl: () => "s",
				recent: () => [{ title: "R", url: "r" }],
				terms: () => [{ title: "T", url: "t", count: 2 }],
				languages: () => [
					{ title: "English", url: "en", lang: "en" },
					{ title: "中文", url: "zh", lang: "zh" },
				],
				menu: () => [{ title: "M", url: "m", current: true }],
			},
		}));
		assert.equal((await widgetNames(page)).length, 8);
		await page.getByRole("combobox").fill("hit");
		await page.getByRole("option").waitFor();
		await page.keyboard.press("ArrowDown");
		await page.evaluate(axe);
		/** @type {any} */
		const { violations } = await page.evaluate("axe.run()");
		assert.deepEqual(
			violations.map((/** @type {any} */ { id, nodes }) => [
				id,
				nodes.map((/** @type {any} */ { html }) => html),
			]),
			[],
		);
		assert.deepEqual(complaints, []);
	});
}
