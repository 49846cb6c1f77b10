// @ts-check
// An article in a shadow root: what a page of its own gives for nothing — style before the first sight, links within,
// the way back, finding text — has to be done there, and the page around must not reach in. In three browsers.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { useEngines } from "./engines.js";
import { labPage, labScript } from "./lab.js";
import { gate } from "./pages.js";

const strict =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src *; require-trusted-types-for 'script'";

const filler = Array.from({ length: 60 }, (_, index) => `Line ${index}.`).join(
	"\n\n",
);
const long = `---\ntoc: true\n---\n# Title\n\nA note[^1].\n\n## One\n\n${filler}\n\n## Two\n\n${filler}\n\n## Three\n\n${filler}\n\n[^1]: Noted.\n`;

/** @param {string} attributes */
const element = (attributes) =>
	`<a id="outside" href="#two">Two</a><inkstone-article src="a.md" ${attributes}></inkstone-article>`;

/**
 * A picture of points: WebKit says of one of lines that it is as large as it is shown.
 * @param {number} width a multiple of 32
 * @param {number} height
 */
function bitmap(width, height) {
	const [start, size] = [62, (width * height) / 8];
	const file = Buffer.alloc(start + size);
	file.write("BM");
	file.writeUInt32LE(file.length, 2);
	file.writeUInt32LE(start, 10);
	file.writeUInt32LE(40, 14);
	file.writeInt32LE(width, 18);
	file.writeInt32LE(height, 22);
	// One plane, one bit for each point, two colours.
	file.writeUInt16LE(1, 26);
	file.writeUInt16LE(1, 28);
	file.writeUInt32LE(size, 34);
	file.writeUInt32LE(0x00ff_ffff, 58);
	return file;
}

/** What is seen of the article: runs in the page. */
function looks() {
	const root = /** @type {ShadowRoot} */ (
		document.querySelector("inkstone-article")?.shadowRoot
	);
	return [".ink-title", ".ink-body p", ".ink-toc a", ".ink-body h2"].map(
		(selector) => {
			const one = /** @type {Element} */ (root.querySelector(selector));
			const style = getComputedStyle(one);
			return Object.fromEntries(
				/** @type {const} */ ([
					"color",
					"display",
					"fontFamily",
					"fontSize",
					"fontStyle",
					"fontWeight",
					"letterSpacing",
					"lineHeight",
					"textAlign",
					"textIndent",
					"textShadow",
					"textTransform",
					"visibility",
					"whiteSpace",
					"wordSpacing",
				]).map((name) => [name, style[name]]),
			);
		},
	);
}

/** @typedef {Awaited<ReturnType<ReturnType<typeof useEngines>[number]["open"]>>} Page */

/** @param {Page} page */
const waitForArticle = (page) =>
	page.waitForFunction(
		() =>
			document
				.querySelector("inkstone-article")
				?.shadowRoot?.querySelector(".ink-article") != null,
	);

/**
 * Where the reader is: what stands at the window's upper edge, what is marked and what has the focus. Runs in the page.
 * @param {string} id
 */
function placeOf(id) {
	const root = document.querySelector("inkstone-article")?.shadowRoot;
	const target = root?.getElementById(id);
	return {
		isAtTop: Math.abs(target?.getBoundingClientRect().top ?? 9999) < 120,
		marked: root?.querySelector(".ink-target")?.id ?? null,
		focused: root?.activeElement?.id ?? null,
	};
}

for (const engine of useEngines({ keepsPages: true })) {
	/** @type {Page} */
	let page;
	before(async () => {
		page = await engine.open();
	});
	/**
	 * Opens the test's page anew.
	 * @param {import("./stage.js").Files} files
	 * @param {string} [hash]
	 */
	const open = async (files, hash = "") => {
		page.give(files);
		// Another address, so that the browser does not stay where it is.
		await page.goto("static/icon.svg");
		await page.goto(`static/test.html${hash}`);
	};

	/** @param {string} css */
	const files = (css = "") => ({
		"lab.js": labScript,
		"host.css": css,
		"a.md": long,
		"test.html": labPage(
			element("shadow"),
			'<link rel="stylesheet" href="host.css">',
		),
	});

	test(`${engine.name}: nothing is seen before all of its style sheets are there, and they are asked for once`, async () => {
		const sheet = gate();
		await open({
			...files(),
			"first.css": ".ink-title { color: rgb(1, 2, 3); opacity: 0.5 }",
			"slow.css": async () => {
				await sheet.opened;
				return ".ink-title { color: rgb(4, 5, 6) }";
			},
			"test.html": labPage(),
		});
		// By script, since a page waits for the style sheets that its HTML needs.
		await page.evaluate(() => {
			const element = Reflect.get(window, "lab").make("", {
				src: "a.md",
				shadow: "",
				theme: "first.css slow.css",
			});
			document.querySelector("#place")?.append(element);
		});
		await page.waitForFunction(() =>
			document
				.querySelector("inkstone-article")
				?.shadowRoot?.querySelector(".ink-loading"),
		);
		// The article has long been rendered.
		await page.evaluate(
			() => new Promise((resolve) => setTimeout(resolve, 700)),
		);
		assert.equal(
			await page.evaluate(
				() =>
					document
						.querySelector("inkstone-article")
						?.shadowRoot?.querySelector(".ink-page") ?? null,
			),
			null,
		);
		sheet.open();
		await waitForArticle(page);
		const title = () =>
			page.evaluate(() => {
				const title = document
					.querySelector("inkstone-article")
					?.shadowRoot?.querySelector(".ink-title");
				const { color, opacity } = getComputedStyle(
					/** @type {Element} */ (title),
				);
				return [color, opacity];
			});
		assert.deepEqual(await title(), ["rgb(4, 5, 6)", "0.5"]);
		const after = await page.evaluate(async () => {
			const lab = Reflect.get(window, "lab");
			const element = document.querySelector("inkstone-article");
			const settled = lab.settled(element);
			element?.setAttribute("sidebar", "left");
			await settled;
			const title = element?.shadowRoot?.querySelector(".ink-title");
			return getComputedStyle(/** @type {Element} */ (title)).color;
		});
		assert.equal(after, "rgb(4, 5, 6)");
		assert.deepEqual(
			page.requests().filter((path) => /(first|slow)\.css/.test(path)),
			["/static/first.css", "/static/slow.css"],
		);
	});

	test(`${engine.name}: another theme takes the place of the first when it is there`, async () => {
		const sheet = gate();
		await open({
			...files(),
			"one.css": ".ink-title { color: rgb(1, 1, 1) }",
			"two.css": async () => {
				await sheet.opened;
				return ".ink-title { opacity: 0.5 }";
			},
			"test.html": labPage(element('shadow theme="one.css"')),
		});
		await waitForArticle(page);
		const title = () =>
			page.evaluate(() => {
				const title = document
					.querySelector("inkstone-article")
					?.shadowRoot?.querySelector(".ink-title");
				const { color, opacity } = getComputedStyle(
					/** @type {Element} */ (title),
				);
				return `${color} ${opacity}`;
			});
		await page.evaluate(() =>
			document
				.querySelector("inkstone-article")
				?.setAttribute("theme", "two.css"),
		);
		await page.evaluate(() => Reflect.get(window, "lab").frame());
		assert.equal(await title(), "rgb(1, 1, 1) 1");
		sheet.open();
		await page.waitForFunction(
			() =>
				document
					.querySelector("inkstone-article")
					?.shadowRoot?.querySelectorAll("link").length === 1,
		);
		assert.match(await title(), / 0\.5$/);
		assert.doesNotMatch(await title(), /rgb\(1, 1, 1\)/);
	});

	test(`${engine.name}: a sheet that is missing, or no address at all, does not lose the article`, async () => {
		await open({
			...files(),
			"test.html": labPage(element('shadow theme="missing.css http://"')),
		});
		await waitForArticle(page);
	});

	test(`${engine.name}: without theme it takes the page's`, async () => {
		await open(files());
		await waitForArticle(page);
		assert.deepEqual(
			await page.evaluate(() =>
				[
					...(document
						.querySelector("inkstone-article")
						?.shadowRoot?.querySelectorAll("link") ?? []),
				].map((link) => new URL(link.href).pathname),
			),
			["/static/inkstone/themes/default.css"],
		);
	});

	test(`${engine.name}: links within lead there, take the focus along, and the way back leads to where one was`, async () => {
		await open(files());
		await waitForArticle(page);
		/** @param {string} id */
		const follow = (id) =>
			page.evaluate((id) => {
				const root = document.querySelector("inkstone-article")?.shadowRoot;
				/** @type {HTMLElement | null | undefined} */ (
					root?.querySelector(`.ink-toc a[href="#${id}"]`)
				)?.click();
			}, id);
		await follow("one");
		assert.deepEqual(await page.evaluate(placeOf, "one"), {
			isAtTop: true,
			marked: "one",
			focused: "one",
		});
		assert.equal(await page.evaluate(() => location.hash), "#one");
		// The reader goes on from there, and comes back to where they were.
		const left = await page.evaluate(async () => {
			scrollBy(0, 300);
			await Reflect.get(window, "lab").frame();
			return scrollY;
		});
		await follow("three");
		assert.equal((await page.evaluate(placeOf, "three")).isAtTop, true);
		await page.evaluate(() => history.back());
		await page.waitForFunction(() => location.hash === "#one");
		await page.waitForFunction((left) => Math.abs(scrollY - left) < 2, left);
		assert.equal((await page.evaluate(placeOf, "one")).marked, "one");
		await page.evaluate(() => history.forward());
		await page.waitForFunction(() => location.hash === "#three");
		await page.waitForFunction(() => {
			const root = document.querySelector("inkstone-article")?.shadowRoot;
			const top = root?.getElementById("three")?.getBoundingClientRect().top;
			return (
				root?.querySelector(".ink-target")?.id === "three" &&
				Math.abs(top ?? 9999) < 120
			);
		});
	});

	test(`${engine.name}: the page's own links, and an address that is changed, lead into it`, async () => {
		await open(files());
		await waitForArticle(page);
		await page.click("#outside");
		await page.waitForFunction(() => location.hash === "#two");
		await page.waitForFunction(() => scrollY > 0);
		assert.deepEqual(await page.evaluate(placeOf, "two"), {
			isAtTop: true,
			marked: "two",
			focused: "two",
		});
		await page.evaluate(() => {
			location.hash = "three";
		});
		await page.waitForFunction(
			() =>
				document
					.querySelector("inkstone-article")
					?.shadowRoot?.querySelector(".ink-target")?.id === "three",
		);
		assert.equal((await page.evaluate(placeOf, "three")).isAtTop, true);
	});

	test(`${engine.name}: a page that is opened with a fragment opens there`, async () => {
		await open(files(), "#two");
		await waitForArticle(page);
		await page.waitForFunction(() => scrollY > 0);
		assert.deepEqual(await page.evaluate(placeOf, "two"), {
			isAtTop: true,
			marked: "two",
			focused: "two",
		});
	});

	test(`${engine.name}: its text can be found and selected`, async () => {
		await open({ ...files(), "a.md": "# Title\n\nA needle in hay." });
		await waitForArticle(page);
		const [isFound, selected] = await page.evaluate(() => {
			const { find } = /** @type {{ find(text: string): boolean }} */ (
				/** @type {unknown} */ (window)
			);
			const isFound = find.call(window, "needle");
			const text = document
				.querySelector("inkstone-article")
				?.shadowRoot?.querySelector(".ink-body p");
			getSelection()?.selectAllChildren(/** @type {Element} */ (text));
			return [isFound, getSelection()?.toString().trim()];
		});
		// WebKit's readers find it, its scripts do not.
		assert.equal(isFound, engine.name !== "webkit");
		assert.equal(selected, "A needle in hay.");
	});

	for (const [name, css] of /** @type {const} */ ([
		["unsets everything", "* { all: unset !important }"],
		[
			"hides what an article is made of",
			"article, nav, aside, main, header, h1, h2, p, div, .ink-page { display: none !important }",
		],
		[
			"shouts",
			// Not at its root, whose size of text is the measure of everything in it.
			"html { letter-spacing: 9px } body, body * { font-family: cursive !important; font-size: 70px !important; line-height: 4 !important; color: lime !important; text-align: right !important; text-indent: 2em !important; text-shadow: 1px 1px red !important; text-transform: uppercase !important; word-spacing: 1em !important; white-space: pre !important; font-style: italic !important; font-weight: 900 !important }",
		],
	])) {
		test(`${engine.name}: a page that ${name} does not reach in`, async () => {
			const seen = [];
			for (const rules of ["", css]) {
				await open(files(rules));
				await waitForArticle(page);
				seen.push(await page.evaluate(looks));
			}
			assert.deepEqual(seen[1], seen[0]);
		});
	}

	test(`${engine.name}: notes, code, formulas and the lightbox work in it, under the strict policy`, async () => {
		const page = await engine.open({
			headers: { "content-security-policy": strict },
			files: {
				...files(),
				"wide.bmp": {
					body: bitmap(1600, 80),
					headers: { "content-type": "image/bmp" },
				},
				"a.md":
					"# Title\n\nA note[^1], and $x^2$.\n\n```js\nconst a = 1;\n```\n\n![Wide](wide.bmp)\n\n[^1]: Noted.\n",
			},
		});
		await page.goto("static/test.html");
		await waitForArticle(page);
		await page.waitForFunction(() => {
			const root = document.querySelector("inkstone-article")?.shadowRoot;
			return [".hljs-keyword", "math", ".ink-zoom"].every((selector) =>
				root?.querySelector(selector),
			);
		});
		const state = await page.evaluate(async () => {
			const root = /** @type {ShadowRoot} */ (
				document.querySelector("inkstone-article")?.shadowRoot
			);
			/** @param {string} selector */
			const one = (selector) =>
				/** @type {HTMLElement | null} */ (root.querySelector(selector));
			one(".ink-zoom")?.click();
			const box = /** @type {HTMLDialogElement | null} */ (
				one(".ink-lightbox")
			);
			const wasOpen = box?.open && box.matches(":modal");
			one(".ink-lightbox-close")?.click();
			await Reflect.get(window, "lab").frame();
			return {
				wasOpen,
				isOpen:
					/** @type {HTMLDialogElement | null} */ (one(".ink-lightbox"))
						?.open ?? false,
				keyword:
					getComputedStyle(/** @type {Element} */ (one(".hljs-keyword")))
						.color !==
					getComputedStyle(/** @type {Element} */ (one("pre"))).color,
			};
		});
		assert.deepEqual(state, { wasOpen: true, isOpen: false, keyword: true });
		await page.evaluate(() => {
			const root = document.querySelector("inkstone-article")?.shadowRoot;
			/** @type {HTMLElement | null | undefined} */ (
				root?.querySelector("sup a")
			)?.click();
		});
		assert.equal((await page.evaluate(placeOf, "fn-1")).focused, "fn-1");
		assert.deepEqual(await page.complaints(), []);
		await page.close();
	});

	test(`${engine.name}: an article that is given a shadow root later moves into it, with the children that it has`, async () => {
		await open({ ...files(), "test.html": labPage() });
		const found = await page.evaluate(async () => {
			const lab = Reflect.get(window, "lab");
			const element = lab.make("# Title", {}, '<p slot="end">mine</p>');
			await lab.show(element);
			const mine = element.querySelector("[slot]");
			const settled = lab.settled(element);
			element.setAttribute("shadow", "");
			await settled;
			const root = element.shadowRoot;
			return [
				root.querySelector("h1")?.textContent,
				root.querySelector("slot")?.assignedElements()[0] === mine,
				[...element.children].map((child) => child.localName).sort(),
			];
		});
		assert.deepEqual(found, ["Title", true, ["p", "script"]]);
	});

	test(`${engine.name}: the skip link of an article in a shadow root leads to its text`, async () => {
		await open(files());
		await waitForArticle(page);
		const focused = await page.evaluate(() => {
			const root = document.querySelector("inkstone-article")?.shadowRoot;
			/** @type {HTMLElement | null | undefined} */ (
				root?.querySelector(".ink-skip")
			)?.click();
			return root?.activeElement?.className;
		});
		assert.match(focused ?? "", /\bink-body\b/);
	});
}
