// @ts-check
// The switch between light and dark: a reader chooses once, everywhere, and sees no flash of what they did not choose;
// where nothing may be stored it still works. In three browsers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useEngines } from "./engines.js";
import { labPage, labScript } from "./lab.js";

const switches =
	'<inkstone-scheme id="a"></inkstone-scheme><inkstone-scheme id="b" lang="de"></inkstone-scheme>';
const early = '<script src="/static/inkstone/scheme.js"></script>';

/** What is chosen, and what each switch says. Runs in the page. */
function state() {
	return [
		document.documentElement.dataset.inkScheme ?? null,
		...[...document.querySelectorAll("button")].map(
			(button) => `${button.dataset.scheme}: ${button.ariaLabel}`,
		),
	];
}

for (const engine of useEngines()) {
	test(`${engine.name}: the switch goes round, and another one on the page says the same`, async () => {
		const page = await engine.open({
			files: { "lab.js": labScript, "test.html": labPage(switches) },
		});
		await page.goto("static/test.html");
		const names = ["system", "light", "dark", "system"];
		await page.waitFor("#b button");
		for (const [index, name] of names.entries()) {
			const [chosen, ...labels] = await page.evaluate(state);
			assert.equal(chosen, name === "system" ? null : name);
			assert.deepEqual(
				labels.map((label) => label?.split(":")[0]),
				[name, name],
			);
			assert.notEqual(
				labels[0],
				labels[1],
				"each is called in its own language",
			);
			await page.click(index % 2 ? "#a button" : "#b button");
		}
	});

	test(`${engine.name}: the choice is there before the first paint of the next page`, async () => {
		const page = await engine.open({
			files: {
				"lab.js": labScript,
				"note.js":
					"window.noted = document.documentElement.dataset.inkScheme + ' ' + (document.body === null)",
				"test.html": labPage(
					switches,
					`${early}<script src="note.js"></script>`,
				),
			},
		});
		await page.goto("static/test.html");
		await page.click("#a button");
		await page.click("#a button");
		await page.goto("static/test.html");
		assert.equal(
			await page.evaluate(() => Reflect.get(window, "noted")),
			"dark true",
		);
		await page.waitFor("#b button");
		assert.equal((await page.evaluate(state))[0], "dark");
	});

	test(`${engine.name}: a choice in another window is followed, also that everything was forgotten`, async () => {
		const page = await engine.open({
			files: { "lab.js": labScript, "test.html": labPage(switches) },
		});
		await page.goto("static/test.html");
		await page.waitFor("#b button");
		const chosen = await page.evaluate(() => {
			/** @param {StorageEventInit} init */
			const tell = (init) => {
				dispatchEvent(new StorageEvent("storage", init));
				return document.documentElement.dataset.inkScheme ?? null;
			};
			return [
				tell({ key: "inkstone-scheme", newValue: "dark" }),
				tell({ key: "other", newValue: "light" }),
				tell({ key: "inkstone-scheme", newValue: "<odd>" }),
				tell({ key: "inkstone-scheme", newValue: "light" }),
				tell({ key: null, newValue: null }),
			];
		});
		assert.deepEqual(chosen, ["dark", "dark", null, "light", null]);
	});

	test(`${engine.name}: where nothing may be stored, it works as long as the page`, async () => {
		const page = await engine.open({
			files: {
				"lab.js": labScript,
				"forbid.js":
					'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })',
				"test.html": labPage(
					switches,
					`<script src="forbid.js"></script>${early}`,
				),
			},
		});
		await page.goto("static/test.html");
		await page.click("#a button");
		await page.click("#a button");
		assert.deepEqual(
			(await page.evaluate(state)).map((text) => text?.split(":")[0]),
			["dark", "dark", "dark"],
		);
		// One that comes later does not take the choice back.
		await page.evaluate(() =>
			document.body.append(document.createElement("inkstone-scheme")),
		);
		assert.deepEqual(
			(await page.evaluate(state)).map((text) => text?.split(":")[0]),
			["dark", "dark", "dark", "dark"],
		);
		assert.deepEqual(await page.complaints(), []);
	});
}
