// @ts-check
// Every kind of page that a site has, by all of axe's rules and under the strictest policy: wide and narrow, light and
// dark, written from left to right and from right to left.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violationsOf } from "../accessible.js";
import { useBrowser } from "../browser.js";
import { openBench } from "./bench.js";

useBrowser();

const right = /** @type {const} */ ("right");
const widgets = [
	"search",
	"recent",
	"categories",
	"taglist",
	"languages",
	"social",
];

/**
 * A site that has something for each part of each page.
 * @param {string} lang
 * @returns {import("./bench.js").Given}
 */
function siteIn(lang) {
	const [word, other] =
		lang === "ar" ? ["حبر", "طباعة"] : ["Ink", "Letterpress"];
	return {
		cards: Array.from({ length: 7 }, (_, index) => ({
			site: lang,
			title: `${word} ${index}`,
			lead: index % 2 ? other : "",
			summary: `${word} ${other} ${word}`,
			date: `202${index % 3}-0${index + 1}-12`,
			authors: [other],
			categories: [word, other],
			tags: [word, "C#", "墨"],
			minutes: index,
			lang: index === 3 ? "zh-CN" : lang,
			thumbnail: {
				src: index % 2 ? "../icon.svg" : "",
				alt: index % 3 ? word : "",
				visibility: null,
			},
		})),
		sections: [{ site: lang, name: "posts", title: other, summary: word }],
		hits: [1, 2].map((number) => ({
			route: `/posts/${number}`,
			title: `${word} ${number}`,
			snippet: `${word} ${other}`,
			marks: [[0, word.length]],
		})),
		configuration: {
			lang,
			tagline: other,
			logo: { src: "../icon.svg", alt: "" },
			baseUrl: "https://me.example/",
			languages: [{ lang }, { lang: "zh", title: "墨" }],
			pageSize: 3,
			readMore: true,
			termCounts: true,
			schemeSwitch: true,
			menus: {
				main: [
					{ title: word, url: "/posts", weight: 0 },
					{ title: other, url: "/tags", weight: 0 },
				],
				footer: [{ title: other, url: "/archive", weight: 0 }],
			},
			sidebar: { home: right, list: right, single: right },
			widgets: { home: widgets, list: widgets },
			settings: { social: [{ title: "Code", url: "https://code.example/" }] },
		},
	};
}

for (const [name, lang, options] of /** @type {[string, string, object][]} */ ([
	["wide and light", "en", {}],
	[
		"narrow and dark",
		"en",
		{ viewport: { width: 360, height: 740 }, colorScheme: "dark" },
	],
	["from right to left", "ar", {}],
])) {
	test(`${name}: no page of a site breaks a rule of accessibility, or the strictest policy`, async () => {
		const { page, show, complaints } = await openBench(options);
		const site = siteIn(lang);
		const places = /** @type {[string, object?][]} */ ([
			["/"],
			["/", { page: 2 }],
			["/posts"],
			["/tags"],
			["/tags/c#"],
			["/archive"],
			["/archive/2021"],
			["/search"],
			["/search", { query: "ink" }],
			["/nowhere"],
			["/zh"],
		]);
		for (const [route, address] of places) {
			await show(site, route, address);
			if (address && "query" in address) {
				await page.locator(".ink-results li").first().waitFor();
			}
			assert.deepEqual(
				await violationsOf(page),
				[],
				`${route} ${JSON.stringify(address)}`,
			);
		}
		const button = page.locator(".ink-menu-button");
		if (await button.isVisible()) {
			await button.click();
			assert.deepEqual(await violationsOf(page), [], "the open menu");
		}
		assert.deepEqual(complaints, []);
	});
}
