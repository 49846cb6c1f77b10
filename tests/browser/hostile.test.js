// @ts-check
// Protects: no article, whatever is in it, runs anything, fetches anything but the pictures, films and sounds that it
// shows, or reaches what stands outside of it. In three browsers, by each way to sanitize that the browser has.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useEngines } from "./engines.js";
import { pageWith } from "./pages.js";
import { frontMatterOf, own, published, values } from "./payloads.js";

/** The value of `html` that lets raw HTML through to the sanitizer. */
const passed = "sanitize";

const collected = await published();
const engines = useEngines();

/**
 * As a block and in a line: articles for two pages, since a browser takes seconds for as many as one of them has. The
 * words before it make an article of what would be refused as an HTML document.
 * @param {string[]} payloads
 */
const bothWays = (payloads) =>
	["\n\n", " "].map((between) =>
		payloads.map((payload) => `text${between}${payload}`),
	);

/**
 * Shows each article in an element of its own, so that none is the end of the others.
 * @param {(typeof engines)[number]} engine
 * @param {boolean} withPurify
 * @param {string[]} articles
 */
async function show(engine, withPurify, articles) {
	const page = await engine.open({
		files: {
			"test.html": pageWith(`<script src="before.js"></script>
				<p id="after">after</p>`),
			// No policy: what is not taken out of an article runs.
			"before.js": `
				window.ran = [];
				for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
					window[name] = (...values) => { ran.push(name + " " + values.join(" ")) };
				}
				if (${withPurify}) {
					delete Element.prototype.setHTML;
				}`,
			"article.md": ({ url }) => articles[Number(url?.replace(/^.*\?/, ""))],
		},
	});
	await page.goto("static/test.html");
	await page.evaluate(
		(count, html) => {
			for (let index = 0; index < count; index++) {
				const element = document.createElement("inkstone-article");
				element.setAttribute("src", `article.md?${index}`);
				element.setAttribute("html", html);
				document.querySelector("#after")?.before(element);
			}
		},
		articles.length,
		passed,
	);
	await page.waitForFunction(
		(count) =>
			document.querySelectorAll("body > inkstone-article > .ink-page")
				.length === count,
		articles.length,
	);
	assert.equal(
		page.requests().some((path) => path.includes("purify")),
		withPurify,
	);
	return page;
}

/**
 * What an article must not be able to do, found where it did.
 * @param {Awaited<ReturnType<typeof show>>} page
 * @param {string[]} [pictures] URLs of those that it may ask for and that leave nothing behind where there are none
 */
async function damage(page, pictures = []) {
	const found = await page.evaluate(async () => {
		const articles = [...document.querySelectorAll("body > inkstone-article")];
		const parts = articles.flatMap((article, index) =>
			[...article.querySelectorAll(".ink-article *")].map((element) => ({
				index,
				element,
			})),
		);
		/** @type {string[]} */
		const wrong = [];
		for (const { index, element } of parts) {
			const tell = (/** @type {string} */ what) =>
				wrong.push(
					`${index}: ${what} in ${element.cloneNode(false) instanceof Element ? element.outerHTML.slice(0, 200) : ""}`,
				);
			if (
				/^(script|style|i?frame|frameset|object|embed|applet|portal|link|meta|base|form|template|noscript|textarea|title|body|head|html|plaintext|marquee|map|area|inkstone-article)$/i.test(
					element.localName,
				)
			) {
				tell(element.localName);
			}
			if (element.shadowRoot) {
				tell("a shadow root");
			}
			for (const { name, value } of element.attributes) {
				if (
					/^(on|style$|name$|is$|srcset$|srcdoc$|action$|formaction$|ping$|background$|target$)/.test(
						name,
					)
				) {
					tell(name);
				}
				if (/^(href|src|poster|cite|data|.*:href)$/.test(name)) {
					let protocol = "";
					try {
						({ protocol } = new URL(value, document.baseURI));
					} catch {}
					if (/script:$/.test(protocol)) {
						tell(protocol);
					}
				}
			}
		}
		// As readers do, and as browsers do behind them.
		addEventListener("click", (event) => event.preventDefault());
		const types =
			"click pointerover pointerdown mouseover mouseout focus blur error load toggle input change submit scroll animationstart begin".split(
				" ",
			);
		for (const { element } of parts) {
			for (const type of types) {
				element.dispatchEvent(
					new Event(type, { bubbles: true, cancelable: true }),
				);
			}
		}
		await new Promise((resolve) => setTimeout(resolve, 300));
		const media = parts
			.filter(({ element }) =>
				/^(img|audio|video|source|track)$/.test(element.localName),
			)
			.flatMap(({ element }) =>
				["src", "poster"].map((name) => element.getAttribute(name) ?? ""),
			)
			.filter((url) => URL.canParse(url, document.baseURI))
			.map((url) => new URL(url, document.baseURI).href.replace(/#.*/, ""));
		return {
			wrong,
			ran: /** @type {string[]} */ (Reflect.get(window, "ran")),
			media,
			place: location.pathname,
			base: document.baseURI === location.href,
			rest: [...document.body.children].filter(
				({ localName }) => localName !== "inkstone-article",
			).length,
			after: document.querySelector("body > #after")?.textContent,
			outside: document.querySelector("body > .outside") !== null,
			clobbered:
				"title body head cookie forms location getElementById createElement addEventListener currentScript"
					.split(" ")
					.filter((name) =>
						/HTML(Image|Anchor|Form|Collection)/.test(
							name === "forms"
								? ""
								: Object.prototype.toString.call(Reflect.get(document, name)),
						),
					),
		};
	});
	const { media, ...rest } = found;
	const shown = [
		...media,
		...pictures
			.filter((url) => URL.canParse(url, page.base))
			.map((url) => new URL(url, `${page.base}static/`).href),
	].map(decoded);
	const known =
		/^\/static\/(test\.html|before\.js|article\.md\?\d+|icon\.svg|inkstone\/.*)$/;
	const asked = [
		...page
			.requests()
			.filter((path) => !known.test(path))
			.map((path) => new URL(path, page.base).href),
		...page.elsewhere(),
	];
	return {
		...rest,
		fetched: asked.filter((url) => !shown.includes(decoded(url))),
	};
}

/**
 * A URL without percent signs, of which WebKitGTK writes some out when it asks.
 * @param {string} url
 */
function decoded(url) {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}

const none = {
	wrong: [],
	ran: [],
	place: "/static/test.html",
	base: true,
	// The script and the paragraph.
	rest: 2,
	after: "after",
	outside: false,
	clobbered: [],
	fetched: [],
};

for (const engine of engines) {
	const branches =
		engine.name === "webkit"
			? [{ name: "DOMPurify", withPurify: true }]
			: [
					{ name: "the browser's sanitizer", withPurify: false },
					{ name: "DOMPurify", withPurify: true },
				];

	for (const { name, withPurify } of branches) {
		test(`${engine.name}, ${name}: nothing of our own runs, fetches or takes over, as a block and in a line`, async () => {
			for (const articles of bothWays(own)) {
				const page = await show(engine, withPurify, articles);
				assert.deepEqual(await damage(page), none);
				await page.close();
			}
		});

		test(`${engine.name}, ${name}: nothing that DOMPurify's authors have collected does, either`, async (context) => {
			if (!collected) {
				context.skip("it is not in the cache: tools/setup.js says why");
				return;
			}
			assert(collected.length > 200);
			// So that the page's proxy sees what is asked for.
			const payloads = collected.map((payload) =>
				payload.replaceAll("https:", "http:"),
			);
			for (const articles of bothWays(payloads)) {
				const page = await show(engine, withPurify, articles);
				assert.deepEqual(await damage(page), none);
				await page.close();
			}
		});

		test(`${engine.name}, ${name}: the front matter's values are text`, async () => {
			const page = await show(
				engine,
				withPurify,
				values.map(
					(value) => `---\n${frontMatterOf(value)}\n---\n## a\n\n## b\n`,
				),
			);
			// As thumbnails.
			assert.deepEqual(await damage(page, values), none);
			assert.deepEqual(
				await page.texts(".ink-title"),
				values.map((value) => value.trim()),
			);
		});
	}

	test(`${engine.name}: what these tests look for is found where nothing is sanitized`, async () => {
		const page = await show(engine, engine.name === "webkit", ["text"]);
		await page.evaluate((image) => {
			const body = document.querySelector(".ink-body");
			if (body) {
				body.innerHTML = `<img src="/static/icon.svg" onload="alert('ran')"><p onclick="alert('clicked')">p</p>
					<a href=" java&Tab;script:alert(1)">a</a><link rel=stylesheet href="${image}">`;
			}
		}, "http://link.test/a.css");
		const { wrong, ran, fetched } = await damage(page);
		assert.deepEqual([...new Set(ran)].sort(), ["alert clicked", "alert ran"]);
		assert.deepEqual(fetched, ["http://link.test/a.css"]);
		assert.deepEqual(
			wrong.map((text) => text.replace(/ in .*/s, "")),
			["0: onload", "0: onclick", "0: javascript:", "0: link"],
		);
	});
}
