// @ts-check
// Firefox ESR, by Puppeteer: Playwright drives only a Firefox of its own.

import { launch } from "puppeteer-core";

/** @typedef {import("puppeteer-core").Browser} Browser */

/**
 * What a reader prefers is a preference of the whole browser, so there is one for each that a test wants.
 * @type {Map<string, Promise<Browser>>}
 */
const browsers = new Map();

/** @type {import("./page.js").Engine} */
export const engine = {
	name: "firefox",

	async open({ viewport, colorScheme, reducedMotion }, proxy) {
		const context = await (
			await browserFor(colorScheme === "dark", reducedMotion ?? false)
		).createBrowserContext({
			proxyServer: proxy,
			proxyBypassList: ["127.0.0.1"],
		});
		const page = await context.newPage();
		page.setDefaultTimeout(30_000);
		await page.setViewport(viewport ?? null);
		/** @type {string[]} */
		const complaints = [];
		page.on("pageerror", (error) => {
			const message = error instanceof Error ? error.message : String(error);
			complaints.push(
				/^Content-Security-Policy:/.test(message)
					? `console: ${message}`
					: `error: ${message}`,
			);
		});
		page.on("console", (message) => {
			if (["error", "warn"].includes(message.type())) {
				complaints.push(`console: ${message.text()}`);
			}
		});
		return {
			complaints,
			async goto(url) {
				await page.goto(url);
			},
			run: (code) => page.evaluate(code),
			click: (selector) => page.click(selector),
			hover: (selector) => page.hover(selector),
			async press(keys) {
				const names = /** @type {import("puppeteer-core").KeyInput[]} */ (keys);
				const held = names.slice(0, -1);
				for (const key of held) {
					await page.keyboard.down(key);
				}
				await page.keyboard.press(names[held.length]);
				for (const key of held.reverse()) {
					await page.keyboard.up(key);
				}
			},
			type: (text) => page.keyboard.type(text),
			setViewport: (width, height) => page.setViewport({ width, height }),
			async screenshot(file) {
				await page.screenshot({ path: /** @type {`${string}.png`} */ (file) });
			},
			close: () => context.close(),
		};
	},

	async close() {
		for (const browser of browsers.values()) {
			await (await browser).close();
		}
		browsers.clear();
	},
};

/**
 * @param {boolean} isDark
 * @param {boolean} reducedMotion
 */
function browserFor(isDark, reducedMotion) {
	const key = `${isDark} ${reducedMotion}`;
	const browser =
		browsers.get(key) ??
		launch({
			browser: "firefox",
			executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
			headless: true,
			extraPrefsFirefox: {
				"layout.css.prefers-color-scheme.content-override": isDark ? 0 : 1,
				"ui.prefersReducedMotion": reducedMotion ? 1 : 0,
			},
		});
	browsers.set(key, browser);
	return browser;
}
