// @ts-check
// WebKitGTK, as Safari's stand-in: its small browser, by its own WebDriver, on a screen that nobody sees. A driver
// serves one session, a session is one browser, and both are there in a third of a second: each page has its own.

import { spawn } from "node:child_process";
import {
	promises as files,
	mkdirSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Builder, By, Capabilities, Key } from "selenium-webdriver";
import { cacheFolder } from "../../../tools/paths.js";
import { openScreen, windowPosition } from "./screen.js";

/** How long a driver, a page or a script may take, in milliseconds: a busy machine is slow, and nothing may hang. */
const patience = 30_000;

/** @type {ReturnType<typeof openScreen> | undefined} */
let screen;

/** A home for what browsers write, whose sessions remember nothing. @type {string | undefined} */
let home;

/** @type {import("./page.js").Engine} */
export const engine = {
	name: "webkit",

	async open({ viewport, colorScheme, reducedMotion }, proxy) {
		screen ??= openScreen();
		const { display } = await screen;
		const { driver, end } = await startSession(display, {
			reducedMotion: reducedMotion ?? false,
			args: colorScheme === "dark" ? ["--dark-mode"] : [],
			proxy,
		});
		try {
			const page = pageOf(driver, end);
			if (viewport) {
				await page.setViewport(viewport.width, viewport.height);
			}
			return page;
		} catch (error) {
			end();
			throw error;
		}
	},

	async close() {
		(await screen)?.close();
		screen = undefined;
		if (home) {
			// The browsers' last processes may still be writing.
			rmSync(home, { recursive: true, force: true, maxRetries: 10 });
			home = undefined;
		}
	},
};

/**
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {() => void} end
 * @returns {import("./page.js").Driver}
 */
function pageOf(driver, end) {
	return {
		goto: (url) => driver.get(url),
		async run(code) {
			/** @type {{ value?: unknown, trouble?: string }} */
			const { value, trouble } = await driver.executeAsyncScript(
				`const done = arguments[0];
				Promise.resolve().then(() => ${code}).then(
					(value) => done({ value }),
					(error) => done({ trouble: String(error) }),
				);`,
			);
			if (trouble !== undefined) {
				throw new Error(trouble);
			}
			return value;
		},
		click: (selector) => driver.findElement(By.css(selector)).click(),
		async hover(selector) {
			const element = driver.findElement(By.css(selector));
			await driver.executeScript(
				"arguments[0].scrollIntoView({ block: 'nearest' })",
				element,
			);
			await driver.actions().move({ origin: element }).perform();
		},
		async press(keys) {
			const names = keys.map(keyNamed);
			const actions = driver.actions();
			for (const key of names) {
				actions.keyDown(key);
			}
			for (const key of names.reverse()) {
				actions.keyUp(key);
			}
			await actions.perform();
		},
		type: (text) => driver.actions().sendKeys(text).perform(),
		async setViewport(width, height) {
			const measure = () =>
				/** @type {Promise<{ inner: number[], outer: number[] }>} */ (
					driver.executeScript(
						"return { inner: [innerWidth, innerHeight], outer: [outerWidth, outerHeight] }",
					)
				);
			const { inner, outer } = await measure();
			await driver
				.manage()
				.window()
				.setRect({
					...windowPosition,
					width: width + outer[0] - inner[0],
					height: height + outer[1] - inner[1],
				});
			const end = performance.now() + patience;
			for (;;) {
				const { inner } = await measure();
				if (inner[0] === width && inner[1] === height) {
					return;
				}
				if (performance.now() > end) {
					throw new Error(`The viewport is ${inner.join(" by ")} pixels.`);
				}
				await sleep(10);
			}
		},
		async screenshot(file) {
			await files.writeFile(file, await driver.takeScreenshot(), "base64");
		},
		async close() {
			try {
				await driver.quit();
			} finally {
				end();
			}
		},
	};
}

/**
 * Starts a driver and its browser.
 * @param {string} display
 * @param {{ reducedMotion: boolean, args: string[], proxy: string }} options `args`: of the browser
 */
async function startSession(display, { reducedMotion, args, proxy }) {
	// On a busy machine a driver now and then loses the browser that it has started, and waits for it forever.
	for (let tries = 3; ; tries--) {
		const service = await startDriver(display, reducedMotion);
		const limit = new AbortController();
		try {
			const driver = await Promise.race([
				new Builder()
					.usingServer(service.url)
					.withCapabilities(
						new Capabilities({
							browserName: "MiniBrowser",
							timeouts: { pageLoad: patience, script: patience },
							proxy: {
								proxyType: "manual",
								httpProxy: proxy,
								sslProxy: proxy,
								noProxy: ["127.0.0.1"],
							},
							"webkitgtk:browserOptions": { args: ["--automation", ...args] },
						}),
					)
					.build(),
				sleep(patience, undefined, { signal: limit.signal }),
			]);
			if (driver) {
				return { driver, end: service.close };
			}
			throw new Error("WebKitWebDriver has not started its browser.");
		} catch (error) {
			service.close();
			if (tries === 1) {
				throw error;
			}
		} finally {
			limit.abort();
		}
	}
}

/**
 * Starts a driver and waits until it answers.
 * @param {string} display
 * @param {boolean} reducedMotion
 */
async function startDriver(display, reducedMotion) {
	home ??= mkdtempSync(join(tmpdir(), "inkstone-webkit-"));
	const settings = join(home, reducedMotion ? "reduced" : "usual");
	writeSettings(join(settings, "gtk-3.0"), reducedMotion);
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const driver = spawn(
		process.env.WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver",
		[`--port=${port}`],
		{
			stdio: "ignore",
			env: {
				...process.env,
				DISPLAY: display,
				GDK_BACKEND: "x11",
				XDG_CONFIG_HOME: settings,
				XDG_CACHE_HOME: home,
				XDG_DATA_HOME: home,
				// Kept: to compile the shaders anew takes a browser seconds, and its last process writes there when all
				// others have ended.
				MESA_SHADER_CACHE_DIR: join(cacheFolder(), "webkit-shaders"),
			},
		},
	);
	const close = () => {
		process.off("exit", close);
		driver.kill();
	};
	process.on("exit", close);
	/** @type {Error | undefined} */
	let trouble;
	driver.once("error", (error) => {
		trouble = error;
	});
	const end = performance.now() + patience;
	while (!trouble && performance.now() < end) {
		try {
			await fetch(`${url}/status`);
			return { url, close };
		} catch {
			await sleep(10);
		}
	}
	close();
	throw trouble ?? new Error("WebKitWebDriver does not answer.");
}

/**
 * Writes the settings of the toolkit: what the reader prefers, and a tool bar that leaves room for narrow windows.
 * @param {string} folder
 * @param {boolean} reducedMotion
 */
function writeSettings(folder, reducedMotion) {
	mkdirSync(folder, { recursive: true });
	writeFileSync(
		join(folder, "settings.ini"),
		`[Settings]\ngtk-enable-animations=${reducedMotion ? 0 : 1}\n`,
	);
	writeFileSync(
		join(folder, "gtk.css"),
		"* { padding: 0; margin: 0; min-width: 0; border-width: 0; }\n",
	);
}

/** @returns {Promise<number>} */
function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const { port } = /** @type {import("node:net").AddressInfo} */ (
				server.address()
			);
			server.close(() => resolve(port));
		});
	});
}

/**
 * WebDriver's code for a key.
 * @param {string} name as in `KeyboardEvent.key`
 */
function keyNamed(name) {
	const code = Reflect.get(
		Key,
		name
			.replace("Backspace", "BackSpace")
			.replace(/(?<=[a-z])(?=[A-Z])/g, "_")
			.toUpperCase(),
	);
	return [...name].length > 1 && typeof code === "string" ? code : name;
}
