// @ts-check
// Protects: no id or name in an article takes the place of anything that the page's scripts rely on: what the
// document, the window, the element or a form around it have of themselves, or were given by the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { give, openPage, pageWith, useBrowser } from "./browser.js";

useBrowser();

/** @typedef {import("./browser.js").Page} Page */

const branches = [
	{ name: "with setHTML", withoutSetHTML: false },
	{ name: "with DOMPurify", withoutSetHTML: true },
];

/** What pages and libraries ask for most; the rest is what the browser has. */
const wellKnown =
	`__proto__ action addEventListener append appendChild attachShadow attributes body characterSet children childNodes
	classList closest constructor contains cookie createElement currentScript defaultView documentElement domain elements
	firstChild forms getAttribute getElementById hasOwnProperty head id images innerHTML item length links location method
	name namedItem nodeName nodeType ownerDocument parentNode querySelector querySelectorAll readyState remove removeChild
	scripts setAttribute src submit textContent title toString URL valueOf`.split(
		/\s+/,
	);

/**
 * Opens a page with an article inside a form, each with a property of the page's own, and gives what shows another
 * article there.
 * @param {{ withoutSetHTML: boolean }} [branch]
 */
async function openForm(branch) {
	const { page } = await openPage(branch);
	await give(page, {
		"test.html": pageWith(
			`<form><inkstone-article src="harmless.md" html="sanitize"></inkstone-article></form>`,
		),
		"harmless.md": "# Harmless\n\ntext",
	});
	await page.goto("static/test.html");
	await page.waitForSelector(".ink-article");
	await page.evaluate(() => {
		for (const object of [
			window,
			document,
			...document.querySelectorAll("form, inkstone-article"),
		]) {
			Object.assign(object, { pageOwn: "the page's" });
		}
	});
	let shown = 0;
	return {
		page,
		/** @param {string} markdown */
		async show(markdown) {
			const end = `end-${++shown}`;
			await give(page, {
				"hostile.md": `${markdown}\n\n<p class="${end}"></p>`,
			});
			await page.evaluate(() =>
				document
					.querySelector("inkstone-article")
					?.setAttribute("src", "hostile.md"),
			);
			await page.waitForSelector(`.${end}`, { state: "attached" });
		},
	};
}

/**
 * The kinds of all that the page's objects have, by `object.name`. What was clobbered is an element, or a list of them.
 * @param {Page} page
 */
async function kinds(page) {
	return page.evaluate(() => {
		const objects = {
			window,
			document,
			form: document.querySelector("form"),
			element: document.querySelector("inkstone-article"),
		};
		const kindOf = Function.prototype.call.bind(Object.prototype.toString);
		return Object.entries(objects).flatMap(([name, object]) => {
			/** @type {[property: string, kind: string][]} */
			const found = [];
			for (let owner = object; owner; owner = Object.getPrototypeOf(owner)) {
				// Elements by their ids, where nothing else has that name.
				if (kindOf(owner) === "[object WindowProperties]") continue;
				for (const key of Object.getOwnPropertyNames(owner)) {
					found.push([
						`${name}.${key}`,
						kindOf(Reflect.get(object ?? {}, key)),
					]);
				}
			}
			return found;
		});
	});
}

/**
 * What has become of the page's objects.
 * @param {Page} page
 * @param {Awaited<ReturnType<typeof kinds>>} before
 */
async function changes(page, before) {
	const known = new Map(before);
	return (await kinds(page))
		.filter(([property, kind]) => known.get(property) !== kind)
		.map(([property, kind]) => `${property} is ${kind}`);
}

/** @param {Awaited<ReturnType<typeof kinds>>} before */
function namesIn(before) {
	const found = before.map(([property]) => property.replace(/^\w+\./, ""));
	return [...new Set([...wellKnown, ...found])].filter((name) =>
		/^[\w$]+$/.test(name),
	);
}

/**
 * Names in lists that are short enough for an article: browsers take seconds for the ten thousand elements that all of
 * them need.
 * @param {string[]} names
 */
function batchesOf(names) {
	const size = 400;
	return Array.from({ length: Math.ceil(names.length / size) }, (_, index) =>
		names.slice(index * size, (index + 1) * size),
	);
}

test("headings of every name that the page's objects have leave those objects as they were", async () => {
	const { page, show } = await openForm();
	const before = await kinds(page);
	const names = namesIn(before);
	assert(names.length > 1000, `${names.length} names`);
	/** @type {Set<string>} */
	const found = new Set();
	for (const batch of batchesOf(names)) {
		await show(
			batch
				// GitHub's ids are in lower case, so the name itself is also written in raw HTML.
				.map(
					(name) =>
						`## ${name.replaceAll("_", "\\_")}\n\n<h3 id="${name}">x</h3>\n`,
				)
				.join("\n"),
		);
		const ids = await page
			.locator(".ink-body [id]")
			.evaluateAll((all) => all.map(({ id }) => id));
		assert.deepEqual(
			batch.filter((name) => !ids.includes(name)),
			[],
		);
		for (const id of ids) {
			found.add(id);
		}
		assert.deepEqual(await changes(page, before), []);
	}
	assert(found.has("getelementbyid") && found.has("__proto__"));
});

for (const branch of branches) {
	test(`named elements in raw HTML leave the page's objects as they were, ${branch.name}`, async () => {
		const { page, show } = await openForm(branch);
		const before = await kinds(page);
		const names = namesIn(before);
		let cookies = 0;
		for (const batch of batchesOf(names)) {
			await show(
				batch
					.map((name) =>
						[
							`<a id="N" name="N">a</a><a id="N" name="N" href="x:y">a</a>`,
							`<img id="N" name="N" src="icon.svg" alt=""><img name="N" alt="">`,
							`<input id="N" name="N" type="checkbox"><input name="N" type="hidden">`,
							`<form id="N" name="N"><input id="N" name="N"><input name="attributes"></form>`,
							`<embed id="N" name="N"><object id="N" name="N"></object>`,
							`<iframe id="N" name="N"></iframe><map id="N" name="N"></map><meta name="N">`,
							`<button id="N" name="N">b</button><select id="N" name="N"></select>`,
							`<textarea id="N" name="N"></textarea><output id="N" name="N"></output>`,
							`<fieldset id="N" name="N"></fieldset><slot name="N"></slot>`,
							`<picture id="N"><img id="N" alt=""></picture><video id="N"></video>`,
							`<svg id="N" name="N"><a id="N" name="N"></a></svg>`,
						]
							.join("")
							.replaceAll("N", name),
					)
					.map((line) => `<div>${line}</div>\n`)
					.join("\n"),
			);
			assert.deepEqual(await changes(page, before), []);
			assert.equal(await page.locator(".ink-body [name]").count(), 0);
			cookies += await page.locator(".ink-body #cookie").count();
		}
		assert.notEqual(cookies, 0);
	});
}
