// @ts-check
// The page that searches a site, in three browsers: that it finds what the address and the reader say, tells how much it is,
// and can be walked through by the keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useEngines } from "../engines.js";
import { benchFiles, showing } from "./bench.js";

const engines = useEngines();

/** @param {number} count */
const hits = (count) =>
	Array.from({ length: count }, (_, index) => ({
		route: `/posts/${index + 1}`,
		title: `Hit ${index + 1}`,
		snippet: index === 0 ? "all about ink & <b>paper</b>" : "",
		marks: /** @type {[number, number][]} */ ([[10, 13]]),
	}));

/**
 * @param {(typeof engines)[number]} engine
 * @param {string} [query]
 * @param {import("./bench.js").Given} [given]
 */
async function openSearch(engine, query = "", given = { hits: hits(3) }) {
	const page = await engine.open({ files: await benchFiles() });
	await page.goto("static/site/");
	await page.waitForFunction(() => "bench" in window);
	await page.run(showing(given, "/search", { query }));
	await page.waitFor(".ink-search-field");
	return {
		page,
		/** @param {string} text */
		told: (text) =>
			page.waitForFunction(
				(text) => document.querySelector("[role=status]")?.textContent === text,
				text,
			),
		focusField: () =>
			page.evaluate(() =>
				/** @type {HTMLElement} */ (
					document.querySelector(".ink-search-field")
				).focus(),
			),
		/** What has the focus: the field, or a link by its words. */
		focused: () =>
			page.evaluate(
				() =>
					document.activeElement?.textContent ||
					document.activeElement?.className,
			),
	};
}

for (const engine of engines) {
	test(`${engine.name}: it finds at once what the address says, with the words that were found`, async () => {
		const { page, told } = await openSearch(engine, "ink");
		await told("3 articles");
		assert.equal(
			await page.evaluate(
				() =>
					/** @type {HTMLInputElement} */ (
						document.querySelector("main .ink-search-field")
					).value,
			),
			"ink",
		);
		assert.deepEqual(await page.texts("ol.ink-results h2 > a"), [
			"Hit 1",
			"Hit 2",
			"Hit 3",
		]);
		assert.deepEqual(await page.texts(".ink-search-snippet"), [
			"all about ink & <b>paper</b>",
		]);
		assert.deepEqual(await page.texts(".ink-search-snippet mark"), ["ink"]);
		assert.equal(
			await page.evaluate(
				() =>
					/** @type {HTMLAnchorElement} */ (
						document.querySelector(".ink-results a")
					).hash,
			),
			"#/posts/1",
		);
		assert.deepEqual(await page.complaints(), []);
	});

	test(`${engine.name}: it finds as the reader types, and tells what was searched for`, async () => {
		const { page, told, focusField } = await openSearch(engine);
		await told("Type what you are looking for.");
		await focusField();
		await page.type("ink");
		await told("3 articles");
		assert.deepEqual(
			await page.evaluate(() => Reflect.get(window, "bench").queries.at(-1)),
			"ink",
		);
		for (let i = 0; i < 3; i++) {
			await page.press("Backspace");
		}
		await told("Type what you are looking for.");
		assert.deepEqual(await page.texts(".ink-results li"), []);
		await page.type("nothing");
		await told("Nothing found");
		await page.press("Enter");
		assert.equal(await page.evaluate(() => location.pathname), "/static/site/");
		assert.equal(
			await page.evaluate(() => Reflect.get(window, "bench").queries.at(-1)),
			"nothing",
		);
	});

	test(`${engine.name}: arrows, Home and End walk through what was found, and Enter opens it`, async () => {
		const { page, told, focusField, focused } = await openSearch(engine, "ink");
		await told("3 articles");
		await focusField();
		for (const [key, expected] of [
			["ArrowUp", "ink-search-field"],
			["ArrowDown", "Hit 1"],
			["ArrowDown", "Hit 2"],
			["ArrowDown", "Hit 3"],
			["ArrowDown", "Hit 3"],
			["Home", "Hit 1"],
			["End", "Hit 3"],
			["ArrowUp", "Hit 2"],
			["Escape", "ink-search-field"],
			["ArrowDown", "Hit 1"],
			["ArrowUp", "ink-search-field"],
			["Home", "ink-search-field"],
			["ArrowDown", "Hit 1"],
		]) {
			await page.press(key);
			assert.equal(await focused(), expected, key);
		}
		await page.press("Enter");
		await page.waitForFunction(() => location.hash === "#/posts/1");
	});

	test(`${engine.name}: a search that fails says so, and the next one is made all the same`, async () => {
		const { page, told, focusField } = await openSearch(engine, "fail");
		await told("The search could not be loaded.");
		assert.deepEqual(await page.texts(".ink-results li"), []);
		await focusField();
		await page.press("End");
		await page.type("ing");
		await told("3 articles");
	});
}

test("of more articles than are shown it is not said how many there are", async () => {
	const [engine] = engines;
	const { page, told } = await openSearch(engine, "ink", { hits: hits(60) });
	await told("Results for “ink”");
	assert.equal((await page.texts(".ink-results li")).length, 20);
});

test("a page that has been left shows nothing that is found later", async () => {
	const [engine] = engines;
	const { page } = await openSearch(engine);
	await page.evaluate(async () => {
		const bench = Reflect.get(window, "bench");
		const field = /** @type {HTMLInputElement} */ (
			document.querySelector(".ink-search-field")
		);
		let answer = () => {};
		bench.answer = new Promise((resolve) => {
			answer = () => resolve(undefined);
		});
		field.value = "ink";
		field.form?.requestSubmit();
		bench.leave();
		answer();
		// Later than anything that the answer could have led to.
		await new Promise((resolve) => setTimeout(resolve));
	});
	assert.deepEqual(
		await page.evaluate(() => Reflect.get(window, "bench").asked),
		["ink"],
	);
	assert.deepEqual(await page.texts(".ink-results li"), []);
	assert.deepEqual(
		await page.evaluate(() => Reflect.get(window, "bench").queries),
		[],
	);
});
