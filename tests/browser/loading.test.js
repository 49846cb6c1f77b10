// @ts-check
// While an article is on its way: it shows, nothing jumps, and whatever comes too late is dropped.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gate, give, openPage, pageWith, useBrowser } from "./browser.js";

useBrowser();

const page1 = pageWith(`
	<p id="above">Above</p>
	<inkstone-article src="a.md"></inkstone-article>
	<p id="below">Below</p>`);
const paragraph = "A paragraph of some length, as articles have them. ".repeat(
	8,
);

/**
 * Answers only when the gate opens.
 * @param {{ opened: Promise<void> }} gate
 * @param {Parameters<import("./browser.js").Route["fulfill"]>[0]} response
 */
function after({ opened }, response) {
	return async (/** @type {import("./browser.js").Route} */ route) => {
		await opened;
		// The page may have given up by then.
		await route.fulfill(response).catch(() => {});
	};
}

test("loading shows, for eyes and for ears, until the article is there", async () => {
	const { page } = await openPage();
	const slow = gate();
	await give(page, {
		"test.html": page1,
		"a.md": after(slow, { body: "# A" }),
	});
	await page.goto("static/test.html");
	const element = page.locator("inkstone-article");
	await page.waitForSelector("inkstone-article:state(loading)");
	assert.equal(await element.getAttribute("aria-busy"), "true");
	assert.equal(
		await page.getByRole("status").textContent(),
		"Loading the article…",
	);
	await page.waitForFunction(() => {
		const element = document.querySelector("inkstone-article");
		return element && getComputedStyle(element, "::before").opacity === "1";
	});

	slow.open();
	await page.waitForSelector("inkstone-article:state(ready) .ink-article");
	assert.equal(await element.getAttribute("aria-busy"), null);
	assert.equal(await page.getByRole("status").count(), 0);
	assert.equal(
		await element.evaluate(
			(element) => getComputedStyle(element, "::before").content,
		),
		"none",
	);
});

test("nothing slides for readers who want less motion", async () => {
	const { page } = await openPage({ reducedMotion: "reduce" });
	await give(page, { "test.html": page1, "a.md": after(gate(), {}) });
	await page.goto("static/test.html");
	await page.waitForSelector("inkstone-article:state(loading)");
	assert.equal(
		await page
			.locator("inkstone-article")
			.evaluate((element) =>
				getComputedStyle(element, "::before").animationName.includes("slide"),
			),
		false,
	);
});

for (const [name, response] of /** @type {const} */ ([
	[
		"a long article",
		{
			body: `---\ntoc: true\n---\n${`## Heading\n\n${paragraph}\n\n`.repeat(20)}`,
		},
	],
	["a short article", { body: "Short" }],
	["an error", { status: 404, body: "" }],
])) {
	test(`nothing jumps when ${name} comes late`, async () => {
		const { page } = await openPage();
		const slow = gate();
		await page.addInitScript(() => {
			let shifts = 0;
			Object.assign(window, { shifts });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) {
					shifts += Reflect.get(entry, "value");
				}
				Object.assign(window, { shifts });
			}).observe({ type: "layout-shift", buffered: true });
		});
		await give(page, { "test.html": page1, "a.md": after(slow, response) });
		await page.goto("static/test.html");
		await page.waitForFunction(() => {
			const element = document.querySelector("inkstone-article:state(loading)");
			return element && getComputedStyle(element, "::before").opacity === "1";
		});
		slow.open();
		await page.waitForSelector(
			"inkstone-article:is(:state(ready), :state(error))",
		);
		await page.evaluate(
			() =>
				new Promise((resolve) =>
					requestAnimationFrame(() => requestAnimationFrame(resolve)),
				),
		);
		const shifts = await page.evaluate(() => Reflect.get(window, "shifts"));
		assert(shifts < 0.01, `${shifts}`);
	});
}

test("a slow first article never overwrites the second", async () => {
	const { page } = await openPage();
	const slow = gate();
	await give(page, {
		"test.html": page1,
		"a.md": after(slow, { body: "# First" }),
		"b.md": "# Second",
	});
	const first = page.waitForRequest(/a\.md$/);
	await page.goto("static/test.html");
	await first;
	const failed = page.waitForEvent("requestfailed");
	await page.locator("inkstone-article").evaluate((element) => {
		element.setAttribute("src", "b.md");
	});
	assert.match((await failed).url(), /a\.md$/);
	await page.waitForSelector("h1:text-is('Second')");
	slow.open();
	await page.waitForLoadState("networkidle");
	assert.deepEqual(await page.locator("h1").allTextContents(), ["Second"]);
});

test("an article that had to wait for the renderer never overwrites what came after it", async () => {
	const { page } = await openPage();
	const slow = gate();
	await give(page, {
		"test.html": page1,
		"a.md": "# First",
		"b.md": (route) => route.fulfill({ status: 404 }),
	});
	await page.route("**/core.wasm", async (route) => {
		await slow.opened;
		await route.continue();
	});
	const first = page.waitForEvent("requestfinished", (request) =>
		request.url().endsWith("a.md"),
	);
	await page.goto("static/test.html");
	await first;
	await page
		.locator("inkstone-article")
		.evaluate((element) => element.setAttribute("src", "b.md"));
	await page.getByRole("alert").waitFor();
	const core = page.waitForEvent("requestfinished", (request) =>
		request.url().endsWith("core.wasm"),
	);
	slow.open();
	await core;
	// Whoever waits for the core has been told before this one is.
	await page.evaluate(async () => {
		const { load } = await import(
			// @ts-expect-error: a module of the page
			"/static/inkstone/index.js"
		);
		await load();
	});
	assert.equal(await page.locator("h1").count(), 0);
	assert.equal(await page.getByRole("alert").count(), 1);
});

test("of several changes at once, only the last is asked for", async () => {
	const { page } = await openPage();
	/** @type {string[]} */
	const asked = [];
	page.on("request", (request) =>
		asked.push(request.url().replace(/.*\//, "")),
	);
	await give(page, {
		"test.html": page1,
		"a.md": "# A",
		"b.md": "# B",
		"c.md": "# C",
	});
	await page.goto("static/test.html");
	await page.waitForSelector("h1:text-is('A')");
	await page.locator("inkstone-article").evaluate((element) => {
		element.setAttribute("src", "b.md");
		element.setAttribute("src", "c.md");
	});
	await page.waitForSelector("h1:text-is('C')");
	assert.deepEqual(
		asked.filter((file) => file.endsWith(".md")),
		["a.md", "c.md"],
	);
});

test("the article stays while the next one loads", async () => {
	const { page } = await openPage();
	const slow = gate();
	await give(page, {
		"test.html": page1,
		"a.md": "# A",
		"b.md": after(slow, { body: "# B" }),
	});
	await page.goto("static/test.html");
	await page.waitForSelector("h1:text-is('A')");
	await page
		.locator("inkstone-article")
		.evaluate((element) => element.setAttribute("src", "b.md"));
	await page.waitForSelector("inkstone-article[aria-busy]");
	assert.deepEqual(await page.locator("h1").allTextContents(), ["A"]);
	slow.open();
	await page.waitForSelector("h1:text-is('B')");
	assert.deepEqual(await page.locator("h1").allTextContents(), ["B"]);
});

test("an element that leaves the page stops its request, and loads when it comes back", async () => {
	const { page } = await openPage();
	let requests = 0;
	await give(page, {
		"test.html": page1,
		"a.md": async (route) => {
			// The first is never answered.
			if (++requests > 1) {
				await route.fulfill({ body: "# A" });
			}
		},
	});
	const first = page.waitForRequest(/a\.md$/);
	await page.goto("static/test.html");
	await first;
	const failed = page.waitForEvent("requestfailed");
	const element = await page.evaluateHandle(() => {
		const element = document.querySelector("inkstone-article");
		element?.remove();
		return element;
	});
	assert.match((await failed).url(), /a\.md$/);
	await page.evaluate(
		(element) => document.body.append(element ?? ""),
		element,
	);
	await page.waitForSelector(".ink-article");
	assert.equal(requests, 2);
});

const madePage = pageWith(`<inkstone-article src="a.md">
	<div class="ink-page"><main class="ink-main"><article class="ink-article">
		<div class="ink-body"><h2 id="one">One</h2><p>Made by a server</p></div>
	</article></main></div>
</inkstone-article>`);

test("what a server has put into the element is read until the element's own page is there", async () => {
	const { page, complaints } = await openPage();
	const slow = gate();
	await give(page, {
		"test.html": madePage,
		"a.md": after(slow, { body: "## One\n\nMade here" }),
	});
	await page.goto("static/test.html");
	await page.waitForSelector("inkstone-article:state(loading)");
	assert(await page.getByText("Made by a server").isVisible());
	assert.equal(await page.getByRole("status").count(), 1);

	slow.open();
	await page.waitForSelector("inkstone-article:state(ready)");
	assert.deepEqual(await page.locator(".ink-body p").allTextContents(), [
		"Made here",
	]);
	assert.equal(await page.locator("h2#one").count(), 1);
	assert.equal(await page.getByRole("status").count(), 0);
	assert.deepEqual(complaints, []);
});

test("what a server has put into the element stays readable when the article cannot be had, until it can", async () => {
	const { page } = await openPage();
	let status = 500;
	await give(page, {
		"test.html": madePage,
		"a.md": (route) => route.fulfill({ status, body: "## One\n\nMade here" }),
	});
	await page.goto("static/test.html");
	await page.waitForSelector(".ink-problem");
	assert(await page.getByText("Made by a server").isVisible());

	status = 200;
	await page.locator(".ink-problem button").click();
	await page.getByText("Made here").waitFor();
	assert.equal(await page.locator(".ink-problem").count(), 0);
	assert.equal(await page.getByText("Made by a server").count(), 0);
});
