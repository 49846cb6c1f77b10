// @ts-check
// When there is no article: a message that can be read, in the reader's language, and a way out of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { give, openPage, pageWith, textOf, useBrowser } from "./browser.js";

useBrowser();

const element = '<inkstone-article src="a.md"></inkstone-article>';
const notMarkdown = /not a Markdown article/;

/** @type {[string, string, RegExp, (route: import("./browser.js").Route) => Promise<void>][]} */
const problems = [
	[
		"nothing at the address",
		"not-found",
		/no article.*a\.md answered 404/s,
		(route) => route.fulfill({ status: 404 }),
	],
	[
		"a server that fails",
		"http",
		/could not deliver.*a\.md answered 503/s,
		(route) => route.fulfill({ status: 503 }),
	],
	[
		"no connection",
		"network",
		/could not be reached.*a\.md/s,
		(route) => route.abort(),
	],
	[
		"an HTML page, as single-page sites answer",
		"not-markdown",
		notMarkdown,
		(route) =>
			route.fulfill({
				body: "\n<!-- a --> <!DOCTYPE html><title>App</title>",
				contentType: "text/html",
			}),
	],
	[
		"an HTML page that says it is Markdown",
		"not-markdown",
		notMarkdown,
		(route) =>
			route.fulfill({
				body: "\ufeff<html lang=en>",
				contentType: "text/markdown",
			}),
	],
	[
		"an image",
		"not-markdown",
		notMarkdown,
		(route) => route.fulfill({ body: "x", contentType: "image/png" }),
	],
	[
		"a PDF",
		"not-markdown",
		notMarkdown,
		(route) => route.fulfill({ body: "%PDF-", contentType: "application/pdf" }),
	],
	[
		"a file of bytes",
		"not-markdown",
		notMarkdown,
		(route) =>
			route.fulfill({
				body: Buffer.from([1, 0, 2]),
				contentType: "application/octet-stream",
			}),
	],
];
for (const [name, reason, message, answer] of problems) {
	test(`${name}: ${reason}, and another try can mend it`, async () => {
		const { page } = await openPage();
		await give(page, { "test.html": pageWith(element), "a.md": answer });
		await page.addInitScript(() => {
			document.addEventListener("inkstone-error", ({ detail }) => {
				const { reason, error, src } = detail;
				Object.assign(window, { told: [reason, error.reason, src] });
			});
		});
		await page.goto("static/test.html");
		const alert = page.getByRole("alert");
		await alert.waitFor();
		assert.match(await textOf(alert), message);
		assert.deepEqual(
			await page.evaluate(() => {
				const element = document.querySelector("inkstone-article:state(error)");
				return {
					told: Reflect.get(window, "told"),
					article: Reflect.get(element ?? {}, "article"),
					busy: element?.ariaBusy,
				};
			}),
			{
				told: [reason, reason, "a.md"],
				article: undefined,
				busy: null,
			},
		);

		await give(page, { "a.md": "# Here" });
		await page.getByRole("button", { name: "Try again" }).click();
		await page.waitForSelector("h1:text-is('Here')");
		assert.equal(await alert.count(), 0);
	});
}

test("Markdown that a server calls HTML is an article", async () => {
	const { page } = await openPage();
	await give(page, {
		"test.html": pageWith(element),
		"a.md": (route) =>
			route.fulfill({ body: "# Here\n\n<html>", contentType: "text/html" }),
	});
	await page.goto("static/test.html");
	await page.waitForSelector("h1:text-is('Here')");
});

test("a core that could not be loaded is told, and another try loads it", async () => {
	const { page } = await openPage();
	await give(page, { "test.html": pageWith(element), "a.md": "# Here" });
	await page.route("**/core.wasm", (route) => route.fulfill({ status: 404 }));
	await page.goto("static/test.html");
	const alert = page.getByRole("alert");
	await alert.waitFor();
	assert.match(
		await textOf(alert),
		/program.*could not be loaded.*core\.wasm.*404/s,
	);
	await page.unroute("**/core.wasm");
	await page.getByRole("button", { name: "Try again" }).click();
	await page.waitForSelector("h1:text-is('Here')");
});

test("a core that stops once is asked once more, by all articles of the page", async () => {
	const { page } = await openPage();
	await give(page, {
		"test.html": pageWith(element.repeat(3)),
		"a.md": "# Here",
	});
	// The first thing that is done with the core for an article.
	await page.addInitScript(() => {
		const { encodeInto } = TextEncoder.prototype;
		TextEncoder.prototype.encodeInto = () => {
			TextEncoder.prototype.encodeInto = encodeInto;
			throw new Error("stopped");
		};
	});
	await page.goto("static/test.html");
	await page.waitForFunction(
		() => document.querySelectorAll(".ink-article h1").length === 3,
	);
	assert.equal(await page.getByRole("alert").count(), 0);
});

test("a core that stops again and again is told", async () => {
	const { page } = await openPage();
	await give(page, { "test.html": pageWith(element), "a.md": "# Here" });
	await page.addInitScript(() => {
		TextEncoder.prototype.encodeInto = () => {
			throw new Error("stopped");
		};
	});
	await page.goto("static/test.html");
	const alert = page.getByRole("alert");
	await alert.waitFor();
	assert.match(await textOf(alert), /could not be shown/);
});

test("a core that the page's policy forbids is told", async () => {
	const { page } = await openPage();
	await give(page, {
		"test.html": (route) =>
			route.fulfill({
				body: pageWith(element),
				contentType: "text/html",
				headers: { "content-security-policy": "default-src 'self'" },
			}),
		"a.md": "# Here",
	});
	await page.goto("static/test.html");
	const alert = page.getByRole("alert");
	await alert.waitFor();
	assert.match(
		await textOf(alert),
		/core\.wasm could not be compiled: .*unsafe-eval/s,
	);
});

test("a page in Chinese is told in Chinese", async () => {
	const { page } = await openPage();
	await give(page, {
		"test.html": pageWith(element, "zh-CN"),
		"a.md": (route) => route.fulfill({ status: 404 }),
	});
	await page.goto("static/test.html");
	const alert = page.getByRole("alert");
	await alert.waitFor();
	assert.match(await textOf(alert), /这个地址上没有文章。/);
	assert.equal(await textOf(page.getByRole("button")), "重试");
});
