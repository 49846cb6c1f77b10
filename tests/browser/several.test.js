// @ts-check
// Several articles on one page: each must be whole by itself, and none may speak for the page. In three browsers.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { useEngines } from "./engines.js";
import { labPage, labScript } from "./lab.js";

const lines = Array.from({ length: 50 }, (_, index) => `Line ${index}.`).join(
	"\n\n",
);
/**
 * The same headings and notes, with formulas and code: all of them wait for the same things, and come at once.
 * @param {string} name
 */
const article = (name) =>
	`---\ntoc: true\nlead: The lead of ${name}.\n---\n# Title\n\nText of ${name}[^1] with $x$.\n\n\`\`\`js\nlet a;\n\`\`\`\n\n## One\n\n${lines}\n\n## Two\n\n${lines}\n\n[^1]: Note of ${name}.\n`;

const names = ["a", "b", "c"];
const elements = names
	.map((name) => `<inkstone-article src="${name}.md"></inkstone-article>`)
	.join("");

for (const engine of useEngines({ keepsPages: true })) {
	/** @type {Awaited<ReturnType<typeof engine.open>>} */
	let page;
	before(async () => {
		page = await engine.open({
			files: {
				"lab.js": labScript,
				...Object.fromEntries(
					names.map((name) => [`${name}.md`, article(name)]),
				),
				"test.html": labPage(
					elements,
					'<meta name="description" content="Before">',
				),
			},
		});
		await page.goto("static/test.html");
		await page.waitForFunction(
			() => document.querySelectorAll(".ink-article").length === 3,
		);
	});

	test(`${engine.name}: no id stands twice, though all articles come at once`, async () => {
		const twice = await page.evaluate(() => {
			const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
			return ids.filter((id, index) => ids.indexOf(id) !== index);
		});
		assert.deepEqual(twice, []);
	});

	test(`${engine.name}: contents, notes and their ways back lead within the article that they stand in`, async () => {
		const strays = await page.evaluate(() => {
			const strays = [];
			let count = 0;
			for (const element of document.querySelectorAll("inkstone-article")) {
				for (const link of element.querySelectorAll('a[href^="#"]')) {
					count++;
					const id = decodeURIComponent(
						link.getAttribute("href")?.slice(1) ?? "",
					);
					const target = document.getElementById(id);
					if (!target || !element.contains(target)) {
						strays.push(`${element.getAttribute("src")} ${id}`);
					}
				}
			}
			return [count, strays];
		});
		// Each: two of the contents, two anchors, the skip link, the reference to the note and its way back.
		assert.deepEqual(strays, [21, []]);
		for (const [index, name] of names.entries()) {
			await page.evaluate((index) => {
				const element = document.querySelectorAll("inkstone-article")[index];
				/** @type {HTMLElement | null} */ (
					element?.querySelector("sup a")
				)?.click();
			}, index);
			await page.waitForFunction(
				(text) =>
					document
						.querySelector(":target")
						?.textContent?.trim()
						.startsWith(text),
				`Note of ${name}.`,
			);
		}
	});

	test(`${engine.name}: what refers to ids for those who do not see finds them in its article`, async () => {
		const strays = await page.evaluate(() => {
			const strays = [];
			for (const element of document.querySelectorAll("inkstone-article")) {
				for (const attribute of ["aria-labelledby", "aria-describedby"]) {
					for (const one of element.querySelectorAll(`[${attribute}]`)) {
						for (const id of (one.getAttribute(attribute) ?? "").split(" ")) {
							if (!element.contains(document.getElementById(id))) {
								strays.push(`${attribute} ${id}`);
							}
						}
					}
				}
			}
			return strays;
		});
		assert.deepEqual(strays, []);
	});

	test(`${engine.name}: none is the page's main thing, and the document keeps its title and description`, async () => {
		assert.deepEqual(
			await page.evaluate(() => ({
				title: document.title,
				description: document
					.querySelector("meta[name=description]")
					?.getAttribute("content"),
				mains: document.querySelectorAll("main").length,
				titles: [...document.querySelectorAll("inkstone-article")].map(
					(element) => element.querySelectorAll("h1").length,
				),
			})),
			{ title: "Before", description: "Before", mains: 0, titles: [1, 1, 1] },
		);
	});

	test(`${engine.name}: the contents of each follow the reader through it`, async () => {
		const marks = () =>
			page.evaluate(() =>
				[...document.querySelectorAll("inkstone-article")].map(
					(element) =>
						element.querySelector("[aria-current]")?.textContent ?? null,
				),
			);
		/** @param {(string | null)[]} wanted */
		const waitForMarks = async (wanted) => {
			await page.waitForFunction(
				(wanted) =>
					JSON.stringify(
						[...document.querySelectorAll("inkstone-article")].map(
							(element) =>
								element.querySelector("[aria-current]")?.textContent ?? null,
						),
					) === JSON.stringify(wanted),
				wanted,
			);
			assert.deepEqual(await marks(), wanted);
		};
		/**
		 * @param {number} index
		 * @param {string} heading
		 */
		const go = (index, heading) =>
			page.evaluate(
				(index, heading) => {
					const element = document.querySelectorAll("inkstone-article")[index];
					[...(element?.querySelectorAll("h2") ?? [])]
						.find(({ textContent }) => textContent === heading)
						?.scrollIntoView({ behavior: "instant" });
				},
				index,
				heading,
			);
		await go(0, "One");
		await waitForMarks(["One", null, null]);
		await go(1, "Two");
		await waitForMarks(["Two", "Two", null]);
		await go(0, "Two");
		await waitForMarks(["Two", null, null]);
	});

	test(`${engine.name}: one that is made anew keeps its ids, and the others theirs`, async () => {
		const [before, after] = await page.evaluate(async () => {
			const lab = Reflect.get(window, "lab");
			const ids = () =>
				[...document.querySelectorAll(".ink-body h2[id]")].map(({ id }) => id);
			const before = ids();
			const [element] = document.querySelectorAll("inkstone-article");
			for (const side of ["left", "right"]) {
				const settled = lab.settled(element);
				element?.setAttribute("sidebar", side);
				await settled;
			}
			return [before, ids()];
		});
		assert.deepEqual(after, before);
	});

	test(`${engine.name}: an article that is alone is the page's main thing, unless the page has one`, async () => {
		/** @param {string} body */
		const mains = async (body) => {
			page.give({ "alone.html": labPage(body) });
			await page.goto("static/icon.svg");
			await page.goto("static/alone.html");
			await page.waitFor(".ink-article");
			return page.evaluate(() => [
				document.querySelectorAll("main").length,
				document.querySelectorAll("[role=main]").length,
				document.querySelector(".ink-main")?.localName,
				document.title,
			]);
		};
		const one = '<inkstone-article src="a.md"></inkstone-article>';
		assert.deepEqual(await mains(one), [1, 0, "main", "Title"]);
		assert.deepEqual(await mains(`<main>${one}</main>`), [
			1,
			0,
			"div",
			"Title",
		]);
		assert.deepEqual(await mains(`<div role="main"></div>${one}`), [
			0,
			1,
			"div",
			"Title",
		]);
	});

	test(`${engine.name}: in shadow roots of their own, each finds its own headings`, async () => {
		page.give({
			"shadow.html": labPage(
				elements.replaceAll("<inkstone-article", "<inkstone-article shadow"),
			),
		});
		await page.goto("static/shadow.html");
		await page.waitForFunction(() =>
			[...document.querySelectorAll("inkstone-article")].every((element) =>
				element.shadowRoot?.querySelector(".ink-article"),
			),
		);
		const focused = await page.evaluate(() =>
			[...document.querySelectorAll("inkstone-article")].map((element) => {
				const root = element.shadowRoot;
				/** @type {HTMLElement | null | undefined} */ (
					root?.querySelector('.ink-toc a[href="#two"]')
				)?.click();
				return [
					root?.activeElement?.id,
					document.activeElement === element,
					root?.querySelectorAll("main").length,
				];
			}),
		);
		assert.deepEqual(
			focused,
			names.map(() => ["two", true, 0]),
		);
		assert.equal(await page.evaluate(() => document.title), "Before");
	});
}
