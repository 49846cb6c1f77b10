// @ts-check
// What a page's author sets, wherever they write it: as attributes, in JSON, from a program. Were one of these places
// deaf, or one wrong word fatal, the author would not learn why their page is not as they want it. In three browsers.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { useEngines } from "./engines.js";
import { labPage, labScript } from "./lab.js";

const article = "# Title\n\n## One\n\n## Two\n\nText.";

for (const engine of useEngines({ keepsPages: true })) {
	/** @type {Awaited<ReturnType<typeof engine.open>>} */
	let page;
	before(async () => {
		page = await engine.open({
			files: {
				"test.html": labPage(),
				"lab.js": labScript,
			},
		});
		await page.goto("static/test.html");
	});

	/**
	 * Shows an article, and says what came of its settings.
	 * @param {Record<string, string>} attributes
	 * @param {string} [json] of the child
	 * @param {object} [property]
	 * @param {string} [markdown]
	 */
	const outcome = (attributes, json = "", property = {}, markdown = article) =>
		page.evaluate(
			async (attributes, json, property, markdown) => {
				const lab = Reflect.get(window, "lab");
				const child = json
					? `<script type="application/json">${json}</script>`
					: "";
				const element = lab.make(markdown, attributes, child);
				element.settings = property;
				await lab.show(element);
				return {
					title: element.querySelector("h1")?.textContent,
					hasToc: element.querySelector(".ink-toc") !== null,
					hasProgress: element.querySelector(".ink-progress") !== null,
					author: element.querySelector(".ink-author")?.textContent ?? null,
					sidebar: element.querySelector(".ink-page")?.dataset.sidebar,
					findings: element.findings.map(
						(/** @type {{ code: string, message: string }} */ finding) =>
							`${finding.code}: ${finding.message}`,
					),
				};
			},
			attributes,
			json,
			property,
			markdown,
		);

	test(`${engine.name}: an attribute counts more than JSON, JSON more than the property, and the article most`, async () => {
		const { author } = await outcome({}, "", { author: "Property" });
		assert.equal(author, "Property");
		const json = '{ "author": "JSON" }';
		const property = { author: "Property", toc: true };
		const fromJson = await outcome({}, json, property);
		assert.equal(fromJson.author, "JSON");
		assert.equal(fromJson.hasToc, true, "the rest of the property counts");
		assert.equal(
			(await outcome({ author: "Attribute" }, json, property)).author,
			"Attribute",
		);
		assert.equal(
			(
				await outcome(
					{ author: "Attribute" },
					json,
					property,
					`---\nauthor: Own\n---\n${article}`,
				)
			).author,
			"Own",
		);
	});

	test(`${engine.name}: an attribute that is only there is true, and false where it says so`, async () => {
		const bare = await outcome({ toc: "", progress: "" });
		assert.deepEqual([bare.hasToc, bare.hasProgress], [true, true]);
		assert.deepEqual(bare.findings, []);
		const off = await outcome({ toc: "false", progress: "false" }, "", {
			toc: true,
			progress: true,
		});
		assert.deepEqual([off.hasToc, off.hasProgress], [false, false]);
		assert.deepEqual(off.findings, []);
	});

	test(`${engine.name}: a setting that there is not is told with those that there are, and the page is shown`, async () => {
		const { title, hasToc, findings } = await outcome(
			{},
			'{ "tocc": true, "toc": true }',
		);
		assert.deepEqual([title, hasToc], ["Title", true]);
		assert.equal(findings.length, 1);
		assert.match(
			findings[0],
			/^page-setting: There is no setting `tocc`\..*\btoc\b/,
		);
	});

	for (const [name, value, message] of /** @type {const} */ ([
		["progress", "yes", /`progress` takes true or false/],
		["widgets", "toc", /`widgets` takes a list/],
		["social", [{ title: "A" }], /`social` takes .*`title` and `url`/],
		["dateStyle", "tiny", /`dateStyle` takes `full`, `long`/],
		["commentsProvider", {}, /`commentsProvider` takes .*`provider`/],
		["authors", { Ann: "x" }, /`authors` takes a mapping/],
		["referrerPolicy", "none", /`referrerPolicy` takes one of the values/],
		// These the core reads, by the words that it has for articles.
		["sidebar", "middle", /setting.*`sidebar` takes `left`, `right`/],
		["toc", { min: 9 }, /setting.*`toc\.min` takes a heading level/],
		["pager", 3, /setting.*`pager` takes `true` or `false`/],
	])) {
		test(`${engine.name}: a wrong value of ${name} is told as a setting's fault, and the page is shown`, async () => {
			const { title, author, findings } = await outcome({}, "", {
				author: "Ann",
				[name]: value,
			});
			assert.deepEqual([title, author], ["Title", "Ann"]);
			assert.equal(findings.length, 1, findings.join("\n"));
			assert.match(findings[0], /^page-setting: /);
			assert.match(findings[0], message);
		});
	}

	test(`${engine.name}: JSON that cannot be read is told, and the other settings count`, async () => {
		for (const [json, message] of /** @type {const} */ ([
			["{ toc: true }", /^page-setting: The settings are not valid JSON: /],
			["[1]", /^page-setting: The settings must be a JSON object\.$/],
			['"text"', /^page-setting: The settings must be a JSON object\.$/],
			["null", /^page-setting: The settings must be a JSON object\.$/],
		])) {
			const { title, hasToc, findings } = await outcome({ toc: "" }, json);
			assert.deepEqual([title, hasToc], ["Title", true]);
			assert.equal(findings.length, 1);
			assert.match(findings[0], message);
		}
	});

	test(`${engine.name}: what a program gives and JSON cannot say is told, and the page is shown`, async () => {
		const { title, findings } = await page.evaluate(async (markdown) => {
			const lab = Reflect.get(window, "lab");
			const element = lab.make(markdown);
			/** @type {Record<string, unknown>} */
			const circle = {};
			circle.circle = circle;
			element.settings = { toc: circle, author: () => "Ann", pager: 1n };
			await lab.show(element);
			return {
				title: element.querySelector("h1")?.textContent,
				findings: element.findings.map(
					(/** @type {{ code: string, message: string }} */ finding) =>
						`${finding.code}: ${finding.message}`,
				),
			};
		}, article);
		assert.equal(title, "Title");
		assert.deepEqual(
			findings,
			["toc", "author", "pager"].map(
				(key) =>
					`page-setting: The setting \`${key}\` takes what JSON can express.`,
			),
		);
	});

	test(`${engine.name}: keys such as __proto__ are settings that there are not`, async () => {
		const { title, findings } = await outcome(
			{},
			'{ "__proto__": { "progress": true, "polluted": 1 }, "constructor": 1, "toString": 2, "authors": { "__proto__": { "bio": "b" } } }',
		);
		assert.equal(title, "Title");
		assert.deepEqual(
			findings.map((/** @type {string} */ text) => /`(.*?)`/.exec(text)?.[1]),
			["__proto__", "constructor", "toString"],
		);
		assert.deepEqual(
			await page.evaluate(() => [
				"polluted" in {},
				document.querySelector(".ink-progress") === null,
			]),
			[false, true],
		);
	});

	test(`${engine.name}: what is set before the element is defined counts`, async () => {
		await page.goto("static/test.html");
		const found = await page.evaluate(async (markdown) => {
			const lab = Reflect.get(window, "lab");
			// As an element is before its definition has come: with properties of its own.
			const element = lab.make(markdown);
			for (const [name, value] of Object.entries({
				settings: { author: "Early" },
				parts: { end: () => document.createElement("hr") },
			})) {
				Object.defineProperty(element, name, {
					value,
					configurable: true,
					enumerable: true,
					writable: true,
				});
			}
			await lab.show(element);
			const before = element.querySelector(".ink-author")?.textContent;
			const settled = lab.settled(element);
			element.settings = { author: "Later" };
			await settled;
			return [
				before,
				element.querySelector(".ink-author")?.textContent,
				element.querySelectorAll(".ink-main > hr").length,
			];
		}, article);
		assert.deepEqual(found, ["Early", "Later", 1]);
	});

	test(`${engine.name}: several settings one after the other render once more, and the same attribute again not at all`, async () => {
		const loads = await page.evaluate(async (markdown) => {
			const lab = Reflect.get(window, "lab");
			const element = lab.make(markdown);
			await lab.show(element);
			let count = 0;
			element.addEventListener("inkstone-load", () => {
				count++;
			});
			const quiet = () => new Promise((resolve) => setTimeout(resolve, 100));
			element.settings = { toc: true };
			element.settings = { toc: true, author: "Ann" };
			element.site = {};
			element.parts = {};
			await quiet();
			const afterProperties = count;
			element.setAttribute("toc", "");
			element.setAttribute("sidebar", "left");
			element.setAttribute("lang", "de");
			await quiet();
			return [
				afterProperties,
				count - afterProperties,
				element.querySelector(".ink-toc-title")?.textContent,
			];
		}, article);
		assert.deepEqual(loads, [1, 1, "Inhalt"]);
	});

	const hostile =
		'Text <b id="bold" onclick="window.ran = 1">bold</b> <img src="missing.png" onerror="window.ran = 1"><script>window.ran = 1</script>';

	test(`${engine.name}: html says what raw HTML is: sanitized, text, or trusted`, async () => {
		/** @param {string | undefined} html */
		const shown = (html) =>
			page.evaluate(
				async (markdown, html) => {
					const lab = Reflect.get(window, "lab");
					Reflect.deleteProperty(window, "ran");
					const element = lab.make(markdown, html ? { html } : {});
					await lab.show(element);
					await new Promise((resolve) => setTimeout(resolve, 100));
					const bold = element.querySelector(".ink-body b");
					bold?.click();
					return {
						hasBold: bold !== null,
						handler: bold?.getAttribute("onclick") ?? null,
						saysTag: element
							.querySelector(".ink-body")
							?.textContent.includes("<b id"),
						ran: Reflect.get(window, "ran") ?? null,
					};
				},
				hostile,
				html,
			);
		const sanitized = {
			hasBold: true,
			handler: null,
			saysTag: false,
			ran: null,
		};
		assert.deepEqual(await shown(undefined), sanitized);
		assert.deepEqual(await shown("sanitize"), sanitized);
		assert.deepEqual(await shown("escape"), {
			hasBold: false,
			handler: null,
			saysTag: true,
			ran: null,
		});
		assert.deepEqual(await shown("trusted"), {
			hasBold: true,
			handler: "window.ran = 1",
			saysTag: false,
			ran: 1,
		});
	});

	test(`${engine.name}: a wrong word for html shows no article, says which words there are, and can be mended`, async () => {
		const [problem, mended] = await page.evaluate(async (markdown) => {
			const lab = Reflect.get(window, "lab");
			const element = lab.make(markdown, { html: "trust" });
			await lab.show(element);
			const detail = element.querySelector(".ink-problem-detail")?.textContent;
			const hasText = element.querySelector(".ink-body") !== null;
			const settled = lab.settled(element);
			element.setAttribute("html", "escape");
			await settled;
			return [
				[detail, hasText],
				element.querySelector(".ink-body")?.textContent.includes("<b id"),
			];
		}, hostile);
		assert.deepEqual(problem, [
			"The attribute `html` takes one of `sanitize`, `escape`, `trusted`, not `trust`",
			false,
		]);
		assert.equal(mended, true);
	});

	for (const [allowed, title] of /** @type {const} */ ([
		["inkstone", "Title"],
		["other", null],
	])) {
		test(`${engine.name}: trusted HTML needs the policy inkstone where Trusted Types are wanted; allowed is ${allowed}`, async () => {
			const strict = await engine.open({
				headers: {
					"content-security-policy": `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src *; require-trusted-types-for 'script'; trusted-types ${allowed} dompurify`,
				},
				files: {
					"lab.js": labScript,
					"a.md": "# Title\n\n<b>bold</b>",
					"test.html": labPage(
						'<inkstone-article src="a.md" html="trusted"></inkstone-article>',
					),
				},
			});
			await strict.goto("static/test.html");
			await strict.waitFor(".ink-article, .ink-problem");
			const knows = await strict.evaluate(() => "trustedTypes" in window);
			assert.deepEqual(
				await strict.texts("h1"),
				title || !knows ? ["Title"] : [],
			);
			if (title) {
				assert.deepEqual(await strict.complaints(), []);
				assert.deepEqual(await strict.texts("b"), ["bold"]);
			} else if (knows) {
				assert.match((await strict.texts(".ink-problem")).join(), /polic/i);
			}
			await strict.close();
		});
	}
}
