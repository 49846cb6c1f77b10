// @ts-check
// A page that is made anew under its reader: they must not lose their place, nor the browser gather what is left of all
// the pages before. In three browsers.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { useEngines } from "./engines.js";
import { labPage, labScript } from "./lab.js";
import { gate } from "./pages.js";

const lines = Array.from({ length: 50 }, (_, index) => `Line ${index}.`).join(
	"\n\n",
);
const article = `---
toc: true
comments: true
---
# Title

First[^1].

<details><summary>More</summary>

Folded text with <a id="deep" href="https://example.org/">a link</a>.

</details>

## One

${lines}

## Two

${lines}

[^1]: Noted.
`;

/** Counts what listens and observes: runs in the page before everything else. */
const counting = `{
	// By what they listen to and how: the browser keeps no second one that is alike.
	const live = new Map();
	const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
	const keyOf = (type, capture) => type + " " + Boolean(capture);
	const captures = (options) => typeof options === "boolean" ? options : options?.capture;
	const drop = (target, type, listener, options) => live.get(target)?.get(keyOf(type, captures(options)))?.delete(listener);
	EventTarget.prototype.addEventListener = function (type, listener, options) {
		add.call(this, type, listener, options);
		const target = this ?? window;
		const { signal, once } = typeof options === "object" && options ? options : {};
		// What is no part of the page's tree stays when the page goes.
		const stays = target === window || target === document || target === document.documentElement ||
			target instanceof MediaQueryList || target instanceof AbortSignal || target === document.body ||
			target.localName === "inkstone-article" || target instanceof ShadowRoot || target === window.visualViewport;
		if (!stays || signal?.aborted || target instanceof AbortSignal && target.aborted) return;
		const types = live.get(target) ?? new Map();
		live.set(target, types);
		const key = keyOf(type, captures(options));
		types.set(key, (types.get(key) ?? new Set()).add(listener));
		if (signal) add.call(signal, "abort", () => drop(target, type, listener, options));
		if (once) add.call(target, type, () => drop(target, type, listener, options), options);
		// A signal that has aborted lets everything go.
		if (target instanceof AbortSignal) add.call(target, "abort", () => live.delete(target));
	};
	EventTarget.prototype.removeEventListener = function (type, listener, options) {
		remove.call(this, type, listener, options);
		drop(this ?? window, type, listener, options);
	};
	const observing = new Map();
	for (const name of ["IntersectionObserver", "ResizeObserver", "MutationObserver"]) {
		const { prototype } = window[name];
		const { observe, disconnect, unobserve } = prototype;
		const targets = (observer) => observing.get(observer) ?? observing.set(observer, new Set()).get(observer);
		prototype.observe = function (target, options) { targets(this).add(target); return observe.call(this, target, options); };
		prototype.disconnect = function () { observing.delete(this); return disconnect.call(this); };
		if (unobserve) prototype.unobserve = function (target) { targets(this).delete(target); return unobserve.call(this, target); };
	}
	window.counted = () => {
		const counts = {};
		for (const [target, types] of live) {
			for (const [key, listeners] of types) {
				const name = (target.localName ?? target.constructor.name) + " " + key;
				counts[name] = (counts[name] ?? 0) + listeners.size;
			}
		}
		counts.observers = [...observing.values()].filter((targets) => targets.size > 0).length;
		return counts;
	};
}`;

for (const engine of useEngines({ keepsPages: true })) {
	/** @type {Awaited<ReturnType<typeof engine.open>>} */
	let page;
	before(async () => {
		page = await engine.open({
			files: {
				"lab.js": labScript,
				"counting.js": counting,
				"a.md": article,
				"b.md": "# B\n\n$x$",
				"test.html": labPage(
					'<div id="place"></div>',
					'<script src="counting.js"></script>',
				),
			},
		});
	});
	/** @param {boolean} [isShadow] */
	const show = async (isShadow = false) => {
		await page.goto("static/icon.svg");
		await page.goto("static/test.html");
		await page.evaluate((isShadow) => {
			const lab = Reflect.get(window, "lab");
			const element = lab.make("", {
				src: "a.md",
				...(isShadow && { shadow: "" }),
			});
			element.settings = {
				commentsProvider: { provider: "element", tag: "my-comments" },
			};
			Object.assign(window, {
				element,
				root: () => element.shadowRoot ?? element,
				async change(/** @type {object} */ settings) {
					const settled = lab.settled(element);
					element.settings = { ...element.settings, ...settings };
					await settled;
				},
			});
			return lab.show(element);
		}, isShadow);
	};

	for (const isShadow of [false, true]) {
		const where = isShadow ? "in a shadow root" : "in the page";

		test(`${engine.name}: what is being read stays where it is, ${where}`, async () => {
			await show(isShadow);
			const tops = await page.evaluate(async () => {
				const { lab, root, change } = /** @type {any} */ (window);
				const heading = () =>
					Math.round(root().querySelector("#two").getBoundingClientRect().top);
				root().querySelector("#two").scrollIntoView({ behavior: "instant" });
				scrollBy({ top: -200, behavior: "instant" });
				await lab.frame();
				const tops = [heading()];
				for (const settings of [
					{ dateStyle: "short" },
					{ sidebar: "left", widgets: ["toc"] },
					{ authors: {}, sidebar: false, progress: true },
				]) {
					await change(settings);
					tops.push(heading());
					await lab.frame();
					await lab.frame();
					tops.push(heading());
				}
				return tops;
			});
			for (const top of tops) {
				assert(Math.abs(top - (tops[0] ?? 0)) <= 1, tops.join(" "));
			}
		});

		test(`${engine.name}: the focus stays on the same thing, in the text, in the contents, at a note, ${where}`, async () => {
			await show(isShadow);
			const focused = await page.evaluate(async () => {
				const { root, change } = /** @type {any} */ (window);
				const active = () =>
					(root() instanceof ShadowRoot ? root() : document).activeElement;
				const found = [];
				for (const selector of [
					".ink-toc li:nth-child(2) a",
					"sup a",
					"#two .ink-anchor",
					".ink-toc-title",
					".ink-skip",
				]) {
					const old = root().querySelector(selector);
					old.focus({ preventScroll: true });
					await change({ dateStyle: "short" });
					const now = root().querySelector(selector);
					found.push(now !== old && active() === now);
				}
				return found;
			});
			assert.deepEqual(focused, [true, true, true, true, true]);
		});

		test(`${engine.name}: what the address has led to stays marked, wherever the reader has gone from there, ${where}`, async () => {
			await show(isShadow);
			const found = await page.evaluate(async () => {
				const { lab, root, change } = /** @type {any} */ (window);
				root().querySelector('.ink-toc a[href="#two"]').click();
				await lab.frame();
				const marked = () => root().querySelector(":target, .ink-target")?.id;
				const seen = [marked()];
				scrollTo({ top: 0, behavior: "instant" });
				await change({ dateStyle: "short" });
				seen.push(marked(), scrollY);
				await lab.frame();
				seen.push(scrollY, location.hash);
				return seen;
			});
			assert.deepEqual(found, ["two", "two", 0, 0, "#two"]);
		});

		test(`${engine.name}: what the reader has opened stays open, and what they have closed closed, ${where}`, async () => {
			await show(isShadow);
			const open = await page.evaluate(async () => {
				const { root, change } = /** @type {any} */ (window);
				const states = () =>
					[...root().querySelectorAll("details")].map(
						(details) => details.open,
					);
				const before = states();
				for (const details of root().querySelectorAll("details")) {
					details.open = !details.open;
				}
				await change({ sidebar: "left", widgets: ["toc"] });
				return [before, states()];
			});
			assert.deepEqual(open, [
				[true, false],
				[false, true],
			]);
		});

		test(`${engine.name}: comments are the same element, never moved, also when pages overtake one another, ${where}`, async () => {
			await show(isShadow);
			const found = await page.evaluate(async () => {
				const { lab, root, change, element } = /** @type {any} */ (window);
				let connections = 0;
				customElements.define(
					"my-comments",
					class extends HTMLElement {
						connectedCallback() {
							connections++;
						}
					},
				);
				const section = root().querySelector(".ink-comments");
				section.scrollIntoView({ behavior: "instant" });
				while (!root().querySelector("my-comments")) {
					await lab.frame();
				}
				const thread = root().querySelector("my-comments");
				await change({ sidebar: "left", widgets: ["toc"] });
				await change({ progress: true });
				// One page is being made when the next one is asked for.
				const settled = lab.settled(element);
				element.setAttribute("sidebar", "left");
				await null;
				element.setAttribute("dir", "ltr");
				for (const side of ["right", "left", "right"]) {
					element.setAttribute("sidebar", side);
					await new Promise((resolve) => setTimeout(resolve));
				}
				await settled;
				await lab.frame();
				return [
					section === root().querySelector(".ink-comments"),
					thread === root().querySelector("my-comments"),
					connections,
				];
			});
			assert.deepEqual(found, [true, true, 1]);
		});

		test(`${engine.name}: after a hundred pages nothing listens or observes that did not after one, and after the element nothing, ${where}`, async () => {
			await page.goto("static/icon.svg");
			await page.goto("static/test.html");
			const none = await page.evaluate(async () => {
				// The elements' own code is there, and nothing has been shown.
				await customElements.whenDefined("inkstone-article");
				return Reflect.get(window, "counted")();
			});
			await show(isShadow);
			const { few, many, gone } = await page.evaluate(async () => {
				const { lab, change, counted, element } = /** @type {any} */ (window);
				// Once round, for what is there once for all pages.
				await change({ progress: true, sidebar: "left", widgets: ["toc"] });
				await change({ progress: false });
				await change({ progress: true });
				// What may come behind a page's first view has come as well when its keys are listened for.
				const complete = async () => {
					for (let frame = 0; frame < 300; frame++) {
						if (counted()["HTMLDocument keydown false"] > 0) {
							break;
						}
						await lab.frame();
					}
					return counted();
				};
				const few = await complete();
				for (let round = 0; round < 50; round++) {
					await change({ progress: false });
					await change({ progress: true });
				}
				const many = await complete();
				element.remove();
				await lab.frame();
				return { few, many, gone: counted() };
			});
			assert.deepEqual(many, few);
			const left = Object.entries(gone).filter(
				([name, count]) =>
					count > (none[name] ?? 0) && !name.startsWith("inkstone-article "),
			);
			assert.deepEqual(left, []);
		});
	}

	test(`${engine.name}: an article that takes another's place does not inherit what was open`, async () => {
		await show();
		const [before, after] = await page.evaluate(async () => {
			const { lab, root, element } = /** @type {any} */ (window);
			const box = root().querySelector(".ink-toc-box");
			box.open = false;
			const settled = lab.settled(element);
			element.src = "a.md?again";
			await settled;
			return [box.open, root().querySelector(".ink-toc-box").open];
		});
		assert.deepEqual([before, after], [false, true]);
	});

	test(`${engine.name}: an element that is taken away, or given another article, while its formulas are loading shows nothing late`, async () => {
		const renderer = gate();
		page.give({
			"slow.js": async () => {
				await renderer.opened;
				return 'export function renderMath(tex) { const one = document.createElement("b"); one.className = "late"; one.textContent = tex; return one; }';
			},
		});
		await page.goto("static/icon.svg");
		await page.goto("static/test.html");
		await page.evaluate(async () => {
			const { lab } = /** @type {any} */ (window);
			const away = lab.make("# Away\n\n$x$");
			const other = lab.make("", { src: "b.md" });
			/** @type {string[]} */
			const told = [];
			for (const element of [away, other]) {
				element.settings = { mathRenderer: "slow.js" };
				element.addEventListener("inkstone-load", () =>
					told.push(element.querySelector("h1").textContent),
				);
			}
			Object.assign(window, { away, other, told });
			document.querySelector("#place")?.append(away, other);
			// Long enough for both to wait for their formulas, not so long that they are shown without.
			await new Promise((resolve) => setTimeout(resolve, 500));
			away.remove();
			other.settings = {};
			const settled = lab.settled(other);
			other.src = "a.md";
			await settled;
		});
		renderer.open();
		const found = await page.evaluate(async () => {
			const { away, other, told } = /** @type {any} */ (window);
			await new Promise((resolve) => setTimeout(resolve, 300));
			return [
				told,
				away.querySelector(".ink-page, .late") === null,
				other.querySelector("h1").textContent,
				other.querySelectorAll(".late, math").length,
				document.title,
			];
		});
		assert.deepEqual(found, [["Title"], true, "Title", 0, "Title"]);
	});
}
