// @ts-check
// Chromium, by Playwright.

import { chromium } from "playwright-core";

/** @type {Promise<import("playwright-core").Browser> | undefined} */
let browser;

/** @type {import("./page.js").Engine} */
export const engine = {
	name: "chromium",

	async open({ viewport, colorScheme, reducedMotion, scripts }, proxy) {
		browser ??= chromium.launch({
			executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
			args: ["--no-sandbox"],
		});
		const context = await (await browser).newContext({
			viewport,
			colorScheme,
			javaScriptEnabled: scripts ?? true,
			reducedMotion: reducedMotion ? "reduce" : "no-preference",
			proxy: { server: `http://${proxy}`, bypass: "127.0.0.1" },
		});
		context.setDefaultTimeout(30_000);
		const page = await context.newPage();
		/** @type {string[]} */
		const complaints = [];
		page.on("pageerror", ({ message }) => complaints.push(`error: ${message}`));
		page.on("console", (message) => {
			if (["error", "warning"].includes(message.type())) {
				complaints.push(`console: ${message.text()}`);
			}
		});
		return {
			complaints,
			async goto(url) {
				await page.goto(url);
			},
			run: (code) => page.evaluate(code),
			click: (selector) => page.locator(selector).first().click(),
			hover: (selector) => page.locator(selector).first().hover(),
			press: (keys) => page.keyboard.press(keys.join("+")),
			type: (text) => page.keyboard.type(text),
			setViewport: (width, height) => page.setViewportSize({ width, height }),
			async screenshot(path) {
				await page.screenshot({ path });
			},
			close: () => context.close(),
		};
	},

	async close() {
		await (await browser)?.close();
		browser = undefined;
	},
};
