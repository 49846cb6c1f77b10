// @ts-check
// The providers of comments: each is told exactly what it documents and we document, and nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "./browser.js";
import {
	disqus,
	element,
	giscus,
	giscusPage,
	open,
	parametersOf,
	utterances,
	utterancesPage,
} from "./comments.js";

useBrowser();

/**
 * @typedef {import("../../web/src/article/settings.js").CommentsSettings} CommentsSettings
 */

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
