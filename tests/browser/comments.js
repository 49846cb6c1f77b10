// @ts-check
// What the tests of comments share: a page with nothing but the section, and third parties made for one test.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { give, openPage } from "./browser.js";

/**
 * @typedef {import("./browser.js").Page} Page
 * @typedef {import("./browser.js").Route} Route
 * @typedef {import("../../web/src/article/settings.js").CommentsSettings} CommentsSettings
 */

const documentation = readFileSync(
	new URL("../../examples/docs/reference/comments.md", import.meta.url),
	"utf8",
);

// The part by itself, with a page around it that only these tests have.
const { outputFiles } = await build({
	stdin: {
		contents: `
			import { canKeepComments, commentsPart, keepComments } from "./parts/comments.js";
			import { registerCommentsProvider } from "./comments/registry.js";
			import { wordsFor } from "./words.js";
			globalThis.lab = { canKeepComments, commentsPart, keepComments, registerCommentsProvider, wordsFor };`,
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
/** The page's style sheet. */
export const css = `
	:root { color-scheme: light dark }
	#above { block-size: 5000px }
	iframe { min-inline-size: 100% }`;

/** Settings of each provider, as few as will do. */
export const giscus = {
	provider: "giscus",
	repo: "owner/name",
	repoId: "R_1",
	category: "Comments",
	categoryId: "DIC_1",
};
export const utterances = { provider: "utterances", repo: "owner/name" };
export const disqus = { provider: "disqus", shortname: "a-magazine" };
export const element = { provider: "element", tag: "my-comments" };

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
export const giscusPage = widget(
	"{ giscus: { resizeHeight: height } }",
	"data.giscus.setConfig.theme",
);
export const utterancesPage = widget(
	'{ type: "resize", height }',
	"data.theme",
);

/**
 * The policy that the documentation has for a provider.
 * @param {string} title of its section
 */
export function policyOf(title) {
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
export async function open(settings, circumstances = {}) {
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

/**
 * Takes an address to pieces.
 * @param {string} address
 */
export function parametersOf(address) {
	const url = new URL(address);
	return {
		path: url.origin + url.pathname,
		...Object.fromEntries(url.searchParams),
	};
}
