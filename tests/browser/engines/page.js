// @ts-check
// A page as tests see it, in whatever browser: what drivers must bring, and what is made of that for all of them.

import { setTimeout as sleep } from "node:timers/promises";

/** How long anything is waited for, in milliseconds: only a test that fails waits for so long. */
const patience = 30_000;

/**
 * @typedef {object} PageOptions
 * @property {{ width: number, height: number }} [viewport] 1280 by 900 if not given
 * @property {"light" | "dark"} [colorScheme] what the reader prefers: light if not given
 * @property {boolean} [reducedMotion] whether the reader prefers that
 * @property {boolean} [scripts] whether pages have scripts, true if not given; only Chromium can be told, for others a policy must
 * say so
 * @property {Record<string, string>} [headers] with every answer of the page's server
 * @property {import("../stage.js").Files} [files] as by `give`
 */

/**
 * What is asked of a browser's driver, for one page.
 * @typedef {object} Driver
 * @property {(url: string) => Promise<void>} goto ends when the page has been loaded
 * @property {(code: string) => Promise<unknown>} run evaluates an expression, whatever the page's policy; waits for a
 * promise
 * @property {(selector: string) => Promise<void>} click scrolls to the element and clicks in its middle
 * @property {(selector: string) => Promise<void>} hover
 * @property {(keys: string[]) => Promise<void>} press all at once: the last one is pressed while the others are down
 * @property {(text: string) => Promise<void>} type
 * @property {(width: number, height: number) => Promise<void>} setViewport in CSS pixels
 * @property {(file: string) => Promise<void>} screenshot of the viewport
 * @property {string[]} [complaints] what the browser itself tells of errors and of its console; where it tells
 * nothing, the page's notes stand in for it
 * @property {() => Promise<void>} close
 */

/**
 * A browser, which is started when it is first needed.
 * @typedef {object} Engine
 * @property {string} name
 * @property {(options: PageOptions, proxy: string) => Promise<Driver>} open opens an empty page that shares nothing with
 * others; `proxy` is the host and port of what stands in for all servers but 127.0.0.1
 * @property {() => Promise<void>} close
 */

/** A page, which shares nothing with other pages. */
export class EnginePage {
	/** @type {Driver} */
	#driver;
	/** @type {import("../stage.js").Stage} */
	#stage;
	#isClosed = false;

	/**
	 * @param {Driver} driver
	 * @param {import("../stage.js").Stage} stage
	 */
	constructor(driver, stage) {
		this.#driver = driver;
		this.#stage = stage;
		/** The URL of the page's server; ends in a slash. */
		this.base = stage.url;
		/** Puts files on the page's server: see `Files`. */
		this.give = stage.give;
		/** The paths that were asked of the page's server, in their order. */
		this.requests = stage.requests;
		/** The URLs that were asked of any other server; of `https:`, the host alone. */
		this.elsewhere = stage.elsewhere;
	}

	/**
	 * Loads a page of the page's server.
	 * @param {string} path relative to the server's root, for instance `static/test.html`
	 */
	async goto(path) {
		await this.#driver.goto(new URL(path, this.#stage.url).href);
	}

	/**
	 * Runs a function in the page.
	 * @template {unknown[]} Values
	 * @template Result
	 * @param {(...values: Values) => Result | Promise<Result>} body knows nothing from outside of it; its values and its
	 * result are copied as JSON
	 * @param {Values} values
	 * @returns {Promise<Result>}
	 */
	async evaluate(body, ...values) {
		const result = await this.#driver.run(
			`(async () => JSON.stringify(await (${body})(...${JSON.stringify(values)})))()`,
		);
		return /** @type {Result} */ (
			typeof result === "string" ? JSON.parse(result) : undefined
		);
	}

	/**
	 * Runs a script in the page, whatever the page's policy.
	 * @param {string} code
	 */
	async run(code) {
		await this.#driver.run(`(() => { ${code}\n})()`);
	}

	/**
	 * Waits for an element.
	 * @param {string} selector
	 */
	async waitFor(selector) {
		await this.#waitUntil(`no element ${selector}`, () =>
			this.evaluate(
				(selector) => document.querySelector(selector) !== null,
				selector,
			),
		);
	}

	/**
	 * Waits until a function in the page gives something true.
	 * @template {unknown[]} Values
	 * @param {(...values: Values) => unknown} body as for `evaluate`
	 * @param {Values} values
	 */
	async waitForFunction(body, ...values) {
		await this.#waitUntil(`never true: ${body}`, () =>
			this.evaluate(body, ...values),
		);
	}

	/**
	 * The texts of elements, whatever they look like.
	 * @param {string} selector
	 * @returns {Promise<string[]>} one for each, none where there is no such element
	 */
	texts(selector) {
		return this.evaluate(
			(selector) =>
				Array.from(
					document.querySelectorAll(selector),
					({ textContent }) => textContent ?? "",
				),
			selector,
		);
	}

	/**
	 * Clicks with the pointer, once the element is there.
	 * @param {string} selector its first element is clicked, in the middle; scrolls to it
	 */
	async click(selector) {
		await this.waitFor(selector);
		await this.#driver.click(selector);
	}

	/**
	 * Moves the pointer, once the element is there.
	 * @param {string} selector
	 */
	async hover(selector) {
		await this.waitFor(selector);
		await this.#driver.hover(selector);
	}

	/**
	 * Presses a key, or several at once.
	 * @param {string} keys by their names in `KeyboardEvent.key`: `Tab`, `Escape`, `a`, `Shift+Tab`
	 */
	async press(keys) {
		await this.#driver.press(keys.split(/\+(?=.)/));
	}

	/**
	 * Types into what has the focus.
	 * @param {string} text
	 */
	async type(text) {
		await this.#driver.type(text);
	}

	/**
	 * @param {number} width at least 320
	 * @param {number} height
	 */
	async setViewport(width, height) {
		await this.#driver.setViewport(width, height);
	}

	/**
	 * Saves what the viewport shows as a PNG.
	 * @param {string} file
	 */
	async screenshot(file) {
		await this.#driver.screenshot(file);
	}

	/**
	 * What went wrong in the page so far, beginning with its kind: `error:` for what nothing caught, `console:` for the
	 * console's errors and warnings, the browser's own among them where it tells, and `violation:` for what the page's
	 * policy refused.
	 * @returns {Promise<string[]>}
	 */
	async complaints() {
		/** @type {{ kind: string, text: string }[]} */
		const notes = await this.evaluate(
			() => Reflect.get(window, Symbol.for("complaints")) ?? [],
		);
		const told = this.#driver.complaints;
		return [
			...(told ?? []),
			...notes
				.filter(({ kind }) => !told || kind === "violation")
				.map(({ kind, text }) => `${kind}: ${text}`),
		];
	}

	/** Closes the page and its server; a test's end does that, too. */
	async close() {
		if (!this.#isClosed) {
			this.#isClosed = true;
			await this.#driver.close();
			await this.#stage.close();
		}
	}

	/**
	 * @param {string} otherwise
	 * @param {() => Promise<unknown>} holds
	 */
	async #waitUntil(otherwise, holds) {
		const end = performance.now() + patience;
		/** @type {unknown} */
		let trouble;
		while (performance.now() < end) {
			try {
				if (await holds()) {
					return;
				}
				trouble = undefined;
			} catch (error) {
				// The page may be on its way to another one.
				trouble = error;
			}
			await sleep(20);
		}
		const complaints = await this.complaints().catch(() => []);
		throw new Error(
			[`After 30 s: ${otherwise}`, ...complaints.slice(0, 20)].join("\n"),
			{ cause: trouble },
		);
	}
}
