// @ts-check
// Comments: nobody hears of a reader before the reader comes near, providers get exactly what they document, only
// they are listened to, and each runs under the policy that docs/comments.md gives for it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { give, openPage, useBrowser } from "./browser.js";

useBrowser();

/**
 * @typedef {import("./browser.js").Page} Page
 * @typedef {import("./browser.js").Route} Route
 * @typedef {import("../../web/src/article/settings.js").CommentsSettings} CommentsSettings
 */

const documentation = readFileSync(
	new URL("../../docs/comments.md", import.meta.url),
	"utf8",
);

// The part by itself, with a page around it that only these tests have.
const { outputFiles } = await build({
	stdin: {
		contents: `
			import { commentsPart, keepComments } from "./parts/comments.js";
			import { registerCommentsProvider } from "./comments/providers.js";
			import { wordsFor } from "./words.js";
			globalThis.lab = { commentsPart, keepComments, registerCommentsProvider, wordsFor };`,
		resolveDir: fileURLToPath(
			new URL("../../web/src/article", import.meta.url),
		),
	},
	bundle: true,
	splitting: true,
	format: "esm",
	outdir: "/lab",
	entryNames: "lab",
	chunkNames: "[name]-[hash]",
	write: false,
});
const html = `<!doctype html>
	<html lang="en">
	<meta charset="utf-8">
	<title>A page</title>
	<link rel="icon" href="/static/icon.svg">
	<link rel="stylesheet" href="lab.css">
	<script type="module" src="lab.js"></script>
	<body><p id="above"><a href="#comments">Comments</a></p><main></main>`;
const css = `
	:root { color-scheme: light dark }
	#above { block-size: 5000px }
	iframe { min-inline-size: 100% }`;

const giscus = {
	provider: "giscus",
	repo: "owner/name",
	repoId: "R_1",
	category: "Comments",
	categoryId: "DIC_1",
};
const utterances = { provider: "utterances", repo: "owner/name" };
const disqus = { provider: "disqus", shortname: "a-magazine" };
const element = { provider: "element", tag: "my-comments" };

/** A third party's page that says the height it is asked for, and another one once it is dark. */
const widget = (/** @type {string} */ said, /** @type {string} */ theme) => `
	<!doctype html><title>Thread</title><script>
	const say = (height) => parent.postMessage(${said}, "*");
	addEventListener("message", ({ data }) => {
		document.title = JSON.stringify(data);
		say(/dark/.test(${theme}) ? 902 : 901);
	});
	say(700);
	</script>`;
const giscusPage = widget(
	"{ giscus: { resizeHeight: height } }",
	"data.giscus.setConfig.theme",
);
const utterancesPage = widget('{ type: "resize", height }', "data.theme");

/**
 * The policy that the documentation has for a provider.
 * @param {string} title of its section
 */
function policyOf(title) {
	const section = documentation.split(`\n## ${title}\n`)[1];
	const [, policy] =
		section?.match(/^ {4}Content-Security-Policy: (.*)$/m) ?? [];
	assert(policy, title);
	return policy.replace("SHORTNAME", disqus.shortname);
}

/**
 * Opens a page with a section of comments, far below what its reader sees.
 * @param {object} settings the page's `commentsProvider`
 * @param {object} [circumstances]
 * @param {string} [circumstances.policy]
 * @param {string} [circumstances.address] what follows the page's path
 * @param {Record<string, string | ((route: Route) => Promise<void>)>} [circumstances.hosts] pages and scripts of
 * third parties, by their origins; all others are out of reach
 * @param {Record<string, string>} [circumstances.files]
 * @param {Record<string, unknown>} [circumstances.article] put into the context
 * @param {import("./browser.js").ContextOptions} [circumstances.options]
 * @param {(page: Page) => Promise<unknown>} [circumstances.first] done before the page is opened
 */
async function open(settings, circumstances = {}) {
	const { address = "", hosts = {}, files = {}, article = {} } = circumstances;
	const { page, complaints } = await openPage(circumstances.options);
	/** @type {string[]} */
	const foreign = [];
	await page.route(/^https:/, (route) => {
		const url = new URL(route.request().url());
		foreign.push(url.href);
		const answer = hosts[url.origin];
		if (typeof answer === "function") {
			return answer(route);
		}
		return answer === undefined
			? route.abort()
			: route.fulfill({
					body: answer,
					contentType: url.pathname.endsWith(".js")
						? "text/javascript"
						: "text/html",
				});
	});
	/** @type {string[]} */
	const own = [];
	page.on("request", (request) =>
		own.push(request.url().replace(/.*\/static\//, "")),
	);
	await give(page, {
		"lab.html": (route) =>
			route.fulfill({
				body: html,
				contentType: "text/html",
				headers: circumstances.policy
					? { "content-security-policy": circumstances.policy }
					: {},
			}),
		"lab.css": (route) => route.fulfill({ body: css, contentType: "text/css" }),
	});
	for (const [path, body] of [
		...outputFiles.map(({ path, text }) => [path.replace(/.*\//, ""), text]),
		...Object.entries(files),
	]) {
		await give(page, {
			[path ?? ""]: (route) =>
				route.fulfill({ body, contentType: "text/javascript" }),
		});
	}
	await page.addInitScript(() => {
		const violations = Object.assign(window, {
			violations: /** @type {string[]} */ ([]),
		}).violations;
		document.addEventListener("securitypolicyviolation", (event) =>
			violations.push(`${event.violatedDirective} ${event.blockedURI}`),
		);
	});
	await circumstances.first?.(page);
	await page.goto(`static/lab.html${address}`);
	await page.waitForFunction(() => "lab" in window);
	await page.evaluate(
		async ({ settings, article }) => {
			const lab = Reflect.get(window, "lab");
			const ending = new AbortController();
			/** @type {string[][]} */
			const reports = [];
			const context = {
				article: {
					html: "<p>Text</p>",
					frontMatter: {},
					summary: { text: "Once upon a time, 从前。" },
				},
				values: { comments: true },
				title: "Letterpress & type",
				url: new URL("articles/%E9%93%85%E5%AD%97.md", location.href).href,
				lang: "en",
				words: lab.wordsFor("en"),
				settings: { commentsProvider: settings },
				root: document,
				signal: ending.signal,
				report: (/** @type {string[]} */ ...report) => reports.push(report),
				...article,
			};
			Object.assign(window, { context, ending, reports });
			const section = await lab.commentsPart(context);
			document.querySelector("main")?.append(section ?? "");
		},
		{ settings, article },
	);
	return {
		page,
		complaints,
		foreign,
		own,
		section: page.locator(".ink-comments"),
		frame: page.locator(".ink-comments-thread > iframe"),
		come: () =>
			page
				.locator("main")
				.evaluate((main) => main.scrollIntoView({ behavior: "instant" })),
		violations: () => page.evaluate(() => Reflect.get(window, "violations")),
	};
}

/** @param {string} address */
function parametersOf(address) {
	const url = new URL(address);
	return {
		path: url.origin + url.pathname,
		...Object.fromEntries(url.searchParams),
	};
}

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

test("giscus gets the documented address, the article's path without its extension among it", async () => {
	const { page, come, foreign, frame } = await open(giscus, {
		address: "?giscus=session-1&page=2",
		hosts: { "https://giscus.app": giscusPage },
		article: { lang: "zh-Hant-HK" },
	});
	await come();
	await frame.and(page.locator("[height='700']")).waitFor();
	const own = new URL("lab.html?page=2", page.url()).href;
	assert.equal(page.url(), own);
	assert.deepEqual(foreign.map(parametersOf), [
		{
			path: "https://giscus.app/zh-HK/widget",
			origin: `${own}#comments`,
			session: "session-1",
			repo: "owner/name",
			repoId: "R_1",
			category: "Comments",
			categoryId: "DIC_1",
			term: "static/articles/铅字",
			number: "",
			strict: "1",
			reactionsEnabled: "1",
			emitMetadata: "0",
			inputPosition: "bottom",
			theme: "light",
			description: "Once upon a time, 从前。",
			backLink: own,
		},
	]);
	assert.deepEqual(
		await frame.evaluate((frame) =>
			Object.fromEntries(
				[...frame.attributes].map(({ name, value }) => [name, value]),
			),
		),
		{
			title: "Comments",
			loading: "eager",
			width: "100%",
			height: "700",
			frameborder: "0",
			scrolling: "no",
			sandbox:
				"allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
			allow: "clipboard-write",
			src: foreign[0],
		},
	);
	assert.equal(
		await page.evaluate(() => localStorage.getItem("giscus-session")),
		'"session-1"',
	);
});

test("giscus' settings reach it under its own names", async () => {
	const { page, come, foreign } = await open(
		{
			...giscus,
			host: "https://comments.example.org",
			mapping: "number",
			term: 12,
			strict: false,
			reactionsEnabled: "0",
			inputPosition: "top",
			lightTheme: "noborder_light",
			lang: "fr",
		},
		{ hosts: { "https://comments.example.org": giscusPage } },
	);
	await come();
	await page.waitForSelector("iframe[height='700']");
	const { path, term, number, strict, reactionsEnabled, inputPosition, theme } =
		/** @type {Record<string, string>} */ (parametersOf(foreign[0] ?? ""));
	assert.deepEqual(
		{ path, term, number, strict, reactionsEnabled, inputPosition, theme },
		{
			path: "https://comments.example.org/fr/widget",
			term: "",
			number: "12",
			strict: "0",
			reactionsEnabled: "0",
			inputPosition: "top",
			theme: "noborder_light",
		},
	);
});

test("a session that giscus does not know any more is dropped, and asked for once more without it", async () => {
	const { page, come, foreign } = await open(giscus, {
		hosts: {
			"https://giscus.app": `<script>parent.postMessage({ giscus: location.search.includes("session=old")
				? { error: "Bad credentials" } : { resizeHeight: 700 } }, "*")</script>`,
		},
		first: (page) =>
			page.addInitScript(() => {
				if (window === top) {
					localStorage.setItem("giscus-session", '"old"');
				}
			}),
	});
	await come();
	await page.waitForSelector("iframe[height='700']");
	assert.deepEqual(
		foreign.map((url) => new URL(url).searchParams.get("session")),
		["old", ""],
	);
	assert.equal(
		await page.evaluate(() => localStorage.getItem("giscus-session")),
		null,
	);
});

test("utterances gets the documented address", async () => {
	const { page, come, foreign } = await open(
		{ ...utterances, label: "comments" },
		{
			address: "?utterances=session-2",
			hosts: { "https://utteranc.es": utterancesPage },
			options: { colorScheme: "dark" },
		},
	);
	await come();
	await page.waitForSelector("iframe[height='700']");
	const own = new URL("lab.html", page.url());
	assert.equal(page.url(), own.href);
	assert.deepEqual(foreign.map(parametersOf), [
		{
			path: "https://utteranc.es/utterances.html",
			repo: "owner/name",
			"issue-term": "static/articles/铅字",
			label: "comments",
			theme: "github-dark",
			url: own.href,
			origin: own.origin,
			pathname: own.pathname,
			title: "Letterpress & type",
			description: "Once upon a time, 从前。",
			session: "session-2",
		},
	]);
});

test("threads from before are found by the terms that giscus' and utterances' scripts use", async () => {
	const terms = [];
	for (const mapping of ["pathname", "url", "title", "og:title", "specific"]) {
		const { page, come, foreign } = await open(
			{ ...utterances, mapping, term: "one thread" },
			{ hosts: { "https://utteranc.es": utterancesPage } },
		);
		await come();
		await page.waitForSelector("iframe[height='700']");
		terms.push(new URL(foreign[0] ?? "").searchParams.get("issue-term"));
	}
	assert.match(
		terms[1] ?? "",
		/^http:\/\/127\.0\.0\.1:\d+\/static\/lab\.html$/,
	);
	terms.splice(1, 1);
	assert.deepEqual(terms, [
		"static/lab",
		"Letterpress & type",
		"Letterpress & type",
		"one thread",
	]);
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

test("Disqus is told what Hugo told it", async () => {
	const ask = `const told = { page: {}, callbacks: {} }; disqus_config.call(told);
		document.getElementById("disqus_thread").textContent = JSON.stringify([told.language, told.page]);`;
	/**
	 * @param {CommentsSettings} settings
	 * @param {Record<string, string | number>} frontMatter
	 */
	const tell = async (settings, frontMatter) => {
		const { page, come, foreign } = await open(settings, {
			hosts: { "https://a-magazine.disqus.com": ask },
			address: "?page=2#comments",
			article: {
				article: { html: "", frontMatter, summary: { text: "" } },
				lang: "zh-TW",
			},
		});
		await come();
		await page.locator("#disqus_thread:not(:empty)").waitFor();
		assert.deepEqual(foreign, ["https://a-magazine.disqus.com/embed.js"]);
		const told = await page.locator("#disqus_thread").textContent();
		return {
			own: new URL("lab.html?page=2", page.url()).href,
			told: JSON.parse(told ?? ""),
		};
	};
	const plain = await tell(disqus, { disqus_url: "javascript:alert(1)" });
	assert.deepEqual(plain.told, [
		"zh_HANT",
		{ url: plain.own, title: "Letterpress & type" },
	]);
	const written = await tell(
		{ ...disqus, mapping: "article", lang: "de_inf" },
		{
			disqus_identifier: 42,
			Disqus_Title: "Before",
			disqus_url: "https://example.org/before/",
		},
	);
	assert.deepEqual(written.told, [
		"de_inf",
		{
			url: "https://example.org/before/",
			title: "Before",
			identifier: "42",
		},
	]);
	const mapped = await tell({ ...disqus, mapping: "article" }, {});
	assert.equal(mapped.told[1].identifier, "static/articles/铅字");
});

test("Disqus finds its place for an article in a shadow root, and leaves with it", async () => {
	const { page, come } = await open(disqus, {
		hosts: {
			"https://a-magazine.disqus.com":
				"document.getElementById('disqus_thread').append('A thread');",
		},
	});
	const slotted = await page.evaluate(async () => {
		const { lab, context } = /** @type {any} */ (window);
		const host = document.createElement("div");
		const root = host.attachShadow({ mode: "open" });
		root.append(await lab.commentsPart({ ...context, root }));
		document.querySelector("main")?.replaceChildren(host);
		return root.querySelectorAll(".ink-comments").length;
	});
	assert.equal(slotted, 1);
	await come();
	await page.getByText("A thread").waitFor();
	const box = await page.getByText("A thread").boundingBox();
	assert(box && box.height > 0);
	await page.evaluate(() => Reflect.get(window, "ending").abort());
	assert.equal(await page.locator("#disqus_thread").count(), 0);
});

test("an element gets the attributes of the settings, filled in", async () => {
	const { page, come } = await open({
		...element,
		attributes: {
			thread: "{term}",
			"data-title": "{title} ({lang})",
			href: "{url}",
			limit: 20,
			other: "{unknown}",
		},
	});
	await come();
	const attributes = await page
		.locator("my-comments")
		.evaluate((element) =>
			Object.fromEntries(
				[...element.attributes].map(({ name, value }) => [name, value]),
			),
		);
	assert.deepEqual(attributes, {
		thread: "static/articles/铅字",
		"data-title": "Letterpress & type (en)",
		href: page.url(),
		limit: "20",
		other: "{unknown}",
	});
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
		const same = lab.keepComments(section, anew);
		ending.abort();
		section?.before("A new text");
		const { commentsProvider } = context.settings;
		return {
			same,
			"another category": lab.keepComments(section, {
				...anew,
				settings: {
					commentsProvider: { ...commentsProvider, categoryId: "X" },
				},
			}),
			"another article": lab.keepComments(section, {
				...anew,
				url: "https://example.org/b.md",
			}),
			"no comments": lab.keepComments(section, {
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
		return lab.keepComments(document.querySelector(".ink-comments"), context);
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
