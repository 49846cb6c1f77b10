// @ts-check
// The harness of the three browsers: a page does what a reader does, tells what went wrong, and shares nothing. Were it
// deaf, every test that rests on it would pass.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pickEngines, useEngines } from "./engines.js";
import { artifact, gate, strictPolicy } from "./pages.js";

/** @param {string} body */
const html = (body) => `<!doctype html><title>Test</title><body>${body}`;

for (const engine of useEngines()) {
	const { name } = engine;

	test(`${name}: values go into the page and results come out, promises awaited`, async () => {
		const page = await engine.open({
			headers: { "content-security-policy": strictPolicy },
			files: { "test.html": html("<p>one<p>二") },
		});
		await page.goto("static/test.html");
		assert.deepEqual(
			await page.evaluate(
				async (number, list) => {
					await new Promise((resolve) => setTimeout(resolve));
					return { title: document.title, number: number + 1, list };
				},
				1,
				["\u2028", null, { a: "</script>" }],
			),
			{ title: "Test", number: 2, list: ["\u2028", null, { a: "</script>" }] },
		);
		assert.equal(await page.evaluate(() => undefined), undefined);
		assert.deepEqual(await page.texts("p"), ["one", "二"]);
		await page.run("window.ran = 'as text'");
		assert.equal(
			await page.evaluate(() => Reflect.get(window, "ran")),
			"as text",
		);
		await assert.rejects(
			page.evaluate(() => {
				throw new Error("in the page");
			}),
			/in the page/,
		);
		assert.deepEqual(await page.complaints(), []);
	});

	test(`${name}: what appears later is waited for`, async () => {
		const page = await engine.open({
			files: {
				"test.html": html(`<script>
					setTimeout(() => document.body.append(document.createElement("i")), 50);
					setTimeout(() => window.late = 2, 100);
				</script>`),
			},
		});
		await page.goto("static/test.html");
		await page.waitFor("i");
		await page.waitForFunction(
			(wanted) => Reflect.get(window, "late") === wanted,
			2,
		);
	});

	test(`${name}: a click is a pointer's, wherever the element is, and keys go where the focus is`, async () => {
		const page = await engine.open({
			files: {
				"test.html":
					html(`<button>near</button><input><p style="height: 3000px"></p><button id="far">far</button>
					<script>
						// By codes: WebKitGTK has no name for Shift and Tab together, and Firefox presses the other Enter.
						window.events = [];
						for (const type of ["pointerdown", "mouseover", "click", "keydown"]) {
							addEventListener(type, ({ type, target, isTrusted, code, shiftKey }) => {
								if (!/^Shift/.test(code)) {
									events.push([type, target.id || target.localName, isTrusted, code?.replace("Numpad", ""), shiftKey].join(" ").trim());
								}
							});
						}
					</script>`),
			},
		});
		await page.goto("static/test.html");
		const events = () =>
			page.evaluate(() =>
				/** @type {string[]} */ (Reflect.get(window, "events")).splice(0),
			);
		await page.click("#far");
		assert.deepEqual(
			(await events()).filter((event) => !event.startsWith("mouseover")),
			["pointerdown far true  false", "click far true  false"],
		);
		await page.hover("button");
		// Scrolling there may carry other elements past the pointer first.
		assert.equal((await events()).at(-1), "mouseover button true  false");
		await page.click("input");
		await page.type("Aé墨");
		assert.equal(
			await page.evaluate(() => document.querySelector("input")?.value),
			"Aé墨",
		);
		await events();
		await page.press("Shift+Tab");
		await page.press("Enter");
		assert.deepEqual(await events(), [
			"keydown input true Tab true",
			"keydown button true Enter false",
			"click button true  false",
		]);
		assert(await page.evaluate(() => document.hasFocus()));
	});

	test(`${name}: an uncaught error, a rejection and the console's errors and warnings are told`, async () => {
		const page = await engine.open({
			files: {
				"test.html": html(`<script>
					console.error("bad", 1);
					console.warn("odd");
					console.log("fine");
					setTimeout(() => { throw new TypeError("thrown") });
					Promise.reject(new RangeError("rejected"));
				</script>`),
			},
		});
		await page.goto("static/test.html");
		await page.waitForFunction(
			() => new Promise((resolve) => setTimeout(() => resolve(true), 50)),
		);
		const complaints = await page.complaints();
		assert.equal(complaints.length, 4, complaints.join("\n"));
		for (const wanted of [
			/^console: bad 1$/,
			/^console: odd$/,
			/^error: .*thrown$/,
			/^error: .*rejected$/,
		]) {
			assert(
				complaints.some((text) => wanted.test(text)),
				complaints.join("\n"),
			);
		}
	});

	test(`${name}: what the policy refuses is told`, async () => {
		const page = await engine.open({
			files: {
				"test.html": {
					body: html(
						`<script>inline()</script><p style="color: red">p</p><img src="/static/icon.svg"><script src="a.js"></script>`,
					),
					headers: {
						"Content-Security-Policy":
							"default-src 'none'; script-src 'self'; require-trusted-types-for 'script'",
					},
				},
				"a.js": `try { document.body.innerHTML = "<b>x</b>"; } catch {}`,
			},
		});
		await page.goto("static/test.html");
		const complaints = await page.complaints();
		const violations = complaints.filter((text) =>
			text.startsWith("violation: "),
		);
		for (const wanted of [
			/^violation: script-src-elem inline/,
			/^violation: style-src-attr inline/,
			/^violation: img-src http.*icon\.svg/,
		]) {
			assert(
				violations.some((text) => wanted.test(text)),
				complaints.join("\n"),
			);
		}
		if (await page.evaluate(() => "trustedTypes" in window)) {
			assert(
				violations.some((text) =>
					/^violation: require-trusted-types-for trusted-types-sink/.test(text),
				),
				complaints.join("\n"),
			);
		}
	});

	test(`${name}: an example's own page is watched, too, and complaints outlive the page`, async () => {
		const page = await engine.open({
			files: { "test.html": html("<script>missing()</script>") },
		});
		await page.goto("static/test.html");
		await page.goto("static/english.html");
		await page.waitFor(".ink-article");
		await page.run("setTimeout(() => { throw new Error('late') })");
		await page.waitForFunction(
			() => new Promise((resolve) => setTimeout(() => resolve(true), 20)),
		);
		const complaints = await page.complaints();
		assert.match(complaints.join("\n"), /^error: .*missing/m);
		assert.match(complaints.join("\n"), /^error: .*late/m);
	});

	test(`${name}: files are the page's own, with their headers, and may be held back or answer for others`, async () => {
		const slow = gate();
		const page = await engine.open({
			files: {
				"test.html": html(""),
				"slow.txt": async () => {
					await slow.opened;
					return { body: "at last", status: 203, headers: { "X-Own": "yes" } };
				},
				"raw.txt": (request, response) => {
					response.end(request.method);
				},
				"http://other.test/x.json": {
					body: "[1]",
					headers: { "Access-Control-Allow-Origin": "*" },
				},
			},
		});
		await page.goto("static/test.html");
		await page.evaluate(() => {
			Object.assign(window, { waiting: fetch("slow.txt") });
		});
		slow.open();
		assert.deepEqual(
			await page.evaluate(async () => {
				const response = /** @type {Response} */ (
					await Reflect.get(window, "waiting")
				);
				return [
					response.status,
					response.headers.get("X-Own"),
					await response.text(),
				];
			}),
			[203, "yes", "at last"],
		);
		assert.deepEqual(
			await page.evaluate(async () => [
				await (await fetch("raw.txt", { method: "PUT" })).text(),
				await (await fetch("http://other.test/x.json")).json(),
				(await fetch("/static/icon.svg")).status,
			]),
			["PUT", [1], 200],
		);
		page.give({ "raw.txt": "given later" });
		assert.equal(
			await page.evaluate(async () => (await fetch("raw.txt")).text()),
			"given later",
		);
		assert.deepEqual(
			page.requests(),
			["test.html", "slow.txt", "raw.txt", "icon.svg", "raw.txt"].map(
				(path) => `/static/${path}`,
			),
		);
		assert.deepEqual(page.elsewhere(), ["http://other.test/x.json"]);
	});

	test(`${name}: pages share neither storage nor files nor complaints`, async () => {
		const [first, second] = await Promise.all([engine.open(), engine.open()]);
		first.give({
			"test.html": html(
				"<script>localStorage.a = document.cookie = 'a=1'; missing()</script>",
			),
		});
		second.give({ "test.html": html("second") });
		await first.goto("static/test.html");
		await second.goto("static/test.html");
		assert.deepEqual(
			await second.evaluate(() => [
				document.body.textContent,
				document.cookie,
				localStorage.length,
			]),
			["second", "", 0],
		);
		assert.notDeepEqual(await first.complaints(), []);
		assert.deepEqual(await second.complaints(), []);
		await first.close();
		assert.equal(await second.evaluate(() => 1), 1);
	});

	for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
		const reducedMotion = colorScheme === "dark";

		test(`${name}: the viewport and the reader's preferences are as wanted: ${colorScheme}`, async () => {
			const page = await engine.open({ colorScheme, reducedMotion });
			page.give({
				"test.html": html(
					`<meta name="viewport" content="width=device-width"><style>:root { color-scheme: light dark }</style>`,
				),
			});
			await page.goto("static/test.html");
			for (const [width, height] of [
				[1280, 900],
				[390, 800],
				[320, 600],
				[1920, 1080],
			]) {
				await page.setViewport(width, height);
				assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [
					width,
					height,
				]);
			}
			assert.deepEqual(
				await page.evaluate(() => [
					matchMedia("(prefers-color-scheme: dark)").matches,
					matchMedia("(prefers-reduced-motion: reduce)").matches,
				]),
				[colorScheme === "dark", reducedMotion],
			);
			const file = artifact(`engines-${name}-${colorScheme}.png`);
			await page.screenshot(file);
			const bytes = readFileSync(file);
			// The width and the height in a PNG's head.
			assert.deepEqual(
				[bytes.readUInt32BE(16), bytes.readUInt32BE(20)],
				[1920, 1080],
			);
		});
	}
}

test("INKSTONE_BROWSERS picks, and a name that is no browser is a failure", () => {
	assert.throws(() => pickEngines("chromium, opera"), /names opera\..*webkit/);
	assert.deepEqual(
		pickEngines("webkit chromium").map(({ name }) => name),
		["chromium", "webkit"],
	);
	assert.equal(pickEngines("").length, 3);
});
