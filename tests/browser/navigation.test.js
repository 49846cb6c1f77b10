// @ts-check
// Finding one's way in an article that stands in the page itself: contents, fragments, the way back, the skip link, how
// far one has read, light and dark. In three browsers.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { useEngines } from "./engines.js";
import { labPage, labScript } from "./lab.js";
import { gate } from "./pages.js";

const filler = (/** @type {string} */ of) =>
	Array.from({ length: 40 }, (_, index) => `Line ${index} of ${of}.`).join(
		"\n\n",
	);
const long = `---\ntoc: true\n---\n# Title\n\n${filler("the start")}\n\n## One\n\n${filler("one")}\n\n## Two\n\n${filler("two")}\n\n### Two and a half\n\n${filler("more")}\n\n## Drei Äpfel\n\n${filler("three")}\n`;
const ids = ["one", "two", "two-and-a-half", "drei-äpfel"];

/** The text of the contents' current links. Runs in the page. */
function current() {
	return [...document.querySelectorAll("[aria-current]")].map(
		(link) => link.textContent,
	);
}

/**
 * Whether an element stands at the window's upper edge. Runs in the page.
 * @param {string} id
 */
function isAtTop(id) {
	const { top = 9999 } =
		document.getElementById(id)?.getBoundingClientRect() ?? {};
	return Math.abs(top) < 120;
}

/**
 * @param {string} [attributes]
 * @param {string} [rest]
 */
const files = (attributes = "", rest = "") => ({
	"lab.js": labScript,
	"a.md": long,
	"test.html": labPage(
		`<inkstone-article src="a.md" ${attributes}></inkstone-article>${rest}`,
	),
});

for (const engine of useEngines({ keepsPages: true })) {
	/** @type {Awaited<ReturnType<typeof engine.open>>} */
	let page;
	before(async () => {
		page = await engine.open({ files: files('progress sidebar="right"') });
	});
	const arrive = async (hash = "") => {
		// Another address, so that the browser does not stay where it is.
		await page.goto("static/icon.svg");
		await page.goto(`static/test.html${hash}`);
		await page.waitFor(".ink-article");
	};

	test(`${engine.name}: each link of the contents leads to its heading, and the way back to where one was`, async () => {
		await arrive();
		for (const id of ids) {
			await page.evaluate((id) => {
				/** @type {HTMLElement | null} */ (
					document.querySelector(
						`.ink-toc a[href="#${encodeURIComponent(id)}"]`,
					)
				)?.click();
			}, id);
			await page.waitForFunction(isAtTop, id);
			assert.equal(
				await page.evaluate(() => document.querySelector(":target")?.id),
				id,
			);
		}
		await page.evaluate(() => history.back());
		await page.waitForFunction(isAtTop, "two-and-a-half");
		await page.evaluate(() => history.forward());
		await page.waitForFunction(isAtTop, "drei-äpfel");
	});

	test(`${engine.name}: the contents follow who scrolls down and up, and who jumps`, async () => {
		await arrive();
		assert.deepEqual(await page.evaluate(current), []);
		/** @param {number} y */
		const scroll = (y) =>
			page.evaluate((y) => scrollTo({ top: y, behavior: "instant" }), y);
		/** @param {string} id */
		const heading = (id) =>
			page.evaluate(
				(id) =>
					scrollY +
					(document.getElementById(id)?.getBoundingClientRect().top ?? 0),
				id,
			);
		/** @param {string[]} wanted */
		const waitForCurrent = (wanted) =>
			page.waitForFunction(
				(wanted) =>
					JSON.stringify(
						[...document.querySelectorAll("[aria-current=location]")].map(
							(link) => link.textContent,
						),
					) === JSON.stringify(wanted),
				wanted,
			);
		await scroll(await heading("one"));
		await waitForCurrent(["One"]);
		await scroll(await heading("two"));
		await waitForCurrent(["Two"]);
		await scroll(await heading("two-and-a-half"));
		await waitForCurrent(["Two and a half"]);
		await scroll((await heading("two-and-a-half")) - 600);
		await waitForCurrent(["Two"]);
		await scroll(0);
		await waitForCurrent([]);
		// All headings pass by at once.
		await scroll(1_000_000);
		await waitForCurrent(["Drei Äpfel"]);
		await scroll(0);
		await waitForCurrent([]);
	});

	test(`${engine.name}: a list of contents that comes late is marked when it comes`, async () => {
		await arrive();
		const found = await page.evaluate(async () => {
			const lab = Reflect.get(window, "lab");
			const element = /** @type {import("./lab.js").Made} */ (
				document.querySelector("inkstone-article")
			);
			/** @type {() => void} */
			let come = () => {};
			const settled = lab.settled(element);
			element.parts = {
				async aside(context, standard) {
					await new Promise((resolve) => {
						come = () => resolve(undefined);
					});
					return standard(context);
				},
			};
			element.settings = { widgets: ["toc"] };
			await settled;
			document.getElementById("two")?.scrollIntoView();
			await lab.frame();
			await lab.frame();
			come();
			await lab.frame();
			await lab.frame();
			return [...document.querySelectorAll(".ink-aside [aria-current]")].map(
				(link) => link.textContent,
			);
		});
		assert.deepEqual(found, ["Two"]);
	});

	test(`${engine.name}: a page that is opened with a fragment opens there, and styles see it`, async () => {
		for (const id of ["two", "drei-äpfel"]) {
			await arrive(`#${encodeURIComponent(id)}`);
			await page.waitForFunction(isAtTop, id);
			assert.equal(
				await page.evaluate(() => document.querySelector(":target")?.id),
				id,
			);
			assert.equal(
				await page.evaluate(() => document.querySelectorAll(":target").length),
				1,
			);
		}
	});

	test(`${engine.name}: an article that comes late, and is made anew before it is seen, is opened at the fragment`, async () => {
		const article = gate();
		const late = await engine.open({
			files: {
				...files(),
				"a.md": async () => {
					await article.opened;
					return `${long}\n$x$\n`;
				},
			},
		});
		await late.goto("static/test.html#two");
		await late.waitFor(".ink-loading");
		await late.evaluate(() => {
			const element = /** @type {import("./lab.js").Made} */ (
				document.querySelector("inkstone-article")
			);
			// As a site does that has loaded its index meanwhile; again and again, while the formula's code is loading.
			let count = 0;
			const timer = setInterval(() => {
				element.site = {};
				if (++count > 20) {
					clearInterval(timer);
				}
			}, 5);
		});
		article.open();
		await late.waitForFunction(isAtTop, "two");
		assert.equal(
			await late.evaluate(() => document.querySelector(":target")?.id),
			"two",
		);
		await late.close();
	});

	test(`${engine.name}: the skip link is the first stop and leads past what stands before the text`, async () => {
		const short = await engine.open({
			files: {
				...files(),
				"a.md":
					"---\ntoc: true\ncategories: [c]\n---\n# Title\n\n## One\n\n[first](#one) [second](#one)\n",
			},
		});
		await short.goto("static/test.html");
		await short.waitFor(".ink-article");
		await short.press("Tab");
		const focused = () =>
			short.evaluate(() => {
				const { activeElement } = document;
				return activeElement?.className || activeElement?.textContent;
			});
		assert.equal(await focused(), "ink-skip");
		await short.press("Enter");
		await short.press("Tab");
		assert(
			["ink-anchor", "first"].includes((await focused()) ?? ""),
			(await focused()) ?? "",
		);
		await short.close();
	});

	test(`${engine.name}: the link at a heading leads to it`, async () => {
		await arrive();
		await page.click("#two .ink-anchor");
		await page.waitForFunction(() => location.hash === "#two");
		await page.waitForFunction(isAtTop, "two");
	});

	test(`${engine.name}: the contents are folded on a phone and open on a wide screen`, async () => {
		const isOpen = async () => {
			await arrive();
			return page.evaluate(
				() =>
					/** @type {HTMLDetailsElement | null} */ (
						document.querySelector(".ink-toc-box")
					)?.open,
			);
		};
		assert.equal(await isOpen(), true);
		await page.setViewport(390, 800);
		assert.equal(await isOpen(), false);
		await page.setViewport(1280, 900);
	});

	test(`${engine.name}: the bar of progress has a name and goes from nothing to all`, async () => {
		await arrive();
		const bar = () =>
			page.evaluate(() => {
				const bar = /** @type {HTMLProgressElement | null} */ (
					document.querySelector(".ink-progress")
				);
				return [bar?.value, bar?.max, bar?.getAttribute("aria-label")];
			});
		assert.deepEqual(await bar(), [0, 1, "Reading progress"]);
		await page.evaluate(() => scrollTo({ top: 1500, behavior: "instant" }));
		await page.waitForFunction(() => {
			const { value = 0 } =
				document.querySelector("progress") ??
				/** @type {{ value?: number }} */ ({});
			return value > 0.05 && value < 0.95;
		});
		await page.evaluate(() =>
			scrollTo({ top: 1_000_000, behavior: "instant" }),
		);
		await page.waitForFunction(
			() => document.querySelector("progress")?.value === 1,
		);
	});
}
