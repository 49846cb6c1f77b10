// @ts-check
// How a page's author puts their own into the page: children with `slot`, templates, functions. Were one of them lost
// when the page is made anew, or able to break it, nobody could build on them. In three browsers.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { useEngines } from "./engines.js";
import { labPage, labScript } from "./lab.js";

const article =
	"---\nauthor: Ann\ntags: [a, b]\ndate: 2025-02-12\n---\n# Title\n\n## One\n\nText.";

/** The places, with what stands before and after each. */
const places = [
	"start",
	"notice",
	"header",
	"thumbnail",
	"toc",
	"before-body",
	"after-body",
	"tags",
	"authorbox",
	"pager",
	"comments",
	"end",
	"aside",
];

for (const engine of useEngines({ keepsPages: true })) {
	/** @type {Awaited<ReturnType<typeof engine.open>>} */
	let page;
	before(async () => {
		page = await engine.open({
			files: { "test.html": labPage(), "lab.js": labScript },
		});
		await page.goto("static/test.html");
	});

	for (const isShadow of [false, true]) {
		const where = isShadow ? "in a shadow root" : "in the page";

		test(`${engine.name}: a child of each name stands in its place, in their order, ${where}`, async () => {
			const { order, findings } = await page.evaluate(
				async (markdown, places, isShadow) => {
					const lab = Reflect.get(window, "lab");
					const children = [...places, "meta"]
						.map((name) => `<p slot="${name}">at ${name}</p>`)
						.toReversed();
					const element = lab.make(
						markdown,
						{ sidebar: "left", ...(isShadow && { shadow: "" }) },
						children.join(""),
					);
					await lab.show(element);
					const root = element.shadowRoot ?? element;
					const order = [];
					for (const place of root.querySelectorAll("slot, [slot]")) {
						const shown =
							place instanceof HTMLSlotElement
								? place.assignedElements()
								: [place];
						order.push(...shown.map(({ textContent }) => textContent));
						const around = place.parentElement?.className;
						order.push(around);
					}
					return { order, findings: element.findings };
				},
				article,
				places,
				isShadow,
			);
			const parent = (/** @type {string} */ name) =>
				({
					aside: "ink-page",
					authorbox: "ink-main",
					pager: "ink-main",
					comments: "ink-main",
					end: "ink-main",
				})[name] ?? "ink-article";
			assert.deepEqual(
				order,
				places.flatMap((name) => [`at ${name}`, parent(name)]),
			);
			assert.deepEqual(findings, []);
		});

		test(`${engine.name}: children are the same elements after another render, an error and a retry, ${where}`, async () => {
			const found = await page.evaluate(
				async (markdown, isShadow) => {
					const lab = Reflect.get(window, "lab");
					const element = lab.make(
						markdown,
						isShadow ? { shadow: "" } : {},
						'<p slot="tags">mine</p><p slot="tags">mine, too</p>',
					);
					const mine = [...element.querySelectorAll("[slot]")];
					const listening = mine.map((child) => {
						const clicks = { count: 0 };
						child.addEventListener("click", () => {
							clicks.count++;
						});
						return clicks;
					});
					const where = () => {
						for (const child of mine) {
							child.click();
						}
						const place = isShadow
							? element.shadowRoot.querySelector(".ink-article > slot")
							: element;
						return isShadow
							? (place?.assignedElements().length ?? 0)
							: place.querySelectorAll(".ink-article > [slot=tags]").length;
					};
					/** @type {unknown[]} */
					const seen = [];
					await lab.show(element);
					seen.push(where());
					for (const [name, value] of [
						["toc", ""],
						["html", "wrong"],
						["html", "escape"],
					]) {
						const settled = lab.settled(element);
						element.setAttribute(name, value);
						await settled;
						seen.push(where());
					}
					// An article that is not there, and another try.
					let settled = lab.settled(element);
					element.setAttribute("src", "missing.md");
					await settled;
					seen.push(where());
					settled = lab.settled(element);
					element.removeAttribute("src");
					await settled;
					seen.push(where());
					return [seen, listening.map(({ count }) => count)];
				},
				article,
				isShadow,
			);
			assert.deepEqual(found, [
				[2, 2, 0, 2, 0, 2],
				[6, 6],
			]);
		});
	}

	test(`${engine.name}: children stay to be seen while the next page is made, however long that takes`, async () => {
		const slow = await engine.open({
			files: {
				"test.html": labPage(),
				"lab.js": labScript,
				"slow.js": () => undefined,
			},
		});
		await slow.goto("static/test.html");
		const found = await slow.evaluate(async () => {
			const lab = Reflect.get(window, "lab");
			const element = lab.make("$x$", {}, '<p slot="end">mine</p>');
			await lab.show(element);
			const settled = lab.settled(element);
			element.settings = { mathRenderer: "slow.js", toc: true };
			await lab.frame();
			await lab.frame();
			const meanwhile = document.querySelectorAll(".ink-main > [slot]").length;
			// Made once more while the first is waiting, and taken out meanwhile.
			element.settings = { toc: true };
			await settled;
			return [
				meanwhile,
				document.querySelectorAll(".ink-main > [slot]").length,
			];
		});
		assert.deepEqual(found, [1, 1]);
		await slow.close();
	});

	test(`${engine.name}: a slot that there is not is told with those that there are`, async () => {
		const findings = await page.evaluate(async () => {
			const lab = Reflect.get(window, "lab");
			const element = lab.make("Text", {}, '<p slot="footer">mine</p>');
			await lab.show(element);
			return element.findings.map(
				(/** @type {{ code: string, message: string }} */ finding) =>
					`${finding.code}: ${finding.message}`,
			);
		});
		assert.equal(findings.length, 1);
		assert.match(
			findings[0],
			/^page-setting: There is no place `footer`.*\bafter-body\b/,
		);
	});

	test(`${engine.name}: a template shows values as text and addresses, repeats for lists, and leaves out what there is not`, async () => {
		const html = await page.evaluate(async () => {
			const lab = Reflect.get(window, "lab");
			const element = lab.make(
				`---
title: "<b>T</b> & co"
author: [Ann, Bob]
link: ../b.md
evil: "javascript:alert(1)"
secret: "data:text/html,x"
mail: mailto:a@example.org
n: 0
nested: { list: [{ t: x, u: /x }, { t: y }] }
---
Text`,
				{},
				`<template slot="header"><div class="mine">
					<h1 data-text="title">Standard</h1>
					<i data-each="author" data-text="item"></i>
					<a data-href="frontMatter.link" data-text="author"></a>
					<a data-href="frontMatter.evil">evil</a>
					<a data-href="frontMatter.secret">secret</a>
					<a data-href="frontMatter.mail">mail</a>
					<img alt="" data-src="frontMatter.evil">
					<s data-if="frontMatter.missing">missing</s>
					<s data-if="frontMatter.__proto__">proto</s>
					<s data-text="constructor.name">constructor</s>
					<u data-if="minutes">read</u>
					<u data-text="frontMatter.n"></u>
					<ul><li data-each="frontMatter.nested.list"><a data-href="item.u" data-text="item.t"></a></li></ul>
				</div></template>`,
			);
			await lab.show(element);
			const mine = element.querySelector(".mine");
			const base = document.baseURI;
			return [...mine.querySelectorAll(":not(ul, li)")].map((one) =>
				[
					one.localName,
					one.textContent,
					(one.getAttribute("href") ?? one.getAttribute("src"))?.replace(
						new URL("..", base).href,
						"/",
					),
				]
					.filter(Boolean)
					.join(" "),
			);
		});
		assert.deepEqual(html, [
			"h1 <b>T</b> & co",
			"i Ann",
			"i Bob",
			"a Ann, Bob /b.md",
			"a evil",
			"a secret",
			"a mail mailto:a@example.org",
			"img",
			"u read",
			"u 0",
			"a x /x",
		]);
	});

	test(`${engine.name}: in a template, what runs, styles or embeds is the author's alone`, async () => {
		const found = await page.evaluate(async () => {
			const lab = Reflect.get(window, "lab");
			Reflect.deleteProperty(window, "ran");
			const element = lab.make(
				`---\ncode: "window.ran = 1"\nstyle: "* { color: red }"\nurl: https://evil.test/\n---\nText`,
				{},
				`<template slot="end"><div class="mine"><script data-text="frontMatter.code"></script>
				<svg><script data-text="frontMatter.code"></script></svg>
				<style data-text="frontMatter.style"></style><iframe data-src="frontMatter.url"></iframe>
				<link data-href="frontMatter.url" rel="stylesheet"><object data-src="frontMatter.url"></object></div></template>`,
			);
			await lab.show(element);
			await lab.frame();
			return [
				Reflect.get(window, "ran") ?? null,
				...[
					...element.querySelectorAll(
						".mine :is(script, style, iframe, link, object)",
					),
				].map(
					(one) =>
						one.textContent +
						(one.getAttribute("src") ?? one.getAttribute("href") ?? ""),
				),
			];
		});
		assert.deepEqual(found, [null, "", "", "", "", "", ""]);
	});

	test(`${engine.name}: a template serves every page that is made of it`, async () => {
		const found = await page.evaluate(async () => {
			const lab = Reflect.get(window, "lab");
			const element = lab.make(
				"# One",
				{},
				'<template slot="end"><p class="mine" data-text="title"></p></template>',
			);
			await lab.show(element);
			const first = element.querySelector(".mine")?.textContent;
			const settled = lab.settled(element);
			element.querySelector("script").textContent = "# Two";
			element.setAttribute("src", "");
			element.removeAttribute("src");
			await settled;
			return [
				first,
				[...element.querySelectorAll(".mine")].map(
					({ textContent }) => textContent,
				),
			];
		});
		assert.deepEqual(found, ["One", ["Two"]]);
	});

	test(`${engine.name}: functions replace a part, wrap the standard one, take it away, and come late`, async () => {
		const found = await page.evaluate(async (markdown) => {
			const lab = Reflect.get(window, "lab");
			const element = lab.make(markdown, { sidebar: "left" });
			element.parts = {
				tags(/** @type {any} */ context) {
					const mine = document.createElement("p");
					mine.className = "mine";
					mine.textContent = context.values.tags.join("+");
					return mine;
				},
				header(/** @type {any} */ context, /** @type {any} */ standard) {
					const frame = document.createElement("div");
					frame.className = "frame";
					frame.append(standard(context));
					return frame;
				},
				meta: () => undefined,
				async aside() {
					await new Promise((resolve) => setTimeout(resolve, 50));
					return document.createElement("aside");
				},
				async end() {
					return undefined;
				},
			};
			await lab.show(element);
			const early = element.querySelector("aside") === null;
			await new Promise((resolve) => setTimeout(resolve, 200));
			return {
				tags: element.querySelector(".ink-article > .mine")?.textContent,
				standardTags: element.querySelector(".ink-tags") === null,
				title: element.querySelector(".frame > .ink-header > h1")?.textContent,
				hasMeta: element.querySelector(".ink-meta") !== null,
				early,
				aside: element.querySelectorAll(".ink-page > aside").length,
			};
		}, article);
		assert.deepEqual(found, {
			tags: "a+b",
			standardTags: true,
			title: "Title",
			hasMeta: false,
			early: true,
			aside: 1,
		});
	});

	test(`${engine.name}: a function that throws or rejects costs its own part, and is told`, async () => {
		const faulty = await engine.open({
			files: { "test.html": labPage(), "lab.js": labScript },
		});
		await faulty.goto("static/test.html");
		const found = await faulty.evaluate(async (markdown) => {
			const lab = Reflect.get(window, "lab");
			const element = lab.make(markdown, { sidebar: "left" });
			element.parts = {
				tags() {
					throw new Error("thrown");
				},
				async aside() {
					throw new Error("rejected");
				},
				end: () => null,
				start: () => "words",
				meta: 3,
			};
			await lab.show(element);
			await lab.frame();
			return {
				title: element.querySelector("h1")?.textContent,
				body: element.querySelector(".ink-body")?.textContent.trim(),
				tags: element.querySelector(".ink-tags") === null,
				sidebar: element.querySelector(".ink-page").dataset.sidebar,
				start: element.querySelector(".ink-article").textContent.slice(0, 5),
			};
		}, article);
		assert.deepEqual(found, {
			title: "Title",
			body: "One\nText.",
			tags: true,
			sidebar: "none",
			start: "words",
		});
		const complaints = (await faulty.complaints()).join("\n");
		assert.match(complaints, /“tags”.*failed/);
		assert.match(complaints, /“aside”.*failed/);
		assert.match(complaints, /“meta”.*failed/);
		await faulty.close();
	});
}
