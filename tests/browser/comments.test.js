// @ts-check
// Comments: nobody hears of a reader before the reader comes near, only the thread's own frame is listened to, each
// provider runs under the policy that examples/docs/reference/comments.md gives for it, and what fails can be tried again.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { give, useBrowser } from "./browser.js";
import {
	css,
	disqus,
	element,
	giscus,
	giscusPage,
	open,
	policyOf,
	utterances,
	utterancesPage,
} from "./comments.js";

useBrowser();

/**
 * @typedef {import("../../web/src/article/settings.js").CommentsSettings} CommentsSettings
 */

for (const { settings, title, origin, answer, chunk } of [
	{
		settings: giscus,
		title: "giscus",
		origin: "https://giscus.app",
		answer: giscusPage,
		chunk: "giscus-",
	},
	{
		settings: utterances,
		title: "utterances",
		origin: "https://utteranc.es",
		answer: utterancesPage,
		chunk: "utterances-",
	},
	{
		settings: disqus,
		title: "Disqus",
		origin: "https://a-magazine.disqus.com",
		answer: "document.getElementById('disqus_thread').append('A thread');",
		chunk: "disqus-",
	},
	{
		settings: { ...element, module: "mine.js" },
		title: "Any element",
		origin: "",
		answer: "",
		chunk: "element-",
	},
]) {
	test(`${title}: is asked for only when the reader comes near, and runs under its documented policy`, async () => {
		const { page, come, foreign, own, section, violations, complaints } =
			await open(settings, {
				policy: policyOf(title),
				hosts: { [origin]: answer },
				files: {
					"mine.js":
						"customElements.define('my-comments', class extends HTMLElement { connectedCallback() { this.append('A thread'); } });",
				},
			});
		await section.getByRole("heading", { name: "Comments" }).waitFor();
		// 4,100 pixels to go: more than 600.
		await page.evaluate(() => scrollTo({ top: 3000, behavior: "instant" }));
		await page.waitForLoadState("networkidle");
		assert.deepEqual(foreign, []);
		assert.doesNotMatch(own.join(" "), new RegExp(`${chunk}|mine`));

		await page.evaluate(() => scrollTo({ top: 3600, behavior: "instant" }));
		await section
			.locator("iframe[height='700'], :text('A thread')")
			.first()
			.waitFor();
		assert.match(own.join(" "), new RegExp(chunk));
		await come();
		assert.deepEqual(
			foreign.map((url) => new URL(url).origin),
			origin ? [origin] : [],
		);
		assert.deepEqual(await violations(), []);
		assert.deepEqual(complaints, []);
		assert.equal(
			await section.locator("[style]").count(),
			0,
			"no inline styles",
		);
	});
}

test("a link to #comments loads the thread, and so does a page that is opened there", async () => {
	const hosts = { "https://giscus.app": giscusPage };
	const linked = await open(giscus, { hosts });
	await linked.page.getByRole("link", { name: "Comments" }).click();
	await linked.page.waitForSelector("iframe[height='700']");
	const opened = await open(giscus, { hosts, address: "#comments" });
	await opened.page.waitForSelector("iframe[height='700']");
});

test("a browser that cannot say what is near leaves that to its own way with frames", async () => {
	const { page, come, foreign, frame } = await open(giscus, {
		hosts: { "https://giscus.app": giscusPage },
		first: (page) =>
			page.addInitScript(() => {
				Reflect.deleteProperty(window, "IntersectionObserver");
			}),
	});
	await frame.and(page.locator("[loading=lazy]")).waitFor();
	assert.deepEqual(foreign, []);
	await come();
	await frame.and(page.locator("[height='700']")).waitFor();
});

test("only the thread's own frame is listened to", async () => {
	const { page, come, frame } = await open(giscus, {
		hosts: { "https://giscus.app": giscusPage },
	});
	await come();
	await page.waitForSelector("iframe[height='700']");
	const heights = await frame.evaluate(
		(/** @type {HTMLIFrameElement} */ frame) => {
			const say = (
				/** @type {string} */ origin,
				/** @type {Window | null} */ source,
				/** @type {unknown} */ data,
			) => {
				window.dispatchEvent(
					new MessageEvent("message", { origin, source, data }),
				);
				return frame.height;
			};
			const data = { giscus: { resizeHeight: 5000 } };
			return {
				"another origin": say(
					"https://evil.example",
					frame.contentWindow,
					data,
				),
				"another window": say("https://giscus.app", window, data),
				"the page itself": say(location.origin, window, data),
				"no height": say("https://giscus.app", frame.contentWindow, {
					giscus: { resizeHeight: "1e3" },
				}),
				"no object": say("https://giscus.app", frame.contentWindow, null),
				"too high": say("https://giscus.app", frame.contentWindow, {
					giscus: { resizeHeight: 1e9 },
				}),
				itself: say("https://giscus.app", frame.contentWindow, data),
			};
		},
	);
	assert.deepEqual(heights, {
		"another origin": "700",
		"another window": "700",
		"the page itself": "700",
		"no height": "700",
		"no object": "700",
		"too high": "700",
		itself: "5000",
	});
});

for (const [name, settings, origin, answer, told] of /** @type {const} */ ([
	[
		"giscus",
		{ ...giscus, darkTheme: "dark_dimmed" },
		"https://giscus.app",
		giscusPage,
		{ giscus: { setConfig: { theme: "dark_dimmed" } } },
	],
	[
		"utterances",
		utterances,
		"https://utteranc.es",
		utterancesPage,
		{ type: "set-theme", theme: "github-dark" },
	],
])) {
	test(`${name} follows light and dark without being loaded anew`, async () => {
		const { page, come, foreign } = await open(settings, {
			hosts: { [origin]: answer },
		});
		await come();
		await page.waitForSelector("iframe[height='700']");
		await page.emulateMedia({ colorScheme: "dark" });
		await page.waitForSelector("iframe[height='902']");
		assert.deepEqual(JSON.parse((await page.frames()[1]?.title()) ?? ""), told);
		await page.evaluate(() =>
			document.documentElement.setAttribute("data-ink-scheme", "light"),
		);
		await page.waitForSelector("iframe[height='901']");
		await page.evaluate(() => {
			document.documentElement.removeAttribute("data-ink-scheme");
		});
		await page.waitForSelector("iframe[height='902']");
		assert.equal(foreign.length, 1);
	});
}

test("a page that is light whatever the system says has light comments", async () => {
	const { page, come, foreign } = await open(giscus, {
		hosts: { "https://giscus.app": giscusPage },
		options: { colorScheme: "dark" },
		first: (page) =>
			page.route("**/lab.css", (route) =>
				route.fulfill({
					body: css.replace("light dark", "light"),
					contentType: "text/css",
				}),
			),
	});
	await come();
	await page.waitForSelector("iframe[height='700']");
	assert.equal(new URL(foreign[0] ?? "").searchParams.get("theme"), "light");
});

test("a frame that never says anything gives way to a line and a button that tries again", async () => {
	let answers = 0;
	const { page, come, section, frame } = await open(giscus, {
		hosts: {
			"https://giscus.app": (route) =>
				route.fulfill({
					body: ++answers === 1 ? "Out of order" : giscusPage,
					contentType: "text/html",
				}),
		},
		first: async (page) => {
			await page.clock.install();
			await page.addInitScript(() => {
				document.addEventListener(
					"load",
					({ target }) =>
						Object.assign(window, {
							loaded: target instanceof HTMLIFrameElement,
						}),
					true,
				);
			});
		},
	});
	await come();
	await page.waitForFunction(() => Reflect.get(window, "loaded"));
	await page.clock.fastForward(5_000);
	assert.equal(await frame.count(), 1);
	await page.clock.fastForward(20_000);
	await section.getByText("The comments could not be loaded.").waitFor();
	assert.equal(await frame.count(), 0);
	const retry = section.getByRole("button", { name: "Try again" });
	await retry.focus();
	await retry.press("Enter");
	await page.waitForSelector("iframe[height='700']");
	assert.equal(await section.getByRole("button").count(), 0);
	assert.equal(await section.getByText("could not").count(), 0);
	assert(
		await section
			.locator(".ink-comments-thread")
			.evaluate((place) => place === document.activeElement),
	);
	await page.clock.fastForward(60_000);
	assert.equal(await frame.count(), 1);
});

test("a script, and a module, that cannot be fetched can be tried again", async () => {
	let scripts = 0;
	const withScript = await open(disqus, {
		hosts: {
			"https://a-magazine.disqus.com": (route) =>
				++scripts === 1
					? route.abort()
					: route.fulfill({
							body: "disqus_thread.append('A thread')",
							contentType: "text/javascript",
						}),
		},
	});
	let modules = 0;
	const withModule = await open(
		{ ...element, module: "mine.js" },
		{
			first: (page) =>
				give(page, {
					"mine.js": (route) =>
						++modules === 1
							? route.abort()
							: route.fulfill({
									body: "customElements.define('my-comments', class extends HTMLElement { connectedCallback() { this.append('A thread'); } });",
									contentType: "text/javascript",
								}),
				}),
		},
	);
	for (const { come, section } of [withScript, withModule]) {
		await come();
		await section.getByRole("button", { name: "Try again" }).click();
		await section.getByText("A thread").waitFor();
	}
	assert.deepEqual([scripts, modules], [2, 2]);
});

test("a provider's own code that could not be fetched can be tried again", async () => {
	let requests = 0;
	const { page, come, section } = await open(giscus, {
		hosts: { "https://giscus.app": giscusPage },
		first: (page) =>
			page.route("**/giscus-*.js", (route) =>
				++requests === 1 ? route.abort() : route.fallback(),
			),
	});
	await come();
	await section.getByRole("button", { name: "Try again" }).click();
	await page.waitForSelector("iframe[height='700']");
});

test("a page's own provider gets its thread, and the end of it", async () => {
	const { page, section } = await open({ provider: "none yet" });
	assert.deepEqual(await page.evaluate(() => Reflect.get(window, "reports")), [
		[
			"page-unknown-provider",
			"comments",
			'There is no provider of comments called "none yet"; there are "giscus", "utterances", "disqus", "element".',
		],
	]);
	assert.equal(await section.count(), 0);
	await page.evaluate(async () => {
		const { lab, context } = /** @type {any} */ (window);
		lab.registerCommentsProvider("guestbook", {
			check: (/** @type {CommentsSettings} */ settings) =>
				settings.server ? undefined : "A server is needed.",
			mount(
				/** @type {HTMLElement} */ place,
				/** @type {import("../../web/src/element.js").CommentsThread} */ thread,
			) {
				Object.assign(window, { thread });
				place.append(`${thread.term} at ${thread.settings.server}`);
			},
		});
		const show = async (/** @type {CommentsSettings} */ commentsProvider) =>
			document.querySelector("main")?.append(
				(await lab.commentsPart({
					...context,
					settings: { commentsProvider },
				})) ?? "",
			);
		await show({ provider: "guestbook" });
		await show({ provider: "guestbook", server: "here" });
		document.querySelector("main")?.scrollIntoView();
	});
	await section.getByText("static/articles/铅字 at here").waitFor();
	assert.equal(await section.count(), 1);
	assert.equal(
		await page.evaluate(() => Reflect.get(window, "reports")[1][2]),
		"A server is needed.",
	);
	const ended = await page.evaluate(() => {
		const { thread, ending } = /** @type {any} */ (window);
		const before = thread.signal.aborted;
		ending.abort();
		return [before, thread.signal.aborted];
	});
	assert.deepEqual(ended, [false, true]);
});

test("without comments, or without a provider, there is no section", async () => {
	for (const article of [{ values: { comments: false } }, { settings: {} }]) {
		const { page, section } = await open(giscus, { article });
		assert.equal(await section.count(), 0);
		assert.deepEqual(
			await page.evaluate(() => Reflect.get(window, "reports")),
			[],
		);
	}
});

test("a heading that is called comments keeps its id", async () => {
	const { section } = await open(giscus, {
		article: {
			article: {
				html: '<h2 id="comments">Comments</h2>',
				frontMatter: {},
				summary: { text: "" },
			},
		},
	});
	assert.equal(await section.getAttribute("id"), null);
});

test("a page that is made anew keeps a thread that is the same, where it stands", async () => {
	const { page, come, foreign } = await open(giscus, {
		hosts: { "https://giscus.app": giscusPage },
	});
	await come();
	await page.waitForSelector("iframe[height='700']");
	const kept = await page.evaluate(async () => {
		const { lab, context, ending } = /** @type {any} */ (window);
		const section = document.querySelector(".ink-comments");
		const next = new AbortController();
		const anew = {
			...context,
			settings: structuredClone(context.settings),
			signal: next.signal,
		};
		Object.assign(window, { next });
		const same = lab.canKeepComments(section, anew);
		lab.keepComments(section, next.signal);
		ending.abort();
		section?.before("A new text");
		const { commentsProvider } = context.settings;
		return {
			same,
			"another category": lab.canKeepComments(section, {
				...anew,
				settings: {
					commentsProvider: { ...commentsProvider, categoryId: "X" },
				},
			}),
			"another article": lab.canKeepComments(section, {
				...anew,
				url: "https://example.org/b.md",
			}),
			"no comments": lab.canKeepComments(section, {
				...anew,
				values: { comments: false },
			}),
		};
	});
	assert.deepEqual(kept, {
		same: true,
		"another category": false,
		"another article": false,
		"no comments": false,
	});
	// It still follows: the new page's life is what counts.
	await page.emulateMedia({ colorScheme: "dark" });
	await page.waitForSelector("iframe[height='902']");
	assert.equal(foreign.length, 1);
	const afterEnd = await page.evaluate(() => {
		const { lab, context, next } = /** @type {any} */ (window);
		next.abort();
		return lab.canKeepComments(
			document.querySelector(".ink-comments"),
			context,
		);
	});
	assert.equal(afterEnd, false);
});

test("the example keeps its reader's notes, by the settings and under the policy that it states", async () => {
	const example = (/** @type {string} */ file) =>
		readFileSync(
			new URL(`../../examples/comments/${file}`, import.meta.url),
			"utf8",
		);
	const [, settings] =
		example("index.html").match(
			/<script type="application\/json">([\s\S]*?)<\/script>/,
		) ?? [];
	const [, policy] =
		example("index.html").match(/Content-Security-Policy"\s+content="(.*)"/) ??
		[];
	assert(policy);
	const { commentsProvider } = JSON.parse(settings ?? "");
	const { page, come, section, violations, complaints } = await open(
		commentsProvider,
		{ policy, files: { "margin-notes.js": example("margin-notes.js") } },
	);
	await come();
	const field = section.getByRole("textbox", { name: "A note for yourself" });
	const keep = section.getByRole("button", { name: "Keep it" });
	await keep.click();
	assert.equal(await section.getByRole("listitem").count(), 0);
	await field.fill("<b>Well put</b>");
	await keep.click();
	await field.fill("Or is it?");
	await keep.click();
	const notes = ["<b>Well put</b>", "Or is it?"];
	assert.deepEqual(
		await section.getByRole("listitem").allTextContents(),
		notes,
	);
	assert.equal(
		await page.evaluate(() =>
			localStorage.getItem("margin-notes static/articles/铅字"),
		),
		JSON.stringify(notes),
	);
	await page.evaluate(() => {
		const again = document.createElement("margin-notes");
		again.setAttribute("thread", "static/articles/铅字");
		document.querySelector("main")?.replaceChildren(again);
	});
	assert.deepEqual(await page.getByRole("listitem").allTextContents(), notes);
	assert.deepEqual(await violations(), []);
	assert.deepEqual(complaints, []);
});
