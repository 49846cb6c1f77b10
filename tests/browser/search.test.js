// @ts-check
// The widget `search`: what it asks the site and when, its keyboard, and that only the newest answer counts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf, useBrowser } from "./browser.js";
import { openParts, show } from "./parts.js";

useBrowser();

/** @typedef {import("./browser.js").Page} Page */

/**
 * Opens a page with the widget of a site that notes what it is asked and answers when it is told to. Time stands still.
 */
async function openSearch() {
	const opened = await openParts({
		prepare: (page) => page.clock.install({ time: 0 }),
	});
	const { page } = opened;
	await page.clock.pauseAt(60_000);
	await show(page, "aside", () => {
		const asked = Object.assign(window, {
			asked: /** @type {any[]} */ ([]),
		}).asked;
		return {
			values: { widgets: ["search"] },
			site: {
				search: (
					/** @type {string} */ query,
					/** @type {AbortSignal} */ signal,
				) =>
					new Promise((answer, fail) =>
						asked.push({ query, signal, answer, fail }),
					),
				searchUrl: (/** @type {string} */ query) =>
					`#/search?q=${encodeURIComponent(query)}`,
			},
		};
	});
	return {
		...opened,
		field: page.getByRole("combobox", { name: "Search" }),
		options: page.getByRole("option"),
	};
}

/**
 * What the site was asked so far, and whether it still has to answer.
 * @param {Page} page
 * @returns {Promise<[query: string, state: string][]>}
 */
function asked(page) {
	return page.evaluate(
		"asked.map(({ query, signal }) => [query, signal.aborted ? 'dropped' : 'wanted'])",
	);
}

/**
 * Answers what the site was asked.
 * @param {Page} page
 * @param {number} index of the question
 * @param {unknown} hits
 */
async function answer(page, index, hits) {
	await page.evaluate(`asked[${index}].answer(${JSON.stringify(hits)})`);
}

/**
 * Types, waits, and answers with as many hits as wanted.
 * @param {Page} page
 * @param {string} query
 * @param {number} count
 */
async function find(page, query, count) {
	await page.getByRole("combobox").fill(query);
	await page.clock.runFor(150);
	await answer(
		page,
		(await asked(page)).length - 1,
		Array.from({ length: count }, (_, index) => ({
			title: `${query} ${index}`,
			url: `#/${query}-${index}`,
			snippet: "",
			marks: [],
		})),
	);
}

/** @param {Page} page */
async function selected(page) {
	const field = page.getByRole("combobox");
	const id = await field.getAttribute("aria-activedescendant");
	const marked = await page
		.locator('[aria-selected="true"]')
		.evaluateAll((all) => all.map((option) => [option.id, option.textContent]));
	assert.deepEqual(
		marked.map(([id]) => id),
		id ? [id] : [],
	);
	return marked[0]?.[1];
}

test("a site that can only show a page with results gets a plain form", async () => {
	const { page, complaints } = await openParts();
	await show(page, "aside", () => ({
		values: { widgets: ["search"] },
		site: {
			searchUrl: (/** @type {string} */ query) =>
				`#/s/${encodeURIComponent(query)}`,
		},
	}));
	const form = page.getByRole("search", { name: "Search" });
	const field = form.getByRole("searchbox", { name: "Search" });
	await field.press("Enter");
	await field.fill("   ");
	await field.press("Enter");
	assert.equal(new URL(page.url()).hash, "");
	await field.fill(" 墨 & ink ");
	await field.press("Enter");
	assert.equal(
		new URL(page.url()).hash,
		`#/s/${encodeURIComponent("墨 & ink")}`,
	);
	await field.fill("other");
	await form.getByRole("button", { name: "Search" }).click();
	assert.equal(new URL(page.url()).hash, "#/s/other");
	assert.equal(await page.getByRole("status").count(), 0);
	assert.deepEqual(complaints, []);
});

test("an address that could run something, or a site that fails, leads nowhere", async () => {
	const { page, complaints } = await openParts();
	await show(page, "aside", () => ({
		values: { widgets: ["search"] },
		site: {
			searchUrl(/** @type {string} */ query) {
				if (query === "fail") {
					throw new Error("no page");
				}
				return `javascript:document.title="ran"`;
			},
		},
	}));
	const url = page.url();
	for (const query of ["run", "fail"]) {
		await page.getByRole("searchbox").fill(query);
		await page.keyboard.press("Enter");
	}
	assert.equal(page.url(), url);
	assert.equal(await page.title(), "Before");
	assert.equal(complaints.length, 1);
	assert.match(complaints[0], /“search”.*no page/);
});

test("without a page for results, Enter searches at once", async () => {
	const { page } = await openParts({
		prepare: (page) => page.clock.install({ time: 0 }),
	});
	await page.clock.pauseAt(60_000);
	await show(page, "aside", () => ({
		values: { widgets: ["search"] },
		site: {
			search: (/** @type {string} */ query) => [
				{ title: query, url: "#x", snippet: "", marks: [] },
			],
		},
	}));
	assert.equal(await page.getByRole("button").count(), 0);
	await page.getByRole("combobox").fill("ink");
	await page.keyboard.press("Enter");
	assert.deepEqual(await page.getByRole("option").allTextContents(), ["ink"]);
});

test("the site is asked when the reader has paused, for what then stands in the field", async () => {
	const { page, field } = await openSearch();
	await field.pressSequentially("in");
	await page.clock.runFor(149);
	await field.pressSequentially("k ");
	await page.clock.runFor(149);
	assert.deepEqual(await asked(page), []);
	await page.clock.runFor(1);
	assert.deepEqual(await asked(page), [["ink", "wanted"]]);
	await field.fill("  ");
	await page.clock.runFor(1000);
	assert.deepEqual(await asked(page), [["ink", "dropped"]]);
});

test("only the answer to the newest question is shown", async () => {
	const { page, field, options } = await openSearch();
	await field.fill("old");
	await page.clock.runFor(150);
	await field.fill("new");
	assert.deepEqual(await asked(page), [["old", "dropped"]]);
	await page.clock.runFor(150);
	assert.deepEqual(await asked(page), [
		["old", "dropped"],
		["new", "wanted"],
	]);
	const hit = { url: "#x", snippet: "", marks: [] };
	await answer(page, 1, [{ ...hit, title: "new" }]);
	await answer(page, 0, [{ ...hit, title: "old" }]);
	assert.deepEqual(await options.allTextContents(), ["new"]);
});

test("an input method composes without a search, and its keys are its own", async () => {
	const { page, field, options } = await openSearch();
	const input = await page.context().newCDPSession(page);
	await find(page, "n", 2);
	await page.keyboard.press("ArrowDown");
	for (const text of ["i", "in", "ink"]) {
		await input.send("Input.imeSetComposition", {
			text,
			selectionStart: text.length,
			selectionEnd: text.length,
		});
		await page.clock.runFor(1000);
	}
	await field.dispatchEvent("keydown", { key: "ArrowDown", isComposing: true });
	await field.dispatchEvent("keydown", { key: "Enter", keyCode: 229 });
	await field.dispatchEvent("keydown", { key: "Escape", isComposing: true });
	assert.equal(await selected(page), "n 0");
	assert.equal(await options.count(), 2);
	assert.equal(new URL(page.url()).hash, "");
	assert.equal((await asked(page)).length, 1);

	await input.send("Input.insertText", { text: "墨" });
	await page.clock.runFor(150);
	assert.deepEqual((await asked(page))[1], ["n墨", "wanted"]);
});

test("a composition stops the search that was to come", async () => {
	const { page, field } = await openSearch();
	const input = await page.context().newCDPSession(page);
	await field.fill("a");
	await input.send("Input.imeSetComposition", {
		text: "b",
		selectionStart: 1,
		selectionEnd: 1,
	});
	await page.clock.runFor(1000);
	assert.deepEqual(await asked(page), []);
});

test("the arrows go through the results and back to the field", async () => {
	const { page, field } = await openSearch();
	assert.equal(await field.getAttribute("aria-expanded"), "false");
	await find(page, "ink", 3);
	assert.equal(await field.getAttribute("aria-expanded"), "true");
	assert.equal(
		await page.getByRole("listbox", { name: "Search" }).getAttribute("id"),
		await field.getAttribute("aria-controls"),
	);
	const walk = [];
	for (const key of "Down Down Down Down Up Up Up Up Up Down".split(" ")) {
		await page.keyboard.press(`Arrow${key}`);
		walk.push(await selected(page));
	}
	const [first, second, third] = ["ink 0", "ink 1", "ink 2"];
	const none = undefined;
	assert.deepEqual(walk, [
		...[first, second, third, none],
		...[third, second, first, none, third],
		none,
	]);
	await page.keyboard.press("Control+ArrowDown");
	assert.equal(await selected(page), undefined);
	assert.equal(await field.evaluate((field) => field.matches(":focus")), true);
});

test("Enter follows the selected result; without one it asks for the page with all", async () => {
	const { page, field } = await openSearch();
	await find(page, "ink", 2);
	await page.keyboard.press("ArrowUp");
	await page.keyboard.press("Enter");
	assert.equal(new URL(page.url()).hash, "#/ink-1");
	assert.equal(await field.getAttribute("aria-expanded"), "false");
	await page.keyboard.press("Enter");
	assert.equal(new URL(page.url()).hash, "#/search?q=ink");
});

test("what was typed after a selection is searched for, not followed", async () => {
	const { page, field } = await openSearch();
	await find(page, "ink", 1);
	await page.keyboard.press("ArrowDown");
	await field.pressSequentially("s");
	await page.keyboard.press("Enter");
	assert.equal(new URL(page.url()).hash, "#/search?q=inks");
});

test("Escape closes the list and keeps the text, and an arrow opens it again", async () => {
	const { page, field, options } = await openSearch();
	await page.evaluate(
		"keys = []; addEventListener('keydown', ({ key }) => keys.push(key))",
	);
	await find(page, "ink", 2);
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Escape");
	assert.equal(await options.count(), 0);
	assert.equal(await selected(page), undefined);
	assert.equal(await field.inputValue(), "ink");
	assert.deepEqual(await page.evaluate("keys"), ["ArrowDown"]);
	await page.keyboard.press("ArrowDown");
	assert.equal(await options.count(), 2);
	assert.equal((await asked(page)).length, 1);
	await page.keyboard.press("Escape");
	await page.keyboard.press("Escape");
	assert.equal(await page.evaluate("keys.at(-1)"), "Escape");
});

test("the list closes when the focus leaves, and comes back with it", async () => {
	const { page, field, options } = await openSearch();
	await find(page, "ink", 1);
	await page.keyboard.press("Tab");
	assert.equal(await options.count(), 0);
	await page.keyboard.press("Shift+Tab");
	assert.equal(await options.count(), 1);
	await field.fill("late");
	await page.clock.runFor(150);
	await page.keyboard.press("Tab");
	assert.deepEqual((await asked(page))[1], ["late", "dropped"]);
	await page.keyboard.press("Shift+Tab");
	assert.equal(await options.count(), 0);
	await page.keyboard.press("ArrowDown");
	assert.deepEqual((await asked(page))[2], ["late", "wanted"]);
});

test("a click follows a result", async () => {
	const { page, field, options } = await openSearch();
	await find(page, "ink", 2);
	await options.nth(1).click();
	assert.equal(new URL(page.url()).hash, "#/ink-1");
	assert.equal(await options.count(), 0);
	assert.equal(await field.evaluate((field) => field.matches(":focus")), true);
});

test("results are text with marks where the site says, and only those that can be linked to", async () => {
	const { page, options, field, complaints } = await openSearch();
	await field.fill("x");
	await page.clock.runFor(150);
	await answer(page, 0, [
		{
			title: "<b>Title</b>",
			url: "#a",
			snippet: "one <i>two</i> three",
			marks: [
				[15, 99],
				[0, 3],
				[2, 5],
				[-5, -1],
				[8, 8],
				[50, 60],
			],
		},
		{ title: "Bad", url: "javascript:alert(1)", snippet: "", marks: [] },
		{ title: "", url: "#b" },
		null,
	]);
	const link = await options
		.last()
		.evaluate((option) => /** @type {HTMLAnchorElement} */ (option).href);
	assert.deepEqual(await options.allTextContents(), [
		"<b>Title</b> one <i>two</i> three",
		link,
	]);
	assert.equal(link, new URL("#b", page.url()).href);
	assert.deepEqual(await page.locator("mark").allTextContents(), [
		"one",
		" <",
		"three",
	]);
	assert.deepEqual(complaints, []);
});

test("that nothing was found is said; that the site has failed is told to its author once", async () => {
	const { page, field, complaints } = await openSearch();
	const status = page.getByRole("status");
	assert.equal(await textOf(status), "");
	await find(page, "nowhere", 0);
	assert.equal(await textOf(status), "Nothing found");
	assert.equal(await field.getAttribute("aria-expanded"), "false");
	await find(page, "ink", 1);
	assert.equal(await textOf(status), "");

	for (const index of [2, 3]) {
		await field.fill(`fail ${index}`);
		await page.clock.runFor(150);
		await page.evaluate(`asked[${index}].fail(new Error("no index"))`);
	}
	assert.equal(await textOf(status), "");
	assert.equal(await page.getByRole("option").count(), 0);
	assert.equal(complaints.length, 1, complaints.join("\n"));
	assert.match(complaints[0], /“search”.*no index/);
});

test("a page that is taken away asks for nothing more and shows nothing more", async () => {
	const { page, field, options, complaints } = await openSearch();
	await field.fill("under way");
	await page.clock.runFor(150);
	await page.evaluate("ink.leave()");
	assert.deepEqual(await asked(page), [["under way", "dropped"]]);
	await answer(page, 0, [{ title: "x", url: "#x", snippet: "", marks: [] }]);
	await field.fill("after");
	await page.clock.runFor(1000);
	assert.equal((await asked(page)).length, 1);
	assert.equal(await options.count(), 0);

	const other = await openSearch();
	await other.field.fill("to come");
	await other.page.evaluate("ink.leave()");
	await other.page.clock.runFor(1000);
	assert.deepEqual(await asked(other.page), []);
	assert.deepEqual([...complaints, ...other.complaints], []);
});
