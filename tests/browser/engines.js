// @ts-check
// One test in three browsers: Chromium, Firefox and WebKitGTK, each through the same small page.
//
//     for (const engine of useEngines()) {
//     	test(`${engine.name}: the title is the heading`, async () => {
//     		const page = await engine.open({ files: { "a.md": "# A", "test.html": pageWith(element) } });
//     		await page.goto("static/test.html");
//     		await page.waitFor(".ink-article");
//     		assert.deepEqual(await page.texts("h1"), ["A"]);
//     		assert.deepEqual(await page.complaints(), []);
//     	});
//     }

import { after, afterEach } from "node:test";
import { engine as chromium } from "./engines/chromium.js";
import { engine as firefox } from "./engines/firefox.js";
import { EnginePage } from "./engines/page.js";
import { engine as webkit } from "./engines/webkit.js";
import { openStage } from "./stage.js";

/** @typedef {import("./engines/page.js").PageOptions} PageOptions */

const all = [chromium, firefox, webkit];

/**
 * The browsers for the tests of a file, each started with its first page and ended after the tests; pages are closed
 * after each test, or with `keepsPages` after the last. The variable INKSTONE_BROWSERS names some, `chromium webkit`, for those who want to wait less.
 * @throws {Error} if it names one that there is not
 */
export function useEngines({ keepsPages = false } = {}) {
	const picked = pickEngines(process.env.INKSTONE_BROWSERS);
	/** @type {Set<EnginePage>} */
	const pages = new Set();
	const closePages = async () => {
		await Promise.all([...pages].map((page) => page.close()));
		pages.clear();
	};
	if (!keepsPages) {
		afterEach(closePages);
	}
	after(async () => {
		await closePages();
		await Promise.all(picked.map((engine) => engine.close()));
	});
	return picked.map((engine) => ({
		name: engine.name,

		/**
		 * Opens an empty page that shares nothing with others, and has a server of its own.
		 * @param {PageOptions} [options]
		 */
		async open({ headers, files = {}, ...options } = {}) {
			const stage = await openStage(headers);
			stage.give(files);
			try {
				const driver = await engine.open(
					{ viewport: { width: 1280, height: 900 }, ...options },
					new URL(stage.url).host,
				);
				const page = new EnginePage(driver, stage);
				pages.add(page);
				return page;
			} catch (cause) {
				await stage.close();
				throw new Error(
					`${engine.name} could not be started. \`npm test -- browser\` installs it; INKSTONE_BROWSERS names those to test in.`,
					{ cause },
				);
			}
		},
	}));
}

/**
 * The browsers of a list, or all.
 * @param {string | undefined} names separated by spaces or commas
 * @throws {Error} if one of them is unknown
 */
export function pickEngines(names) {
	const wanted = names?.split(/[\s,]+/).filter(Boolean) ?? [];
	const unknown = wanted.filter(
		(name) => !all.some((engine) => engine.name === name),
	);
	if (unknown.length > 0) {
		throw new Error(
			`INKSTONE_BROWSERS names ${unknown.join(", ")}. The browsers are: ${all.map(({ name }) => name).join(", ")}.`,
		);
	}
	return wanted.length === 0
		? all
		: all.filter(({ name }) => wanted.includes(name));
}
