// @ts-check
// Protects: diagrams are drawn near the window, in the page's colours, as images in which nothing runs; what cannot be
// drawn, and everything where the policy forbids it, stays code.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { textOf, useBrowser } from "../browser.js";
import { showEnhanced, strictest } from "./enhanced.js";

useBrowser();

const mermaid = fileURLToPath(
	new URL("../../../node_modules/mermaid/dist", import.meta.url),
);

/** What Mermaid needs: examples/docs/reference/enhancements.md. */
const trusting =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src * data:";

const fence = "```";

/** @param {string[]} texts */
const diagrams = (...texts) =>
	texts.map((text) => `${fence}mermaid\n${text}\n${fence}`).join("\n\n");

// Stands in for Mermaid where only what we do around it counts.
const standIn = {
	"stand-in.js": `
		let config;
		const drawn = (window.drawn = []);
		export default {
			initialize: (given) => { config = given; },
			async render(id, text, container) {
				const stage = container.getBoundingClientRect().width;
				await null;
				drawn.push({ id, text, stage, config });
				if (text.startsWith("bad")) throw new Error("it is bad");
				return {
					svg: '<svg width="100%" viewBox="0 0 320.5 80" xmlns="http://www.w3.org/2000/svg"><text>a&nbsp;b</text></svg>',
				};
			},
		};`,
};

/**
 * @param {import("../browser.js").Page} page
 */
const drawn = (page) =>
	page.evaluate(
		() =>
			/** @type {{ id: string, text: string, stage: number, config: { themeVariables: Record<string, string> } }[]} */ (
				Reflect.get(window, "drawn") ?? []
			),
	);

const withStandIn = {
	policy: trusting,
	modules: standIn,
	settings: { mermaid: "stand-in.js" },
};

/** @param {import("../browser.js").Page} page */
const sourceOf = (page) =>
	page
		.locator(".ink-diagram img")
		.evaluateAll((images) =>
			images.map((image) =>
				decodeURIComponent(image.getAttribute("src") ?? ""),
			),
		);

const threeKinds = diagrams(
	"flowchart LR\n  accTitle: The way\n  accDescr: From start to end\n  A[文章 <b>bold</b>] --> B{end}",
	"sequenceDiagram\n  Ada->>Bob: Hello",
	'pie title Pets\n  "Dogs": 3\n  "Cats": 1',
);

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
	test(`Mermaid's diagrams become images in the page's colours, ${colorScheme}`, async () => {
		const { page, violations, reports, complaints } = await showEnhanced(
			threeKinds,
			{
				policy: trusting,
				folder: mermaid,
				browser: { colorScheme, viewport: { width: 1280, height: 2000 } },
			},
		);
		await page.waitForSelector(".ink-diagram img >> nth=2", {
			timeout: 30_000,
		});
		const images = page.locator(".ink-diagram > img");
		assert.deepEqual(
			await images.evaluateAll((all) =>
				all.map((image) => image.getAttribute("alt")),
			),
			["The way: From start to end", "Diagram", "Pets"],
		);
		const sources = await sourceOf(page);
		assert.match(sources[0] ?? "", />文章/);
		assert.match(sources[1] ?? "", />Hello</);
		const [text] = await page
			.locator(".ink-diagram")
			.first()
			.evaluateAll((figures) =>
				figures.map((figure) => getComputedStyle(figure).color),
			);
		for (const source of sources) {
			assert.ok(source.includes(text ?? "?"), `has ${text}`);
			assert.doesNotMatch(source, /foreignObject/i);
		}
		for (const image of await images.all()) {
			const box = await image.boundingBox();
			assert.ok(box && box.width > 80 && box.height > 80);
		}
		assert.equal(await page.locator(".ink-diagram-stage").count(), 0);
		assert.deepEqual(await violations(), []);
		assert.deepEqual(await reports(), []);
		assert.deepEqual(complaints, []);
	});
}

test("Mermaid needs no more of Trusted Types than a default policy for text without markup", async () => {
	const { page, violations, reports } = await showEnhanced(threeKinds, {
		policy: `${trusting}; require-trusted-types-for 'script'`,
		folder: mermaid,
		modules: {
			"default-policy.js": `trustedTypes.createPolicy("default", {
				createHTML: (text) => (text.includes("<") ? null : text),
			});`,
		},
		head: '<script src="/static/default-policy.js"></script>',
		browser: { viewport: { width: 1280, height: 2000 } },
	});
	await page.waitForSelector(".ink-diagram img >> nth=2", { timeout: 30_000 });
	assert.deepEqual(await violations(), []);
	assert.deepEqual(await reports(), []);
});

test("where Trusted Types forbid it, code stays, and one report says what is needed", async () => {
	const { page, reports } = await showEnhanced(threeKinds, {
		policy: `${trusting}; require-trusted-types-for 'script'`,
		folder: mermaid,
		browser: { viewport: { width: 1280, height: 2000 } },
	});
	await page.waitForFunction(() => Reflect.get(window, "reports").length > 0);
	await page.waitForTimeout(200);
	assert.equal(await page.locator(".ink-diagram img").count(), 0);
	assert.equal(await page.locator(".ink-diagram > .ink-code > pre").count(), 3);
	const told = await reports();
	assert.equal(told.length, 1);
	assert.match(told[0]?.message ?? "", /require-trusted-types-for/);
});

for (const [name, policy] of [
	["the strictest policy forbids it", strictest],
	["images of data: are forbidden", trusting.replace(" data:", "")],
]) {
	test(`where ${name}, code stays, one report says what is needed, and Mermaid is not fetched`, async () => {
		const { page, reports, requests } = await showEnhanced(threeKinds, {
			...withStandIn,
			policy,
		});
		await page.waitForFunction(() => Reflect.get(window, "reports").length > 0);
		assert.equal(await page.locator(".ink-diagram img").count(), 0);
		assert.equal(await page.locator(".ink-diagram pre").count(), 3);
		const told = await reports();
		assert.equal(told.length, 1);
		assert.match(
			told[0]?.message ?? "",
			/style-src 'unsafe-inline' and img-src data:/,
		);
		assert.ok(!requests.includes("/static/stand-in.js"));
	});
}

test("a diagram is an image of its size, and its text folds away below it", async () => {
	const { page, again } = await showEnhanced(diagrams("graph A"), withStandIn);
	const image = page.locator(".ink-diagram > img");
	await image.waitFor();
	assert.equal(await image.getAttribute("width"), "321");
	assert.equal(await image.getAttribute("height"), "80");
	const source = page.locator(".ink-diagram > details");
	assert.equal(await source.getAttribute("open"), null);
	assert.equal(await textOf(source.locator("summary")), "Code");
	await source.locator("summary").click();
	assert.equal(await textOf(source.locator("pre")), "graph A\n");
	assert.ok(await source.locator(".ink-copy").isVisible());
	const before = await page.locator(".ink-body").innerHTML();
	await again();
	assert.equal(await page.locator(".ink-body").innerHTML(), before);
});

test("Mermaid is fetched, and a diagram drawn, when it comes near the window", async () => {
	const filler = "A paragraph.\n\n".repeat(120);
	const { page, requests } = await showEnhanced(
		`${filler}${diagrams("one")}\n\n${filler}${diagrams("two")}`,
		withStandIn,
	);
	await page.waitForTimeout(300);
	assert.ok(!requests.includes("/static/stand-in.js"));
	const figures = page.locator(".ink-diagram");
	await figures.nth(0).scrollIntoViewIfNeeded();
	await figures.nth(0).locator("img").waitFor();
	assert.deepEqual(
		(await drawn(page)).map(({ text }) => text),
		["one\n"],
	);
	await figures.nth(1).scrollIntoViewIfNeeded();
	await figures.nth(1).locator("img").waitFor();
});

test("a diagram that is wrong stays code and is reported; the others are drawn", async () => {
	const { page, reports } = await showEnhanced(
		diagrams("good 1", "bad\nlines", "good 2"),
		withStandIn,
	);
	await page.waitForSelector(".ink-diagram img >> nth=1");
	assert.equal(
		await page.locator(".ink-diagram:not(:has(img)) pre").count(),
		1,
	);
	assert.deepEqual(
		(await reports()).map(({ message }) => message),
		["A diagram cannot be drawn (it is bad): bad"],
	);
});

test("diagrams of several articles have ids of their own, and a stage of one width", async () => {
	const { page } = await showEnhanced(
		[diagrams("a", "b"), diagrams("c", "d")],
		withStandIn,
	);
	await page.waitForSelector(".ink-diagram img >> nth=3");
	const all = await drawn(page);
	assert.equal(new Set(all.map(({ id }) => id)).size, 4);
	assert.deepEqual([...new Set(all.map(({ stage }) => stage))], [800]);
});

test("when the page's colours change, diagrams are drawn again, and only then", async () => {
	const { page } = await showEnhanced(diagrams("a"), {
		...withStandIn,
		browser: { colorScheme: "light" },
	});
	await page.waitForSelector(".ink-diagram img");
	const texts = async () =>
		(await drawn(page)).map(({ config }) => config.themeVariables.textColor);
	const [light] = await texts();
	const drawings = (/** @type {number} */ count) =>
		page.waitForFunction(
			(count) => Reflect.get(window, "drawn").length === count,
			count,
		);
	await page.evaluate(() => {
		document.documentElement.dataset.nothing = "";
	});
	await page.waitForTimeout(100);
	assert.equal((await drawn(page)).length, 1);
	await page.emulateMedia({ colorScheme: "dark" });
	await drawings(2);
	const [, dark] = await texts();
	assert.notEqual(dark, light);
	// A switch on the page.
	await page.evaluate(() => {
		const style = new CSSStyleSheet();
		style.replaceSync("[data-scheme=light] { color-scheme: light }");
		document.adoptedStyleSheets.push(style);
		document.documentElement.dataset.scheme = "light";
	});
	await drawings(3);
	assert.equal((await texts())[2], light);
	assert.equal(await page.locator(".ink-diagram img").count(), 1);
	assert.equal(await page.locator(".ink-diagram details").count(), 1);
});

test("once the page is taken away, nothing is drawn any more", async () => {
	const { page } = await showEnhanced(
		`${"A paragraph.\n\n".repeat(120)}${diagrams("a")}`,
		withStandIn,
	);
	await page.evaluate(() => Reflect.get(window, "abort")());
	await page.locator(".ink-diagram").scrollIntoViewIfNeeded();
	await page.waitForTimeout(300);
	assert.equal(await page.locator(".ink-diagram img").count(), 0);
});

for (const [name, settings, modules] of /** @type {const} */ ([
	["is not where it should be", {}, {}],
	[
		"is not Mermaid",
		{ mermaid: "other.js" },
		{ "other.js": "export default {}" },
	],
])) {
	test(`where Mermaid ${name}, code stays and one report says where it was looked for`, async () => {
		const { page, reports } = await showEnhanced(diagrams("a", "b"), {
			policy: trusting,
			settings,
			modules,
		});
		await page.waitForFunction(() => Reflect.get(window, "reports").length > 0);
		const told = await reports();
		assert.equal(told.length, 1);
		assert.match(
			told[0]?.message ?? "",
			/static\/(enhanced\/mermaid\/mermaid\.esm\.min\.mjs|other\.js)/,
		);
		assert.equal(await page.locator(".ink-diagram pre").count(), 2);
	});
}

test("a hostile diagram runs nothing and fetches nothing", async () => {
	const { page, requests } = await showEnhanced(
		diagrams(
			`%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}, "themeCSS": "* { background: url(https://example.org/a.png) }"}}%%
flowchart LR
  A["<img src='https://example.org/b.png' onerror='window.attacked=1'>"] --> B["<script>window.attacked=2</script>x"]
  click A "javascript:window.attacked=3"
  click B call alert()`,
		),
		{ policy: `${trusting} https:`, folder: mermaid },
	);
	await page.waitForSelector(".ink-diagram img", { timeout: 30_000 });
	await page.waitForTimeout(300);
	assert.equal(
		await page.evaluate(() => Reflect.get(window, "attacked")),
		undefined,
	);
	for (const source of await sourceOf(page)) {
		assert.doesNotMatch(source, /<script|onerror=|javascript:|foreignObject/i);
	}
	assert.deepEqual(
		requests.filter((path) => path.endsWith(".png")),
		[],
	);
});
